#include "ui/quotas/quotassection.h"

#include "models/activity/changelog.h"
#include "models/activity/pendingedits.h"
#include "models/connections/session.h"
#include "models/quotas/quotacompletes.h"
#include "models/quotas/waitingquotas.h"
#include "models/surveys/surveystore.h"
#include "ui/quotas/quotaeditor.h"
#include "ui/survey/editacts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/callindicator.h"
#include "ui/widgets/conflictpanel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/moment.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

QuotasSection::QuotasSection(models::Session &session, const api::SurveyId &survey, QWidget *parent)
    : SurveySection(parent)
    , m_session(session)
    , m_survey(survey)
    , m_store(session.client(), survey)
    , m_banner(new Banner(this))
    , m_conflicts(new ConflictPanel(tr("Option"), this))
    , m_stack(new QStackedWidget(this))
    , m_waiting(new EmptyState(this))
    , m_editor(new QuotaEditor(QuotaEditor::Survey, this))
{
    build();
    listen();
    follow();
    refresh();
}

QuotasSection::~QuotasSection()
{
    m_editor->disconnect(this); // an open editor hands over what it has as it goes
}

void QuotasSection::build()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, auto run) {
        auto *const action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_save = add(tr("&Save"), QKeySequence::Save, [this] { save(); });
    m_revert = add(tr("Re&vert"), {}, [this] {
        m_editor->takeSaved(m_editor->sheet().changed(), tr("revert"));
        dropWaiting();
    });
    m_stack->addWidget(m_waiting);
    m_stack->addWidget(m_editor);
    setFocusProxy(m_editor);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, space::card, 0, 0);
    rows->setSpacing(space::card);
    rows->addWidget(toolbar());
    rows->addWidget(m_banner);
    rows->addWidget(m_conflicts);
    rows->addWidget(m_stack, 1);
}

QWidget *QuotasSection::toolbar()
{
    auto *const bar = new QWidget(this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_standing = plainLabel(bar, LabelLook::Muted);
    m_calls = new CallIndicator(tr("Cance&l"), bar);
    connect(m_calls, &CallIndicator::cancelled, &m_store, &models::QuotaStore::cancel);
    row->addWidget(m_standing, 1);
    row->addWidget(m_calls);
    QPushButton *const save = buttonFor(m_save, bar);
    setPrimary(save);
    row->addWidget(buttonFor(m_revert, bar));
    row->addWidget(save);
    return bar;
}

void QuotasSection::listen()
{
    using models::QuotaStore;
    connect(&m_store, &QuotaStore::arrived, this, [this](const QList<api::Quota> &quotas) {
        m_updated = QDateTime::currentDateTimeUtc();
        take(m_store.qualifications(), quotas);
    });
    connect(&m_store, &QuotaStore::saved, this, &QuotasSection::takeWritten);
    connect(&m_store, &QuotaStore::unchanged, this,
            [this] { m_banner->show(Tone::Good, tr("The service has these quotas already.")); });
    connect(&m_store, &QuotaStore::declined, m_banner, [this] { showDeclined(*m_banner); });
    connect(m_editor, &QuotaEditor::refreshRequested, &m_store, &models::QuotaStore::refreshOne);
    connect(&m_store, &QuotaStore::failed, this, &QuotasSection::showFailure);
    connect(&m_store, &QuotaStore::busyChanged, this, &QuotasSection::showStanding);
    connect(&m_store, &QuotaStore::busyChanged, this, &QuotasSection::followSave);
    connect(m_banner, &Banner::retry, this, &QuotasSection::refresh);
    connect(&m_session.quotaCompletes(), &models::QuotaCompletes::notSaved, this,
            [this](const api::SurveyId &survey, const QString &why) {
                if (survey == m_survey)
                    m_banner->show(Tone::Error, tr("The imported completes are not saved."),
                                   why + u' '
                                       + tr("They are kept until AlignDesk is closed, and saved as "
                                            "soon as that is possible."));
            });
    connect(m_editor, &QuotaEditor::edited, this, [this] {
        showConflicts({});
        showStanding();
    });
    connect(m_editor, &QuotaEditor::completesEdited, this, &QuotasSection::keepCompletes);
    connect(&m_session.pending(), &models::PendingEdits::changed, this,
            &QuotasSection::followWaiting);
    connect(m_conflicts, &ConflictPanel::theirsTaken, this, &QuotasSection::takeTheirs);
    models::SurveyStore &surveys = m_session.surveys();
    connect(&surveys, &models::SurveyStore::changed, this, &QuotasSection::follow);
    connect(&surveys, &models::SurveyStore::surveyChanged, this, &QuotasSection::follow);
}

/// What a refresh of the survey tells: another goal counts at once, other quotas are read anew.
void QuotasSection::follow()
{
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    if (!survey || (m_known && *m_known == *survey))
        return;
    const std::optional<api::Survey> before = std::exchange(m_known, *survey);
    if (m_editor->sheet().rows.isEmpty()) {
        if (!survey->qualifications.isEmpty()) {
            m_updated = m_session.surveys().updated();
            take(survey->qualifications, survey->quotas);
        }
    } else {
        models::QuotaSheet sheet = m_editor->sheet();
        sheet.completes = survey->completeNeeded;
        m_editor->setSheet(sheet);
        if (before
            && (before->quotas != survey->quotas
                || before->qualifications != survey->qualifications))
            refresh();
    }
    showStanding();
}

void QuotasSection::refresh()
{
    m_store.load();
}

qsizetype QuotasSection::edits() const
{
    return m_editor->sheet().changed().size();
}

bool QuotasSection::isClosed() const
{
    return m_known && m_known->status == api::SurveyStatus::Closed;
}

/// Without it nobody can say what a default is, and a default has to be sent with a number.
bool QuotasSection::isGoalKnown() const
{
    return !m_known || m_known->knows(api::SurveyFigure::CompleteNeeded);
}

QString QuotasSection::unsaved() const
{
    const qsizetype quotas = isKept() ? 0 : edits();
    return quotas > 0 ? tr("%n quota(s) are not saved.", nullptr, int(quotas)) : QString();
}

QList<QAction *> QuotasSection::editActions() const
{
    return m_editor->editActions() + QList<QAction *> {m_save, m_revert};
}

void QuotasSection::showStanding()
{
    const bool isBusy = m_store.isBusy();
    const qsizetype changed = edits();
    m_calls->follow(isBusy);
    if (isBusy && m_stack->currentWidget() == m_waiting)
        m_waiting->show(tr("Loading the quotas…"), {});
    const bool isFixed = isClosed() || !isGoalKnown();
    m_editor->setReadOnly(isFixed);
    m_save->setEnabled(changed > 0 && !m_store.isWriting() && !isFixed);
    m_revert->setEnabled(changed > 0);
    QStringList parts;
    if (m_stack->currentWidget() == m_editor)
        parts.append(tr("%n option(s)", nullptr, int(m_editor->sheet().rows.size())));
    if (m_stack->currentWidget() == m_editor && m_updated.isValid())
        parts.append(tr("as of %1").arg(momentText(m_updated)));
    if (changed > 0)
        parts.append(tr("%n quota(s) not saved", nullptr, int(changed)));
    if (isClosed())
        parts.append(tr("The survey is closed: its quotas can’t be changed."));
    else if (!isGoalKnown())
        parts.append(
            tr("The service hasn’t provided the completes needed: quotas can’t be changed."));
    m_standing->setText(parts.join(u"  ·  "_s));
}

void QuotasSection::take(const QList<api::Qualification> &targeted, const QList<api::Quota> &quotas)
{
    const int completes = m_known ? m_known->completeNeeded : 0;
    models::QuotaSheet mine = m_editor->sheet();
    const models::PendingEdit *const waiting =
        m_session.pending().find(m_survey, models::WaitingQuotas::kind);
    const bool isFirst = mine.rows.isEmpty();
    m_isWaiting = waiting != nullptr;
    if (isFirst && waiting)
        mine = models::sheetOf(*models::waitingSheet(*waiting), targeted);
    const models::MergedSheet merged =
        models::mergeSheet(mine, models::sheetOf(targeted, quotas, completes));
    m_editor->setSheet(merged.sheet);
    showConflicts(merged.conflicts);
    if (merged.sheet.rows.isEmpty())
        m_waiting->show(tr("No targeted options"),
                        tr("Quotas are set for the options that the survey’s qualifications "
                           "target. Without quotas, anyone who qualifies counts until the target "
                           "is reached."));
    if (isFirst)
        askCompletes();
    dropWaiting();
    takeProposed();
    m_stack->setCurrentWidget(merged.sheet.rows.isEmpty() ? static_cast<QWidget *>(m_waiting)
                                                          : m_editor);
    showStanding();
}

/// With those that were there before and aren't settled: another reading settles nothing.
void QuotasSection::showConflicts(const QList<models::RowConflict> &fresh)
{
    const models::QuotaSheet &sheet = m_editor->sheet();
    QList<ConflictRow> rows;
    for (const models::RowConflict &conflict : fresh)
        rows.append({conflict.row, models::quotaName(sheet.rows[conflict.row]),
                     models::quotaText(conflict.before, sheet.completes),
                     models::quotaText(conflict.theirs, sheet.completes),
                     models::quotaText(conflict.mine, sheet.completes)});
    for (const ConflictRow &open : m_conflicts->open()) {
        if (std::ranges::find(rows, open.name, &ConflictRow::name) != rows.end())
            continue;
        for (const qsizetype row : sheet.changed()) {
            if (models::quotaName(sheet.rows[row]) == open.name)
                rows.append({row, open.name, open.before,
                             models::quotaText(sheet.rows[row].saved, sheet.completes),
                             models::quotaText(sheet.rows[row].current, sheet.completes)});
        }
    }
    m_conflicts->show(rows);
}

/// Undone, they are conflicts again.
void QuotasSection::takeTheirs(const QList<ConflictRow> &rows)
{
    QList<qsizetype> cells;
    for (const ConflictRow &row : rows)
        cells.append(row.cell);
    m_editor->takeSaved(cells, tr("take theirs"), [this, rows] {
        m_conflicts->show(m_conflicts->open() + rows);
        showConflicts({});
    });
}

/// Says so when something has to be settled first.
bool QuotasSection::isHeldBack()
{
    if (m_conflicts->open().isEmpty())
        return false;
    m_banner->show(Tone::Warning, tr("Nothing was sent."),
                   tr("Choose “Take theirs” or “Keep mine” for what was changed elsewhere first."));
    m_conflicts->focusRows();
    return true;
}

void QuotasSection::save()
{
    m_editor->finishEditing();
    if (edits() == 0 || isHeldBack())
        return;
    m_banner->clear();
    const models::QuotaSheet &sheet = m_editor->sheet();
    m_store.save(sheet.saved(), sheet.quotas(), sheet.completes);
}

/// Whether just these edits wait to be sent, so that leaving loses nothing.
bool QuotasSection::isKept() const
{
    const models::PendingEdit *const waiting =
        m_session.pending().find(m_survey, models::WaitingQuotas::kind);
    return waiting
        && waiting->payload == models::waitingEdit(m_survey, m_editor->sheet(), {}).payload;
}

void QuotasSection::keepUnsaved()
{
    m_editor->finishEditing();
    m_isWaiting = true;
    m_session.pending().keep(
        models::waitingEdit(m_survey, m_editor->sheet(), QDateTime::currentDateTimeUtc()));
}

void QuotasSection::saveUnsaved()
{
    save();
    beginSave(m_store.isBusy());
}

void QuotasSection::propose(const QList<api::Quota> &quotas)
{
    m_proposed = quotas;
    if (!m_editor->sheet().rows.isEmpty())
        takeProposed();
}

void QuotasSection::takeProposed()
{
    if (m_proposed.isEmpty() || m_editor->sheet().rows.isEmpty())
        return;
    int rowless = 0;
    const QList<api::Quota> proposed = std::exchange(m_proposed, {});
    const models::QuotaEdit edit = models::toQuotas(m_editor->sheet(), proposed, &rowless);
    m_editor->push(edit, tr("quotas from the grid’s totals"));
    QStringList texts {edit.isEmpty() ? tr("The quotas agree with the grid already.")
                                      : tr("Nothing is sent before you save.")};
    if (rowless > 0)
        texts.append(tr("%n option(s) of the grid are not targeted any more and were left out.",
                        nullptr, rowless));
    m_banner->show(rowless > 0 ? Tone::Warning : Tone::Good,
                   tr("%n quota(s) set from the grid’s margins.", nullptr, int(edit.size())),
                   texts.join(u' '));
    showStanding();
}

/// The edits that were kept for later are sent, or dropped, with those here.
void QuotasSection::dropWaiting()
{
    m_isWaiting = m_isWaiting && edits() > 0;
    if (edits() == 0)
        m_session.pending().settle(m_survey, models::WaitingQuotas::kind);
}

/// What waited was sent or discarded elsewhere: then the server's quotas count, here too.
void QuotasSection::followWaiting()
{
    const bool waits = m_session.pending().find(m_survey, models::WaitingQuotas::kind);
    if (!std::exchange(m_isWaiting, waits) || waits)
        return;
    m_editor->takeSaved(m_editor->sheet().changed(), tr("Discard"));
    refresh();
}

void QuotasSection::askCompletes()
{
    m_session.quotaCompletes().ask(m_survey, this,
                                   [this](const models::ImportedCompletes &imported) {
                                       m_completes = imported.counts;
                                       models::QuotaSheet sheet = m_editor->sheet();
                                       sheet.setImportedCompletes(imported.counts);
                                       m_editor->setSheet(sheet);
                                       m_editor->setCompletesAge(imported.at);
                                   });
}

void QuotasSection::keepCompletes()
{
    const QList<api::Quota> completes = m_editor->sheet().importedCompletes();
    if (completes == m_completes || m_editor->sheet().rows.isEmpty())
        return;
    m_completes = completes;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_session.quotaCompletes().keep(m_survey, {completes, now});
    m_editor->setCompletesAge(completes.isEmpty() ? QDateTime() : now);
}

void QuotasSection::takeWritten(const QList<models::QuotaWrite> &writes, bool areThere)
{
    models::recordWrites(m_session.changes(), m_survey, m_editor->sheet(), writes);
    if (!areThere)
        return m_banner->show(Tone::Warning,
                              tr("The service accepted the quotas but returned different values."),
                              tr("What you set is kept here. Compare it with what the service has "
                                 "now, and save again if you still want it."));
    m_editor->setSheet(models::written(m_editor->sheet(), writes));
    dropWaiting();
    m_banner->show(Tone::Good, tr("%n quota(s) saved.", nullptr, int(writes.size())));
}

void QuotasSection::showFailure(const api::ApiError &error, bool wasSaving)
{
    if (wasSaving && models::mayWait(error)) {
        keepUnsaved();
        return m_banner->show(Tone::Warning, tr("The service can’t be reached."),
                              tr("Your edits wait, also over a restart, until you send or discard "
                                 "them."));
    }
    if (wasSaving)
        return m_banner->showError(
            error.delivery == api::Delivery::Ambiguous
                ? tr("The quotas may not have been saved. Your edits are kept here.")
                : tr("The quotas were not saved. Your edits are kept here."),
            error);
    if (!m_session.isToldAbove(error))
        m_banner->showError(tr("The quotas could not be read."), error);
    if (m_stack->currentWidget() != m_editor)
        m_waiting->show(tr("Nothing to show yet"),
                        tr("The quotas are shown here as soon as the service answers."));
}

} // namespace ui

#include "moc_quotassection.cpp"
