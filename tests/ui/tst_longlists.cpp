// Lists of very many UIDs: the window goes on, Cancel and closing end the work, and what is shown
// then is true. Each is let run to its end, cancelled in the middle, and closed in the middle.
#include "models/reconciliation/reconciliationstore.h"
#include "models/surveys/surveystore.h"
#include "tests/ui/longworkdesk.h"
#include "ui/reconciliation/reconciliationpage.h"

#include <QPushButton>
#include <QTableView>
#include <QThreadPool>

using namespace support::longwork;
using support::named;
using support::says;

namespace {

constexpr int uidCount = 300'000;
constexpr int comparedCount = 1'000'000;

struct UidDesk : Desk
{
    std::unique_ptr<ui::ReconciliationPage> page;

    explicit UidDesk(const QString &shown = u"S1"_s)
    {
        api::Survey survey = fixture::survey(u"S1"_s, u"Snack tracker"_s, 400);
        survey.status = api::SurveyStatus::Completed;
        session->surveys().adopt(survey);
        page = std::make_unique<ui::ReconciliationPage>(*session, prompt);
        page->resize(1200, 800);
        page->show();
        page->choose({shown});
    }
    QString write(const QString &name, const QByteArray &head, const char *tail) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no space");
        file.write(head);
        for (int i = 0; i < uidCount; ++i)
            file.write("j8G7Y17092487" + QByteArray::number(1'000'000 + i) + tail + '\n');
        return file.fileName();
    }
    QPushButton *button(const QString &name) const { return named<QPushButton>(*page, name); }
    int rows(const QString &table) const
    {
        return named<QTableView>(*page, table)->model()->rowCount();
    }
};

} // namespace

class TestLongLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        watch().begin();
    }
    void cleanup() { watch().verify(); }
    void importOfManyUids_data() { endings(); }
    void importOfManyUids();
    void exportOfManyUids_data() { endings(); }
    void exportOfManyUids();
    void compareOfManyUids_data() { endings(); }
    void compareOfManyUids();
};

void TestLongLists::importOfManyUids()
{
    QFETCH(int, ending);
    UidDesk desk;
    desk.prompt.path = desk.write(u"uids.txt"_s, {}, "");
    watch().begin();
    desk.button(u"Import UIDs…"_s)->click();
    if (ending == Cancel) {
        desk.button(u"Cancel import"_s)->click();
        QVERIFY(
            waitFor([&] { return !desk.button(u"Cancel import"_s)->isVisibleTo(&*desk.page); }));
        QCOMPARE(desk.rows(u"Findings by line"_s), 0);
        QVERIFY(!desk.button(u"Submit…"_s)->isEnabled());
    } else if (ending == Close) {
        desk.page.reset();
    } else {
        QVERIFY(waitFor([&] { return desk.rows(u"Findings by line"_s) == uidCount; }));
    }
}

void TestLongLists::exportOfManyUids()
{
    QFETCH(int, ending);
    UidDesk desk;
    desk.prompt.path = desk.write(u"uids.txt"_s, {}, "");
    desk.button(u"Import UIDs…"_s)->click();
    QVERIFY(waitFor([&] { return desk.rows(u"Findings by line"_s) == uidCount; }));
    watch().begin();
    desk.prompt.path = desk.folder.filePath(u"out.xlsx"_s);
    desk.button(u"Export…"_s)->click();
    if (ending == Cancel)
        desk.button(u"Cancel export"_s)->click();
    if (ending == Close)
        return desk.page.reset();
    const auto isWritten = [&] { return says(*desk.page, u"Exported to "_s); };
    const auto isCancelled = [&] {
        return says(*desk.page, u"Cancelled: the file was not written."_s);
    };
    QVERIFY(waitFor([&] { return isWritten() || isCancelled(); }));
    QCOMPARE(isWritten(), ending == End);
    QCOMPARE(QFile::exists(desk.prompt.path), isWritten());
}

/// Looking at another survey ends it, as there is nothing to cancel.
void TestLongLists::compareOfManyUids()
{
    QFETCH(int, ending);
    UidDesk desk {QString()};
    auto uids = std::make_shared<api::UidList>();
    QByteArray accepted = R"({"status":"Completed","accepted_uids":[)";
    for (int i = 0; i < comparedCount; ++i) {
        const QByteArray uid = "j8G7Y17092487" + QByteArray::number(1'000'000 + i);
        uids->append(uid);
        if (i % 2 == 0)
            accepted += '"' + uid + "\",";
    }
    models::SubmissionRecord record;
    record.survey = {u"S1"_s};
    record.uids = uids;
    record.state = models::SubmissionState::Submitted;
    record.fingerprint = "set";
    desk.database.run([account = desk.session->account(), record](QSqlDatabase &connection) {
        models::reconciliationtable::insert(connection, account, record);
    });
    desk.accepted = accepted + R"("stranger"]})";
    models::ReconciliationStore &store = desk.session->reconciliations();
    watch().begin();
    desk.page->choose({u"S1"_s});
    const auto isSettled = [&] {
        return store.summaries().value({u"S1"_s}).state == models::SubmissionState::Completed;
    };
    QVERIFY(waitFor(isSettled)); // and is being compared
    if (ending == Close)
        return desk.page.reset();
    if (ending == Cancel)
        desk.page->choose({u"S2"_s});
    const auto rows = [&] { return desk.rows(u"Compared UIDs"_s); };
    if (ending == End)
        QVERIFY(waitFor([&] { return rows() == comparedCount + 1; }));
    QVERIFY(waitFor([] { return QThreadPool::globalInstance()->activeThreadCount() == 0; }));
    QCoreApplication::processEvents();
    QCOMPARE(rows(), ending == End ? comparedCount + 1 : 0);
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestLongLists, support::StallWatch>(argc, argv);
}

#include "tst_longlists.moc"
