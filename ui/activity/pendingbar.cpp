#include "ui/activity/pendingbar.h"

#include "models/activity/pendingedits.h"
#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/activity/pendingdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr qsizetype mostNamed = 4;

} // namespace

PendingBar::PendingBar(models::Session &session, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_prompt(prompt)
    , m_banner(new Banner(this))
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::card, space::page, 0);
    rows->addWidget(m_banner);
    connect(&session, &models::Session::reachableChanged, this, &PendingBar::update);
    connect(&session.pending(), &models::PendingEdits::changed, this, &PendingBar::update);
    connect(&session.surveys(), &models::SurveyStore::changed, this, &PendingBar::update);
    update();
}

/// A line for each of the first few: "Snack tracker W14: Status from Active to Inactive".
QString PendingBar::waiting() const
{
    QStringList lines;
    const QList<models::PendingEdit> &edits = m_session.pending().edits();
    for (const models::PendingEdit &edit : edits.first(qMin(mostNamed, edits.size()))) {
        const api::Survey *const survey = m_session.surveys().find(edit.survey);
        lines.append(tr("%1: %2 from %3 to %4")
                         .arg(models::plain(survey ? survey->name : edit.survey.value),
                              models::plain(edit.what), models::plain(edit.before),
                              models::plain(edit.after)));
        if (const QString problem = m_session.pending().problem(edit); !problem.isEmpty())
            lines.last() += u' ' + models::plain(problem);
    }
    if (edits.size() > mostNamed)
        lines.append(tr("and %Ln more", nullptr, int(edits.size() - mostNamed)));
    return lines.join(u'\n');
}

void PendingBar::update()
{
    const int count = int(m_session.pending().edits().size());
    const bool isOffline = !m_session.isReachable();
    if (count == 0 && !isOffline) {
        m_banner->clear();
        setVisible(false);
        return;
    }
    const QDateTime updated = m_session.surveys().updated().toLocalTime();
    const QString offline = updated.isValid()
        ? tr("Offline – showing data from %1.")
              .arg(QLocale().toString(updated, QLocale::ShortFormat))
        : tr("Offline: the service can’t be reached.");
    if (count == 0)
        present(Tone::Warning, offline, {});
    else
        present(isOffline ? Tone::Warning : Tone::Information,
                tr("%Ln change(s) not sent yet", nullptr, count),
                isOffline ? offline + u'\n' + waiting() : waiting());
    setVisible(true);
}

/// What is on screen already stays as it is: a person may be about to press one of its buttons.
void PendingBar::present(Tone tone, const QString &title, const QString &text)
{
    const bool isOffline = !m_session.isReachable();
    const QStringList shown {QString::number(int(isOffline)), title, text};
    if (m_banner->isShown() && m_shown == shown)
        return;
    m_shown = shown;
    m_banner->clear();
    m_banner->show(tone, title, text);
    if (isOffline && !m_session.connection().isSandbox) // that is started anew where it is missed
        m_banner->addAction(tr("&Retry"), this, [this] { m_session.surveys().refresh(); });
    const qsizetype count = m_session.pending().edits().size();
    if (count > 0)
        m_banner->addAction(tr("Se&nd now"), this, [this] { m_session.pending().send(); });
    if (count > 1)
        m_banner->addAction(tr("C&hoose…"), this,
                            [this] { (new PendingDialog(m_session, window()))->open(); });
    if (count > 0)
        m_banner->addAction(tr("D&iscard…"), this, [this] { discard(); });
}

void PendingBar::discard()
{
    const QList<models::PendingEdit> edits = m_session.pending().edits();
    const Question question {tr("Discard %Ln change(s)?", nullptr, int(edits.size())), waiting(),
                             tr("Discard")};
    m_prompt.ask(this, question, this, [this, edits](bool isConfirmed) {
        for (const models::PendingEdit &edit : edits) {
            if (isConfirmed)
                m_session.pending().settle(edit.survey, edit.kind);
        }
    });
}

} // namespace ui

#include "moc_pendingbar.cpp"
