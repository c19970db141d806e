#include "ui/drafts/unfinishedbar.h"

#include "models/connections/session.h"
#include "models/drafts/creationchecklist.h"
#include "models/drafts/draftlistmodel.h"
#include "models/drafts/draftstore.h"
#include "models/support/plain.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using models::CreationIntent;

namespace ui {

namespace {

constexpr qsizetype mostNamed = 4;

/// "Set cell quotas and Activate": what is still to be done.
QString stepsLeft(const CreationIntent &intent)
{
    QStringList titles;
    for (const auto &[step, state] : intent.extras.asKeyValueRange()) {
        if (state != models::StepState::Done && state != models::StepState::Left)
            titles.append(models::CreationChecklist::title(step));
    }
    return QLocale().createSeparatedList(titles);
}

/// A banner that says it already is left alone: it would be announced anew.
bool says(const Banner &banner, const QString &title, const QString &text)
{
    return banner.isShown() && banner.accessibleName() == title + QLatin1Char(' ') + text;
}

} // namespace

UnfinishedBar::UnfinishedBar(models::Session &session, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_prompt(prompt)
    , m_interrupted(new Banner(this))
    , m_late(new Banner(this))
    , m_recovered(new Banner(this))
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::card, space::page, 0);
    rows->setSpacing(space::control);
    for (Banner *const banner : {m_interrupted, m_late, m_recovered})
        rows->addWidget(banner);
    connect(&session.creations(), &models::OpenCreations::changed, this, &UnfinishedBar::update);
    connect(&session.drafts(), &models::DraftStore::changed, this, &UnfinishedBar::update);
    update();
}

void UnfinishedBar::update()
{
    showInterrupted();
    showLate();
    showRecovered();
    setVisible(m_interrupted->isShown() || m_late->isShown() || m_recovered->isShown());
}

void UnfinishedBar::showInterrupted()
{
    const QList<CreationIntent> &open = m_session.creations().all();
    if (open.isEmpty())
        return m_interrupted->clear();
    const CreationIntent &intent = open.first();
    const bool canLeave = models::OpenCreations::canLeave(intent);
    QString text = canLeave
        ? tr("The survey is there and not active. Still to do: %1.").arg(stepsLeft(intent))
        : tr("No clear answer came: the survey may be there or not. AlignDesk keeps looking for it "
             "and will not send it again without asking.");
    if (open.size() > 1)
        text += QLatin1Char(' ') + tr("%Ln further one(s) wait(s).", nullptr, int(open.size() - 1));
    const QString title =
        tr("The creation of “%1” was interrupted").arg(models::plain(intent.draft.name));
    if (says(*m_interrupted, title, text))
        return;
    m_interrupted->clear();
    m_interrupted->show(Tone::Warning, title, text);
    // The first one of then: it may be another of the same name.
    const auto first = [this] { return m_session.creations().all().value(0); };
    m_interrupted->addAction(tr("Contin&ue…"), this, [this, first] {
        if (const CreationIntent resumed = first(); !resumed.uuid.isEmpty())
            Q_EMIT resumeWanted(resumed);
    });
    if (canLeave)
        m_interrupted->addAction(tr("Discar&d…"), this, [this, first] { discard(first()); });
}

void UnfinishedBar::discard(const CreationIntent &intent)
{
    const Question question {
        tr("Discard the rest of the creation of “%1”?").arg(models::plain(intent.draft.name)),
        tr("The survey stays as the service has it. Not done: %1.").arg(stepsLeft(intent)),
        tr("Discard the rest")};
    m_prompt.ask(this, question, this, [this, uuid = intent.uuid](bool isConfirmed) {
        if (isConfirmed)
            m_session.creations().leave(uuid);
    });
}

void UnfinishedBar::showLate()
{
    if (m_session.creations().late().isEmpty())
        return m_late->clear();
    const models::OpenCreations::Late late = m_session.creations().late().first();
    const QString title = tr("“%1” was created after all").arg(models::plain(late.survey.name));
    const QString text =
        tr("The answer to its creation had been lost; now it is in the list as %1. If it was "
           "created a second time since, close the one that is not needed.")
            .arg(models::plain(late.survey.code));
    if (says(*m_late, title, text))
        return;
    m_late->clear();
    m_late->show(Tone::Warning, title, text);
    const auto first = [this] { return m_session.creations().late().value(0); };
    m_late->addAction(tr("Open sur&vey"), this,
                      [this, first] { Q_EMIT surveyWanted(first().survey.id); });
    m_late->addAction(tr("&Dismiss"), this,
                      [this, first] { m_session.creations().acknowledge(first()); });
}

QList<models::DraftRecord> UnfinishedBar::recovered() const
{
    QList<models::DraftRecord> found;
    const QList<CreationIntent> &open = m_session.creations().all();
    for (const models::DraftRecord &record : m_session.drafts().records()) {
        const bool isSpokenOf =
            std::ranges::find(open, record.uuid, &CreationIntent::draftId) != open.end();
        if (record.wasOpen && !isSpokenOf)
            found.append(record);
    }
    return found;
}

void UnfinishedBar::showRecovered()
{
    const QList<models::DraftRecord> found = recovered();
    if (found.isEmpty())
        return m_recovered->clear();
    QStringList names;
    for (const models::DraftRecord &record : found.first(qMin(mostNamed, found.size())))
        names.append(tr("“%1”").arg(models::DraftListModel::nameOf(record)));
    const QString when =
        QLocale().toString(found.first().updated.toLocalTime(), QLocale::ShortFormat);
    const bool isOne = found.size() == 1;
    const QString title = isOne
        ? tr("Unfinished draft recovered: %1").arg(names.first())
        : tr("%Ln unfinished draft(s) recovered", nullptr, int(found.size()));
    const QString text =
        isOne ? tr("Last saved on %1.").arg(when) : QLocale().createSeparatedList(names);
    if (says(*m_recovered, title, text))
        return;
    m_recovered->clear();
    m_recovered->show(Tone::Information, title, text);
    if (isOne)
        m_recovered->addAction(tr("O&pen draft…"), this,
                               [this] { Q_EMIT draftWanted(recovered().value(0).uuid); });
    else
        m_recovered->addAction(tr("Sho&w drafts"), this, [this] { Q_EMIT draftsWanted(); });
    m_recovered->addAction(tr("La&ter"), this, [this] {
        for (const models::DraftRecord &record : recovered())
            m_session.drafts().close(record.uuid);
    });
}

} // namespace ui

#include "moc_unfinishedbar.cpp"
