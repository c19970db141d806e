// What became of a submitted list: accepted, not accepted, accepted though never submitted.
#pragma once

#include "models/reconciliation/comparison.h"
#include "models/surveys/prices.h"

#include <QWidget>

class QStackedWidget;

namespace ui {

class Banner;
class EmptyState;
class FigureCard;
class Prompt;
class UidListView;

class ComparePanel : public QWidget
{
    Q_OBJECT

public:
    ComparePanel(Prompt &prompt, Banner &banner, QWidget *parent);

    /// All lists that were submitted, against what was accepted. Compared in a worker, unless it is
    /// shown already.
    void show(const QList<models::SharedUids> &submitted, models::SharedUids accepted,
              const models::Prices &prices, const QString &currency);
    void clear(); ///< there is nothing to compare yet
    void setFileName(const QString &name); ///< that Export… suggests, without an ending

private:
    void showResult(const std::shared_ptr<const models::Comparison> &result);

    QStackedWidget *m_stack;
    QList<FigureCard *> m_cards;
    UidListView *m_list = nullptr;
    EmptyState *m_empty;
    QList<models::SharedUids> m_submitted;
    models::SharedUids m_accepted;
    models::Prices m_prices;
    QString m_currency;
    std::shared_ptr<const models::Comparison> m_result; ///< none while it is compared
};

} // namespace ui
