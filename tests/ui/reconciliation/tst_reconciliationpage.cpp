#include "models/connections/session.h"
#include "models/files/ziparchive.h"
#include "models/reconciliation/reconciliationplans.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/surveys/surveystore.h"
#include "tests/ui/reconciliation/reconciliationdesk.h"
#include "ui/reconciliation/reconciliationdesk.h"
#include "ui/reconciliation/reconciliationpage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using Desk = support::ReconciliationDesk;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestReconciliationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsSubmitsComparesAndExports();
    void comparesWithAllSubmittedLists();
    void countsTheUidsOfAllListsOnce();
    void keepsTheListWhenRefused();
    void takesRejectsOff();
    void choosesAColumnInThePreview();
    void checksAgainstThePlatform();
    void exportsTheEvidence();
    void asksBeforeItSaysThatNothingWasSubmitted();
    void saysOneThingOfAnUnclearSubmission();
    void staysWithTheNextList();
    void listsAllReconciliations();
    void tellsNoPriceOfAnUnknownSurvey();
    void namesFilesAndSurveysInAnyScript();
    void countsNothingThatWasNotChecked();
};

void TestReconciliationPage::importsSubmitsComparesAndExports()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    QTRY_COMPARE(desk.table(u"Findings by line"_s)->rowCount(), 4);
    desk.button(u"Show only: Duplicate"_s)->click();
    QCOMPARE(desk.rows(u"Findings by line"_s),
             QStringList {u"4 | j8G7Y170924878SjNlC | Duplicate | repeats line 1 | in.txt"_s});
    QVERIFY(!desk.button(u"Submit…"_s)->isEnabled());
    auto *const email = named<QLineEdit>(desk.page, u"Contact e-mail"_s);
    email->setText(u"nobody"_s);
    QVERIFY(!desk.button(u"Submit…"_s)->isEnabled());
    desk.submit();
    desk.showTab(1);
    QTRY_COMPARE(desk.table(u"Compared UIDs"_s)->rowCount(), 2);
    QCOMPARE(desk.posts.size(), qsizetype(1));
    QVERIFY(desk.prompt.asked.value(0).contains(u"can’t be undone"_s));
    QVERIFY(desk.prompt.asked.value(0).contains(u"2 UID(s): 2 good."_s));
    desk.prompt.path = desk.folder.filePath(u"out.csv"_s);
    desk.button(u"Show only: Submitted but not accepted"_s)->click();
    desk.button(u"Export…"_s)->click();
    QTRY_COMPARE(read(desk.prompt.path),
                 QByteArray("\xef\xbb\xbfUID,Finding,Submitted,Accepted\r\n"
                            "j8G7Y170924878SjNlC,Not accepted,yes,no\r\n"));
    QVERIFY(desk.prompt.suggested.startsWith(u"ALGN4532 Snack tracker W14 – reconciliation 20"_s));
    QTRY_VERIFY(desk.button(u"Export…"_s)->isEnabled()); // the first has ended
    desk.prompt.path = desk.folder.filePath(u"out.txt"_s);
    desk.button(u"Export…"_s)->click();
    QTRY_COMPARE(read(desk.prompt.path), QByteArray("j8G7Y170924878SjNlC\n"));
    QVERIFY(support::says(desk.page, u"1 of 2 · 0.00\u00a0USD to pay"_s));
    named<QLineEdit>(desk.page, u"Search UIDs"_s)->setText(u"cok"_s);
    desk.button(u"Show only: Submitted but not accepted"_s)->click();
    QCOMPARE(desk.table(u"Compared UIDs"_s)->rowCount(), 1);
}

void TestReconciliationPage::comparesWithAllSubmittedLists()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    desk.submit();
    QTRY_COMPARE(desk.table(u"Compared UIDs"_s)->rowCount(), 2);
    desk.acceptedNext = R"(["Z5hjB170924872cokEx","late00000000000001a","nobody0000000000001"])";
    desk.button(u"Start over"_s)->click();
    desk.import(u"Import UIDs…"_s, u"late.txt"_s, "late00000000000001a\n");
    desk.submit();
    QTRY_COMPARE(desk.rows(u"Compared UIDs"_s).size(), qsizetype(4));
    const QStringList lines = desk.rows(u"Compared UIDs"_s);
    const auto finding = [&lines](const QString &uid) {
        for (const QString &line : lines)
            if (line.contains(uid))
                return line.split(u" | "_s).value(2);
        return QString();
    };
    QCOMPARE(finding(u"j8G7Y170924878SjNlC"_s), u"Not accepted"_s);
    QCOMPARE(finding(u"Z5hjB170924872cokEx"_s), u"Accepted"_s); // of the first list
    QCOMPARE(finding(u"late00000000000001a"_s), u"Accepted"_s);
    QCOMPARE(finding(u"nobody0000000000001"_s), u"Never submitted"_s);
    QVERIFY(support::says(desk.page, u"Still billed: 4.50\u00a0USD"_s));
    QVERIFY(support::says(desk.page, u"All 2 submitted lists are compared."_s));
    // The bundle of one list names its own, and as strangers only those of no list.
    const auto chosen = named<QTableView>(desk.page, u"Submissions"_s)->selectionModel();
    QCOMPARE(chosen->selectedRows().value(0).row(), 0); // the one just submitted
    desk.prompt.path = desk.folder.filePath(u"evidence.zip"_s);
    desk.button(u"Export bundle…"_s)->click();
    QTRY_VERIFY(QFile::exists(desk.prompt.path));
    const auto archive = models::ZipArchive::open(desk.prompt.path);
    const auto part = [&archive](const char *name) {
        QByteArray text;
        archive->read(name, 10'000, [&text](QByteArrayView piece) {
            text += piece;
            return true;
        });
        return text;
    };
    QCOMPARE(part("submitted.txt"), QByteArray("late00000000000001a\n"));
    QCOMPARE(part("never-submitted.txt"), QByteArray("nobody0000000000001\n"));
    const QByteArray about = part("submission.json");
    for (const char *const line :
         {R"("accepted_of_other_submissions": 1)", R"("accepted": 3)", R"("never_submitted": 1)",
          R"("currency": "USD")", R"("file": "other-submissions/1.txt")"})
        QVERIFY2(about.contains(line), about);
    QCOMPARE(part("other-submissions/1.txt"),
             QByteArray("j8G7Y170924878SjNlC\nZ5hjB170924872cokEx\n"));
    QVERIFY(part("SHA256SUMS").contains("  other-submissions/1.txt\n"));
}

/// In the list of all as on the page of the one.
void TestReconciliationPage::countsTheUidsOfAllListsOnce()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    desk.submit();
    QTRY_COMPARE(desk.table(u"Compared UIDs"_s)->rowCount(), 2);
    desk.acceptedNext = R"(["Z5hjB170924872cokEx","late00000000000001a","Z5hjB170924872cokEx"])";
    desk.button(u"Start over"_s)->click();
    desk.import(u"Import UIDs…"_s, u"late.txt"_s, "late00000000000001a\nZ5hjB170924872cokEx\n");
    desk.submit();
    const QString figures = u" | 4 | 3 | 2 | 9.00\u00a0USD | 9.00\u00a0USD"_s;
    QTRY_VERIFY(desk.rows(u"All reconciliations"_s).value(0).endsWith(figures));
    models::ReconciliationStore later(desk.session.client(), desk.database, desk.session.account());
    later.loadAll(); // as after a restart
    QTRY_COMPARE(later.summaries().value({u"S1"_s}).submittedCount, std::optional<qint64>(3));
    QTRY_COMPARE(later.summaries(), desk.session.reconciliations().summaries());
}

void TestReconciliationPage::keepsTheListWhenRefused()
{
    Desk desk(json(409, R"({"status":false,"message":"Not in that state."})"));
    desk.isTaken = false;
    desk.prompt.isSure = false;
    desk.submit();
    QTRY_COMPARE(desk.prompt.asked.size(), qsizetype(1));
    QVERIFY(desk.posts.isEmpty());
    desk.prompt.isSure = true;
    desk.submit();
    QTRY_COMPARE(desk.posts.size(), qsizetype(1));
    QTRY_VERIFY(desk.button(u"Submit…"_s)->isEnabled());
    QTRY_VERIFY(support::says(desk.page, u"This survey was reconciled before."_s));
    QVERIFY(support::says(desk.page, u"Not in that state."_s));
    auto *const shown = desk.page.findChild<ui::ReconciliationDesk *>();
    shown->readAgain(); // as when the server is back: what was told stays
    QVERIFY(support::says(desk.page, u"This survey was reconciled before."_s));
    shown->refresh();
    QVERIFY(!support::says(desk.page, u"This survey was reconciled before."_s));
    QCOMPARE(desk.table(u"Findings by line"_s)->rowCount(), 4);
}

void TestReconciliationPage::takesRejectsOff()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    QTRY_VERIFY(desk.button(u"Remove rejects…"_s)->isEnabled());
    desk.import(u"Remove rejects…"_s, u"bad.csv"_s,
                "uid,reason\nZ5hjB170924872cokEx,Speeder\nm7iIy170924859biRIw,Bot\n");
    QTRY_COMPARE(desk.table(u"Findings by line"_s)->rowCount(), 5);
    QCOMPARE(desk.rows(u"Findings by line"_s).value(1),
             u"2 | Z5hjB170924872cokEx | Rejected | Speeder | in.txt"_s);
    desk.submit();
    QTRY_COMPARE(desk.posts.size(), qsizetype(1));
    QCOMPARE(desk.posts.first(),
             QByteArray(R"({"contact_email":"a@b.example",)"
                        R"("request_uids":["j8G7Y170924878SjNlC"]})"));
}

void TestReconciliationPage::choosesAColumnInThePreview()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    QTRY_VERIFY(desk.button(u"Start over"_s)->isEnabled());
    desk.button(u"Start over"_s)->click();
    desk.import(u"Import UIDs…"_s, u"two.csv"_s, "uid,other\na1,b1\na2,b2\n");
    QTRY_COMPARE(desk.table(u"Findings by line"_s)->rowCount(), 2);
    desk.button(u"First rows"_s)->click();
    auto *const preview = named<QTableView>(desk.page, u"First rows of the file"_s);
    QCOMPARE(desk.rows(u"First rows of the file"_s),
             (QStringList {u"uid | other"_s, u"a1 | b1"_s, u"a2 | b2"_s}));
    preview->setCurrentIndex(preview->model()->index(1, 1));
    QTRY_COMPARE(desk.rows(u"Findings by line"_s).value(0), u"2 | b1 | Good |  | two.csv"_s);
    QCOMPARE(desk.session.plans().plan({u"S1"_s}).reading.columnName, u"other"_s);
}

void TestReconciliationPage::checksAgainstThePlatform()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    desk.submit();
    QTRY_COMPARE(desk.session.reconciliations().summaries().value({u"S1"_s}).state,
                 models::SubmissionState::Completed);
    desk.showTab(2);
    desk.import(u"Import platform export…"_s, u"platform.csv"_s,
                "rid,status,loi\nZ5hjB170924872cokEx,complete,10\nb,Complete,20\nc,Terminated,1\n"
                "d,Terminated,1\ne,Incomplete,\n");
    QTRY_COMPARE(desk.rows(u"Respondents of both sources"_s),
                 (QStringList {u"1 | Z5hjB170924872cokEx | Both | complete, 10.0 min | "_s,
                               u"2 | b | Only there | Complete, 20.0 min | "_s,
                               u"3 | c | Not complete | Terminated, 1.0 min | "_s,
                               u"4 | d | Not complete | Terminated, 1.0 min | "_s,
                               u"5 | e | Not complete | Incomplete | "_s}));
    QVERIFY(support::says(desk.page, u"50.0 %"_s)); // 2 of 4 qualified
    QVERIFY(support::says(desk.page, u"15.0 min"_s));
    QVERIFY(support::says(desk.page, u"20.0 %"_s)); // 1 of 5 dropped out
}

void TestReconciliationPage::exportsTheEvidence()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    desk.submit();
    QTRY_COMPARE(desk.session.reconciliations().summaries().value({u"S1"_s}).state,
                 models::SubmissionState::Completed);
    desk.showTab(3);
    QCOMPARE(desk.table(u"Submissions"_s)->rowCount(), 1);
    desk.prompt.path = desk.folder.filePath(u"evidence.zip"_s);
    desk.button(u"Export bundle…"_s)->click();
    QTRY_VERIFY(QFile::exists(desk.prompt.path));
    const auto archive = models::ZipArchive::open(desk.prompt.path);
    QByteArray text;
    const auto take = [&text](QByteArrayView piece) {
        text += piece;
        return true;
    };
    QVERIFY(archive->read("not-accepted.txt", 1000, take));
    QCOMPARE(text, QByteArray("j8G7Y170924878SjNlC\n"));
    QVERIFY(archive->read("submission.json", 10'000, take));
    for (const char *const part :
         {R"("answer": "Taken.")", R"("service_status": "Completed")", R"("least": "4.50")",
          R"("contact_email": "a@b.example")", R"("completes_counted": 4)"})
        QVERIFY2(text.contains(part), text);
    QVERIFY(archive->read("SHA256SUMS", 10'000, take));
    QVERIFY(text.contains("  accepted.txt"));
}

void TestReconciliationPage::asksBeforeItSaysThatNothingWasSubmitted()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    api::Survey other = Desk::survey();
    other.id = {u"S2"_s};
    other.code = u"ALGN4533"_s;
    desk.session.surveys().adopt(other);
    const auto cells = [&desk] { return desk.rows(u"All reconciliations"_s).join(u'\n'); };
    QTRY_VERIFY(cells().contains(u"ALGN4533 | Not checked | 1 Dec 2026 | "_s));
    QCOMPARE(std::ranges::count_if(
                 desk.server.seen,
                 [](const support::Seen &seen) { return seen.headers.contains("S2"); }),
             0);
    desk.session.reconciliations().loadAll();
    desk.page.showAll();
    desk.page.show(); // the first visit asks
    QTRY_VERIFY(cells().contains(u"ALGN4533 | Not submitted | "_s));
}

void TestReconciliationPage::saysOneThingOfAnUnclearSubmission()
{
    Desk desk(json(200, "<html>"));
    desk.isTaken = false;
    desk.submit();
    QTRY_VERIFY(support::says(desk.page, u"Unknown"_s));
    QVERIFY(support::says(desk.page, u"No clear answer came to the submission."_s));
    for (const auto *const button : desk.page.findChildren<QPushButton *>()) // it’d seem to send
        QVERIFY(!button->text().contains(u"etry"_s) || !button->isVisibleTo(&desk.page));
    desk.button(u"Check again"_s)->click();
    QTRY_VERIFY(!desk.session.fault()); // “Not found” is the service’s own word
    QCOMPARE(desk.posts.size(), qsizetype(1));
    Q_EMIT desk.session.reconciliations().submitFailed({u"S1"_s}, {});
    QVERIFY(!support::says(desk.page, u"Completed"_s));
    desk.isTaken = true;
    desk.session.reconciliations().check({u"S1"_s});
    QTRY_VERIFY(support::says(desk.page, u"Completed"_s));
    QVERIFY(!support::says(desk.page, u"No clear answer came to the submission."_s));
    auto *const tabs = named<QTabWidget>(desk.page, u"Pages of the reconciliation"_s);
    QCOMPARE(tabs->currentIndex(), 1); // the result
    QVERIFY(!desk.button(u"Submit…"_s)->isEnabled());
}

void TestReconciliationPage::staysWithTheNextList()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    desk.isTaken = false;
    desk.submit();
    QTRY_COMPARE(desk.posts.size(), qsizetype(1));
    desk.button(u"Start over"_s)->click();
    desk.import(u"Import UIDs…"_s, u"late.txt"_s, "late00000000000001a\n");
    QTRY_VERIFY(!desk.page.unsaved().isEmpty());
    desk.isTaken = true;
    desk.session.reconciliations().check({u"S1"_s});
    QTRY_VERIFY(support::says(desk.page, u"Completed"_s));
    QCOMPARE(named<QTabWidget>(desk.page, u"Pages of the reconciliation"_s)->currentIndex(), 0);
}

void TestReconciliationPage::listsAllReconciliations()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    desk.session.plans().setClock([] { return QDate(2026, 11, 28); });
    QTRY_VERIFY(desk.session.reconciliations().checked({u"S1"_s}).isValid());
    desk.button(u"All reconciliations"_s)->click();
    const QString name = u"All reconciliations"_s;
    desk.session.plans().setDeadline({u"S1"_s}, QDate(2026, 12, 3));
    QTRY_COMPARE(
        desk.rows(name),
        QStringList {u"Snack tracker W14 | ALGN4532 | Not submitted | 3 Dec 2026, 5 day(s) left"
                     " | 4 |  |  |  | "_s});
    desk.page.search(u"pets"_s);
    QCOMPARE(desk.table(name)->rowCount(), 0);
    desk.page.search({});
    desk.page.choose({u"S1"_s});
    desk.submit();
    desk.page.showAll();
    QTRY_COMPARE(desk.rows(name),
                 QStringList {u"Snack tracker W14 | ALGN4532 | Completed | 3 Dec 2026"
                              " | 4 | 2 | 1 | 4.50\u00a0USD | 13.50\u00a0USD"_s});
    auto *const table = named<QTableView>(desk.page, name);
    Q_EMIT table->activated(table->model()->index(0, 0));
    QVERIFY(!table->isVisibleTo(&desk.page));
}

/// As when its page is opened before the list of surveys has come.
void TestReconciliationPage::tellsNoPriceOfAnUnknownSurvey()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    QTRY_VERIFY(support::says(desk.page, u"2 complete(s) left out: 50.0 %, 9.00\u00a0USD"_s));
    desk.submit();
    QTRY_COMPARE(desk.posts.size(), qsizetype(1));
    desk.page.choose({u"S9"_s});
    QTRY_COMPARE(desk.table(u"Compared UIDs"_s)->rowCount(), 1);
    QVERIFY(support::says(desk.page, u"— to pay"_s));
    QVERIFY(!support::says(desk.page, u"0.00 to pay"_s));
    desk.import(u"Import UIDs…"_s, u"more.txt"_s, "j8G7Y170924878SjNl1\n");
    desk.showTab(0);
    QTRY_VERIFY(support::says(desk.page, u"the count of completes can’t be read"_s));
    desk.submit();
    QTRY_VERIFY(desk.prompt.asked.value(1).contains(u"the survey’s CPI isn’t known"_s));
}

/// As without a network: that is said by the window's bar, once.
void TestReconciliationPage::countsNothingThatWasNotChecked()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    QTRY_VERIFY(desk.session.reconciliations().checked({u"S1"_s}).isValid());
    QSignalSpy failed(&desk.session.reconciliations(), &models::ReconciliationStore::checkFailed);
    api::Survey other = Desk::survey();
    other.id = {u"S2"_s};
    desk.isGone = true;
    desk.session.surveys().adopt(other);
    desk.page.choose(other.id);
    QTRY_VERIFY(!failed.isEmpty());
    QVERIFY(!support::says(desk.page, u"The reconciliation couldn’t be read."_s));
    desk.page.showAll();
    QVERIFY(support::says(desk.page, u"2 survey(s) · 1 not checked · 1 to submit"_s));
    QVERIFY(!support::says(desk.page, u"to pay"_s));
    QVERIFY(!support::says(desk.page, u"0 in progress"_s));
}

void TestReconciliationPage::namesFilesAndSurveysInAnyScript()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    api::Survey survey = Desk::survey();
    survey.name = u"قهوة Größe: W1?"_s;
    desk.session.surveys().adopt(survey);
    desk.submit();
    QTRY_COMPARE(desk.table(u"Compared UIDs"_s)->rowCount(), 2);
    desk.showTab(1);
    desk.button(u"Export…"_s)->click();
    QTRY_VERIFY(
        desk.prompt.suggested.startsWith(u"ALGN4532 قهوة Größe- W1- – reconciliation 20"_s));
    QTRY_COMPARE(named<QComboBox>(desk.page, u"Survey"_s)->itemText(0),
                 u"\u2068قهوة Größe: W1?\u2069 · ALGN4532"_s);
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestReconciliationPage>(argc, argv);
}

#include "tst_reconciliationpage.moc"
