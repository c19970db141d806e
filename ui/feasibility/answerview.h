// One answer of the feasibility service: the range of completes, the price, and whether it fits.
#pragma once

#include "models/feasibility/feasibilityrun.h"

#include <QWidget>

namespace ui {

class Banner;
class FigureCard;

/// Shows nothing until told.
class AnswerView : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerView(QWidget *parent = nullptr);

    /// `isOfToday`: the terms that it answers are those that the person has now. `currency`: of
    /// the prices, may be empty.
    void show(const models::FeasibilityPoint &point, bool isOfToday, const QString &currency);
    void clear();

private:
    void showFit(const models::FeasibilityPoint &point);

    Banner *m_fit;
    QWidget *m_figures;
    QList<FigureCard *> m_cards;
};

} // namespace ui
