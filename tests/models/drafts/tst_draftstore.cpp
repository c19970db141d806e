#include "models/database/database.h"
#include "models/drafts/draftfile.h"
#include "models/drafts/draftlistmodel.h"
#include "models/drafts/draftstore.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/support/wait.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Database;
using models::DraftStore;

namespace {

QStringList names(const DraftStore &store)
{
    QStringList all;
    for (const models::DraftRecord &record : store.records())
        all.append((record.wasOpen ? u"recovered: "_s : QString()) + record.draft.name);
    return all;
}

/// A store as the next start of the program finds it.
struct Start
{
    Database database;
    DraftStore store;

    explicit Start(const QString &file, const QString &account = u"a"_s)
        : database(file)
        , store(database, account)
    {
        QSignalSpy loaded(&store, &DraftStore::changed);
        store.load();
        QVERIFY(support::emitted(loaded));
    }

    QString keep(const QString &name, bool isOpen = false, bool isTemplate = false)
    {
        models::SurveyDraft draft = support::goodDraft();
        draft.name = name;
        const QString uuid = DraftStore::newId();
        QSignalSpy saved(&store, &DraftStore::saved);
        store.save(uuid, draft, isTemplate, isOpen);
        support::emitted(saved);
        return uuid;
    }
};

} // namespace

class TestDraftStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder.reset(new QTemporaryDir); }
    void keepsDraftsAndTellsTheRecovered();
    void keepsTheLastTenVersions();
    void bringsBackWhatWasRemoved();
    void isTiedToItsAccount();
    void duplicatesAndRenames();
    void renamingKeepsTheMarkOfACrash();
    void aDraftThatTheDiskRefusesIsSaidAndSavedLater();
    void showsRows();
    void writesAndReadsFiles();
    void refusesFiles_data();
    void refusesFiles();

private:
    QString file() const { return m_folder->filePath(u"data.sqlite"_s); }

    QScopedPointer<QTemporaryDir> m_folder;
};

void TestDraftStore::keepsDraftsAndTellsTheRecovered()
{
    {
        Start first(file());
        first.keep(u"left in peace"_s);
        QTest::qSleep(2); // the list is in the order of the millisecond
        first.keep(u"cut off"_s, true);
    }
    Start second(file());
    QCOMPARE(names(second.store), (QStringList {u"recovered: cut off"_s, u"left in peace"_s}));
    QCOMPARE(second.store.recovered(), 1);
    models::SurveyDraft whole = support::goodDraft();
    whole.name = u"left in peace"_s;
    QCOMPARE(second.store.records().last().draft, whole);
    second.store.close(second.store.records().first().uuid);
    QCOMPARE(second.store.recovered(), 0);
}

void TestDraftStore::keepsTheLastTenVersions()
{
    Start start(file());
    const QString uuid = start.keep(u"0"_s);
    models::SurveyDraft draft = start.store.find(uuid)->draft;
    for (int i = 1; i <= 12; ++i) {
        draft.name = QString::number(i);
        QSignalSpy saved(&start.store, &DraftStore::saved);
        QTRY_VERIFY(QDateTime::currentDateTimeUtc() > start.store.find(uuid)->updated);
        start.store.save(uuid, draft, false, false);
        QVERIFY(support::emitted(saved));
        QVERIFY(saved.first().at(1).toBool());
    }
    const auto versions = support::wait(start.database.run(
        [uuid](QSqlDatabase &database) { return models::drafttable::versions(database, uuid); }));
    QStringList names;
    for (const models::DraftVersion &version : versions)
        names.append(version.draft.name);
    QCOMPARE(names.join(u' '), u"12 11 10 9 8 7 6 5 4 3"_s);
}

void TestDraftStore::bringsBackWhatWasRemoved()
{
    {
        Start first(file());
        const QString uuid = first.keep(u"wanted"_s);
        first.store.remove({uuid});
        QCOMPARE(names(first.store), QStringList());
        first.store.restore();
        QCOMPARE(names(first.store), QStringList {u"wanted"_s});
        first.store.remove({first.keep(u"unwanted"_s)});
    }
    Start second(file());
    QCOMPARE(names(second.store), QStringList {u"wanted"_s});
    second.store.restore(); // what an earlier run removed is gone
    QCOMPARE(names(second.store), QStringList {u"wanted"_s});
}

void TestDraftStore::isTiedToItsAccount()
{
    {
        Start mine(file());
        mine.keep(u"mine"_s);
    }
    Start theirs(file(), u"b"_s);
    QCOMPARE(names(theirs.store), QStringList());
}

void TestDraftStore::duplicatesAndRenames()
{
    Start start(file());
    const QString uuid = start.keep(u"wave 1"_s, false, true);
    const QString twin = start.store.duplicate(uuid);
    start.store.rename(twin, u"wave 2"_s);
    QCOMPARE(names(start.store), (QStringList {u"wave 2"_s, u"wave 1"_s}));
    QVERIFY(start.store.find(twin)->isTemplate);
    QCOMPARE(start.store.duplicate(u"nobody"_s), QString());
}

void TestDraftStore::renamingKeepsTheMarkOfACrash()
{
    QString left;
    QString open;
    {
        Start start(file());
        left = start.keep(u"Left"_s, true);
    }
    {
        Start start(file());
        start.store.rename(left, u"Left by a crash"_s);
        QCOMPARE(start.store.recovered(), 1);
        open = start.keep(u"Open"_s, true);
        QSignalSpy saved(&start.store, &DraftStore::saved);
        start.store.rename(open, u"Open in a wizard"_s);
        QVERIFY(support::emitted(saved));
    }
    Start start(file());
    QCOMPARE(start.store.recovered(), 2);
}

void TestDraftStore::aDraftThatTheDiskRefusesIsSaidAndSavedLater()
{
    Start start(file());
    const QString uuid = start.keep(u"Small"_s);
    QCOMPARE(start.store.problem(uuid), QString());
    // No page can be added to the file any more, as on a disk that is full.
    const auto limit = [&start](const QString &pages) {
        return support::wait(start.database.run([pages](QSqlDatabase &connection) {
            return models::sql::exec(connection, u"PRAGMA max_page_count = "_s + pages).has_value();
        }));
    };
    QVERIFY(limit(u"1"_s)); // not below what it has
    models::SurveyDraft draft = support::goodDraft();
    draft.name = u"Large"_s;
    draft.liveLink = QString(200'000, u'x');
    QSignalSpy saved(&start.store, &DraftStore::saved);
    start.store.save(uuid, draft, false, true);
    QVERIFY(support::emitted(saved));
    QCOMPARE(saved.last()[1].toBool(), false);
    QVERIFY2(start.store.problem(uuid).contains(u"full"_s), qPrintable(start.store.problem(uuid)));
    QCOMPARE(start.store.unsaved(), 1);
    QCOMPARE(start.store.find(uuid)->draft.name, u"Large"_s); // in memory
    QVERIFY(limit(u"100000"_s));
    start.database.retry();
    QTRY_COMPARE(start.store.problem(uuid), QString());
    QCOMPARE(start.store.unsaved(), 0);
    Start again(file());
    QCOMPARE(names(again.store), QStringList {u"recovered: Large"_s});
}

void TestDraftStore::showsRows()
{
    models::DraftListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    models::DraftRow row {.record = {.uuid = u"1"_s, .draft = support::goodDraft(), .updated = {}},
                          .country = u"France"_s};
    row.record.draft.name = u" "_s;
    model.setRows({row});
    row.record.isTemplate = true;
    model.sync({row}, [](const models::DraftRow &one) { return one.record.uuid; });
    QStringList cells;
    for (int column = 0; column < models::DraftListModel::Updated; ++column)
        cells.append(model.index(0, column).data().toString());
    QCOMPARE(cells.first(3).join(u" | "_s), u"Without a name | Template | France"_s);
    const auto budget = [&model] {
        return model.index(0, models::DraftListModel::Budget).data().toString();
    };
    row.currency = u"EUR"_s;
    row.record.draft.completes = 1000;
    row.record.draft.cpi = {250};
    model.setRows({row});
    QCOMPARE(budget(), u"2,500.00\u00a0EUR"_s);
    row.record.draft.cpi = {};
    model.setRows({row});
    QCOMPARE(budget(), u"–"_s);
}

void TestDraftStore::writesAndReadsFiles()
{
    const models::DraftRecord record {
        .uuid = u"1"_s, .draft = support::goodDraft(), .isTemplate = true, .updated = {}};
    const auto there = models::draftFromFile(models::draftFile(record));
    QVERIFY(there);
    QCOMPARE(there->draft, record.draft);
    QVERIFY(there->isTemplate);
    QCOMPARE(there->uuid, QString());
    const auto marked = models::draftFromFile("\xef\xbb\xbf" + models::draftFile(record));
    QVERIFY(marked); // as editors of Windows save it
    QCOMPARE(marked->draft, record.draft);
}

void TestDraftStore::refusesFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no JSON") << QByteArray("name;completes") << u"Not a valid JSON"_s;
    QTest::newRow("another program's JSON") << QByteArray("{\"a\": 1}") << u"no draft"_s;
    QTest::newRow("a newer schema")
        << QByteArray("{\"format\": \"aligndesk-draft\", \"schema\": 99}") << u"newer version"_s;
    QTest::newRow("nothing in it")
        << QByteArray("{\"format\": \"aligndesk-draft\", \"schema\": 1}") << u"holds none"_s;
    const auto with = [](const QString &member, const QJsonValue &value) {
        QJsonObject file =
            QJsonDocument::fromJson(
                models::draftFile({.uuid = {}, .draft = support::goodDraft(), .updated = {}}))
                .object();
        QJsonObject draft = file[u"draft"_s].toObject();
        draft[member] = value;
        file[u"draft"_s] = draft;
        return QJsonDocument(file).toJson();
    };
    QTest::newRow("far newer") << with(u"schema"_s, 3e9) << u"newer version"_s;
    QTest::newRow("a schema in words") << with(u"schema"_s, u"1"_s) << u"holds none"_s;
    QTest::newRow("a list of drafts") << QByteArray("[{}]") << u"no draft"_s;
    QTest::newRow("very deep") << QByteArray(5000, '[') << u"Not a valid JSON"_s;
    QTest::newRow("too large") << QByteArray(models::largestDraftFile + 1, ' ')
                               << u"larger than any draft"_s;
    QTest::newRow("no answer to a question")
        << with(u"qualifications"_s, QJsonArray {QJsonObject {{u"options"_s, u"x"_s}}})
        << u"qualifications"_s;
    QTest::newRow("a newer draft inside") << with(u"schema"_s, 99) << u"newer version"_s;
    QTest::newRow("a text for a number") << with(u"completes"_s, u"500"_s) << u"completes"_s;
    QTest::newRow("half a minute") << with(u"loi"_s, 7.5) << u"loi"_s;
    QTest::newRow("no date") << with(u"start"_s, u"2026-02-31"_s) << u"start"_s;
    QTest::newRow("no list") << with(u"excluded"_s, 3) << u"excluded"_s;
    const QByteArray whole =
        models::draftFile({.uuid = {}, .draft = support::goodDraft(), .updated = {}});
    for (const int percent : {10, 50, 90, 99})
        QTest::addRow("cut off at %d %%", percent)
            << whole.left(whole.size() * percent / 100) << u"Not a valid JSON"_s;
}

void TestDraftStore::refusesFiles()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, reason);
    const auto there = models::draftFromFile(bytes);
    QVERIFY(!there);
    QVERIFY2(there.error().contains(reason), qPrintable(there.error()));
}

QTEST_GUILESS_MAIN(TestDraftStore)
#include "tst_draftstore.moc"
