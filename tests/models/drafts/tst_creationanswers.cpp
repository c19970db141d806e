// What a creation makes of answers that hide a success, tell something else, or can't be read.
#include "models/database/database.h"
#include "models/drafts/creationchecklist.h"
#include "models/drafts/surveycreation.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/models/drafts/scriptedserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::SurveyCreation;
using State = SurveyCreation::State;
using support::Fate;

class TestCreationAnswers : public QObject
{
    Q_OBJECT

    std::unique_ptr<models::Database> m_database;
    std::unique_ptr<support::ScriptedServer> m_server;
    std::unique_ptr<SurveyCreation> m_creation;

    QString firstStep() const
    {
        const models::CreationChecklist list(*m_creation);
        return list.index(0).data(Qt::AccessibleTextRole).toString();
    }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_database = std::make_unique<models::Database>(u":memory:"_s);
        m_server = std::make_unique<support::ScriptedServer>();
        m_server->newGrid = support::gridOfCrossedDraft();
        m_creation = std::make_unique<SurveyCreation>(*m_server, *m_database, u"account"_s);
        m_creation->setPauses({});
    }
    void cleanup()
    {
        m_creation.reset();
        m_database.reset();
    }

    void settlesItsExclusionsByReading_data()
    {
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<bool>("areThere");
        QTest::newRow("the answer was lost") << Fate::LostAfter << true;
        QTest::newRow("an error after the deed") << Fate::FailedAfter << true;
        QTest::newRow("lost before the deed") << Fate::LostBefore << false;
        QTest::newRow("refused") << Fate::Refused << false;
    }
    void settlesItsExclusionsByReading()
    {
        QFETCH(Fate, fate);
        QFETCH(bool, areThere);
        auto draft = support::goodDraft();
        draft.excluded = {{u"wave 1"_s}};
        m_server->excludes = {fate};
        m_creation->start(draft, true);
        QTRY_VERIFY(m_creation->state() == State::Failed || m_creation->state() == State::Finished);
        QCOMPARE(m_creation->state() == State::Finished, areThere);
        if (!areThere) {
            QVERIFY(!m_server->calls.contains(u"activate"_s));
            m_creation->retry();
            QTRY_COMPARE(m_creation->state(), State::Finished);
        }
        QCOMPARE(m_server->calls.count(u"exclude 1"_s), areThere ? 1 : 2);
        QCOMPARE(m_server->excluded, draft.excluded);
    }

    void takesNoGridOfOtherQualifications()
    {
        api::Interlocking other = support::gridOfCrossedDraft();
        other.qualifications[1].title = u"REGION"_s;
        m_server->made = other;
        m_creation->start(support::crossedDraft(), true);
        QTRY_COMPARE(m_creation->state(), State::Failed);
        QVERIFY2(m_creation->problem().contains(u"GENDER and REGION"_s),
                 qPrintable(m_creation->problem()));
        QVERIFY(!m_server->calls.contains(u"interlock"_s));
        QVERIFY(!m_server->calls.contains(u"activate"_s));
    }

    void takesAnAnswerThatLeavesMuchOut()
    {
        m_server->echo = [](api::Survey &told) {
            api::Survey bare;
            bare.id = told.id;
            bare.code = told.code;
            told = bare;
        };
        QSignalSpy created(m_creation.get(), &SurveyCreation::surveyCreated);
        m_creation->start(support::goodDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Finished);
        const auto survey = created.value(0).value(0).value<api::Survey>();
        QCOMPARE(survey.name, support::goodDraft().name);
        QCOMPARE(survey.completeNeeded, support::goodDraft().completes);
        QCOMPARE(survey.status, api::SurveyStatus::Inactive);
    }

    void takesNoAnswerAboutAnotherSurvey()
    {
        m_server->echo = [](api::Survey &told) {
            told.id = {u"another's"_s};
            told.name = u"Shampoo W3"_s;
        };
        m_creation->start(support::goodDraft(), true);
        QTRY_COMPARE(m_creation->state(), State::Unknown);
        QVERIFY(firstStep().contains(u"about another survey"_s));
        m_creation->checkAgain();
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_creation->intent().survey.value, u"new"_s);
        QCOMPARE(m_server->calls.count(u"create"_s), 1);
    }

    void offersTheSurveyThatTheAnswerTold()
    {
        m_server->echo = [this](api::Survey &told) {
            m_server->surveys.last().name = told.name = u"Snack tracker"_s; // cut by the service
        };
        m_creation->start(support::goodDraft(), false);
        QTRY_COMPARE(m_creation->state(), State::Unknown);
        m_creation->createAgain();
        QCOMPARE(m_creation->state(), State::Unknown);
        QCOMPARE(m_creation->matches().size(), 1);
        m_creation->adopt({u"new"_s});
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_server->calls.count(u"create"_s), 1);
    }

    void activatesNothingOnOtherTermsUnasked()
    {
        m_server->echo = [](api::Survey &told) { told.cpi = {500}; };
        QSignalSpy activating(m_creation.get(), &SurveyCreation::activating);
        QSignalSpy activated(m_creation.get(), &SurveyCreation::activated);
        m_creation->start(support::goodDraft(), true);
        QTRY_COMPARE(m_creation->state(), State::Failed);
        QVERIFY(m_creation->isSurveyCreated());
        QVERIFY2(m_creation->problem().contains(u"CPI 5.00 (sent: 4.50)"_s),
                 qPrintable(m_creation->problem()));
        QVERIFY(!m_server->calls.contains(u"activate"_s));
        m_creation->retry();
        QTRY_COMPARE(m_creation->state(), State::Finished);
        QCOMPARE(m_server->calls.count(u"activate"_s), 1);
        QCOMPARE(activating.size(), 1);
        QCOMPARE(activated.value(0).value(1).toBool(), true);
    }

    void saysWhenTheAnswerToCellsCanNotBeRead()
    {
        m_server->cellEcho = [](api::Interlocking &told) {
            told.combinations[0].option = u"Something,else"_s;
        };
        m_creation->start(support::crossedDraft(), true);
        QTRY_COMPARE(m_creation->state(), State::Failed);
        QVERIFY2(m_creation->problem().contains(u"not known whether"_s),
                 qPrintable(m_creation->problem()));
    }
};

QTEST_GUILESS_MAIN(TestCreationAnswers)
#include "tst_creationanswers.moc"
