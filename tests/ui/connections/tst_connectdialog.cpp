#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/database/sql.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/connections/connectdialog.h"

#include <QCoroTask>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

const QString key = u"canary-key-7f3a"_s;

struct Desk
{
    void type(const QString &field, const QString &text)
    {
        auto *const line = named<QLineEdit>(dialog, field);
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void fill()
    {
        type(u"Name"_s, u"  Agency "_s);
        type(u"Base URL"_s, server.baseUrl().toString());
        type(u"Client ID"_s, u"client"_s);
        type(u"Key"_s, key + u' ');
    }
    QPushButton *button(const QString &name) { return named<QPushButton>(dialog, name); }

    support::Reply answer = json(200, R"({"status":200,"data":[]})");
    models::Database database {u":memory:"_s};
    models::MemorySecrets pocket;
    support::FaultServer server {[this](const support::Seen &) { return answer; }};
    models::Connections connections {database, pocket, support::quickPolicy()};
    ui::ConnectDialog dialog {connections};
};

} // namespace

class TestConnectDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsMissing();
    void testsInWords();
    void connectsAndKeepsTheKeyOutOfSight();
    void changesAConnectionWithoutShowingItsKey();
    void asksForAKeyThatTheKeychainDoesNotHave();
};

void TestConnectDialog::saysWhatIsMissing()
{
    Desk desk;
    QVERIFY(!says(desk.dialog, u"Give the connection a name."_s));
    QVERIFY(says(desk.dialog, u"There is no keychain here"_s));
    desk.button(u"Connect"_s)->click();
    QVERIFY(says(desk.dialog, u"Give the connection a name."_s));
    desk.type(u"Base URL"_s, u"http://api.example/v1"_s);
    QVERIFY(says(desk.dialog, u"must begin with https://"_s));
    QVERIFY(desk.server.seen.isEmpty());
}

void TestConnectDialog::testsInWords()
{
    Desk desk;
    desk.fill();
    desk.button(u"Test connection"_s)->click();
    QTRY_VERIFY(says(desk.dialog, u"The connection works."_s));
    desk.answer = json(401, R"({"status":401,"error":"Unauthorized client."})");
    desk.button(u"Test connection"_s)->click();
    QTRY_VERIFY(says(desk.dialog, u"The connection doesn’t work."_s));
    desk.server.close();
    desk.type(u"Base URL"_s, u"http://127.0.0.1:1/v1/"_s);
    desk.button(u"Test connection"_s)->click();
    QTRY_VERIFY(says(desk.dialog, u"127.0.0.1"_s));
    for (const QLabel *label : desk.dialog.findChildren<QLabel *>())
        QVERIFY(!label->text().contains(key));
}

void TestConnectDialog::connectsAndKeepsTheKeyOutOfSight()
{
    Desk desk;
    desk.connections.load();
    QTRY_COMPARE(desk.connections.all().size(), qsizetype(1)); // the sandbox
    QCOMPARE(named<QLineEdit>(desk.dialog, u"Key"_s)->echoMode(), QLineEdit::Password);
    desk.fill();
    desk.button(u"Connect"_s)->click();
    QTRY_VERIFY(desk.connections.session() != nullptr);
    QCOMPARE(desk.connections.currentName(), u"Agency"_s);
    const auto kept = QCoro::waitFor(desk.pocket.read(u"Agency"_s));
    QCOMPARE(kept->key, key);
    support::close(desk.connections);
    QTRY_VERIFY(!desk.dialog.isVisible());
}

void TestConnectDialog::changesAConnectionWithoutShowingItsKey()
{
    Desk desk;
    desk.connections.load();
    desk.fill();
    desk.button(u"Connect"_s)->click();
    QTRY_VERIFY(desk.connections.session() != nullptr);
    const QString account = desk.connections.session()->account();
    support::wait(desk.database.run([account](QSqlDatabase &database) {
        return models::sql::exec(database, u"INSERT INTO drafts VALUES ('d', ?, 0, 0, 1, NULL)"_s,
                                 {account})
            .has_value();
    }));
    ui::ConnectDialog dialog(desk.connections, u"Agency"_s, nullptr);
    QCOMPARE(dialog.windowTitle(), u"Edit connection"_s);
    QCOMPARE(named<QLineEdit>(dialog, u"Name"_s)->text(), u"Agency"_s);
    QTRY_COMPARE(named<QLineEdit>(dialog, u"Client ID"_s)->text(), u"client"_s);
    QCOMPARE(named<QLineEdit>(dialog, u"Key"_s)->text(), QString());
    // The key that is kept is the one that is tried.
    named<QPushButton>(dialog, u"Test connection"_s)->click();
    QTRY_VERIFY(says(dialog, u"The connection works."_s));
    named<QLineEdit>(dialog, u"Name"_s)->setText(u"Agency 2"_s);
    named<QLineEdit>(dialog, u"Client ID"_s)->setText(u"other"_s);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    named<QPushButton>(dialog, u"Save"_s)->click();
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(desk.connections.currentName(), u"Agency 2"_s);
    QCOMPARE(QCoro::waitFor(desk.pocket.read(u"Agency"_s)), std::optional<models::Credentials>());
    QCOMPARE(QCoro::waitFor(desk.pocket.read(u"Agency 2"_s))->key, key);
    QVERIFY(desk.connections.session()->account() != account);
    // Drafts go along; while a creation is unclear they can't.
    const QString now = desk.connections.session()->account();
    const auto moved = support::wait(desk.database.run([now](QSqlDatabase &database) {
        const auto done = models::sql::exec(
            database,
            u"INSERT INTO intents VALUES ('u', ?, '{}', x'00', '[]', 'unknown', '', '[]', 1, 1)"_s,
            {now});
        const auto drafts = models::sql::each(database, u"SELECT 1 FROM drafts WHERE account = ?"_s,
                                              {now}, [](const QSqlQuery &) {});
        return done && drafts ? *drafts : -1;
    }));
    QCOMPARE(moved, 1);
    ui::ConnectDialog again(desk.connections, u"Agency 2"_s, nullptr);
    QTRY_COMPARE(named<QLineEdit>(again, u"Client ID"_s)->text(), u"other"_s);
    named<QLineEdit>(again, u"Client ID"_s)->setText(u"third"_s);
    named<QPushButton>(again, u"Save"_s)->click();
    QTRY_VERIFY(says(again, u"still unclear"_s));
    QCOMPARE(desk.connections.session()->account(), now);
    support::close(desk.connections);
}

void TestConnectDialog::asksForAKeyThatTheKeychainDoesNotHave()
{
    Desk desk;
    desk.connections.load();
    desk.fill();
    desk.button(u"Connect"_s)->click();
    QTRY_VERIFY(desk.connections.session() != nullptr);
    support::close(desk.connections);
    QCoro::waitFor(desk.pocket.remove(u"Agency"_s)); // as at a second start
    QSignalSpy missing(&desk.connections, &models::Connections::keyMissing);
    desk.connections.open(u"Agency"_s);
    QTRY_COMPARE(missing.size(), 1);
    QVERIFY(!desk.connections.session());
    ui::ConnectDialog dialog(desk.connections, u"Agency"_s, nullptr);
    QTRY_VERIFY(says(dialog, u"Enter the client ID and the key."_s));
    QVERIFY(says(dialog, u"The keychain can’t be opened."_s)); // there is none here
    named<QLineEdit>(dialog, u"Client ID"_s)->setText(u"client"_s);
    named<QLineEdit>(dialog, u"Key"_s)->setText(key);
    named<QPushButton>(dialog, u"Save"_s)->click();
    QTRY_VERIFY(desk.connections.session() != nullptr);
    QCOMPARE(desk.connections.currentName(), u"Agency"_s);
    support::close(desk.connections);
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestConnectDialog>(argc, argv);
}

#include "tst_connectdialog.moc"
