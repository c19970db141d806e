// The program is killed in the midst of creations against the real sandbox; the next start goes on.
#include "api/calls/interlocking.h"
#include "api/calls/surveys.h"
#include "api/flows/surveys.h"
#include "models/database/database.h"
#include "models/drafts/surveycreation.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/support/wait.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using models::SurveyCreation;
using State = SurveyCreation::State;

namespace {

constexpr int kills = 24;
constexpr int leastInTheMidst = 2; ///< of the kills, how many must have come in the midst of it

models::SurveyDraft draftOf(const QString &name)
{
    models::SurveyDraft draft = support::goodDraft();
    draft.name = name;
    draft.start = QDate::currentDate();
    draft.end = draft.start.addDays(14);
    draft.interlocked = {{43}, {42}};
    draft.cells = {{{u"o1"_s, u"r18-24"_s}, 130}};
    return draft;
}

/// Everything that one run of the program has at hand.
struct Run
{
    Run(const QString &file, const QUrl &service)
        : client({service, u"buyer"_s, u"key"_s}, {})
        , database(file)
    {
        creation.setPauses({});
    }
    ~Run()
    {
        client.shutDown();
        std::ignore = QTest::qWaitFor([this] { return client.running() == 0; }, 30'000);
    }
    Q_DISABLE_COPY_MOVE(Run)

    bool settles()
    {
        return QTest::qWaitFor(
            [this] { return creation.state() != State::Running && client.running() == 0; }, 30'000);
    }
    QList<models::CreationIntent> open()
    {
        return support::wait(database.run(
            [](QSqlDatabase &connection) { return models::intents::open(connection, u"a"_s); }));
    }
    QList<api::Survey> named(const QString &name)
    {
        QList<api::Survey> all = *QCoro::waitFor(api::flows::allSurveys(client));
        all.removeIf([&name](const api::Survey &survey) { return survey.name != name; });
        return all;
    }

    api::Client client;
    models::Database database;
    std::unique_ptr<models::CreationCalls> calls = models::creationCalls(client);
    SurveyCreation creation {*calls, database, u"a"_s};
};

/// Run with a file, an address and a name, this program creates that survey and ends.
int create(const QString &file, const QString &service, const QString &name)
{
    Run run(file, QUrl(service));
    run.creation.start(draftOf(name), true);
    return run.settles() && run.creation.state() == State::Finished ? 0 : 1;
}

} // namespace

class TestKilledCreation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isGoneOnWithAndNeverDoubled();
    void cleanupTestCase();

private:
    void killOne(const QString &file, const QString &name, int after);
    void goOn(Run &run, const QString &name);

    QTemporaryDir m_folder;
    QProcess m_sandbox;
    QString m_service;
    int m_inTheMidst = 0;
};

void TestKilledCreation::initTestCase()
{
    m_sandbox.start(qEnvironmentVariable("ALIGNDESK_BIN") + u"/aligndesk-sandbox"_s,
                    {u"--port"_s, u"0"_s, u"--surveys"_s, u"3"_s, u"--speed"_s, u"0"_s});
    QVERIFY(QTest::qWaitFor([this] { return m_sandbox.canReadLine(); }, 30'000));
    m_service = QString::fromUtf8(m_sandbox.readLine().trimmed());
}

void TestKilledCreation::cleanupTestCase()
{
    m_sandbox.closeWriteChannel(); // it ends with us
    m_sandbox.waitForFinished();
}

void TestKilledCreation::killOne(const QString &file, const QString &name, int after)
{
    QProcess creator;
    creator.start(QCoreApplication::applicationFilePath(), {u"--create"_s, file, m_service, name});
    QVERIFY(creator.waitForStarted());
    std::ignore = QTest::qWaitFor([&] { return creator.state() == QProcess::NotRunning; }, after);
    creator.kill(); // SIGKILL
    creator.waitForFinished();
}

/// As the program and a person who follows it would.
void TestKilledCreation::goOn(Run &run, const QString &name)
{
    const QList<models::CreationIntent> open = run.open();
    QVERIFY(open.size() <= 1);
    if (open.isEmpty()) {
        if (run.named(name).isEmpty())
            run.creation.start(draftOf(name), true); // nothing was sent: from the draft
        else
            return;
    } else {
        ++m_inTheMidst;
        run.creation.resume(open.first());
    }
    QVERIFY(run.settles());
    if (run.creation.state() == State::Unknown) {
        run.creation.createAgain();
        QVERIFY(run.settles());
    }
    QCOMPARE(run.creation.state(), State::Finished);
}

void TestKilledCreation::isGoneOnWithAndNeverDoubled()
{
    const QString file = m_folder.filePath(u"data.sqlite"_s);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(),
                               {u"--create"_s, file, m_service, u"Undisturbed"_s}),
             0);
    const int whole = int(clock.elapsed());
    QRandomGenerator random(21);
    for (int round = 0; round < kills; ++round) {
        const QString name = u"Killed %1"_s.arg(round);
        killOne(file, name, int(random.bounded(whole / 6, whole)));
        Run run(file, QUrl(m_service));
        goOn(run, name);
        if (QTest::currentTestFailed())
            return;
        const QList<api::Survey> there = run.named(name);
        QCOMPARE(there.size(), 1);
        QCOMPARE(there.first().status, api::SurveyStatus::Active);
        const auto grid = QCoro::waitFor(run.client.send(api::calls::interlocking(there[0].id)));
        QVERIFY(grid);
        QCOMPARE(grid->combinations.size(), 4);
        QCOMPARE(grid->combinations.first().quota, 130);
        QCOMPARE(run.open().size(), 0);
    }
    qInfo("%d of %d kills came between the first byte and the last", m_inTheMidst, kills);
    QVERIFY(m_inTheMidst >= leastInTheMidst);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--create"_L1)
        return create(arguments.value(2), arguments.value(3), arguments.value(4));
    TestKilledCreation test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killedcreation.moc"
