// What a new sandbox holds: forty surveys in every state, the same for the same seed, or many more.
#include "sandbox/store/database.h"
#include "tests/sandbox/support/harness.h"

#include <QJsonArray>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Answer;
using support::Harness;

class TestSeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fortySurveysInEveryState();
    void progressIsBelievable();
    void interlockingAndExclusionsAreThere();
    void sameSeedSameSurveys();
    void fewerAreTheFirst();
    void tenThousandPageThrough();
    void fileKeepsEverything();
    void brokenFileIsSetAside();
    void lockedFileIsLeftAsItIs();

private:
    static QJsonArray page(Harness &sandbox, int number = 1)
    {
        return sandbox.get({u"endpoints/get_survey"_s, {}, u"page=%1"_s.arg(number)})
            .object[u"data"_s]
            .toArray();
    }
};

void TestSeed::fortySurveysInEveryState()
{
    Harness sandbox;
    QMap<QString, int> states;
    QSet<QString> ids, countries;
    for (const QJsonValue &survey : page(sandbox)) {
        ++states[survey[u"status"_s].toString()];
        ids.insert(survey[u"project_id"_s].toString());
        countries.insert(survey[u"project_country"_s].toString());
        QVERIFY(!survey[u"qualifications"_s].toArray().isEmpty());
    }
    QCOMPARE(states,
             (QMap<QString, int> {
                 {u"Active"_s, 15}, {u"Closed"_s, 8}, {u"Completed"_s, 8}, {u"Inactive"_s, 9}}));
    QCOMPARE(ids.size(), 40);
    QVERIFY(countries.size() > 20);
}

void TestSeed::progressIsBelievable()
{
    Harness sandbox;
    int over = 0, none = 0, behind = 0;
    for (const QJsonValue &survey : page(sandbox)) {
        const QJsonValue progress = survey[u"progress"_s];
        const int complete = progress[u"complete"_s].toInt();
        const int needed = survey[u"complete_needed"_s].toString().toInt();
        QVERIFY(complete <= needed * 1.06);
        QCOMPARE(progress[u"remaining"_s].toInt(), std::max(0, needed - complete));
        QVERIFY(progress[u"survey_entrant"_s].toInt() >= complete);
        over += complete > needed;
        none += complete == 0;
        behind += survey[u"status"_s].toString() == u"Active" && complete < needed / 2;
        if (complete > 50) {
            const double conversion = double(complete) / progress[u"survey_entrant"_s].toInt();
            const double ir = survey[u"ir"_s].toString().toDouble() / 100;
            QVERIFY(conversion > 0.7 * ir && conversion < 1.3 * ir);
        }
    }
    QVERIFY2(over >= 4 && none >= 5 && behind >= 4,
             qPrintable(u"%1 %2 %3"_s.arg(over).arg(none).arg(behind)));
}

void TestSeed::interlockingAndExclusionsAreThere()
{
    Harness sandbox;
    const QString id = sandbox.idOf(u"Snack tracker W14"_s);
    const Answer grid = sandbox.get({u"endpoints/get_interlocking"_s, {{u"project_id"_s, id}}});
    QCOMPARE(grid.object[u"data"_s][u"combinations"_s].toArray().size(), 6);
    const Answer excluded = sandbox.get({u"endpoints/exclusion"_s, {}, {}, id});
    QCOMPARE(excluded.object[u"data"_s][u"exclusion_project"_s].toArray(),
             QJsonArray {sandbox.idOf(u"Snack tracker W13"_s)});
}

void TestSeed::sameSeedSameSurveys()
{
    sandbox::Options options;
    options.seed = 7;
    Harness one(options), other(options);
    const QJsonArray first = page(one), second = page(other);
    for (int i = 0; i < 40; ++i)
        QCOMPARE(second[i].toObject(), first[i].toObject());
    options.seed = 8;
    Harness different(options);
    QVERIFY(page(different)[0][u"project_id"_s] != page(one)[0][u"project_id"_s]);
}

void TestSeed::fewerAreTheFirst()
{
    sandbox::Options options;
    options.surveys = 1;
    Harness sandbox(options);
    QCOMPARE(page(sandbox).size(), 1);
    QCOMPARE(page(sandbox)[0][u"project_name"_s].toString(), u"Snack tracker W14"_s);
    options.surveys = 0;
    Harness empty(options);
    QCOMPARE(empty.get({u"endpoints/get_survey"_s}).said(), u"422 Survey data not found!"_s);
}

void TestSeed::tenThousandPageThrough()
{
    sandbox::Options options;
    options.surveys = 10'000;
    Harness sandbox(options);
    QSet<QString> ids;
    int pages = 0;
    for (QJsonArray surveys = page(sandbox, 1); !surveys.isEmpty();
         surveys = page(sandbox, pages + 1)) {
        ++pages;
        for (const QJsonValue &survey : surveys)
            ids.insert(survey[u"project_id"_s].toString());
    }
    QCOMPARE(pages, 200);
    QCOMPARE(ids.size(), 10'000);
}

void TestSeed::fileKeepsEverything()
{
    const QTemporaryDir folder;
    sandbox::Options options;
    options.dataFile = folder.filePath(u"deeper/sandbox.db"_s);
    Harness sandbox(options);
    const QString id = sandbox.create(sandbox.newSurvey());
    sandbox.post({u"endpoints/create_interlocking"_s,
                  {{u"project_id"_s, id}, {u"qualification_code"_s, QJsonArray {43, 42}}}});
    const QJsonObject asked {{u"project_id"_s, id}};
    const QByteArray grid = sandbox.get({u"endpoints/get_interlocking"_s, asked}).body;
    const QJsonArray before = page(sandbox);
    sandbox.restart();
    const auto again = sandbox.hashFor(u"endpoints/get_survey"_s);
    const QUrl url(sandbox.base() + u"endpoints/get_survey?hash="_s + QString::fromLatin1(again));
    const Answer after = sandbox.raw("GET", url, {}, {{"X-Client-Id", "c"}});
    QCOMPARE(after.object[u"data"_s].toArray(), before);
    QCOMPARE(before.size(), 41);
    QVERIFY(grid.contains("Male,18-24"));
}

void TestSeed::brokenFileIsSetAside()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"sandbox.db"_s);
    QFile broken(file);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("This was never a database.");
    broken.close();
    sandbox::Options options;
    options.dataFile = file;
    Harness sandbox(options);
    QVERIFY(sandbox.server().notice().contains(u"It was kept as"));
    QCOMPARE(page(sandbox).size(), 40);
    const QStringList kept = QDir(folder.path()).entryList({u"sandbox.db.broken-*"_s});
    QCOMPARE(kept.size(), 1);
    QFile aside(folder.filePath(kept.first()));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), QByteArray("This was never a database."));
}

void TestSeed::lockedFileIsLeftAsItIs()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"sandbox.db"_s);
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(file);
        QVERIFY(other.open());
        QSqlQuery query(other);
        QVERIFY(query.exec(u"CREATE TABLE kept (value)"_s));
        QVERIFY(query.exec(u"BEGIN EXCLUSIVE"_s));
        sandbox::Database locked;
        QVERIFY_EXCEPTION_THROWN(locked.open(file), sandbox::StoreError);
        QVERIFY(locked.notice().isEmpty());
        QVERIFY(query.exec(u"ROLLBACK"_s));
        QVERIFY(query.exec(u"SELECT count(*) FROM kept"_s));
        other.close();
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    QVERIFY(QDir(folder.path()).entryList({u"sandbox.db.broken-*"_s}).isEmpty());
    QVERIFY(QFile::exists(file));
}

QTEST_GUILESS_MAIN(TestSeed)
#include "tst_seed.moc"
