#include "models/database/database.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/interlocking/interlockingpage.h"

#include <QAction>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

struct Desk
{
    Desk() { surveys.adopt(fixture::survey(u"S1"_s, u"Snack tracker"_s)); }

    support::Reply reply(const support::Seen &seen)
    {
        if (isDown)
            return json(503, R"({"status":503,"error":"Closed for today."})");
        if (seen.path().endsWith("/qualifications"))
            return json(200,
                        R"({"status":200,"qualifications_data":[{"qualification_code":43,)"
                        R"("title":"GENDER","text":"?","conditions":[)"
                        R"({"condition_code":1,"condition_name":"Male"},)"
                        R"({"condition_code":2,"condition_name":"Female"}]}]})");
        if (!hasGrid && seen.verb == "GET")
            return json(422, R"({"status":422,"error":"Interlocking data not found!"})");
        if (seen.verb == "GET")
            return json(200, "{\"status\":200,\"data\":" + grid() + "}");
        writes.append(seen.body);
        hasGrid = true;
        for (const QJsonValue &cell :
             QJsonDocument::fromJson(seen.body)[u"combinations"_s].toArray())
            quotas[cell[u"id"_s].toString() == u"c0"_s ? 0 : 1] = cell[u"required_count"_s].toInt();
        return json(200, "{\"status\":200,\"Interlocking\":" + grid() + "}");
    }
    QByteArray grid() const
    {
        return QStringLiteral("{\"project_id\":\"S1\",\"combinations\":["
                              "{\"id\":\"c0\",\"option\":\"Male\",\"quota\":%1},"
                              "{\"id\":\"c1\",\"option\":\"Female\",\"quota\":%2}],"
                              "\"qualifications\":[{\"id\":\"1\",\"title\":\"GENDER\","
                              "\"options\":\"Male,Female\"}]}")
            .arg(quotas[0])
            .arg(quotas[1])
            .toUtf8();
    }
    QTableView *table() { return named<QTableView>(page, u"Interlocking quotas"_s); }
    QString cell(int row) { return table()->model()->index(row, 1).data().toString(); }
    bool type(int row, const QString &text)
    {
        return table()->model()->setData(table()->model()->index(row, 1), text, Qt::EditRole);
    }
    QPushButton *button(const QString &name) { return named<QPushButton>(page, name); }

    QList<int> quotas {100, 200};
    bool hasGrid = true;
    bool isDown = false;
    QByteArrayList writes;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    api::Client client {{server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
    models::SurveyStore surveys {client, database, u"account"_s};
    ui::InterlockingPage page {client, surveys, {u"S1"_s}, prompt};
};

} // namespace

class TestInterlockingPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsUndoesAndSaves();
    void keepsEditsThroughFailureAndRefresh();
    void settlesConflictsCellByCell();
    void pastesAColumn();
    void createsAGridWhenThereIsNone();
    void aClosedSurveyIsOnlyRead();
};

void TestInterlockingPage::editsUndoesAndSaves()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    QVERIFY(says(desk.page, u"Sum 300 of 400 completes"_s));
    QVERIFY(!desk.button(u"Save"_s)->isEnabled());
    QVERIFY(!desk.type(0, u"many"_s));
    QVERIFY(says(desk.page, u"A quota is a whole number"_s));
    QVERIFY(desk.type(0, u"150"_s));
    QVERIFY(!says(desk.page, u"A quota is a whole number"_s));
    QVERIFY(desk.type(1, u"250"_s));
    QCOMPARE(desk.page.unsavedCells(), qsizetype(2));
    desk.button(u"Undo"_s)->click();
    QCOMPARE(desk.cell(1), u"200"_s);
    desk.button(u"Redo"_s)->click();
    desk.button(u"Undo"_s)->click();
    desk.button(u"Save"_s)->click();
    QTRY_COMPARE(desk.writes.size(), qsizetype(1));
    QVERIFY(desk.writes.first().contains("c0") && !desk.writes.first().contains("c1"));
    QTRY_COMPARE(desk.page.unsavedCells(), qsizetype(0));
}

void TestInterlockingPage::keepsEditsThroughFailureAndRefresh()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.type(0, u"150"_s);
    desk.isDown = true;
    desk.button(u"Save"_s)->click();
    QTRY_VERIFY(says(desk.page, u"They are kept here."_s));
    QCOMPARE(desk.cell(0), u"150"_s);
    desk.isDown = false;
    desk.quotas[1] = 222;
    desk.page.refresh();
    QTRY_COMPARE(desk.cell(1), u"222"_s);
    QCOMPARE(desk.cell(0), u"150"_s);
    desk.button(u"Revert"_s)->click();
    QCOMPARE(desk.cell(0), u"100"_s);
    QVERIFY(desk.writes.isEmpty());
}

void TestInterlockingPage::settlesConflictsCellByCell()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    desk.type(0, u"150"_s);
    desk.type(1, u"250"_s);
    desk.quotas = {111, 222};
    desk.button(u"Save"_s)->click();
    auto *const conflicts = named<QTableWidget>(desk.page, u"Conflicts"_s);
    QTRY_COMPARE(conflicts->rowCount(), 2);
    QVERIFY(desk.writes.isEmpty());
    conflicts->selectRow(0);
    desk.button(u"Take theirs"_s)->click();
    QCOMPARE(desk.cell(0), u"111"_s);
    desk.button(u"Keep mine"_s)->click();
    QCOMPARE(desk.cell(1), u"250"_s);
    desk.button(u"Save"_s)->click();
    QTRY_COMPARE(desk.writes.size(), qsizetype(1));
    QVERIFY(desk.writes.first().contains("c1") && !desk.writes.first().contains("c0"));
}

void TestInterlockingPage::pastesAColumn()
{
    Desk desk;
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    QAction *paste = nullptr;
    for (QAction *const action : desk.page.editActions()) {
        if (action->text() == u"&Paste"_s)
            paste = action;
    }
    desk.table()->setCurrentIndex(desk.table()->model()->index(0, 1));
    QGuiApplication::clipboard()->setText(u"1\n2\n3"_s);
    paste->trigger();
    QVERIFY(says(desk.page, u"Nothing was pasted."_s));
    QCOMPARE(desk.cell(0), u"100"_s);
    QGuiApplication::clipboard()->setText(u"150\n250\n"_s);
    paste->trigger();
    QCOMPARE(desk.cell(1), u"250"_s);
    desk.button(u"Undo"_s)->click();
    QCOMPARE(desk.page.unsavedCells(), qsizetype(0));
}

void TestInterlockingPage::createsAGridWhenThereIsNone()
{
    Desk desk;
    desk.hasGrid = false;
    auto *const list = named<QListWidget>(desk.page, u"Qualifications to cross"_s);
    QTRY_COMPARE(list->count(), 1);
    QPushButton *const create = desk.button(u"Create interlocking quotas…"_s);
    QVERIFY(!create->isEnabled());
    list->item(0)->setCheckState(Qt::Checked);
    QVERIFY(says(desk.page, u"2 of at most 200 combinations"_s));
    desk.prompt.isSure = false;
    create->click();
    QVERIFY(desk.writes.isEmpty());
    desk.prompt.isSure = true;
    create->click();
    QTRY_COMPARE(desk.cell(1), u"200"_s);
    QCOMPARE(desk.writes.size(), qsizetype(1));
}

void TestInterlockingPage::aClosedSurveyIsOnlyRead()
{
    Desk desk;
    api::Survey closed = fixture::survey(u"S1"_s, u"Snack tracker"_s);
    closed.status = api::SurveyStatus::Closed;
    desk.surveys.adopt(closed);
    QTRY_COMPARE(desk.cell(0), u"100"_s);
    QVERIFY(!desk.type(0, u"150"_s));
    QVERIFY(says(desk.page, u"The survey is closed"_s));
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestInterlockingPage>(argc, argv);
}

#include "tst_interlockingpage.moc"
