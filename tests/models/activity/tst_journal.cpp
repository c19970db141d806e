#include "models/activity/journal.h"
#include "models/database/database.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using models::Journal;

namespace {

api::CallRecord call(int number)
{
    api::CallRecord record;
    record.started = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123 + number, Qt::UTC);
    record.duration = std::chrono::milliseconds(number);
    record.verb = api::Verb::Patch;
    record.endpoint = u"endpoints/update_survey"_s;
    record.survey = {u"S%1"_s.arg(number % 3)};
    record.tries = 2;
    record.httpStatus = 422;
    record.error = api::ErrorKind::Rejected;
    record.requestBody = u"{\"loi\":\"10\"}"_s;
    record.answerBody = u"…"_s;
    record.answerSize = 3;
    record.query = u"page=2"_s;
    record.headers = u"X-Project-Id: S1"_s;
    return record;
}

/// As a list has it.
api::CallRecord light(api::CallRecord record)
{
    record.requestBody.clear();
    record.answerBody.clear();
    record.query.clear();
    record.headers.clear();
    return record;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatWasAdded();
    void keepsAccountsApart();
    void answersOneSurveysCalls();
    void keepsTheNewestOnly();
};

void TestJournal::readsBackWhatWasAdded()
{
    models::Database database(u":memory:"_s);
    Journal journal(database, u"a"_s);
    QSignalSpy added(&journal, &Journal::added);
    api::CallRecord plain;
    plain.started = QDateTime::fromMSecsSinceEpoch(5, Qt::UTC);
    journal.add(call(1));
    journal.add(plain);
    QTRY_COMPARE(added.size(), qsizetype(2));
    const QList<models::JournalCall> kept = support::wait(journal.newest(10));
    QCOMPARE(kept.size(), qsizetype(2));
    QCOMPARE(kept[0], (models::JournalCall {2, plain}));
    QCOMPARE(kept[1], (models::JournalCall {1, light(call(1))}));
    QCOMPARE(added[0][0].value<models::JournalCall>(), kept[1]);
    QCOMPARE(support::wait(journal.whole(1)), call(1));
    QCOMPARE(support::wait(journal.whole(77)), api::CallRecord());
}

void TestJournal::keepsAccountsApart()
{
    models::Database database(u":memory:"_s);
    Journal mine(database, u"mine"_s);
    Journal other(database, u"other"_s);
    mine.add(call(1));
    QVERIFY(support::wait(other.newest(10)).isEmpty());
}

void TestJournal::answersOneSurveysCalls()
{
    models::Database database(u":memory:"_s);
    Journal journal(database, u"a"_s);
    for (int i = 0; i < 9; ++i)
        journal.add(call(i));
    QCOMPARE(support::wait(journal.newest(2, {u"S1"_s})),
             (QList<models::JournalCall> {{8, light(call(7))}, {5, light(call(4))}}));
}

void TestJournal::keepsTheNewestOnly()
{
    models::Database database(u":memory:"_s);
    Journal journal(database, u"a"_s);
    for (int i = 0; i < Journal::limit + 20; ++i)
        journal.add(call(i));
    const QList<models::JournalCall> kept = support::wait(journal.newest(Journal::limit * 2));
    QCOMPARE(kept.size(), qsizetype(Journal::limit));
    QCOMPARE(kept.constFirst().call, light(call(Journal::limit + 19)));
    QCOMPARE(kept.constLast().call, light(call(20)));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
