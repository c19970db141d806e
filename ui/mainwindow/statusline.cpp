#include "ui/mainwindow/statusline.h"

#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPainter>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// A muted label that shows as much of its text as there is room for: a long address doesn't make
/// the window wider than its screen.
class ElidedLabel : public QLabel
{
public:
    explicit ElidedLabel(QWidget *parent)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setProperty("isMuted", true);
    }

    QSize minimumSizeHint() const override
    {
        const QSize whole = QLabel::minimumSizeHint();
        return {qMin(whole.width(), fontMetrics().averageCharWidth() * leastCharacters),
                whole.height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRect room = contentsRect();
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, room.width());
        style()->drawItemText(&painter, room, int(alignment()), palette(), isEnabled(), shown,
                              foregroundRole());
    }

private:
    static constexpr int leastCharacters = 16;
};

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
{
    setSizeGripEnabled(false);
    m_connection = new ElidedLabel(this);
    m_calls = plainLabel(this, LabelLook::Muted);
    m_refreshed = plainLabel(this, LabelLook::Muted);
    for (QLabel *const label : {m_connection, m_calls, m_refreshed})
        label->setContentsMargins(space::control, 0, space::control, 0);
    addWidget(m_connection);
    addWidget(m_calls);
    addPermanentWidget(m_refreshed);
}

namespace {

/// The sandbox's with its token: below it are the completes that a person may want to fetch.
QString addressOf(const models::Connection &connection)
{
    if (!connection.isSandbox)
        return connection.baseUrl.toString(QUrl::RemovePath | QUrl::RemoveUserInfo);
    return connection.baseUrl.resolved(QUrl(u".."_s)).toString(QUrl::StripTrailingSlash);
}

} // namespace

QString StatusLine::connectionText() const
{
    if (m_name.isEmpty())
        return tr("Not connected");
    const QString name = models::plain(m_name);
    if (!m_session)
        return m_isOpening ? tr("Connecting to %1…").arg(name) : tr("Not connected · %1").arg(name);
    const QString server = addressOf(m_session->connection());
    if (!m_session->isOnline())
        return tr("Connecting to %1…").arg(name);
    if (m_session->fault())
        //: %1 the connection's name, %2 the service's address
        return tr("Not connected · %1 · %2").arg(name, server);
    //: %1 the connection's name, %2 the service's address
    return m_session->isReachable() ? tr("Connected to %1 · %2").arg(name, server)
                                    : tr("Offline · %1 · %2").arg(name, server);
}

void StatusLine::follow(const QString &name, models::Session *session)
{
    m_name = name;
    m_session = session;
    m_isOpening = !session;
    if (session) {
        connect(&session->client(), &api::Client::runningChanged, this, &StatusLine::update);
        connect(session, &models::Session::online, this, &StatusLine::update);
        connect(session, &models::Session::reachableChanged, this, &StatusLine::update);
        connect(session, &models::Session::faultChanged, this, &StatusLine::update);
        connect(&session->surveys(), &models::SurveyStore::changed, this, &StatusLine::update);
    }
    update();
}

void StatusLine::showNotOpen()
{
    m_isOpening = false;
    update();
}

void StatusLine::update()
{
    m_connection->setText(connectionText());
    m_connection->setToolTip(Qt::convertFromPlainText(m_connection->text(), Qt::WhiteSpaceNormal));
    const int running = m_session ? m_session->client().running() : 0;
    m_calls->setText(running > 0 ? tr("%n call(s) running", nullptr, running) : QString());
    const QDateTime updated =
        m_session ? m_session->surveys().updated().toLocalTime() : QDateTime();
    m_refreshed->setText(
        updated.isValid()
            ? tr("Last refresh %1").arg(QLocale().toString(updated, QLocale::ShortFormat))
            : QString());
}

} // namespace ui

#include "moc_statusline.cpp"
