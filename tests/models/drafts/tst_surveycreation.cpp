#include "models/database/database.h"
#include "models/drafts/creationchecklist.h"
#include "models/drafts/creationmatch.h"
#include "models/drafts/draftconversion.h"
#include "models/drafts/surveycreation.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/models/drafts/scriptedserver.h"
#include "tests/support/wait.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::SurveyCreation;
using State = SurveyCreation::State;
using support::Fate;

class TestSurveyCreation : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<models::Database> m_database;
    std::unique_ptr<support::ScriptedServer> m_server;
    std::unique_ptr<SurveyCreation> m_creation;
    std::unique_ptr<models::CreationChecklist> m_checklist;

    std::unique_ptr<SurveyCreation> creation()
    {
        auto made = std::make_unique<SurveyCreation>(*m_server, *m_database, u"account"_s);
        made->setPauses({});
        return made;
    }
    QStringList rows()
    {
        return support::wait(m_database->run([](QSqlDatabase &database) {
            QStringList found;
            QSqlQuery query(u"SELECT state, project_id FROM intents ORDER BY rowid"_s, database);
            while (query.next())
                found.append(query.value(0).toString() + u' ' + query.value(1).toString());
            return found;
        }));
    }
    QStringList checklist() const
    {
        QStringList lines;
        for (int row = 0; row < m_checklist->rowCount(); ++row)
            lines.append(m_checklist->index(row).data(Qt::AccessibleTextRole).toString());
        return lines;
    }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<models::Database>(m_folder->filePath(u"a.db"_s));
        m_server = std::make_unique<support::ScriptedServer>();
        m_server->newGrid = support::gridOfCrossedDraft();
        m_creation = creation();
        m_checklist = std::make_unique<models::CreationChecklist>(*m_creation);
    }
    void cleanup()
    {
        m_checklist.reset();
        m_creation.reset();
        m_database.reset();
    }

    void goesThroughAllSteps()
    {
        QAbstractItemModelTester tester(m_checklist.get(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy created(m_creation.get(), &SurveyCreation::surveyCreated);
        QSignalSpy finished(m_creation.get(), &SurveyCreation::finished);
        models::SurveyDraft draft = support::crossedDraft();
        draft.excluded = {{u"wave 1"_s}, {u"wave 2"_s}};
        m_creation->start(draft, true);
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_server->calls,
                 (QStringList {u"list"_s, u"create"_s, u"grid"_s, u"interlock"_s, u"cells 3"_s,
                               u"exclusions"_s, u"exclude 2"_s, u"activate"_s}));
        QCOMPARE(checklist(),
                 (QStringList {u"Create the survey: Done. ALGN1"_s,
                               u"Create interlocking grid: Done. 4 combination(s)"_s,
                               u"Set cell quotas: Done"_s, u"Exclude surveys: Done. 2 survey(s)"_s,
                               u"Activate: Done"_s}));
        QCOMPARE(rows(), (QStringList {u"created new"_s}));
        QCOMPARE(created.count(), 1);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(m_server->made->combinations.last().quota, 100);
    }

    void writesItsIntentBeforeItSends()
    {
        QStringList seen;
        m_server->surveys = {support::ScriptedServer::surveyOf({}, u"old"_s)};
        m_server->whenCreating = [&] {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(m_folder->filePath(u"a.db"_s));
            other.open();
            QSqlQuery query(u"SELECT state, known_ids FROM intents"_s, other);
            while (query.next())
                seen.append(query.value(0).toString() + query.value(1).toString());
        };
        m_creation->start(support::goodDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QSqlDatabase::removeDatabase(u"other"_s);
        QCOMPARE(seen, (QStringList {u"sending[\"old\"]"_s}));
    }

    void sendsOnceHoweverOftenItIsStarted()
    {
        m_creation->start(support::goodDraft(), false);
        m_creation->start(support::goodDraft(), false);
        m_creation->retry();
        QTRY_COMPARE(m_creation->state(), State::Finished);
        m_creation->start(support::goodDraft(), false);
        QCOMPARE(m_server->calls.count(u"create"_s), 1);
    }

    void takesACorrectedDraftAfterARefusal()
    {
        m_server->creates = {Fate::Refused};
        m_creation->start(support::goodDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Failed);
        QVERIFY(!m_creation->isSurveyCreated());
        QCOMPARE(m_creation->error()->httpStatus, 422);
        QCOMPARE(rows(), (QStringList {u"rejected "_s}));
        models::SurveyDraft better = support::goodDraft();
        better.name = u"Better"_s;
        m_creation->start(better, false);
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_server->surveys.size(), 1);
        QCOMPARE(m_server->surveys[0].name, u"Better"_s);
        QCOMPARE(rows(), (QStringList {u"created new"_s}));
    }

    void sendsAgainWhatNeverLeft()
    {
        m_server->creates = {Fate::NeverSent};
        m_creation->start(support::goodDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Failed);
        QCOMPARE(rows(), (QStringList {u"prepared "_s}));
        m_creation->retry();
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_server->surveys.size(), 1);
    }

    void sendsNothingWithoutASnapshot()
    {
        m_server->isListDown = true;
        m_creation->start(support::goodDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Failed);
        QCOMPARE(m_server->calls, (QStringList {u"list"_s}));
    }

    void sendsNothingWithoutARecord()
    {
        support::wait(m_database->run([](QSqlDatabase &database) {
            return QSqlQuery(database).exec(u"DROP TABLE intents"_s);
        }));
        m_creation->start(support::goodDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Failed);
        QVERIFY(m_creation->problem().contains(u"nothing was sent"_s));
        QCOMPARE(m_server->calls, QStringList());
    }

    void sendsNothingWithARecordInMemoryOnly()
    {
        m_checklist.reset();
        m_creation.reset();
        QFile inTheWay(m_folder->filePath(u"file"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        m_database = std::make_unique<models::Database>(inTheWay.fileName() + u"/a.db"_s);
        m_creation = creation();
        m_creation->start(support::goodDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Failed);
        QVERIFY(m_creation->problem().contains(u"nothing was sent"_s));
        QCOMPARE(m_server->calls, QStringList());
    }

    void findsASurveyWhoseAnswerWasLost_data()
    {
        QTest::addColumn<Fate>("fate");
        QTest::newRow("no answer") << Fate::LostAfter;
        QTest::newRow("a server's error") << Fate::FailedAfter;
    }
    void findsASurveyWhoseAnswerWasLost()
    {
        QFETCH(Fate, fate);
        // One of the same name and terms was there before: it must not be taken for the new one.
        const api::NewSurvey body = models::toNewSurvey(support::goodDraft());
        m_server->surveys = {support::ScriptedServer::surveyOf(body, u"old"_s)};
        m_server->creates = {fate};
        m_creation->start(support::goodDraft(), true);
        QTRY_COMPARE(m_creation->state(), State::Unknown);
        QVERIFY(!m_server->calls.contains(u"activate"_s));
        QTRY_COMPARE(rows(), (QStringList {u"unknown "_s}));
        m_creation->retry(); // isn't for this
        m_creation->checkAgain();
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_creation->intent().survey, (api::SurveyId {u"new"_s}));
        QCOMPARE(m_server->calls.count(u"create"_s), 1);
        QCOMPARE(m_server->calls.count(u"activate"_s), 1);
    }

    void looksByItself()
    {
        m_server->creates = {Fate::LostAfter};
        m_creation->setPauses({std::chrono::milliseconds(5)});
        m_creation->start(support::goodDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_server->calls, (QStringList {u"list"_s, u"create"_s, u"list"_s}));
    }

    void staysUnknownWhileNothingIsFound()
    {
        m_server->creates = {Fate::LostBefore};
        m_creation->start(support::goodDraft(), true);
        QTRY_COMPARE(m_creation->state(), State::Unknown);
        m_creation->checkAgain();
        m_creation->checkAgain();
        QCOMPARE(m_creation->state(), State::Unknown);
        m_server->isListDown = true;
        m_creation->createAgain();
        QCOMPARE(m_creation->state(), State::Unknown);
        QCOMPARE(m_server->calls.count(u"create"_s), 1);
        m_server->isListDown = false;
        m_creation->createAgain();
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_server->calls.count(u"create"_s), 2);
        QCOMPARE(m_server->surveys.size(), 1);
        QCOMPARE(rows(), (QStringList {u"dismissed "_s, u"created new"_s}));
    }

    void looksOnceMoreBeforeItCreatesAgain()
    {
        m_server->creates = {Fate::LostAfter};
        m_creation->start(support::goodDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Unknown);
        m_creation->createAgain();
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_server->surveys.size(), 1);
    }

    void letsThePersonChooseBetweenTwo()
    {
        m_server->creates = {Fate::LostAfter};
        m_creation->start(support::goodDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Unknown);
        const api::NewSurvey body = models::toNewSurvey(support::goodDraft());
        m_server->surveys.append(support::ScriptedServer::surveyOf(body, u"other"_s));
        m_creation->checkAgain();
        QCOMPARE(m_creation->state(), State::Unknown);
        QCOMPARE(m_creation->matches().size(), 2);
        m_creation->adopt({u"nonsense"_s});
        QCOMPARE(m_creation->state(), State::Unknown);
        m_creation->adopt({u"other"_s});
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_creation->intent().survey.value, u"other"_s);
    }

    void refusesTheSameWhileItIsInDoubt()
    {
        m_server->creates = {Fate::LostBefore};
        m_creation->start(support::goodDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Unknown);
        const auto second = creation();
        second->start(support::goodDraft(), false);
        QTRY_COMPARE(second->state(), State::Failed);
        QVERIFY(second->problem().contains(u"still unknown"_s));
        QCOMPARE(m_server->calls.count(u"create"_s), 1);
        m_creation->dismiss();
        QTRY_COMPARE(rows().first(), u"dismissed "_s);
        second->retry();
        QTRY_COMPARE(second->state(), State::Finished);
    }

    void isTakenUpAfterACrash()
    {
        models::CreationIntent intent;
        intent.uuid = u"u"_s;
        intent.draft = support::crossedDraft();
        intent.activates = true;
        intent.state = models::IntentState::Sending;
        intent.extras = {{models::CreationStep::Interlocking, models::StepState::Waiting},
                         {models::CreationStep::Cells, models::StepState::Waiting},
                         {models::CreationStep::Status, models::StepState::Waiting}};
        intent.created = QDateTime::fromMSecsSinceEpoch(1'000, Qt::UTC);
        const auto open = [this] {
            return support::wait(m_database->run([](QSqlDatabase &database) {
                return models::intents::open(database, u"account"_s);
            }));
        };
        support::wait(m_database->run([intent](QSqlDatabase &database) {
            return models::intents::save(database, u"account"_s, intent);
        }));
        const QList<models::CreationIntent> found = open();
        intent.state = models::IntentState::Unknown;
        QCOMPARE(found, (QList<models::CreationIntent> {intent}));
        m_server->surveys = {
            support::ScriptedServer::surveyOf(models::toNewSurvey(intent.draft), u"new"_s)};
        m_server->activations = {Fate::NeverSent};
        m_creation->resume(found.first());
        QTRY_COMPARE(m_creation->state(), State::Failed);
        QCOMPARE(m_server->calls,
                 (QStringList {u"list"_s, u"grid"_s, u"interlock"_s, u"cells 3"_s, u"activate"_s}));
        // The activation is still open, and nothing else is done again.
        m_creation = creation();
        m_server->calls.clear();
        m_creation->resume(open().first());
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_server->calls, (QStringList {u"activate"_s}));
        QTRY_COMPARE(open().size(), 0);
    }

    void goesOnFromTheFailedStep_data()
    {
        QTest::addColumn<QString>("failing");
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<QStringList>("afterRetry");
        const QStringList rest {u"cells 3"_s, u"activate"_s};
        QTest::newRow("interlocking refused")
            << u"interlock"_s << Fate::Refused << QStringList {u"grid"_s, u"interlock"_s} + rest;
        QTest::newRow("interlocking made, its answer lost")
            << u"interlock"_s << Fate::LostAfter << QStringList {u"grid"_s} + rest;
        QTest::newRow("interlocking lost")
            << u"interlock"_s << Fate::LostBefore << QStringList {u"grid"_s, u"interlock"_s} + rest;
        QTest::newRow("cells refused")
            << u"cells"_s << Fate::Refused << QStringList {u"grid"_s} + rest;
        QTest::newRow("cells set, the answer lost")
            << u"cells"_s << Fate::LostAfter << QStringList {u"grid"_s, u"activate"_s};
        QTest::newRow("activation refused")
            << u"activate"_s << Fate::Refused << QStringList {u"activate"_s};
    }
    void goesOnFromTheFailedStep()
    {
        QFETCH(QString, failing);
        QFETCH(Fate, fate);
        QFETCH(QStringList, afterRetry);
        (failing == u"interlock"   ? m_server->interlocks
             : failing == u"cells" ? m_server->cells
                                   : m_server->activations) = {fate};
        m_creation->start(support::crossedDraft(), true);
        QTRY_COMPARE(m_creation->state(), State::Failed);
        QVERIFY(m_creation->isSurveyCreated());
        m_server->calls.clear();
        m_creation->retry();
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_server->calls, afterRetry);
        QCOMPARE(m_server->surveys.size(), 1);
    }

    void leavesAGridThatItCanNotRead()
    {
        m_server->newGrid.combinations[0].option = u"Something,else"_s;
        m_creation->start(support::crossedDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QVERIFY(checklist().last().startsWith(
            u"Set cell quotas: Left as it is. The combinations can’t"_s));
        QVERIFY(!m_server->calls.contains(u"cells 3"_s));
    }

    void noticesCellsThatTheServerKeeps()
    {
        m_server->keepsItsCells = true;
        m_creation->start(support::crossedDraft(), true);
        QTRY_COMPARE(m_creation->state(), State::Failed);
        QCOMPARE(m_creation->problem(),
                 u"The service has kept other values in 3 combination(s)."_s);
        QVERIFY(!m_server->calls.contains(u"activate"_s));
    }
};

QTEST_GUILESS_MAIN(TestSurveyCreation)
#include "tst_surveycreation.moc"
