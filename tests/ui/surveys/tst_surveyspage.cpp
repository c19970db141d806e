#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/surveys/surveyspage.h"

#include <QAction>
#include <QClipboard>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

const QByteArray noMore = R"({"status":422,"error":"Survey data not found!"})";
const QByteArray refusal = R"({"status":422,"error":"Not <b>this</b> one."})";

/// A page over a server with three surveys, of which one can't be paused.
struct Desk
{
    support::Reply reply(const support::Seen &seen)
    {
        if (isDown)
            return json(503, R"({"status":503,"error":"Closed for today."})");
        if (seen.path().endsWith("/survey_status")) {
            const QString project = QJsonDocument::fromJson(seen.body)[u"project_id"_s].toString();
            changed.append(project);
            return project == u"2"_s ? json(422, refusal) : json(200, R"({"status":200})");
        }
        if (seen.target.contains("project_id="))
            return json(200, fixture::page({surveys.first()}));
        const bool isFirst = seen.target.contains("page=1");
        return isFirst && !surveys.isEmpty() ? json(200, fixture::page(surveys))
                                             : json(422, noMore);
    }
    void load()
    {
        QSignalSpy busy(&session.surveys(), &models::SurveyStore::busyChanged);
        session.surveys().refresh();
        QTRY_VERIFY(busy.size() >= 2 && !session.surveys().isBusy());
    }
    QAction *action(const QString &text)
    {
        for (QAction *const one : page.surveyActions() + page.editActions()) {
            if (one->text().remove(u'&') == text)
                return one;
        }
        qFatal("no action is called %s", qPrintable(text));
    }
    QTableView *table() { return named<QTableView>(page, u"Surveys"_s); }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all.append(table()->model()->index(row, 1).data().toString());
        return all;
    }

    QList<api::Survey> surveys {fixture::survey(u"1"_s, u"Snack tracker"_s, 10),
                                fixture::survey(u"2"_s, u"Bänk switchers"_s, 20),
                                fixture::survey(u"3"_s, u"Pet owners"_s, 30)};
    bool isDown = false;
    QStringList changed;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Session session {
        {u"Test"_s, server.baseUrl(), {}, false}, {u"client"_s, u"key"_s}, database};
    support::CallsEnd ending {session.client()};
    ui::SurveysPage page {session, prompt};
};

} // namespace

class TestSurveysPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSearchesAndFilters();
    void saysWhyNothingIsThere();
    void keepsWhatIsKnownWhenTheServerIsGone();
    void changesSeveralOneAfterTheOther();
    void asksBeforeItCloses();
    void keepsTheSelectionOverARefresh();
    void copiesAsASpreadsheetWants();
};

void TestSurveysPage::showsSearchesAndFilters()
{
    Desk desk;
    desk.surveys[1].status = api::SurveyStatus::Closed;
    desk.surveys[1].statusText = u"Closed"_s;
    desk.load();
    QCOMPARE(desk.names(),
             (QStringList {u"Snack tracker"_s, u"Bänk switchers"_s, u"Pet owners"_s}));
    QVERIFY(says(desk.page, u"60 completes"_s));
    desk.page.search(u"bank"_s);
    QCOMPARE(desk.names(), QStringList {u"Bänk switchers"_s});
    desk.page.search({});
    auto *const closed = named<QPushButton>(desk.page, u"Show Closed surveys"_s);
    QCOMPARE(closed->text(), u"Closed 1"_s);
    closed->click();
    QCOMPARE(desk.names(), QStringList {u"Bänk switchers"_s});
    desk.page.search(u"pet"_s);
    QVERIFY(says(desk.page, u"No survey fits"_s));
    QSignalSpy cleared(&desk.page, &ui::SurveysPage::searchCleared);
    named<QPushButton>(desk.page, u"Show all surveys"_s)->click();
    QCOMPARE(desk.names().size(), qsizetype(3));
    QCOMPARE(cleared.size(), 1);
}

void TestSurveysPage::saysWhyNothingIsThere()
{
    Desk desk;
    QVERIFY(says(desk.page, u"Loading surveys…"_s));
    desk.surveys.clear();
    desk.load();
    QVERIFY(says(desk.page, u"No surveys yet"_s));
    QSignalSpy wanted(&desk.page, &ui::SurveysPage::newSurveyWanted);
    named<QPushButton>(desk.page, u"New survey"_s)->click();
    QCOMPARE(wanted.size(), 1);
    Desk down;
    down.isDown = true;
    down.load();
    QVERIFY(says(down.page, u"No surveys to show"_s));
    QVERIFY(says(down.page, u"Closed for today."_s));
}

void TestSurveysPage::keepsWhatIsKnownWhenTheServerIsGone()
{
    Desk desk;
    desk.load();
    desk.isDown = true;
    desk.load();
    QCOMPARE(desk.names().size(), qsizetype(3));
    QVERIFY(says(desk.page, u"The surveys could not be loaded."_s));
    desk.isDown = false;
    named<QPushButton>(desk.page, u"Retry"_s)->click();
    QTRY_VERIFY(!says(desk.page, u"The surveys could not be loaded."_s));
}

void TestSurveysPage::changesSeveralOneAfterTheOther()
{
    Desk desk;
    desk.load();
    QVERIFY(!desk.action(u"Pause"_s)->isEnabled());
    desk.table()->selectAll();
    desk.action(u"Pause"_s)->trigger();
    QTRY_VERIFY(says(desk.page, u"Bänk switchers: "_s));
    QCOMPARE(desk.changed, (QStringList {u"1"_s, u"2"_s, u"3"_s}));
    QVERIFY(says(desk.page, u"Not <b>this</b> one."_s));
    QVERIFY(!says(desk.page, u"Pet owners: "_s));
    QVERIFY(desk.prompt.asked.isEmpty());
}

void TestSurveysPage::asksBeforeItCloses()
{
    Desk desk;
    desk.load();
    desk.prompt.isSure = false;
    desk.table()->selectRow(0);
    desk.action(u"Close…"_s)->trigger();
    QCOMPARE(desk.prompt.asked.size(), qsizetype(1));
    QVERIFY(desk.prompt.asked.first().contains(u"Snack tracker"_s));
    QVERIFY(desk.changed.isEmpty());
    desk.prompt.isSure = true;
    desk.action(u"Close…"_s)->trigger();
    QTRY_COMPARE(desk.changed, QStringList {u"1"_s});
}

void TestSurveysPage::keepsTheSelectionOverARefresh()
{
    Desk desk;
    desk.load();
    desk.table()->selectRow(2);
    desk.surveys.prepend(fixture::survey(u"4"_s, u"A new one"_s));
    desk.load();
    QCOMPARE(desk.names().first(), u"A new one"_s);
    const QModelIndexList rows = desk.table()->selectionModel()->selectedRows(1);
    QCOMPARE(rows.size(), qsizetype(1));
    QCOMPARE(rows.first().data().toString(), u"Pet owners"_s);
}

void TestSurveysPage::copiesAsASpreadsheetWants()
{
    Desk desk;
    desk.load();
    desk.table()->selectRow(0);
    desk.action(u"Copy with headers"_s)->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QVERIFY(lines.value(0).startsWith(u"Code\tName\tStatus"_s));
    QVERIFY(lines.value(1).startsWith(u"ALGN1\tSnack tracker\tActive"_s));
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    return support::runWindowTest<TestSurveysPage>(argc, argv);
}

#include "tst_surveyspage.moc"
