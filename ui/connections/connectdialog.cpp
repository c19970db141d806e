#include "ui/connections/connectdialog.h"

#include "models/connections/connectionrules.h"
#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/connectioncolour.h"
#include "ui/widgets/form.h"
#include "ui/widgets/looks.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int dialogWidth = 560;
constexpr QLatin1StringView usualBaseUrl("https://api.audience-align.com/v1/");

} // namespace

ConnectDialog::ConnectDialog(models::Connections &connections, QWidget *parent)
    : ConnectDialog(connections, {}, parent)
{
}

ConnectDialog::ConnectDialog(models::Connections &connections, const QString &edited,
                             QWidget *parent)
    : QDialog(parent)
    , m_connections(connections)
    , m_edited(edited)
{
    setWindowTitle(edited.isEmpty() ? tr("Connect to Audience-Align") : tr("Edit connection"));
    build();
    if (!edited.isEmpty())
        fill();
    resize(dialogWidth, sizeHint().height());
    check(false);
}

ConnectDialog::~ConnectDialog()
{
    m_cancellation.cancel();
}

void ConnectDialog::build()
{
    m_form = new Form(this);
    m_name = new QLineEdit(this);
    m_baseUrl = new QLineEdit(usualBaseUrl, this);
    m_clientId = new QLineEdit(this);
    m_key = new QLineEdit(this);
    m_key->setEchoMode(QLineEdit::Password);
    m_colour = new QComboBox(this);
    for (const ConnectionColour &colour : connectionColours())
        m_colour->addItem(colourMark(colour.key), colour.word, colour.key);
    m_form->add("name", tr("&Name"), m_name, tr("A name for this connection, e.g. your agency"));
    m_form->add("baseUrl", tr("&Base URL"), m_baseUrl);
    m_form->add("clientId", tr("C&lient ID"), m_clientId);
    m_form->add("key", tr("&Key"), m_key,
                m_connections.keepsSecrets()
                    ? tr("Kept in the desktop’s keychain; without one, until AlignDesk is closed.")
                    : tr("There is no keychain here: the key is kept until AlignDesk is closed."));
    m_form->add("colour", tr("C&olour"), m_colour, tr("Shown next to the connection’s name"));
    for (QLineEdit *const line : {m_name, m_baseUrl, m_clientId, m_key})
        connect(line, &QLineEdit::textChanged, this, [this] { check(false); });
    m_banner = new Banner(this);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::page);
    rows->setSpacing(space::card);
    rows->addWidget(m_form);
    rows->addWidget(m_banner);
    rows->addStretch();
    rows->addLayout(buttons());
    setTesting(false);
}

void ConnectDialog::fill()
{
    for (const models::Connection &each : m_connections.all()) {
        if (each.name != m_edited)
            continue;
        m_name->setText(each.name);
        m_baseUrl->setText(each.baseUrl.toString());
        m_colour->setCurrentIndex(m_colour->findData(each.colour));
    }
    QCoro::connect(m_connections.credentials(m_edited), this,
                   [this](const std::optional<models::Credentials> &kept) {
                       if (!kept) {
                           m_banner->show(Tone::Information, tr("Enter the client ID and the key."),
                                          m_connections.keepsSecrets()
                                              ? tr("The keychain doesn’t have them.")
                                              : tr("The keychain can’t be opened."));
                           m_form->focusField("clientId");
                           return;
                       }
                       m_keptKey = kept->key;
                       m_key->setPlaceholderText(tr("Unchanged"));
                       if (m_clientId->text().isEmpty())
                           m_clientId->setText(kept->clientId);
                       check(false);
                   });
}

QLayout *ConnectDialog::buttons()
{
    m_test = new QPushButton(this);
    m_test->setAutoDefault(false);
    m_connect = new QPushButton(m_edited.isEmpty() ? tr("&Connect") : tr("&Save"), this);
    m_connect->setDefault(true);
    setPrimary(m_connect);
    auto *const cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    connect(m_test, &QPushButton::clicked, this, [this] { m_isTesting ? stopTest() : test(); });
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::connectNow);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addWidget(m_test);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_connect);
    return row;
}

models::Connection ConnectDialog::connection() const
{
    return {.name = m_name->text().trimmed(),
            .baseUrl = models::baseUrlFromInput(m_baseUrl->text()),
            .colour = m_colour->currentData().toString(),
            .isSandbox = false};
}

models::Credentials ConnectDialog::credentials() const
{
    const QString key = m_key->text().trimmed();
    return {m_clientId->text().trimmed(), key.isEmpty() ? m_keptKey : key};
}

void ConnectDialog::check(bool isEverything)
{
    m_form->showIssues(m_connections.problems(connection(), credentials(), m_edited), isEverything);
}

void ConnectDialog::test()
{
    QList<models::Issue> issues = m_connections.problems(connection(), credentials(), m_edited);
    issues.removeIf([](const models::Issue &issue) { return issue.field == "name"; });
    if (!issues.isEmpty()) {
        check(true);
        m_form->focusField(issues.first().field);
        return;
    }
    setTesting(true);
    m_banner->clear();
    m_cancellation = api::Cancellation();
    QCoro::connect(m_connections.test(connection(), credentials(), m_cancellation), this,
                   [this, cancellation = m_cancellation](const models::TestResult &result) {
                       if (!cancellation.isCancelled())
                           tell(result);
                   });
}

void ConnectDialog::stopTest()
{
    m_cancellation.cancel();
    setTesting(false);
    m_banner->show(Tone::Information, tr("The test was cancelled."));
}

void ConnectDialog::tell(const models::TestResult &result)
{
    setTesting(false);
    m_banner->show(result.isGood ? Tone::Good : Tone::Error,
                   result.isGood ? tr("The connection works.") : tr("The connection doesn’t work."),
                   result.text);
    if (!result.isGood)
        m_form->focusField(result.field);
}

void ConnectDialog::connectNow()
{
    const QList<models::Issue> issues =
        m_connections.problems(connection(), credentials(), m_edited);
    if (!issues.isEmpty()) {
        check(true);
        m_form->focusField(issues.first().field);
        return;
    }
    if (!m_edited.isEmpty())
        return saveChanges();
    m_connections.add(connection(), credentials());
    accept();
}

void ConnectDialog::saveChanges()
{
    m_connect->setEnabled(false);
    QCoro::connect(m_connections.change(m_edited, connection(), credentials()), this,
                   [this](const QString &problem) {
                       m_connect->setEnabled(true);
                       if (problem.isEmpty())
                           return accept();
                       m_banner->show(Tone::Error, tr("The connection was not changed."), problem);
                   });
}

void ConnectDialog::setTesting(bool isTesting)
{
    m_isTesting = isTesting;
    m_test->setText(isTesting ? tr("Cancel &test") : tr("&Test connection"));
    m_connect->setEnabled(!isTesting);
}

} // namespace ui

#include "moc_connectdialog.cpp"
