#include "models/activity/changelog.h"
#include "models/connections/currencies.h"
#include "models/database/database.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/surveyexport.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using fixture::survey;
using models::SurveyModel;

namespace {

struct Desk
{
    api::Client client {{QUrl(u"http://127.0.0.1:9/v1/"_s), u"c"_s, u"k"_s}};
    models::Database database {u":memory:"_s};
    models::SurveyStore store {client, database, u"a"_s};
    models::ReferenceStore reference {client, database, u"a"_s};
    SurveyModel model {store, reference};
    QAbstractItemModelTester tester {&model};

    Desk()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        store.adopt(survey(u"1"_s, u"Émile’s cats"_s, 300));
        store.adopt(survey(u"2"_s, u"Wave 10"_s, 5));
        store.adopt(survey(u"3"_s, u"Wave 9"_s, 40));
    }

    QString names() const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.index(row, SurveyModel::Name).data().toString());
        return all.join(u" | "_s);
    }
};

} // namespace

class TestSurveyModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsARowInWords()
    {
        Desk desk;
        QStringList cells;
        for (int column = 0; column < desk.model.columnCount(); ++column)
            cells.append(desk.model.headerData(column, Qt::Horizontal).toString() + u'='
                         + desk.model.index(0, column).data().toString());
        QCOMPARE(cells.join(u"; "_s),
                 u"Code=ALGN3; Name=Wave 9; Status=Active; Country=229; Language=5; "
                 "Completes=40 / 400; Entrants=80; Conversion=50.0%; IR=40%; LOI=12 min; CPI=3.50; "
                 "Spend=140.00; Start=11/1/2026; End=12/1/2026; Pace=; Attention="_s);
        QCOMPARE(desk.model.index(0, SurveyModel::Completes).data(models::ProgressRole), 0.1);
        QCOMPARE(desk.model.index(0, SurveyModel::Status).data(models::StatusRole), 1);
    }

    void sortsNumbersByValueAndNamesAsPeopleDo()
    {
        Desk desk;
        QCOMPARE(desk.names(), u"Wave 9 | Wave 10 | Émile’s cats"_s);
        desk.model.sort(SurveyModel::Name, Qt::AscendingOrder);
        QCOMPARE(desk.names(), u"Émile’s cats | Wave 9 | Wave 10"_s);
        desk.model.sort(SurveyModel::Spend, Qt::DescendingOrder);
        QCOMPARE(desk.names(), u"Émile’s cats | Wave 9 | Wave 10"_s);
        desk.model.sort(SurveyModel::Spend, Qt::AscendingOrder);
        QCOMPARE(desk.names(), u"Wave 10 | Wave 9 | Émile’s cats"_s);
        desk.model.sort(-1, Qt::AscendingOrder);
        QCOMPARE(desk.names(), u"Wave 9 | Wave 10 | Émile’s cats"_s);
    }

    void whatIsUnknownIsLast_data()
    {
        QTest::addColumn<int>("column");
        QTest::newRow("completes") << int(SurveyModel::Completes);
        QTest::newRow("conversion") << int(SurveyModel::Conversion);
        QTest::newRow("CPI") << int(SurveyModel::Cpi);
        QTest::newRow("spend") << int(SurveyModel::Spend);
        QTest::newRow("end") << int(SurveyModel::End);
    }

    void whatIsUnknownIsLast()
    {
        QFETCH(int, column);
        Desk desk;
        for (const QString &id : {u"0"_s, u"9"_s}) {
            api::Survey unknown = survey(id, u"Unknown "_s + id, 0);
            unknown.unknown = api::SurveyFigure::Complete | api::SurveyFigure::Cpi;
            unknown.end = {};
            desk.store.adopt(unknown);
        }
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            desk.model.sort(column, order);
            QVERIFY2(desk.names().endsWith(u"Unknown 9 | Unknown 0"_s), qPrintable(desk.names()));
        }
        desk.store.adopt(survey(u"9"_s, u"Unknown 9"_s, 1)); // now the service told it
        QVERIFY2(desk.names().endsWith(u" | Unknown 0"_s), qPrintable(desk.names()));
    }

    void searchesNameCodeAndId_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QTest::newRow("accents and case aside") << u" emile "_s << u"Émile’s cats"_s;
        QTest::newRow("code") << u"algn2"_s << u"Wave 10"_s;
        QTest::newRow("two rows") << u"wave"_s << u"Wave 9 | Wave 10"_s;
        QTest::newRow("one letter, capital or not") << u"W"_s << u"Wave 9 | Wave 10"_s;
        QTest::newRow("one letter in the last row") << u"m"_s << u"Émile’s cats"_s;
        QTest::newRow("not across fields") << u"9algn"_s << u""_s;
        QTest::newRow("nothing typed") << u"  "_s << u"Wave 9 | Wave 10 | Émile’s cats"_s;
    }

    void searchesNameCodeAndId()
    {
        QFETCH(QString, text);
        Desk desk;
        desk.model.setSearch(text);
        QTEST(desk.names(), "found");
    }

    void filtersByStatus()
    {
        Desk desk;
        api::Survey closed = survey(u"4"_s, u"Old"_s);
        closed.status = api::SurveyStatus::Closed;
        desk.store.adopt(closed);
        desk.model.setStatuses({api::SurveyStatus::Closed});
        QCOMPARE(desk.names(), u"Old"_s);
        QVERIFY(desk.model.isFiltered());
        QCOMPARE(desk.model.storeCount(), 4);
        desk.model.setStatuses({});
        QCOMPARE(desk.model.rowCount(), 4);
    }

    void keepsSelectionOverFreshValues()
    {
        Desk desk;
        desk.model.sort(SurveyModel::Completes, Qt::AscendingOrder);
        const QPersistentModelIndex wave9(desk.model.indexOf({u"3"_s}));
        QSignalSpy changes(&desk.model, &SurveyModel::dataChanged);
        QSignalSpy resets(&desk.model, &SurveyModel::modelReset);
        desk.store.adopt(survey(u"3"_s, u"Wave 9"_s, 390));
        QCOMPARE(desk.names(), u"Wave 10 | Émile’s cats | Wave 9"_s);
        QCOMPARE(wave9.row(), 2);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0][0].toModelIndex().column(), int(SurveyModel::Completes));
        QCOMPARE(changes[0][1].toModelIndex().column(), int(SurveyModel::Spend));
    }

    void judgesPaceAndAttention()
    {
        Desk desk;
        models::AttentionWatch watch(desk.store);
        watch.setClock([] { return QDateTime(QDate(2026, 11, 16), QTime(12, 0)); });
        desk.model.assessBy(watch);
        // Half of the field time: 300 of 400 are 1.5, 5 and 40 of 400 far too few.
        const auto cell = [&](int row, int column) { return desk.model.index(row, column); };
        QCOMPARE(cell(2, SurveyModel::PaceColumn).data().toString(), u"Ahead"_s);
        QCOMPARE(cell(0, SurveyModel::PaceColumn).data().toString(), u"Behind"_s);
        QCOMPARE(cell(0, SurveyModel::Attention).data().toString(), u"Behind pace"_s);
        QCOMPARE(cell(0, SurveyModel::Attention).data(models::StatusRole),
                 int(models::Urgency::Problem));
        QCOMPARE(cell(0, SurveyModel::PaceColumn).data(Qt::ToolTipRole).toString(),
                 u"Pace 0.20 = (40 / 400 completes) ÷ (15.5 / 31 days): 80 % behind even pace"_s);
        QCOMPARE(desk.model.attentionCount(), 2);
        desk.model.sort(SurveyModel::Attention, Qt::AscendingOrder);
        QCOMPARE(desk.names(), u"Wave 9 | Wave 10 | Émile’s cats"_s);
        desk.model.setNeedsAttention(true);
        QVERIFY(desk.model.isFiltered());
        QCOMPARE(desk.names(), u"Wave 9 | Wave 10"_s);
        watch.setClock([] { return QDateTime(QDate(2026, 12, 1), QTime(12, 0)); });
        QCOMPARE(cell(0, SurveyModel::Attention).data().toString(), u"Behind pace +1"_s);
        QCOMPARE(cell(0, SurveyModel::Attention).data(Qt::ToolTipRole).toString(),
                 u"Behind pace\nEnds today"_s);
    }

    void exportsValues()
    {
        Desk desk;
        const QModelIndexList chosen {desk.model.index(2, 3), desk.model.index(0, 0),
                                      desk.model.index(2, 1)};
        const models::ExportTable table = models::surveyExport(
            desk.model.rows(chosen),
            {SurveyModel::Name, SurveyModel::Completes, SurveyModel::Spend, SurveyModel::End});
        QStringList titles;
        QStringList cells;
        for (qsizetype column = 0; column < table.columns.size(); ++column) {
            titles.append(table.columns[column].title);
            cells.append(table.cell(1, column).toString());
        }
        QCOMPARE(titles.join(u';'), u"Project ID;Name;Completes;Completes needed;Spend;End"_s);
        QCOMPARE(cells.join(u';'), u"1;Émile’s cats;300;400;105000;2026-12-01"_s);
        QCOMPARE(table.rowCount, qsizetype(2));
        QCOMPARE(desk.model.rows().size(), qsizetype(3));
    }

    void addsUpWhatIsShownAndWhatIsChosen()
    {
        Desk desk;
        QCOMPARE(desk.model.totals(),
                 (models::SurveyTotals {3, 345, {{QString(), {{120750}, {120750}}}}}));
        const QModelIndexList chosen {desk.model.index(0, 0), desk.model.index(0, 5)};
        QCOMPARE(desk.model.totals(chosen),
                 (models::SurveyTotals {1, 40, {{QString(), {{14000}, {14000}}}}}));
    }

    void amountsOfSeveralCurrenciesMakeNoSum()
    {
        Desk desk;
        const QTemporaryDir settings;
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
        models::Currencies currencies(u"a"_s);
        currencies.setCode(u"7"_s, u"EUR"_s);
        api::Survey dollars = survey(u"2"_s, u"Wave 10"_s, 5);
        dollars.currency = u"2"_s;
        api::Survey euros = survey(u"3"_s, u"Wave 9"_s, 40);
        euros.currency = u"7"_s;
        desk.store.adopt(dollars);
        desk.store.adopt(euros);
        desk.model.nameCurrencies(currencies);
        QCOMPARE(models::costText(desk.model.totals().spend),
                 u"1,050.00 + 140.00\u00a0EUR + 17.50\u00a0USD"_s);
    }

    void whatCannotBeReadIsNotZero()
    {
        using Figure = api::SurveyFigure;
        Desk desk;
        api::Survey unread = survey(u"2"_s, u"Wave 10"_s, 0);
        unread.unknown |= Figure::Complete | Figure::SurveyEntrant | Figure::CompleteNeeded
            | Figure::Cpi | Figure::Loi | Figure::Ir;
        desk.store.adopt(unread);
        api::Survey unpriced = survey(u"3"_s, u"Wave 9"_s, 40);
        unpriced.unknown |= Figure::Cpi;
        desk.store.adopt(unpriced);
        QCOMPARE(desk.model.totals(),
                 (models::SurveyTotals {3, 340, {{QString(), {{105000}, {105000}}}}, 2}));
        const QList<int> columns {
            SurveyModel::Completes, SurveyModel::Entrants, SurveyModel::Conversion, SurveyModel::Ir,
            SurveyModel::Loi,       SurveyModel::Cpi,      SurveyModel::Spend};
        const int row = desk.model.indexOf({u"2"_s}).row();
        const models::ExportTable table =
            models::surveyCells(desk.model.rows({desk.model.index(row, 0)}), columns);
        for (qsizetype column = 0; column < table.columns.size(); ++column)
            QVERIFY2(!table.cell(0, column).isValid(), qPrintable(table.columns[column].title));
        for (const int column : columns) {
            const QModelIndex index = desk.model.index(row, column);
            QVERIFY(index.data().toString().contains(u'—'));
            QVERIFY(index.data(Qt::ToolTipRole).toString().isEmpty());
        }
        QVERIFY(
            !desk.model.index(row, SurveyModel::Completes).data(models::ProgressRole).isValid());
    }

    void aFigureThatCannotBeReadHasNotBecomeZero()
    {
        const api::Survey before = survey(u"1"_s, u"Snack"_s, 7);
        api::Survey unread = before;
        unread.cpi = {};
        unread.completeNeeded = 0;
        unread.unknown |= api::SurveyFigure::Cpi | api::SurveyFigure::CompleteNeeded;
        QVERIFY(models::differences(before, unread).isEmpty());
        const QList<models::Change> back = models::differences(unread, before);
        QCOMPARE(back.size(), 2);
        QCOMPARE(back[0].before, u"—"_s);
        QCOMPARE(back[0].after, u"3.50"_s);
    }
};

QTEST_GUILESS_MAIN(TestSurveyModel)
#include "tst_surveymodel.moc"
