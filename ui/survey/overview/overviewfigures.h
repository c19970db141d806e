// The figures of a survey as cards, each with its formula.
#pragma once

#include "api/types/survey.h"

#include <QWidget>

namespace models {
class AttentionWatch;
}

namespace ui {

class FigureCard;

class OverviewFigures : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewFigures(QWidget *parent = nullptr);
    /// `watch` judges the pace. `spent`: by the cost ledger. `periods`: how many CPIs it knows.
    void show(const api::Survey &survey, const models::AttentionWatch &watch, api::Money spent,
              qsizetype periods);

private:
    FigureCard *add(const QString &caption, const QString &formula);
    void showPace(const api::Survey &survey, const models::AttentionWatch &watch);
    void showConversion(const api::Survey &survey);

    FigureCard *m_completes;
    FigureCard *m_pace;
    FigureCard *m_conversion;
    FigureCard *m_spend;
    FigureCard *m_exposure;
};

} // namespace ui
