#include "models/quotas/quotapaste.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

class TestQuotaPaste : public QObject
{
    Q_OBJECT

    using Values = QList<models::QuotaValue>;
    using Refused = QList<models::RefusedQuota>;

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void oneTextFillsTheSelection()
    {
        const models::QuotaPaste paste = models::pasteQuotas({u"1,200"_s}, {1, 3}, 4);
        QCOMPARE(paste.values, (Values {{1, 1200}, {3, 1200}}));
        QCOMPARE(paste.invalid, Refused());
        QCOMPARE(paste.outside, Refused());
    }

    void aBlockGoesFromTheFirstSelectedRow()
    {
        const models::QuotaPaste paste = models::pasteQuotas({u"5"_s, u" "_s, u"0"_s}, {1}, 4);
        QCOMPARE(paste.values, (Values {{1, 5}, {2, std::nullopt}, {3, 0}}));
    }

    void appliesTheValidAndTellsTheRest()
    {
        const models::QuotaPaste paste =
            models::pasteQuotas({u"5"_s, u"ten"_s, u"-1"_s, u"7"_s, u"8"_s}, {0}, 4);
        QCOMPARE(paste.values, (Values {{0, 5}, {3, 7}}));
        QCOMPARE(paste.invalid, (Refused {{1, u"ten"_s}, {2, u"-1"_s}}));
        QCOMPARE(paste.outside, (Refused {{4, u"8"_s}}));
    }

    void findsTheColumnOfQuotas()
    {
        QCOMPARE(models::quotaColumn({{u"Male"_s, u"100"_s, u"25.0 %"_s}, {u"Female"_s}}),
                 (QStringList {u"100"_s, QString()}));
        QCOMPARE(models::quotaColumn({{u"5"_s, u"6"_s}}), QStringList {u"6"_s});
        QCOMPARE(models::quotaColumn({{u"a"_s, u"b"_s}}), QStringList {u"b"_s});
    }

    void nothingSelectedOrNothingPasted()
    {
        QCOMPARE(models::pasteQuotas({u"5"_s}, {}, 4).values, Values());
        QCOMPARE(models::pasteQuotas({}, {0}, 4).values, Values());
    }
};

QTEST_APPLESS_MAIN(TestQuotaPaste)

#include "tst_quotapaste.moc"
