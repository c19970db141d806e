#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/connections/connectdialog.h"

#include <QCoroTask>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

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

int main(int argc, char **argv)
{
    return support::runWindowTest<TestConnectDialog>(argc, argv);
}

#include "tst_connectdialog.moc"
