#include "models/activity/journal.h"
#include "models/activity/pendingedits.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/quotas/quotacompletes.h"
#include "models/surveys/surveystore.h"
#include "models/surveys/unsent.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

models::PendingEdit editTo(const QString &after)
{
    return {{u"S1"_s}, u"quotas"_s,   QDateTime::currentDateTimeUtc(), u"Quotas"_s, u"1"_s,
            after,     after.toUtf8()};
}

/// No page beyond `pages` can be added to the file, as on a disk that is full.
bool limit(models::Database &database, const QString &pages)
{
    return support::wait(database.run([pages](QSqlDatabase &connection) {
        return models::sql::exec(connection, u"PRAGMA max_page_count = "_s + pages).has_value();
    }));
}

} // namespace

class TestPendingEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditThatIsKeptWhileAnotherIsOnItsWayStays();
    void anEarlierWriteSettlesNoLaterEdit();
    void editsKeptBeforeTheFileAnswersStay();
    void anEditThatTheDiskRefusesSaysSo();
    void importedCompletesThatTheDiskRefusesStayAndAreSavedLater();
    void aBurstOfCallsIsOneTransaction();
};

void TestPendingEdits::anEditThatIsKeptWhileAnotherIsOnItsWayStays()
{
    models::Database database(u":memory:"_s);
    models::PendingEdits pending(database, u"a"_s);
    pending.loadKept();
    const models::PendingEdit sent = editTo(u"2"_s);
    pending.keep(sent);
    pending.keep(editTo(u"3"_s)); // while the first is on its way
    pending.settleSent(sent);
    QVERIFY(pending.find({u"S1"_s}, u"quotas"_s));
    QCOMPARE(pending.edits().first().after, u"3"_s);
    pending.settleSent(pending.edits().first());
    QVERIFY(pending.edits().isEmpty());
}

void TestPendingEdits::anEarlierWriteSettlesNoLaterEdit()
{
    models::Database database(u":memory:"_s);
    models::Session session({u"Test"_s, QUrl(u"http://127.0.0.1:1/"_s), {}, false},
                            {u"client"_s, u"key"_s}, database);
    models::SurveyStore &surveys = session.surveys();
    models::PendingEdits &pending = session.pending();
    const api::SurveyId id {u"S1"_s};
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-10);
    const QDateTime later = before.addSecs(60);
    const auto after = [&pending, &id](const QString &kind) {
        const models::PendingEdit *const edit = pending.find(id, kind);
        return edit ? edit->after : QString();
    };

    models::keepTerms(surveys, pending, id, {std::nullopt, api::Money {500}});
    const QString kept = after(u"terms"_s);
    Q_EMIT surveys.termsSet(id, {12, api::Money {450}}, before);
    QCOMPARE(after(u"terms"_s), kept);
    Q_EMIT surveys.termsUnsent(id, {12, api::Money {450}}, before);
    QVERIFY(after(u"terms"_s).contains(u"LOI 12"_s));
    QVERIFY(after(u"terms"_s).contains(kept)); // not the earlier price
    Q_EMIT surveys.termsSet(id, {12, std::nullopt}, before); // what waits, by another write
    QCOMPARE(after(u"terms"_s), kept);
    Q_EMIT surveys.termsSet(id, {std::nullopt, api::Money {450}}, later);
    QCOMPARE(after(u"terms"_s), QString());

    using enum api::SurveyStatus;
    Q_EMIT surveys.statusUnsent(id, Inactive, Active, later);
    const QString status = after(u"status"_s);
    QVERIFY(!status.isEmpty());
    Q_EMIT surveys.statusSet(id, Inactive, before);
    QCOMPARE(after(u"status"_s), status);
    Q_EMIT surveys.statusUnsent(id, Active, Completed, before);
    QCOMPARE(after(u"status"_s), status);
    Q_EMIT surveys.statusSet(id, Active, before);
    QCOMPARE(after(u"status"_s), QString());
}

void TestPendingEdits::editsKeptBeforeTheFileAnswersStay()
{
    models::Database database(u":memory:"_s);
    {
        models::PendingEdits before(database, u"a"_s);
        before.keep(editTo(u"old"_s));
        models::PendingEdit other = editTo(u"7"_s);
        other.survey = {u"S2"_s};
        before.keep(other);
        other.survey = {u"S3"_s};
        before.keep(other);
    }
    models::PendingEdits pending(database, u"a"_s);
    QSignalSpy changed(&pending, &models::PendingEdits::changed);
    pending.loadKept();
    pending.keep(editTo(u"new"_s));
    pending.settle({u"S3"_s}, u"quotas"_s);
    QTRY_COMPARE(pending.edits().size(), 2);
    QCOMPARE(pending.find({u"S1"_s}, u"quotas"_s)->after, u"new"_s);
    QVERIFY(pending.find({u"S2"_s}, u"quotas"_s));
}

void TestPendingEdits::anEditThatTheDiskRefusesSaysSo()
{
    const QTemporaryDir folder;
    models::Database database(folder.filePath(u"data.sqlite"_s));
    models::PendingEdits pending(database, u"a"_s);
    QVERIFY(limit(database, u"1"_s)); // not below what it has
    pending.keep(editTo(QString(200'000, u'9')));
    QTRY_VERIFY(!pending.problem(pending.edits().first()).isEmpty());
    const QString problem = pending.problem(pending.edits().first());
    QVERIFY2(problem.contains(u"Not saved"_s) && problem.contains(u"full"_s), qPrintable(problem));
    QVERIFY(limit(database, u"100000"_s));
    database.retry();
    QTRY_COMPARE(pending.problem(pending.edits().first()), QString());
    models::PendingEdits again(database, u"a"_s);
    again.loadKept();
    QTRY_COMPARE(again.edits().size(), 1);
}

void TestPendingEdits::importedCompletesThatTheDiskRefusesStayAndAreSavedLater()
{
    const QTemporaryDir folder;
    models::Database database(folder.filePath(u"data.sqlite"_s));
    models::QuotaCompletes completes(database, u"a"_s);
    QVERIFY(limit(database, u"1"_s)); // not below what it has
    models::ImportedCompletes imported;
    imported.at = QDateTime::currentDateTimeUtc();
    imported.at.setTime(QTime(imported.at.time().hour(), 0));
    for (int i = 0; i < 3000; ++i)
        imported.counts.append({.code = {i}, .criteria = {api::QuotaCriterion {i}}});
    QSignalSpy notSaved(&completes, &models::QuotaCompletes::notSaved);
    completes.keep({u"S1"_s}, imported);
    QTRY_COMPARE(notSaved.size(), 1);
    QVERIFY(notSaved[0][1].toString().contains(u"full"_s));
    const auto read = [&completes](QObject *context) {
        std::optional<models::ImportedCompletes> found;
        completes.ask({u"S1"_s}, context,
                      [&found](const models::ImportedCompletes &one) { found = one; });
        return QTest::qWaitFor([&found] { return found.has_value(); })
            ? *found
            : models::ImportedCompletes();
    };
    QCOMPARE(read(this).counts.size(), 3000); // in memory
    QVERIFY(limit(database, u"100000"_s));
    database.retry();
    QTRY_COMPARE(support::wait(database.run([](QSqlDatabase &connection) {
                     return models::sql::each(connection, u"SELECT 1 FROM quota_completes"_s, {},
                                              [](const QSqlQuery &) {})
                         .value_or(0);
                 })),
                 1);
    QCOMPARE(read(this).counts.size(), 3000);
}

void TestPendingEdits::aBurstOfCallsIsOneTransaction()
{
    const QTemporaryDir folder;
    models::Database database(folder.filePath(u"data.sqlite"_s));
    QList<api::CallRecord> burst;
    const auto changesOfFile = [&database] {
        return support::wait(database.run([](QSqlDatabase &connection) {
            // How often the journal was written to: its frames per page, without a checkpoint.
            qint64 frames = 0;
            const auto read = models::sql::each(
                connection, u"PRAGMA wal_checkpoint(PASSIVE)"_s, {},
                [&frames](const QSqlQuery &row) { frames = row.value(1).toLongLong(); });
            return read ? frames : -1;
        }));
    };
    const qint64 before = changesOfFile();
    {
        models::Journal journal(database, u"a"_s);
        api::CallRecord record;
        record.endpoint = u"endpoints/get_survey"_s;
        for (int i = 0; i < 300; ++i)
            journal.add(record);
        QCOMPARE(support::wait(journal.newest(1000)).size(), 300);
    }
    const qint64 written = changesOfFile() - before;
    QVERIFY2(written < 100, qPrintable(QString::number(written)));
}

QTEST_GUILESS_MAIN(TestPendingEdits)
#include "tst_pendingedits.moc"
