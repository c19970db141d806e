#include "models/quotas/distribution.h"
#include "models/quotas/quotamodel.h"
#include "tests/models/drafts/draftfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;

class TestQuotas : public QObject
{
    Q_OBJECT

    static QStringList render(const QAbstractItemModel &model)
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells.append(model.index(row, column).data().toString());
            lines.append(cells.join(u" | "_s));
        }
        return lines;
    }

    static models::QuotaSheet gender(const QList<api::Quota> &quotas)
    {
        return models::sheetOf({support::genderQuestion()}, quotas, 400);
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void sharesOut_data()
    {
        QTest::addColumn<int>("total");
        QTest::addColumn<QList<qint64>>("weights");
        QTest::addColumn<QList<int>>("shares");
        QTest::newRow("the reference case")
            << 20 << QList<qint64> {16200, 47000, 12700} << QList<int> {4, 13, 3};
        QTest::newRow("ties go to the earlier")
            << 2 << QList<qint64> {1, 1, 1} << QList<int> {1, 1, 0};
        QTest::newRow("a weight of 0 gets nothing")
            << 5 << QList<qint64> {0, 1} << QList<int> {0, 5};
        QTest::newRow("only zeros are shared evenly")
            << 5 << QList<qint64> {0, 0} << QList<int> {3, 2};
        QTest::newRow("nobody") << 5 << QList<qint64> {} << QList<int> {};
        QTest::newRow("nothing to share") << 0 << QList<qint64> {1, 2} << QList<int> {0, 0};
        QTest::newRow("the largest numbers")
            << std::numeric_limits<int>::max() << QList<qint64> {2'000'000'000, 1'000'000'000}
            << QList<int> {1'073'741'824, 1'073'741'823};
    }
    void sharesOut()
    {
        QFETCH(int, total);
        QFETCH(QList<qint64>, weights);
        QTEST(models::distribute(total, weights), "shares");
    }

    void losesNothing()
    {
        for (int count = 1; count < 60; ++count) {
            const QList<int> shares = models::distributeEvenly(997, count);
            QCOMPARE(std::accumulate(shares.begin(), shares.end(), 0), 997);
        }
        QVERIFY(models::distributeEvenly(5, 0).isEmpty());
    }

    void editsQuotas()
    {
        models::QuotaModel model;
        connect(&model, &models::QuotaModel::editWanted, &model,
                [&model](const models::QuotaEdit &edit) { model.apply(edit, true); });
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        models::SurveyDraft draft = support::goodDraft();
        draft.qualifications.append({support::zipQuestion(), {}, {}, {u"07030"_s, u"10001"_s}});
        draft.quotas = {{{43}, {{100, 1}}}};
        model.setSheet(models::sheetOf(draft));
        QCOMPARE(render(model),
                 (QStringList {u"GENDER | Male | 100 | 25.0 %"_s,
                               u"GENDER | Female | default (400) | 100.0 %"_s,
                               u"AGE | 18–24 | default (400) | 100.0 %"_s,
                               u"AGE | 25–34 | default (400) | 100.0 %"_s,
                               u"ZIP | 2 zip code(s) | default (400) | 100.0 %"_s}));
        QCOMPARE(model.sheet().quotas(), draft.quotas);
        QVERIFY(model.setData(model.index(1, models::QuotaModel::Count), u"0"_s, Qt::EditRole));
        QVERIFY(!model.setData(model.index(1, models::QuotaModel::Count), u"-1"_s, Qt::EditRole));
        QVERIFY(!model.setData(model.index(1, models::QuotaModel::Count), u"x"_s, Qt::EditRole));
        QVERIFY(
            !model.setData(model.index(1, models::QuotaModel::AnswerName), u"1"_s, Qt::EditRole));
        QCOMPARE(model.index(1, models::QuotaModel::Count).data().toString(), u"0 (closed)"_s);
        model.apply(models::evenly(model.sheet(), {0, 1, 2, 3, 4}), true);
        QCOMPARE(model.sheet().rows[1].current, std::optional(0)); // closed stays closed
        QVERIFY(
            model.setData(model.index(1, models::QuotaModel::Count), u"Default"_s, Qt::EditRole));
        model.apply(models::evenly(model.sheet(), {0, 1, 2, 3, 4}), true);
        QCOMPARE(
            model.sheet().quotas(),
            (QList<api::Quota> {{{43}, {{200, 1}, {200, 2}}},
                                {{42}, {{200, api::Range {18, 24}}, {200, api::Range {25, 34}}}}}));
        QVERIFY(model.setData(model.index(0, models::QuotaModel::Count), u" "_s, Qt::EditRole));
        QCOMPARE(model.sheet().quotas()[0].criteria.size(), 1);
        model.apply(models::setQuotas(model.sheet(), {0, 1, 2, 3, 4}, std::nullopt), true);
        QVERIFY(model.sheet().quotas().isEmpty());
    }

    void marksWhatIsNotSaved()
    {
        models::QuotaModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSheet(gender({{{43}, {{100, 1}}}}));
        const QModelIndex male = model.index(0, models::QuotaModel::Count);
        const auto edit = models::typed(model.sheet(), {0}, u"1,200"_s);
        model.apply(*edit, true);
        QCOMPARE(male.data(Qt::AccessibleTextRole).toString(), u"1,200, changed from 100"_s);
        QCOMPARE(male.data(models::StatusRole).toInt(), int(models::CellState::Changed));
        QCOMPARE(male.data(Qt::ToolTipRole).toString(), u"Last saved: 100"_s);
        model.setMarking(false);
        QCOMPARE(male.data(Qt::AccessibleTextRole).toString(), u"1,200"_s);
        model.apply(*edit, false);
        QVERIFY(model.sheet().changed().isEmpty());
        model.setReadOnly(true);
        QVERIFY(!model.setData(male, u"5"_s, Qt::EditRole));
        QVERIFY(!male.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(models::typed(model.sheet(), {0}, u"1.5"_s).error().contains(u"0 closes"_s));
    }

    void showsCompletesWithWhatRemains()
    {
        models::QuotaModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        models::QuotaSheet sheet = gender({{{43}, {{160, 1}}}});
        sheet.rows[0].completes = 40;
        sheet.rows[1].completes = 410;
        model.setSheet(sheet);
        QCOMPARE(model.columnCount(), 4);
        model.setCompletesShown(true);
        QCOMPARE(render(model),
                 (QStringList {
                     u"GENDER | Male | 160 | 40.0 % | 40 · 25.0 % | 120"_s,
                     u"GENDER | Female | default (400) | 100.0 % | 410 · 102.5 % | 10 over"_s}));
        QCOMPARE(model.index(0, models::QuotaModel::Completes).data(Qt::EditRole), u"40"_s);
        model.apply(
            models::backToSaved(model.sheet(),
                                {models::QuotaCell {0, models::QuotaField::Completes}.number()}),
            true);
        QCOMPARE(model.index(0, models::QuotaModel::Remaining).data().toString(), QString());
        model.setCompletesShown(false);
        QCOMPARE(model.columnCount(), 4);
    }

    void keepsRowsAndOnlyTellsWhatDiffers()
    {
        models::QuotaModel model;
        model.setSheet(gender({{{43}, {{100, 1}}}}));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setSheet(gender({{{43}, {{100, 1}, {70, 2}}}}));
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), 1);
    }

    void hidesNoQuotaThatIsSet()
    {
        api::Qualification zips = support::zipQuestion();
        zips.zipCodes = {u"07030"_s, u"10001"_s, u"10002"_s};
        models::QuotaModel model;
        const QList<api::Quota> quotas {
            {{45}, {{150, QStringList {u"10001"_s}}, {9, QStringList {u"10002"_s, u"07030"_s}}}},
            {{43}, {{100, 1}, {7, 3}}},
            {{99}, {{5, api::Range {20, 24}}}}};
        model.setSheet(models::sheetOf({zips, support::genderQuestion()}, quotas, 400));
        QCOMPARE(render(model),
                 (QStringList {u"ZIP | 10001 | 150 | 37.5 %"_s,
                               u"ZIP | 2 zip code(s): 10002, 07030… | 9 | 2.3 %"_s,
                               u"GENDER | Male | 100 | 25.0 %"_s,
                               u"GENDER | Female | default (400) | 100.0 %"_s,
                               u"GENDER | option 3, not targeted | 7 | 1.8 %"_s,
                               u"Qualification 99 | 20–24, not targeted | 5 | 1.3 %"_s}));
        QCOMPARE(model.sheet().quotas(), quotas);
    }

    void sumsAgainstTheCompletes()
    {
        const QList<models::QuotaSum> open = models::quotaSums(gender({{{43}, {{100, 1}}}}));
        QCOMPARE(open, (QList<models::QuotaSum> {{{43}, u"GENDER"_s, 2, 1, 100}}));
        QCOMPARE(open[0].difference(400), 0);
        const auto both = models::quotaSums(gender({{{43}, {{150, 1}, {230, 2}}}}));
        QCOMPARE(both[0].difference(400), -20);
        QCOMPARE(both[0].difference(370), 10);
    }

    void sharesByPercentages()
    {
        const models::QuotaSheet sheet = gender({{{43}, {{100, 1}}}});
        const auto edit = models::byPercentage(sheet, {43}, 251, u"Male 48 %\nFemale 52 %"_s);
        // 120.48 and 130.52: the larger remainder gets what is left.
        QCOMPARE(*edit, (models::QuotaEdit {{{0}, 100, 120}, {{1}, std::nullopt, 131}}));
        QCOMPARE(models::byPercentage(sheet, {43}, 400, u"48%\n50%"_s).error(),
                 u"The percentages sum to 98, not to 100."_s);
        QCOMPARE(models::byPercentage(sheet, {43}, 400, u"Male\t45 %\nFemale\t45 %"_s).error(),
                 u"The percentages sum to 90, not to 100."_s);
        QCOMPARE(models::percentageText(sheet, {43}), u"Male\t20 %\nFemale\t80 %"_s);
        QVERIFY(models::byPercentage(sheet, {43}, 400, models::percentageText(sheet, {43})));
        api::Qualification age = support::ageQuestion();
        age.ranges = {{18, 24}, {25, 34}, {35, 60}};
        const models::QuotaSheet ages = models::sheetOf({age}, {}, 100);
        QCOMPARE(models::percentageText(ages, {42}),
                 u"18-24\t33.34 %\n25-34\t33.33 %\n35-60\t33.33 %"_s);
        const auto thirds =
            models::byPercentage(ages, {42}, 100, models::percentageText(ages, {42}));
        QCOMPARE(*thirds,
                 (models::QuotaEdit {
                     {{0}, std::nullopt, 34}, {{1}, std::nullopt, 33}, {{2}, std::nullopt, 33}}));
    }

    /// What rounding alone can make of 100 is scaled, and said.
    void scalesRoundedPercentages()
    {
        api::Qualification age = support::ageQuestion();
        age.ranges = {{18, 34}, {35, 54}, {55, 60}};
        const models::QuotaSheet ages = models::sheetOf({age}, {}, 400);
        const auto counts = [&ages](const QString &text, QString *note) {
            QList<int> all;
            const auto edit = models::byPercentage(ages, {42}, 400, text, note);
            for (const models::QuotaStep &step : edit.value_or(models::QuotaEdit()))
                all.append(step.after.value_or(-1));
            std::ranges::sort(all);
            return all;
        };
        const QList<int> thirds {133, 133, 134};
        QString note;
        QCOMPARE(counts(u"18-34\t33.3%\n35-54\t33.3%\n55-60\t33.3%"_s, &note), thirds);
        QCOMPARE(note, u"The percentages sum to 99.9 and were scaled to 100."_s);
        note.clear();
        QCOMPARE(counts(u"18-34\t33,3 %\n35-54\t33,3 %\n55-60\t33,4 %"_s, &note), thirds);
        QVERIFY(note.isEmpty());
        QCOMPARE(counts(u"33.0%\n33.3%\n33.3%"_s, &note), QList<int>());
    }

    void fillsAndGoesBack()
    {
        models::QuotaSheet sheet = gender({{{43}, {{100, 1}}}});
        QCOMPARE(models::fillDown(sheet, {{0}, {2}}),
                 (models::QuotaEdit {{{1}, std::nullopt, 100}}));
        sheet.rows[1].current = 7;
        QCOMPARE(models::backToSaved(sheet, {0, 2}), (models::QuotaEdit {{{1}, 7, std::nullopt}}));
        QCOMPARE(models::setQuotas(sheet, {0, 1}, 7), (models::QuotaEdit {{{0}, 100, 7}}));
    }

    void readsWhatItWrites()
    {
        for (const std::optional<int> quota :
             {std::optional<int>(), std::optional(0), std::optional(12'345)})
            QCOMPARE(models::readQuota(models::quotaText(quota, 400)).value(), quota);
        for (const QString &wrong : {u"-1"_s, u"1.5"_s, u"many"_s, u"(5)"_s})
            QVERIFY2(!models::readQuota(wrong), qPrintable(wrong));
    }

    /// Such as a grid's margins: rows that agree are no part of the step.
    void takesQuotasFromElsewhere()
    {
        int rowless = 0;
        const auto edit =
            models::toQuotas(gender({{{43}, {{100, 1}}}}),
                             {{{43}, {{100, 1}, {300, 2}}}, {{59}, {{5, 7}}}}, &rowless);
        QCOMPARE(edit, (models::QuotaEdit {{{1}, std::nullopt, 300}}));
        QCOMPARE(rowless, 1);
    }
};

QTEST_GUILESS_MAIN(TestQuotas)
#include "tst_quotas.moc"
