#include "models/database/database.h"
#include "models/files/pastedrows.h"
#include "models/interlocking/carryover.h"
#include "models/interlocking/gridcache.h"
#include "models/interlocking/gridedits.h"
#include "models/interlocking/interlockingmodel.h"
#include "models/interlocking/interlockingstore.h"
#include "models/interlocking/optionorder.h"
#include "models/support/roles.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using support::json;

namespace {

api::Qualification question(const QString &title, const QStringList &options)
{
    api::Qualification made;
    made.title = title;
    for (const QString &option : options)
        made.conditions.append({int(made.conditions.size()) + 1, option});
    return made;
}

/// A grid as the server tells it, each cell's quota its number from 10 on.
api::Interlocking told(const QStringList &combinations, const QStringList &titles,
                       const QStringList &options)
{
    api::Interlocking answer;
    for (const QString &text : combinations) {
        const int number = int(answer.combinations.size());
        answer.combinations.append({{u"c%1"_s.arg(number)}, text, 10 + number});
    }
    for (qsizetype i = 0; i < titles.size(); ++i)
        answer.qualifications.append({QString::number(i + 1), titles[i], options[i]});
    return answer;
}

QString rendered(const models::InterlockingModel &model)
{
    QStringList lines;
    QStringList heads;
    for (int column = 0; column < model.columnCount(); ++column)
        heads.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    lines.append(heads.join(u" | "_s));
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        const QString was = model.index(row, model.quotaColumn()).data(Qt::ToolTipRole).toString();
        lines.append(cells.join(u" | "_s) + (was.isEmpty() ? QString() : u" <- "_s + was));
    }
    return lines.join(u'\n');
}

models::InterlockingGrid flatGrid(const QList<int> &quotas)
{
    models::InterlockingGrid grid;
    for (const int quota : quotas) {
        const QString id = u"c%1"_s.arg(grid.cells.size());
        grid.cells.append({{id}, id.toUpper(), quota, quota});
    }
    return grid;
}

void applyTo(models::InterlockingGrid &grid, const models::GridEdit &edit)
{
    for (const models::CellEdit &cell : edit)
        grid.cells[cell.cell].current = cell.after;
}

} // namespace

class TestInterlocking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesHoldCommas();
    void orderIsTheServers();
    void whatDoesNotFitStaysFlat();
    void rangesAndSingleNamesNeedNoHelp();
    void mergesThreeWays();
    void carriesOverWhatStillExists();
    void editsAreSteps();
    void readsQuotasAsPeopleWriteThem();
    void modelAsksAndApplies();
    void sendsOnlyChangedCells();
    void sendsNothingOverAnotherChange();
    void saysWhenThereIsNone();
    void knowsTheGridOverARestart();
};

void TestInterlocking::namesHoldCommas()
{
    const QStringList regions {u"Yes, often"_s, u"No"_s};
    const auto answer =
        told({u"Male,Yes, often"_s, u"Male,No"_s, u"Female,Yes, often"_s, u"Female,No"_s},
             {u"GENDER"_s, u"SHOPS"_s}, {u"Male,Female"_s, u"Yes, often,No"_s});
    models::InterlockingModel model;
    model.setGrid(models::gridOf(answer, {question(u"SHOPS"_s, regions)}));
    QCOMPARE(rendered(model),
             u"GENDER | SHOPS | Quota\n"
             "Male | Yes, often | 10\n"
             "Male | No | 11\n"
             "Female | Yes, often | 12\n"
             "Female | No | 13"_s);
}

void TestInterlocking::orderIsTheServers()
{
    QCOMPARE(models::optionOrder(u"b, c,a,b"_s, {u"a"_s, u"b"_s, u"b, c"_s}),
             (QStringList {u"b, c"_s, u"a"_s, u"b"_s}));
    QCOMPARE(models::optionOrder(u"a,a b"_s, {u"a b"_s, u"a"_s, u"c"_s}),
             (QStringList {u"a"_s, u"a b"_s}));
    QVERIFY(!models::optionOrder(u"a,x"_s, {u"a"_s, u"b"_s}));
    QVERIFY(!models::optionOrder({}, {u"a"_s}));
}

void TestInterlocking::whatDoesNotFitStaysFlat()
{
    const auto answer = told({u"Male,Yes, often"_s, u"Male,No"_s}, {u"GENDER"_s, u"SHOPS"_s},
                             {u"Male"_s, u"Yes, often,No"_s});
    models::InterlockingModel model;
    QAbstractItemModelTester tester(&model);
    model.setGrid(models::gridOf(answer, {}));
    QCOMPARE(rendered(model), u"Combination | Quota\nMale,Yes, often | 10\nMale,No | 11"_s);
    QVERIFY(model.flags(model.index(0, 1)).testFlag(Qt::ItemIsEditable));
}

void TestInterlocking::rangesAndSingleNamesNeedNoHelp()
{
    const auto answer = told({u"18-24,A"_s, u"18-24,B"_s, u"25-34,A"_s, u"25-34,B"_s},
                             {u"AGE"_s, u"X"_s}, {u"18-24,25-34"_s, u"A,B"_s});
    QCOMPARE(models::gridOf(answer, {}).names(2), (QStringList {u"25-34"_s, u"A"_s}));
}

void TestInterlocking::mergesThreeWays()
{
    models::InterlockingGrid mine = flatGrid({10, 20, 30, 40});
    applyTo(mine, {{0, 10, 11}, {1, 20, 21}, {2, 30, 31}});
    const models::MergedGrid merged = models::merge(mine, flatGrid({10, 25, 31, 44}));
    QList<int> current;
    for (const models::GridCellState &cell : merged.grid.cells)
        current.append(cell.current);
    QCOMPARE(current, (QList<int> {11, 21, 31, 44}));
    QCOMPARE(merged.conflicts, (QList<models::GridConflict> {{1, 20, 25, 21}}));
    QCOMPARE(merged.grid.changed(), (QList<qsizetype> {0, 1}));
}

/// The old grid has AGE before GENDER and an age band that is gone.
void TestInterlocking::carriesOverWhatStillExists()
{
    const QList<api::Qualification> ages {question(u"AGE"_s, {u"18-24"_s, u"25-34"_s}),
                                          question(u"GENDER"_s, {u"Male"_s, u"Female"_s})};
    const models::InterlockingGrid old = models::gridOf(
        told({u"18-24,Male"_s, u"18-24,Female"_s, u"25-34,Male"_s, u"25-34,Female"_s},
             {u"AGE"_s, u"GENDER"_s}, {u"18-24,25-34"_s, u"Male,Female"_s}),
        ages);
    const QList<api::Qualification> now {question(u"GENDER"_s, {u"Female"_s, u"Male"_s}),
                                         question(u"AGE"_s, {u"25-34"_s, u"35-44"_s, u"45-54"_s})};
    QVERIFY(!models::isOutdated(old, ages));
    QVERIFY(models::isOutdated(old, now));
    const models::InterlockingGrid fresh = models::crossedGrid(now);
    QCOMPARE(fresh.cells.size(), qsizetype(6));
    const models::CarryOver carried = models::carryOver(old, fresh);
    QCOMPARE(carried.kept, 2);
    QCOMPARE(carried.lost, (QStringList {u"18-24,Male"_s, u"18-24,Female"_s}));
    // Female 25-34 is the new grid's first cell, Male 25-34 its fourth.
    QCOMPARE(carried.edit, (models::GridEdit {{3, 0, 12}, {0, 0, 13}}));
}

void TestInterlocking::editsAreSteps()
{
    models::InterlockingGrid grid = flatGrid({10, 20, 30});
    applyTo(grid, models::setQuota(grid, 1, 25));
    QCOMPARE(models::fillDown(grid, {{1}, {2}}), (models::GridEdit {{2, 30, 25}}));
    QCOMPARE(models::backToSaved(grid, {0, 1}), (models::GridEdit {{1, 25, 20}}));
    QVERIFY(models::setQuota(grid, 0, 10).isEmpty());
}

void TestInterlocking::readsQuotasAsPeopleWriteThem()
{
    const models::InterlockingGrid grid = flatGrid({10, 20, 30});
    const auto rows = models::rowsFromText(u"5\t\"7\"\r\n10000\t8\r\n"_s);
    QCOMPARE(rows, (QList<QStringList> {{u"5"_s, u"7"_s}, {u"10000"_s, u"8"_s}}));
    QCOMPARE(models::fillRight(grid, {{0, 1, -1, 2}}),
             (models::GridEdit {{1, 20, 10}, {2, 30, 10}}));
    for (const QString &wrong : {u"0"_s, u"-1"_s, u"1.5"_s, u"abc"_s, u""_s})
        QVERIFY2(!models::quotaFromText(wrong), qPrintable(wrong));
}

void TestInterlocking::modelAsksAndApplies()
{
    models::InterlockingModel model;
    QAbstractItemModelTester tester(&model);
    model.setGrid(flatGrid({10, 20}));
    QSignalSpy wanted(&model, &models::InterlockingModel::editWanted);
    QSignalSpy refused(&model, &models::InterlockingModel::refused);
    const QModelIndex cell = model.index(1, 1);
    QVERIFY(!model.setData(cell, u"many"_s, Qt::EditRole));
    QCOMPARE(refused.size(), 1);
    QVERIFY(model.setData(cell, u"25"_s, Qt::EditRole));
    QCOMPARE(model.grid().cells[1].current, 20); // only asked for
    const auto edit = wanted.value(0).value(0).value<models::GridEdit>();
    model.apply(edit, true);
    QCOMPARE(rendered(model), u"Combination | Quota\nC0 | 10\nC1 | 25 <- Last saved: 20"_s);
    QCOMPARE(cell.data(models::StatusRole).toInt(), int(models::CellState::Changed));
    model.apply(edit, false);
    QVERIFY(model.grid().changed().isEmpty());
    model.setReadOnly(true);
    QVERIFY(!model.setData(cell, u"30"_s, Qt::EditRole));
    QVERIFY(!model.flags(cell).testFlag(Qt::ItemIsEditable));
}

namespace {

QByteArray gridBody(int first, int second)
{
    return QStringLiteral("{\"status\":200,\"data\":{\"project_id\":\"S1\",\"combinations\":["
                          "{\"id\":\"c0\",\"option\":\"Male\",\"quota\":%1},"
                          "{\"id\":\"c1\",\"option\":\"Female\",\"quota\":%2}],\"qualifications\":["
                          "{\"id\":\"1\",\"title\":\"GENDER\",\"options\":\"Male,Female\"}]}}")
        .arg(first)
        .arg(second)
        .toUtf8();
}

struct Service
{
    int first = 10;
    int second = 20;
    bool hasGrid = true;
    QByteArrayList writes;
    support::FaultServer server {[this](const support::Seen &seen) { return answer(seen); }};
    api::Client client {{server.baseUrl(), u"client"_s, u"key"_s}};
    support::CallsEnd ending {client};
    models::Database database {u":memory:"_s};
    models::GridCache cache {database, u"account"_s};
    models::InterlockingStore store {client, cache, {u"S1"_s}};

    support::Reply answer(const support::Seen &seen)
    {
        if (seen.path().endsWith("/qualifications"))
            return json(200, "{\"status\":200,\"qualifications_data\":[]}");
        if (!hasGrid)
            return json(422, "{\"status\":422,\"error\":\"Interlocking data not found!\"}");
        if (seen.verb == "PATCH") {
            writes.append(seen.body);
            const QByteArray body = gridBody(first, 33);
            return json(200, QByteArray(body).replace("\"data\"", "\"Interlocking\""));
        }
        return json(200, gridBody(first, second));
    }

    models::InterlockingGrid loaded()
    {
        QSignalSpy arrived(&store, &models::InterlockingStore::arrived);
        store.load();
        return arrived.wait(5000) ? arrived[0][0].value<models::InterlockingGrid>()
                                  : models::InterlockingGrid();
    }
};

} // namespace

void TestInterlocking::sendsOnlyChangedCells()
{
    Service service;
    models::InterlockingGrid grid = service.loaded();
    QCOMPARE(grid.cells.size(), qsizetype(2));
    applyTo(grid, models::setQuota(grid, 1, 33));
    QSignalSpy saved(&service.store, &models::InterlockingStore::saved);
    service.store.save(grid);
    QVERIFY(saved.wait(5000));
    QCOMPARE(service.writes.size(), qsizetype(1));
    QCOMPARE(QJsonDocument::fromJson(service.writes[0])[u"combinations"_s],
             QJsonDocument::fromJson("[{\"id\":\"c1\",\"required_count\":33}]").array());
}

void TestInterlocking::sendsNothingOverAnotherChange()
{
    Service service;
    models::InterlockingGrid grid = service.loaded();
    applyTo(grid, models::setQuota(grid, 1, 33));
    service.second = 25;
    QSignalSpy arrived(&service.store, &models::InterlockingStore::arrived);
    QSignalSpy saved(&service.store, &models::InterlockingStore::saved);
    service.store.save(grid);
    QVERIFY(arrived.wait(5000));
    QVERIFY(service.writes.isEmpty());
    QVERIFY(saved.isEmpty());
    const auto fresh = arrived[0][0].value<models::InterlockingGrid>();
    QCOMPARE(models::merge(grid, fresh).conflicts, (QList<models::GridConflict> {{1, 20, 25, 33}}));
}

void TestInterlocking::saysWhenThereIsNone()
{
    Service service;
    service.hasGrid = false;
    QSignalSpy absent(&service.store, &models::InterlockingStore::absent);
    service.store.load();
    QVERIFY(absent.wait(5000));
    models::InterlockingStore later(service.client, service.cache, {u"S1"_s});
    QSignalSpy known(&later, &models::InterlockingStore::absent);
    service.server.close();
    later.load();
    QVERIFY(known.wait(5000)); // as it was told last
    QVERIFY(later.updated().isValid());
}

void TestInterlocking::knowsTheGridOverARestart()
{
    Service service;
    const models::InterlockingGrid grid = service.loaded();
    models::InterlockingStore later(service.client, service.cache, {u"S1"_s});
    QSignalSpy known(&later, &models::InterlockingStore::known);
    QSignalSpy arrived(&later, &models::InterlockingStore::arrived);
    service.second = 25;
    later.load();
    QVERIFY(arrived.wait(5000));
    QCOMPARE(known.size(), 1);
    QCOMPARE(known[0][0].value<models::InterlockingGrid>(), grid);
    QCOMPARE(arrived[0][0].value<models::InterlockingGrid>().cells[1].saved, 25);
    models::InterlockingStore other(service.client, service.cache, {u"S2"_s});
    QSignalSpy foreign(&other, &models::InterlockingStore::known);
    QSignalSpy answered(&other, &models::InterlockingStore::arrived);
    other.load();
    QVERIFY(answered.wait(5000));
    QVERIFY(foreign.isEmpty());
}

QTEST_GUILESS_MAIN(TestInterlocking)

#include "tst_interlocking.moc"
