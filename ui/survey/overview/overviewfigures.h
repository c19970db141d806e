// The figures of a survey as cards, each with its formula.
#pragma once

#include "models/surveys/fieldfigures.h"

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
    /// `watch` judges the pace.
    void show(const api::Survey &survey, const models::AttentionWatch &watch,
              const QList<models::LedgerRow> &ledger, const QString &currency);

private:
    FigureCard *add(const QString &caption, const QString &formula);
    void showPace(const api::Survey &survey, const models::AttentionWatch &watch);
    void showConversion(const api::Survey &survey);
    void showSpend(const api::Survey &survey, const QList<models::LedgerRow> &ledger,
                   const QString &currency);
    void showExposure(const api::Survey &survey, const QString &currency);

    FigureCard *m_completes;
    FigureCard *m_pace;
    FigureCard *m_conversion;
    FigureCard *m_spend;
    FigureCard *m_exposure;
};

} // namespace ui
