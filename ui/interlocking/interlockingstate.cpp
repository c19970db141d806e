#include "api/flows/interlocking.h"
#include "models/activity/pendingedits.h"
#include "models/connections/session.h"
#include "models/drafts/surveydraft.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/interlocking/gridchooser.h"
#include "ui/interlocking/gridviews.h"
#include "ui/interlocking/interlockingpage.h"
#include "ui/interlocking/marginchips.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/callindicator.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/moment.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// "GENDER × AGE · 6 of at most 200 combinations"
QString gridTitle(const models::InterlockingGrid &grid)
{
    QStringList names;
    for (const models::GridDimension &dimension : grid.dimensions)
        names.append(models::plain(dimension.title));
    const QString count =
        InterlockingPage::tr("%1 of at most %2 combinations")
            .arg(models::countText(grid.cells.size()), models::countText(models::mostCombinations));
    return names.isEmpty() ? count : names.join(u" × "_s) + u" · "_s + count;
}

} // namespace

void InterlockingPage::showFailure(const api::ApiError &error, models::InterlockingStore::Act act)
{
    using Act = models::InterlockingStore::Act;
    if (act == Act::Create) {
        m_replaced.reset();
        m_isTold = true;
        if (api::flows::isAnotherGrid(error))
            return m_banner->show(
                Tone::Warning, tr("The interlocking quotas were not created."),
                tr("Somebody else created others for this survey meanwhile. They are shown here."));
        const bool isRefused = error.delivery == api::Delivery::Answered;
        return m_banner->showError(isRefused
                                       ? tr("The interlocking quotas were not created.")
                                       : tr("The interlocking quotas may not have been created."),
                                   error, false);
    }
    if (act == Act::Save && models::mayWait(error)) {
        keepUnsaved();
        return m_banner->show(Tone::Warning, tr("The service can’t be reached."),
                              tr("Your edits wait, also over a restart, until you send or discard "
                                 "them."));
    }
    if (act == Act::Save)
        return m_banner->showError(error.delivery == api::Delivery::Ambiguous
                                       ? tr("The cells may not have been saved. Your edits are "
                                            "kept here.")
                                       : tr("The cells were not saved. Your edits are kept here."),
                                   error);
    if (!m_session.isToldAbove(error))
        m_banner->showError(tr("The interlocking quotas could not be read."), error);
    if (m_stack->currentWidget() == m_waiting)
        m_waiting->show(
            tr("Nothing to show yet"),
            tr("The interlocking quotas are shown here as soon as the service answers."));
}

void InterlockingPage::showKeptOther(int cells)
{
    m_banner->show(
        Tone::Warning, tr("The service accepted the quotas but returned different values."),
        tr("%n cell(s) are kept here as you set them. Save again if you still want them.", nullptr,
           cells));
}

void InterlockingPage::showStanding()
{
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    const bool isClosed = survey && survey->status == api::SurveyStatus::Closed;
    const bool isBusy = m_store.isBusy();
    m_model.setReadOnly(isClosed);
    m_calls->follow(isBusy);
    m_chooser->setEnabled(!isBusy && !isClosed);
    if (isBusy && m_stack->currentWidget() == m_waiting)
        m_waiting->show(tr("Loading the interlocking quotas…"), {});
    showFigures();
}

/// What is crossed, and as of when.
QString InterlockingPage::title() const
{
    const QWidget *const shown = m_stack->currentWidget();
    QStringList parts;
    if (shown == m_list || shown == m_matrix)
        parts.append(gridTitle(m_model.grid()));
    if (shown != m_waiting && m_store.updated().isValid())
        parts.append(tr("as of %1").arg(momentText(m_store.updated())));
    QStringList lines {parts.join(u" · "_s)};
    if (shown == m_list)
        lines.append(m_model.grid().flatReason); // beside the button that can't be pressed
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void InterlockingPage::showFigures()
{
    const models::InterlockingGrid &grid = m_model.grid();
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    const bool isClosed = survey && survey->status == api::SurveyStatus::Closed;
    const QWidget *const shown = m_stack->currentWidget();
    const bool hasGrid = shown == m_list || shown == m_matrix;
    const qsizetype changed = unsavedCells();
    m_save->setEnabled(changed > 0 && hasGrid && !m_store.isWriting() && !isClosed);
    m_revert->setEnabled(changed > 0);
    m_footer->setVisible(hasGrid);
    m_margins->show(m_model);
    m_margins->setVisible(hasGrid && !m_margins->isHidden());
    m_distribute->setEnabled(hasGrid && !isClosed);
    m_toQuotas->setEnabled(hasGrid && !isClosed && !grid.isFlat());
    m_anew->setEnabled(hasGrid && !isClosed && !m_store.isBusy());
    m_listButton->parentWidget()->setVisible(hasGrid);
    m_matrixButton->setEnabled(!grid.isFlat());
    m_matrixButton->setToolTip(grid.flatReason);
    m_matrixButton->setAccessibleDescription(grid.flatReason);
    m_title->setText(title());
    m_title->setVisible(!m_title->text().isEmpty());
    QStringList parts;
    parts.append(
        survey ? tr("Sum %1 of %2 completes")
                     .arg(models::countText(grid.sum()), models::countText(survey->completeNeeded))
               : tr("Sum %1").arg(models::countText(grid.sum())));
    if (changed > 0)
        parts.append(tr("%n cell(s) not saved", nullptr, int(changed)));
    if (isClosed)
        parts.append(tr("The survey is closed: its quotas can’t be changed."));
    const QList<qsizetype> chosen = table()->chosenCells();
    if (chosen.size() > 1) {
        qint64 sum = 0;
        for (const qsizetype cell : chosen)
            sum += grid.cells[cell].current;
        parts.append(tr("%n selected", nullptr, int(chosen.size())) + u": "_s
                     + models::countText(sum));
    }
    m_footer->setText(parts.join(u"  ·  "_s));
}

/// About what was typed or pasted; it goes with the next edit.
void InterlockingPage::showInputNote(Tone tone, const QString &what, const QString &why)
{
    m_banner->show(tone, what, why);
    m_isInputProblem = true;
}

} // namespace ui
