#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/activity/activitypage.h"
#include "ui/activity/pendingbar.h"
#include "ui/activity/pendingdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using api::SurveyStatus;
using support::json;
using support::named;

class TestActivityPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsACallAndCopiesIt();
    void showsAndExportsChanges();
    void offersToSendWhatWaits();
    void whatWaitsIsChosenOneByOne();
};

namespace {

struct Desk
{
    api::Survey survey = fixture::survey(u"S1"_s, u"Snack"_s, 7);
    support::FaultServer server {[this](const support::Seen &seen) {
        const bool isWrite = seen.verb == "PUT";
        if (isWrite)
            survey.statusText = fixture::statusOf(seen.body);
        return isWrite
            ? json(200, R"({"status":200,"message":"ok"})")
            : json(200,
                   fixture::page(seen.target.contains("page=2") ? QList<api::Survey> {}
                                                                : QList<api::Survey> {survey}));
    }};
    QTemporaryDir folder;
    models::Database database {u":memory:"_s};
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"canary-client"_s, u"canary-key"_s},
                             database,
                             support::quickPolicy()};
    support::CallsEnd ending {session.client()};
    support::FakePrompt prompt;

    bool refresh()
    {
        session.surveys().refresh();
        return QTest::qWaitFor([this] { return !session.surveys().isBusy(); }, 10'000);
    }
};

} // namespace

void TestActivityPage::showsACallAndCopiesIt()
{
    Desk desk;
    ui::ActivityPage page(desk.session, desk.prompt);
    page.resize(1160, 760);
    auto *const calls = named<QTableView>(page, u"Calls"_s);
    QVERIFY(desk.refresh());
    QTRY_COMPARE(calls->model()->rowCount(), 3); // both pages, and the first of them once more
    desk.session.surveys().setStatus({u"S1"_s}, SurveyStatus::Inactive);
    QTRY_VERIFY(calls->model()->rowCount() >= 4);
    page.search(u"survey_status"_s);
    QCOMPARE(calls->model()->rowCount(), 1);
    calls->selectRow(0);
    auto *const request = named<QPlainTextEdit>(page, u"Request"_s);
    QTRY_VERIFY(request->toPlainText().contains(u"PUT /endpoints/survey_status"_s));
    named<QPushButton>(page, u"Copy as cURL"_s)->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"\ncurl -X PUT "_s), qPrintable(copied));
    QVERIFY(copied.contains(u"$HASH"_s) && !copied.contains(u"canary"_s));
    named<QComboBox>(page, u"Result"_s)->setCurrentIndex(2);
    QCOMPARE(calls->model()->rowCount(), 0);
}

void TestActivityPage::showsAndExportsChanges()
{
    Desk desk;
    QVERIFY(desk.refresh());
    ui::ActivityPage page(desk.session, desk.prompt);
    auto *const tabs = named<QTabWidget>(page, u"Calls and changes"_s);
    tabs->setCurrentIndex(1);
    desk.session.surveys().setStatus({u"S1"_s}, SurveyStatus::Inactive);
    auto *const changes = named<QTableView>(page, u"Changes"_s);
    QTRY_VERIFY(changes->model()->rowCount() > 0);
    desk.prompt.path = desk.folder.filePath(u"changes.csv"_s);
    named<QPushButton>(page, u"Export…"_s)->click();
    QTRY_VERIFY(QFile::exists(desk.prompt.path));
    QFile file(desk.prompt.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Snack,Status,Active,Inactive,This computer"));
}

void TestActivityPage::offersToSendWhatWaits()
{
    Desk desk;
    QVERIFY(desk.refresh());
    ui::PendingBar bar(desk.session, desk.prompt);
    QVERIFY(bar.isHidden());
    const QHostAddress address = desk.server.serverAddress();
    const quint16 port = desk.server.serverPort();
    desk.server.close();
    for (QTcpSocket *const kept : desk.server.findChildren<QTcpSocket *>())
        kept->abort(); // what is kept alive would still be answered
    desk.session.surveys().setStatus({u"S1"_s}, SurveyStatus::Inactive);
    QTRY_VERIFY(!bar.isHidden());
    QTRY_VERIFY(support::says(bar, u"Snack: Status from Active to Inactive"_s));
    QVERIFY(support::says(bar, u"Offline"_s));
    QVERIFY(desk.server.listen(address, port));
    named<QPushButton>(bar, u"Retry"_s)->click();
    QTRY_VERIFY(!support::says(bar, u"Offline"_s));
    QCOMPARE(desk.session.pending().edits().size(), 1); // only the person sends it
    named<QPushButton>(bar, u"Send now"_s)->click();
    QTRY_VERIFY(bar.isHidden());
}

void TestActivityPage::whatWaitsIsChosenOneByOne()
{
    Desk desk;
    QVERIFY(desk.refresh());
    models::PendingEdits &pending = desk.session.pending();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    pending.keep({{u"S1"_s}, u"status"_s, now, u"Status"_s, u"Active"_s, u"Inactive"_s, "2"});
    pending.keep(
        {{u"S1"_s}, u"terms"_s, now, u"Terms"_s, u"LOI 10"_s, u"LOI 12"_s, R"({"loi":12})"});
    QWidget window;
    auto *const dialog = new ui::PendingDialog(desk.session, &window);
    QSignalSpy gone(dialog, &QObject::destroyed);
    dialog->open();
    QTableView *const table = named<QTableView>(*dialog, u"Changes not sent yet"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    table->selectRow(0);
    named<QPushButton>(*dialog, u"Discard"_s)->click();
    QCOMPARE(pending.edits().size(), qsizetype(1));
    QCOMPARE(pending.edits().first().kind, u"terms"_s);
    table->selectRow(0);
    named<QPushButton>(*dialog, u"Send"_s)->click();
    QTRY_VERIFY(pending.edits().isEmpty());
    QTRY_COMPARE(gone.size(), qsizetype(1)); // nothing is left to choose from
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestActivityPage>(argc, argv);
}

#include "tst_activitypage.moc"
