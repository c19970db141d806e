#include "models/support/figures.h"
#include "ui/surveys/surveyspageprivate.h"
#include "ui/widgets/moment.h"

namespace ui {

void SurveysPage::showAge()
{
    const QDateTime updated = d->store.updated();
    if (!updated.isValid()) {
        d->age->setText(d->store.isBusy() ? tr("Loading…") : QString());
        return;
    }
    const QString when = momentText(updated);
    QString count = tr("%Ln survey(s)", nullptr, d->model.storeCount());
    if (const int needy = d->model.attentionCount(); needy > 0)
        count = tr("%1 · %2").arg(count, tr("%Ln need(s) attention", nullptr, needy));
    d->age->setText(d->store.isIncomplete()
                        ? tr("%1 · may be incomplete, as of %2").arg(count, when)
                        : tr("%1 · as of %2").arg(count, when));
}

void SurveysPage::updateFooter()
{
    const QModelIndexList rows = d->table->selectionModel()->selectedRows();
    const models::SurveyTotals totals = rows.size() > 1 ? d->model.totals(rows) : d->model.totals();
    const QString count = rows.size() > 1 ? tr("%Ln survey(s) selected", nullptr, totals.surveys)
        : d->model.isFiltered()
        ? tr("%1 of %2 surveys shown")
              .arg(models::countText(totals.surveys), models::countText(d->model.storeCount()))
        : tr("%Ln survey(s)", nullptr, totals.surveys);
    const QString spend = models::costText(totals.spend);
    const QString none = totals.unread > 0 ? u"–"_s : models::moneyText(api::Money {});
    const QString sums =
        tr("%1  ·  %2 completes  ·  %3 spend")
            .arg(count, models::countText(totals.completes), spend.isEmpty() ? none : spend);
    d->footer->setText(
        totals.unread > 0
            //: %1 "5 surveys · 120 completes · 300.00 spend", %2 "1 survey with …"
            ? tr("%1  ·  %2")
                  .arg(sums, tr("%Ln survey(s) with unreadable figures", "", totals.unread))
            : sums);
    d->footer->setVisible(d->model.storeCount() > 0);
}

void SurveysPage::updateEmpty()
{
    const bool isEmpty = d->model.rowCount() == 0;
    const bool hadFocus = window()->focusWidget() == d->empty; // the window may not be active yet
    d->stack->setCurrentIndex(isEmpty ? 1 : 0);
    setFocusProxy(isEmpty ? static_cast<QWidget *>(d->empty) : d->table);
    if (hadFocus && !isEmpty)
        d->table->setFocus();
    if (!isEmpty)
        return;
    if (d->model.isFiltered() && d->model.storeCount() > 0)
        d->empty->show(tr("No survey fits"),
                       tr("Nothing matches the search and the chosen statuses."),
                       tr("&Show all surveys"));
    else if (d->hasFailed)
        d->empty->show(tr("No surveys to show"),
                       tr("None are known from before, and the service couldn’t be read."),
                       tr("&Try again"));
    else if (d->store.isBusy() || !d->store.updated().isValid())
        d->empty->show(tr("Loading surveys…"), {});
    else
        d->empty->show(tr("No surveys yet"), tr("Surveys of this account are listed here."),
                       tr("&New survey"));
}

} // namespace ui
