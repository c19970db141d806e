#include "models/database/database.h"
#include "models/files/ziparchive.h"
#include "models/reconciliation/advice.h"
#include "models/reconciliation/evidence.h"
#include "models/reconciliation/overviewmodel.h"
#include "models/reconciliation/platformcheck.h"
#include "models/reconciliation/reconciliationplans.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/reconciliation/submissionmodel.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Outcome;

namespace {

const models::DeadlineRule rule {30, 3};

models::SharedUids shared(const QByteArrayList &uids)
{
    auto list = std::make_shared<api::UidList>();
    for (const QByteArray &uid : uids)
        list->append(uid);
    return list;
}

QStringList render(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

} // namespace

class TestDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guessesOutcomes_data();
    void guessesOutcomes();
    void readsMinutes_data();
    void readsMinutes();
    void checksTwoSources();
    void refusesAWrongColumn();
    void remembersHowFilesAreRead();
    void remindsTwice_data();
    void remindsTwice();
    void advises_data();
    void advises();
    void checksAddresses();
    void rendersSubmissions();
    void keepsTheOldBundle();
    void bundlesNoVerdictThatWasNotGiven();
};

void TestDesk::guessesOutcomes_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<std::optional<Outcome>>("outcome");
    const auto is = [](Outcome outcome) { return std::optional(outcome); };
    for (const char *const word : {"Complete", "completed", "c", "Qualified", "valid", "SUCCESS",
                                   "1 - Complete", "Finished"})
        QTest::newRow(word) << QString::fromLatin1(word) << is(Outcome::Complete);
    for (const char *const word : {"Incomplete", "not complete", "NotComplete", "not_completed",
                                   "non-complete", "Unfinished", "partial complete", "In progress",
                                   "drop-out", "not finished", "didn't complete"})
        QTest::newRow(word) << QString::fromLatin1(word) << is(Outcome::Dropped);
    for (const char *const word : {"OverQuota", "quota full", "q"})
        QTest::newRow(word) << QString::fromLatin1(word) << is(Outcome::QuotaFull);
    for (const char *const word : {"Terminated at Q4", "DISQUALIFIED", "invalid", "unqualified",
                                   "not qualified", "Not Valid", "screen_out", "Screened complete"})
        QTest::newRow(word) << QString::fromLatin1(word) << is(Outcome::ScreenedOut);
    for (const char *const word : {"", "Fnord", "unsuccessful", "overall"})
        QTest::addRow("“%s”", word) << QString::fromLatin1(word) << is(Outcome::Other);
    for (const char *const word : {"1", "2", " 3 ", "-1", "10.0"})
        QTest::newRow(word) << QString::fromLatin1(word) << std::optional<Outcome>();
}

void TestDesk::guessesOutcomes()
{
    QFETCH(QString, word);
    QTEST(models::guessOutcome(word), "outcome");
}

void TestDesk::readsMinutes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isInSeconds");
    QTest::addColumn<float>("minutes");
    QTest::newRow("a point") << QByteArray("12.5") << false << 12.5F;
    QTest::newRow("a comma") << QByteArray("12,5") << false << 12.5F;
    QTest::newRow("seconds") << QByteArray("90") << true << 1.5F;
    QTest::newRow("minutes and seconds") << QByteArray("2:30") << false << 2.5F;
    QTest::newRow("hours") << QByteArray("1:00:30") << false << 60.5F;
    QTest::newRow("no number") << QByteArray("n/a") << false << -1.0F;
    QTest::newRow("nothing") << QByteArray() << false << -1.0F;
}

void TestDesk::readsMinutes()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isInSeconds);
    QTEST(models::minutesFrom(text, isInSeconds), "minutes");
}

void TestDesk::checksTwoSources()
{
    const models::UidSource source {
        u"p.csv"_s,
        models::TextSource::fromUtf8("Status,rid,Duration (in seconds),gender\n"
                                     "complete,a,600,f\ncomplete,b,1200,m\nscreenout,c,60,m\n"
                                     "quota full,d,60,m\ncomplete,a,600,f\n,,,\npartial,e,,f\n")};
    const models::UidPreview preview = models::previewUids(source);
    const models::PlatformLayout layout = models::guessLayout(preview);
    QCOMPARE(layout, (models::PlatformLayout {',', true, 1, 0, 2, 3, true}));
    models::Work work;
    const auto exported =
        std::make_shared<models::PlatformExport>(models::readPlatform(source, layout, work));
    QCOMPARE(exported->lines, qint64(7));
    QCOMPARE(exported->repeated, qint64(1));
    QCOMPARE(exported->blank, qint64(1));
    QList<Outcome> meanings;
    for (const QString &word : exported->statusWords)
        meanings.append(models::guessOutcome(word).value());
    const models::PlatformCheck check(exported, meanings, shared({"b", "c", "z", "b"}));
    QStringList rows;
    for (qsizetype row = 0; row < check.size(); ++row)
        rows.append(QString::fromUtf8(check.uid(row)) + u' ' + check.word(check.kind(row)) + u": "_s
                    + check.reason(row));
    QCOMPARE(rows,
             (QStringList {u"a Only there: complete, 10.0 min"_s, u"b Both: complete, 20.0 min"_s,
                           u"c Only here: screenout, 1.0 min"_s,
                           u"d Not complete: quota full, 1.0 min"_s, u"e Not complete: partial"_s,
                           u"z Only here: unknown to the platform"_s}));
    const models::PlatformCheck early(exported, meanings, nullptr);
    QCOMPARE(early.word(early.kind(0)), u"Complete there"_s);
    QCOMPARE(early.figures().onlyThere, qint64(0));
    const models::PlatformFigures &all = check.figures();
    QCOMPARE(all.accepted, qint64(3));
    QCOMPARE(all.incidence, std::optional(2.0 / 3.0));
    QCOMPARE(all.medianLoi, std::optional(15.0));
    QCOMPARE(all.dropShare, std::optional(0.2));
    QCOMPARE(all.options,
             (QList<models::PlatformFigures::Option> {{u"f"_s, 1, 0}, {u"m"_s, 1, 2}}));
}

void TestDesk::refusesAWrongColumn()
{
    QByteArray text = "uid,status\n";
    for (int i = 0; i < 1001; ++i)
        text += "u" + QByteArray::number(i) + ",s" + QByteArray::number(i) + "\n";
    models::Work work;
    const auto result = models::readPlatform({u"p.csv"_s, models::TextSource::fromUtf8(text)},
                                             {',', true, 0, 1}, work);
    QVERIFY(result.problem.contains(u"1,000 different words"_s));
}

void TestDesk::remembersHowFilesAreRead()
{
    models::UidPreview preview;
    preview.rows = {{u"x"_s, u"uid"_s, u"rid"_s}, {u"1"_s, u"2"_s, u"3"_s}};
    preview.layout = {',', 1, true};
    models::UidLayout chosen = preview.layout;
    chosen.column = 2;
    const models::UidChoice choice = models::choiceOf(preview, chosen, u"Data"_s);
    QCOMPARE(models::uidChoiceFromJson(models::toJson(choice)), choice);
    QCOMPARE(models::layoutFor(preview, choice).column, 2);
    preview.rows[0] = {u"rid"_s, u"uid"_s, u"x"_s}; // the column moved
    QCOMPARE(models::layoutFor(preview, choice).column, 0);
    preview.rows[0] = {u"a"_s, u"uid"_s}; // it isn't there
    QCOMPARE(models::layoutFor(preview, choice).column, 1);
    QCOMPARE(models::layoutFor(preview, models::uidChoiceFromJson("damaged")).column, 1);
}

void TestDesk::remindsTwice_data()
{
    QTest::addColumn<QDate>("reminded");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<bool>("isDue");
    const QDate deadline(2026, 12, 31);
    QTest::newRow("too early") << QDate() << deadline.addDays(-4) << false;
    QTest::newRow("near") << QDate() << deadline.addDays(-3) << true;
    QTest::newRow("told already") << deadline.addDays(-3) << deadline.addDays(-2) << false;
    QTest::newRow("the day") << deadline.addDays(-3) << deadline << true;
    QTest::newRow("told today") << deadline << deadline << false;
    QTest::newRow("passed") << QDate() << deadline.addDays(1) << false;
}

void TestDesk::remindsTwice()
{
    QFETCH(QDate, reminded);
    QFETCH(QDate, today);
    QTEST(models::needsReminder(QDate(2026, 12, 31), reminded, rule, today), "isDue");
    QVERIFY(!models::needsReminder({}, reminded, rule, today));
    api::Survey survey;
    survey.end = QDate(2026, 12, 1);
    QCOMPARE(models::deadlineOf(survey, {}, rule), QDate(2026, 12, 31));
    QCOMPARE(models::deadlineOf(survey, {today, {}, {}}, rule), today);
    QVERIFY(!models::deadlineOf(survey, {}, {0, 3}).isValid());
}

void TestDesk::advises_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("not found") << 404 << u"another connection"_s;
    QTest::newRow("conflict") << 409 << u"export the evidence"_s;
    QTest::newRow("gone") << 410 << u"by e-mail"_s;
    QTest::newRow("unprocessable") << 422 << u"Completed or Closed"_s;
}

void TestDesk::advises()
{
    QFETCH(int, status);
    QFETCH(QString, words);
    api::ApiError error;
    error.httpStatus = status;
    const auto advice = models::adviceFor(error, models::DeskCall::Submit);
    QVERIFY(advice && advice->text.contains(words));
    const auto looking = models::adviceFor(error, models::DeskCall::Look);
    QVERIFY(looking && looking != advice);
    QVERIFY(!looking->text.contains(u"Submit the list again"_s));
    error.httpStatus = 200; // the body's own status counts
    error.bodyStatus = QString::number(status);
    QCOMPARE(models::adviceFor(error, models::DeskCall::Submit), advice);
    error.delivery = api::Delivery::Ambiguous; // it may have been taken all the same
    QVERIFY(!models::adviceFor(error, models::DeskCall::Submit));
    error.bodyStatus.clear();
    error.delivery = api::Delivery::Answered;
    error.httpStatus = 500;
    QVERIFY(!models::adviceFor(error, models::DeskCall::Submit));
}

void TestDesk::checksAddresses()
{
    QVERIFY(models::looksLikeEmail(u"noreply@example.com"_s));
    for (const QString &wrong : {u""_s, u"a"_s, u"a@b"_s, u"a b@c.de"_s, u"a@b..de"_s, u"@b.de"_s})
        QVERIFY2(!models::looksLikeEmail(wrong), qPrintable(wrong));
}

void TestDesk::rendersSubmissions()
{
    models::SubmissionModel model;
    QAbstractItemModelTester tester(&model);
    models::SubmissionRecord record;
    record.id = 1;
    record.email = u"a@b.example"_s;
    record.uids = shared({"a", "b"});
    record.accepted = shared({"a"});
    record.fingerprint = QByteArray::fromHex("0123456789abcdef");
    record.state = models::SubmissionState::Completed;
    record.message = u"Taken."_s;
    model.setRows({record});
    QCOMPARE(render(model),
             QStringList {u" | Completed | 2 | 1 | a@b.example | Taken. | 01234567"_s});
}

void TestDesk::keepsTheOldBundle()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"evidence.zip"_s);
    models::Evidence evidence;
    evidence.record.uids = shared({"a"});
    models::Work work;
    QVERIFY(models::writeEvidence(evidence, path, work).isWritten);
    const qint64 size = QFileInfo(path).size();
    models::Work cancelled;
    cancelled.cancel();
    evidence.record.uids = shared({"a", "b"});
    QVERIFY(models::writeEvidence(evidence, path, cancelled).isCancelled);
    QCOMPARE(QFileInfo(path).size(), size);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), qsizetype(1));
    models::Work other;
    QVERIFY(models::writeEvidence(evidence, u"/nowhere/at/all.zip"_s, other)
                .problem.contains(u"can’t be written"_s));
}

/// Of a list whose fate is unknown nobody can say that it was not accepted, or costs nothing.
void TestDesk::bundlesNoVerdictThatWasNotGiven()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"evidence.zip"_s);
    models::Evidence evidence;
    evidence.record.uids = shared({"a"});
    evidence.record.state = models::SubmissionState::Unknown;
    models::SubmissionRecord other;
    other.uids = shared({"b", "c"});
    other.accepted = shared({"c"});
    other.state = models::SubmissionState::Completed;
    evidence.others = {other};
    models::Work work;
    QVERIFY(models::writeEvidence(evidence, path, work).isWritten);
    const auto archive = models::ZipArchive::open(path);
    const auto part = [&archive](const char *name) {
        QByteArray text;
        const auto take = [&text](QByteArrayView piece) {
            text += piece;
            return true;
        };
        return archive->read(name, 10'000, take) ? text : QByteArray("none");
    };
    for (const char *const name : {"accepted.txt", "not-accepted.txt", "never-submitted.txt"})
        QCOMPARE(part(name), QByteArray("none"));
    const QByteArray about = part("submission.json");
    for (const char *const line : {R"("to_pay": null)", R"("not_accepted": null)",
                                   R"("accepted": null)", R"("accepted": 1)"})
        QVERIFY2(about.contains(line), about);
    QCOMPARE(part("other-submissions/1.txt"), QByteArray("b\nc\n"));
    QCOMPARE(part("other-submissions/1-accepted.txt"), QByteArray("c\n"));
}

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication app(argc, argv);
    TestDesk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desk.moc"
