#include "models/database/database.h"
#include "models/exclusions/exclusioncandidates.h"
#include "models/exclusions/exclusionstore.h"
#include "models/exclusions/exclusiontable.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/targetingservice.h"
#include "tests/support/wait.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::ExclusionStore;
using support::Fate;
using Ids = QList<api::SurveyId>;

namespace {

const Ids all {{u"P1"_s}, {u"P2"_s}, {u"P3"_s}};
constexpr Fate refuses {.acts = false, .status = 422};
constexpr Fate cut {.acts = false, .status = 0};

struct Desk
{
    explicit Desk(const QString &path)
        : database(path)
    {
    }
    /// Tells whether it ended well; afterwards the list has been read again.
    bool act(const std::function<void()> &begin)
    {
        QSignalSpy done(&store, &ExclusionStore::done);
        QSignalSpy failed(&store, &ExclusionStore::writeFailed);
        begin();
        if (!QTest::qWaitFor([&] { return done.size() + failed.size() > 0; }, 10'000)
            || !QTest::qWaitFor([this] { return !store.isBusy(); }, 10'000))
            qFatal("an act did not end");
        return failed.isEmpty();
    }
    void load()
    {
        store.load();
        if (!QTest::qWaitFor([this] { return !store.isBusy(); }, 10'000))
            qFatal("nothing was read");
    }

    std::function<void()> onWrite;
    support::TargetingService service;
    models::Database database;
    support::FaultServer server {[this](const support::Seen &seen) {
        if (onWrite && seen.verb != "GET")
            onWrite();
        return service.reply(seen);
    }};
    api::Client client {{server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
    ExclusionStore store {client, database, u"account"_s, {u"S1"_s}};
};

QStringList rendered(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        rows.append(cells.join(u" | "_s));
    }
    return rows;
}

api::Survey finished(const QString &id, const QString &name, api::SurveyStatus status)
{
    api::Survey survey = fixture::survey(id, name, 12);
    survey.status = status;
    return survey;
}

} // namespace

class TestExclusions : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString file() const
    {
        return m_folder.filePath(QString::fromUtf8(QTest::currentTestFunction()));
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void removesNothingThatCouldNotBeWrittenDown()
    {
        Desk desk(file());
        desk.load();
        const auto limit = [&desk](const QString &pages) {
            return support::wait(desk.database.run([pages](QSqlDatabase &connection) {
                // A row that is too long for the pages that the file has.
                return models::sql::exec(connection, u"PRAGMA max_page_count = "_s + pages)
                    && models::sql::exec(
                           connection,
                           u"CREATE TEMP TRIGGER IF NOT EXISTS grows BEFORE INSERT"
                           " ON exclusions BEGIN INSERT INTO calls (account, started,"
                           " duration, verb, endpoint, survey, tries, http_status,"
                           " request_body, answer_body, answer_size) VALUES ('', 0,"
                           " 0, 0, '', '', 0, 0, hex(zeroblob(90000)), '', 0); END"_s);
            }));
        };
        QVERIFY(limit(u"1"_s)); // not below what it has
        QSignalSpy refused(&desk.store, &ExclusionStore::removalRefused);
        int writes = 0;
        desk.onWrite = [&writes] { ++writes; };
        desk.store.remove({{u"P2"_s}});
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY2(refused[0][0].toString().contains(u"full"_s),
                 qPrintable(refused[0][0].toString()));
        QCOMPARE(writes, 0);
        QVERIFY(!desk.store.isBusy());
        QVERIFY(desk.store.owed().isEmpty());
        QVERIFY(limit(u"100000"_s));
        QVERIFY(desk.act([&] { desk.store.remove({{u"P2"_s}}); }));
        QCOMPARE(desk.store.exclusions(), (Ids {{u"P1"_s}, {u"P3"_s}}));
    }

    void addsAndRemoves()
    {
        Desk desk(u":memory:"_s);
        desk.load();
        QCOMPARE(desk.store.exclusions(), all);
        QSignalSpy done(&desk.store, &ExclusionStore::done);
        QVERIFY(desk.act([&] { desk.store.add({{u"P4"_s}}); }));
        QCOMPARE(desk.store.exclusions().size(), 4);
        QVERIFY(desk.act([&] { desk.store.remove({{u"P2"_s}}); }));
        QCOMPARE(desk.store.exclusions(), (Ids {{u"P1"_s}, {u"P3"_s}, {u"P4"_s}}));
        QCOMPARE(done.last()[2].value<Ids>(), desk.store.exclusions());
        QVERIFY(desk.act([&] { desk.store.removeAll(); }));
        QVERIFY(desk.store.exclusions().isEmpty());
        QVERIFY(desk.store.isKnown());
    }

    void restoresWhenTheSecondStepFails()
    {
        Desk desk(u":memory:"_s);
        desk.load();
        desk.service.fates = {Fate {}, refuses};
        QVERIFY(!desk.act([&] { desk.store.remove({{u"P2"_s}}); }));
        QCOMPARE(desk.store.exclusions(), all);
        QVERIFY(desk.store.owed().isEmpty());
        QCOMPARE(desk.service.exclusions.size(), 3);
    }

    void keepsWhatCouldNotBeRestored()
    {
        {
            Desk desk(file());
            desk.load();
            desk.service.fates = {Fate {}, refuses, refuses};
            QVERIFY(!desk.act([&] { desk.store.remove({{u"P2"_s}}); }));
            QCOMPARE(desk.store.owed(), all);
            QVERIFY(desk.store.exclusions().isEmpty());
            desk.store.remove({{u"P1"_s}}); // not while something is owed
            QVERIFY(!desk.store.isBusy());
            desk.service.fates = {cut};
            QVERIFY(!desk.act([&] { desk.store.saveAgain(); }));
            QCOMPARE(desk.store.owed(), all);
        }
        Desk desk(file()); // the next start of the program
        desk.service.exclusions.clear();
        desk.load();
        QCOMPARE(desk.store.owed(), all);
        QVERIFY(desk.act([&] { desk.store.saveAgain(); }));
        QCOMPARE(desk.service.exclusions.size(), 3);
        QVERIFY(desk.store.owed().isEmpty());
        QCOMPARE(desk.store.exclusions(), all);
    }

    void theListIsWrittenDownBeforeAnythingIsSent()
    {
        Desk desk(file());
        desk.load();
        std::optional<QFuture<models::exclusiontable::Entry>> kept;
        desk.onWrite = [&] { // the program may be killed right after
            if (kept)
                return;
            kept = desk.database.run([](QSqlDatabase &connection) {
                return models::exclusiontable::read(connection, u"account"_s, {u"S1"_s});
            });
        };
        QVERIFY(desk.act([&] { desk.store.remove({{u"P2"_s}}); }));
        QCOMPARE(support::wait(*kept).owed, all);
    }

    void forgetsWhatThePersonGoesWithout()
    {
        Desk desk(u":memory:"_s);
        desk.load();
        desk.service.fates = {Fate {}, refuses, refuses};
        QVERIFY(!desk.act([&] { desk.store.remove({{u"P2"_s}}); }));
        desk.store.dropOwed();
        QVERIFY(desk.store.owed().isEmpty());
    }

    void removesNothingThatIsGone()
    {
        Desk desk(u":memory:"_s);
        desk.load();
        desk.service.exclusions = {u"P1"_s};
        desk.store.remove({{u"P2"_s}});
        QTRY_VERIFY(!desk.store.isBusy());
        QCOMPARE(desk.store.exclusions(), (Ids {{u"P1"_s}}));
        QVERIFY(desk.service.writes.isEmpty());
    }

    void keepsWhatOthersAdded()
    {
        Desk desk(u":memory:"_s);
        desk.load();
        desk.service.exclusions.append(u"P9"_s);
        QVERIFY(desk.act([&] { desk.store.remove({{u"P2"_s}}); }));
        QCOMPARE(desk.service.exclusions, (QStringList {u"P1"_s, u"P3"_s, u"P9"_s}));
    }

    void answersFromTheDatabaseWithItsAge()
    {
        {
            Desk desk(file());
            desk.load();
        }
        Desk desk(file());
        desk.service.isDown = true;
        QSignalSpy failed(&desk.store, &ExclusionStore::failed);
        desk.store.load();
        QVERIFY(failed.wait(10'000));
        QCOMPARE(desk.store.exclusions(), all);
        QVERIFY(desk.store.updated().isValid());
    }

    void rendersNamesBesideIds()
    {
        Desk desk(u":memory:"_s);
        models::SurveyStore surveys(desk.client, desk.database, u"account"_s);
        surveys.adopt(finished(u"P1"_s, u"Snacks W1"_s, api::SurveyStatus::Completed));
        models::ExclusionModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.sync(models::exclusionRows({{u"P1"_s}, {u"P2"_s}}, {{u"P2"_s}, {u"P3"_s}}, surveys),
                   &models::ExclusionModel::id);
        QCOMPARE(rendered(model),
                 (QStringList {u"Snacks W1 | ALGNP1 | Completed | 12 | 12/1/26 | P1 | Saved"_s,
                               u"Not in the list of surveys |  |  |  |  | P2 | Saved"_s,
                               u"Not in the list of surveys |  |  |  |  | P3 | Not saved"_s}));
        QCOMPARE(models::exclusionNames({}, surveys), u"none"_s);
        QCOMPARE(models::exclusionNames(
                     {{u"P1"_s}, {u"b"_s}, {u"c"_s}, {u"d"_s}, {u"e"_s}, {u"f"_s}}, surveys),
                 u"Snacks W1, b, c, d, e and 1 more"_s);
    }

    void offersOnlyWhatTheServerTakes()
    {
        models::ExclusionCandidates model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        using Status = api::SurveyStatus;
        const QList<api::Survey> surveys {finished(u"A"_s, u"Café W1"_s, Status::Completed),
                                          finished(u"B"_s, u"Café W2"_s, Status::Active),
                                          finished(u"C"_s, u"Café W3"_s, Status::Closed),
                                          finished(u"D"_s, u"Snacks"_s, Status::Completed),
                                          finished(u"E"_s, u"Pets"_s, Status::Inactive),
                                          finished(u"S1"_s, u"Itself"_s, Status::Completed)};
        model.setSurveys(surveys, {{u"S1"_s}});
        QCOMPARE(model.count(), 3);
        QVERIFY(model.setData(model.index(2, 0), Qt::Checked, Qt::CheckStateRole));
        model.setSearch(u"cafe"_s);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.setData(model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(model.chosen(), (Ids {{u"A"_s}, {u"D"_s}}));
        model.setSurveys(surveys.mid(0, 3), {{u"S1"_s}}); // a refresh: D is gone
        QCOMPARE(model.index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(model.chosen(), (Ids {{u"A"_s}}));
        QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!model.setData(model.index(0, 1), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(model.chosen().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExclusions)

#include "tst_exclusions.moc"
