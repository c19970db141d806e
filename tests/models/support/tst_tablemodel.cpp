#include "models/support/roles.h"
#include "models/support/sortedrows.h"
#include "models/support/tablemodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Pet
{
    int id = 0;
    QString name;
    int weight = 0;
    bool isHidden = false; ///< shown in no column
    bool operator==(const Pet &) const = default;
};

constexpr models::Column<Pet> columns[] = {
    {QT_TRANSLATE_NOOP("Pets", "Name"), [](const Pet &pet) { return QVariant(pet.name); },
     [](const Pet &pet) { return QVariant(pet.name); }},
    {QT_TRANSLATE_NOOP("Pets", "Weight"),
     [](const Pet &pet) { return QVariant(QString::number(pet.weight) + u" kg"_s); },
     [](const Pet &pet) { return QVariant(pet.weight); }, Qt::AlignRight,
     [](const Pet &pet) { return QVariant(pet.weight > 9 ? 1 : 0); }},
};

/// "1 2:heavy" are two pets; a number after a colon is the weight.
QList<Pet> pets(const QString &text)
{
    QList<Pet> all;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList parts = word.split(u':');
        all.append({.id = parts[0].toInt(),
                    .name = u"pet %1"_s.arg(parts[0]),
                    .weight = parts.value(1).toInt()});
    }
    return all;
}

QString step(const models::RowStep &step)
{
    const auto number = [](qsizetype n) { return QString::number(n); };
    switch (step.kind) {
    case models::RowStep::Remove:
        return u"-%1x%2"_s.arg(number(step.row), number(step.count));
    case models::RowStep::Insert:
        return u"+%1x%2"_s.arg(number(step.row), number(step.count));
    case models::RowStep::Move:
        return u"%1>%2"_s.arg(number(step.from), number(step.row));
    case models::RowStep::Order:
        return u"order"_s;
    }
    return {};
}

/// Whole numbers, some of which are unknown.
class Values : public QAbstractListModel
{
public:
    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 5; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const QVariant all[] = {7, {}, 3, QDate(), -1};
        const QVariant &value = all[index.row()];
        return role == Qt::DisplayRole ? value.toString()
            : role == models::RawRole  ? value
                                       : QVariant();
    }
};

class Model : public models::TableModel<Pet>
{
public:
    Model()
        : TableModel(columns, "Pets")
    {
    }
};

} // namespace

class TestTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownValuesAreLastInEitherDirection()
    {
        Values model;
        models::SortedRows sorted;
        sorted.setSourceModel(&model);
        const auto column = [&sorted] {
            QStringList texts;
            for (int row = 0; row < sorted.rowCount(); ++row)
                texts.append(sorted.index(row, 0).data().toString());
            return texts.join(u',');
        };
        sorted.sort(0, Qt::AscendingOrder);
        QCOMPARE(column(), u"-1,3,7,,"_s);
        sorted.sort(0, Qt::DescendingOrder);
        QCOMPARE(column(), u"7,3,-1,,"_s);
    }

    void stepsAreTheFewest_data();
    void stepsAreTheFewest();
    void answersByTheColumnsTable();
    void tellsExactlyWhatChanged();
    void keepsPersistentIndexes();
    void keysThatComeTwiceCountOnce();
    void randomDifferencesArriveAndKeepIndexes();
};

void TestTableModel::stepsAreTheFewest_data()
{
    QTest::addColumn<QList<qsizetype>>("place");
    QTest::addColumn<qsizetype>("fresh");
    QTest::addColumn<QString>("steps");
    using List = QList<qsizetype>;
    QTest::newRow("nothing changes") << List {0, 1, 2} << qsizetype(3) << u""_s;
    QTest::newRow("neighbours go in one step") << List {0, -1, -1, 1} << qsizetype(2) << u"-1x2"_s;
    QTest::newRow("neighbours come in one step") << List {0, 3} << qsizetype(4) << u"+1x2"_s;
    QTest::newRow("the first goes last") << List {2, 0, 1} << qsizetype(3) << u"0>2"_s;
    QTest::newRow("the last comes first") << List {1, 2, 0} << qsizetype(3) << u"2>0"_s;
    QTest::newRow("all at once") << List {3, -1, 0, 1} << qsizetype(5) << u"-1x1 +3x1 0>3 +4x1"_s;
    QTest::newRow("from nothing") << List {} << qsizetype(3) << u"+0x3"_s;
    QTest::newRow("to nothing") << List {-1, -1} << qsizetype(0) << u"-0x2"_s;
    List reverse;
    for (qsizetype i = 100; i-- > 0;)
        reverse.append(i);
    QTest::newRow("many moves are one order") << reverse << qsizetype(101) << u"order +100x1"_s;
}

void TestTableModel::stepsAreTheFewest()
{
    QFETCH(const QList<qsizetype>, place);
    QFETCH(const qsizetype, fresh);
    QStringList steps;
    for (const models::RowStep &each : models::rowSteps(place, fresh))
        steps.append(step(each));
    QTEST(steps.join(u' '), "steps");
}

void TestTableModel::answersByTheColumnsTable()
{
    Model model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(pets(u"1:4 2:12"_s));
    QCOMPARE(model.headerData(1, Qt::Horizontal), QVariant(u"Weight"_s));
    const QModelIndex heavy = model.index(1, 1);
    QCOMPARE(heavy.data(), QVariant(u"12 kg"_s));
    QCOMPARE(heavy.data(models::RawRole), QVariant(12));
    QCOMPARE(heavy.data(models::StatusRole), QVariant(1));
    QCOMPARE(model.index(1, 0).data(models::StatusRole), QVariant());
    QCOMPARE(heavy.data(Qt::TextAlignmentRole).value<Qt::Alignment>(),
             Qt::AlignRight | Qt::AlignVCenter);
    QCOMPARE(model.row(heavy).id, 2);
}

void TestTableModel::tellsExactlyWhatChanged()
{
    Model model;
    model.setRows(pets(u"1:1 2:1 3:1 4:1 5:1"_s));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QList<Pet> fresh = pets(u"1:1 2:2 3:2 4:1 5:20"_s);
    fresh[3].isHidden = true;
    model.sync(fresh, &Pet::id);
    QCOMPARE(changed.size(), 2);
    const QList<int> value {Qt::DisplayRole, models::RawRole};
    QCOMPARE(changed[0],
             (QVariantList {model.index(1, 1), model.index(2, 1), QVariant::fromValue(value)}));
    const QList<int> status {Qt::DisplayRole, models::RawRole, models::StatusRole};
    QCOMPARE(changed[1],
             (QVariantList {model.index(4, 1), model.index(4, 1), QVariant::fromValue(status)}));
    QCOMPARE(model.rows(), fresh);
    fresh[0].name = u"renamed"_s;
    model.replaceRow(0, fresh[0]);
    QCOMPARE(changed[2],
             (QVariantList {model.index(0, 0), model.index(0, 0), QVariant::fromValue(value)}));
}

void TestTableModel::keepsPersistentIndexes()
{
    Model model;
    model.setRows(pets(u"1 2 3 4"_s));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex three = model.index(2, 0);
    const QPersistentModelIndex two = model.index(1, 0);
    model.sync(pets(u"3 9 4 1"_s), &Pet::id);
    QCOMPARE(three.row(), 0);
    QVERIFY(!two.isValid());
    QVERIFY(reset.isEmpty());
}

void TestTableModel::keysThatComeTwiceCountOnce()
{
    Model model;
    model.setRows(pets(u"1 2"_s));
    model.sync(pets(u"2:1 1 2:5 3 3"_s), &Pet::id);
    QCOMPARE(model.rows(), pets(u"2:1 1 3"_s));
}

void TestTableModel::randomDifferencesArriveAndKeepIndexes()
{
    Model model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(20260);
    for (int round = 0; round < 400; ++round) {
        const int size = int(random.bounded(round % 5 ? 12 : 200));
        QList<Pet> fresh;
        for (int i = 0; i < size; ++i)
            fresh.append({.id = int(random.bounded(round % 5 ? 16 : 250)),
                          .name = QString::number(random.bounded(3)),
                          .weight = int(random.bounded(12))});
        if (round % 2)
            std::sort(fresh.begin(), fresh.end(), [](auto &a, auto &b) { return a.id < b.id; });
        QHash<int, QPersistentModelIndex> before;
        for (int row = 0; row < model.rowCount(); ++row)
            before.insert(model.rows()[row].id, model.index(row, 0));
        QList<Pet> wanted;
        for (const Pet &pet : std::as_const(fresh)) {
            if (std::none_of(wanted.cbegin(), wanted.cend(),
                             [&](const Pet &other) { return other.id == pet.id; }))
                wanted.append(pet);
        }
        model.sync(fresh, &Pet::id);
        QCOMPARE(model.rows(), wanted);
        for (auto each = before.cbegin(); each != before.cend(); ++each) {
            if (each->isValid())
                QCOMPARE(model.row(*each).id, each.key());
            else
                QVERIFY(std::none_of(wanted.cbegin(), wanted.cend(),
                                     [&](const Pet &pet) { return pet.id == each.key(); }));
        }
    }
}

QTEST_GUILESS_MAIN(TestTableModel)
#include "tst_tablemodel.moc"
