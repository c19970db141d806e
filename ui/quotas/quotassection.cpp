#include "ui/quotas/quotassection.h"

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

} // namespace ui

#include "moc_quotassection.cpp"
