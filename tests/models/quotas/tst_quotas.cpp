#include "models/quotas/distribution.h"
#include "models/quotas/quotamodel.h"
#include "tests/models/drafts/draftfixture.h"

#include <QAbstractItemModelTester>
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
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        models::SurveyDraft draft = support::goodDraft();
        draft.qualifications.append({support::zipQuestion(), {}, {}, {u"07030"_s, u"10001"_s}});
        draft.quotas = {{{43}, {{100, 1}}}};
        model.setDraft(draft);
        QCOMPARE(render(model),
                 (QStringList {u"GENDER | Male | 100 | 25.0 %"_s,
                               u"GENDER | Female | default (400) | 100.0 %"_s,
                               u"AGE | 18–24 | default (400) | 100.0 %"_s,
                               u"AGE | 25–34 | default (400) | 100.0 %"_s,
                               u"ZIP | 2 zip code(s) | default (400) | 100.0 %"_s}));
        QCOMPARE(model.quotas(), draft.quotas);
        QVERIFY(model.setData(model.index(1, models::QuotaModel::Count), u"0"_s, Qt::EditRole));
        QVERIFY(!model.setData(model.index(1, models::QuotaModel::Count), u"-1"_s, Qt::EditRole));
        QVERIFY(!model.setData(model.index(1, models::QuotaModel::Count), u"x"_s, Qt::EditRole));
        QVERIFY(
            !model.setData(model.index(1, models::QuotaModel::AnswerName), u"1"_s, Qt::EditRole));
        QCOMPARE(model.index(1, models::QuotaModel::Count).data().toString(), u"0 (closed)"_s);
        model.distributeEvenly();
        QCOMPARE(
            model.quotas(),
            (QList<api::Quota> {{{43}, {{200, 1}, {200, 2}}},
                                {{42}, {{200, api::Range {18, 24}}, {200, api::Range {25, 34}}}}}));
        QVERIFY(model.setData(model.index(0, models::QuotaModel::Count), u" "_s, Qt::EditRole));
        QCOMPARE(model.quotas()[0].criteria.size(), 1);
        model.clearAll();
        QVERIFY(model.quotas().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestQuotas)
#include "tst_quotas.moc"
