#include "api/types/quotalookup.h"
#include "models/quotas/quotaedits.h"
#include "models/quotas/quotamerge.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestQuotaMerge : public QObject
{
    Q_OBJECT

    using Quotas = QList<api::Quota>;
    const api::QualificationCode gender {1};
    const api::QualificationCode zip {3};

    models::QuotaSheet sheet(const Quotas &quotas) const
    {
        api::Qualification question;
        question.code = gender;
        question.title = QStringLiteral("GENDER");
        question.conditions = {{1, QStringLiteral("Male")}, {2, QStringLiteral("Female")}};
        return models::sheetOf({question}, quotas, 100);
    }

private Q_SLOTS:
    void anUnknownGoalClosesNothing()
    {
        const QList<api::Quota> before {{{43}, {{100, 1}, {200, 2}}}};
        const QList<api::Quota> mine {{{43}, {{120, 1}}}}; // Female went back to the default
        const QList<api::Quota> sent = models::changedQuotas(before, mine, 0);
        QCOMPARE(sent, mine);
        models::QuotaSheet sheet;
        sheet.rows = {{{43}, {}, u"Male"_s, 1, {}, {}}, {{43}, {}, u"Female"_s, 2, {}, {}}};
        QVERIFY(models::evenly(sheet, {0, 1}).isEmpty());
        QCOMPARE(models::quotaText({}, 0), u"default"_s);
        QCOMPARE(models::readQuota(u"default"_s), std::make_optional(std::optional<int>()));
    }

    void sendsOnlyChangedQualifications()
    {
        const Quotas before {{gender, {{50, 1}, {50, 2}}}, {zip, {{10, QStringList {u"1"_s}}}}};
        const Quotas mine {{gender, {{50, 1}, {0, 2}}}, {zip, {{10, QStringList {u"1"_s}}}}};
        QCOMPARE(models::changedQuotas(before, before, 100), Quotas());
        QCOMPARE(models::changedQuotas(before, mine, 100), (Quotas {{gender, {{50, 1}, {0, 2}}}}));
    }

    void sendsTheCompletesForTheDefault()
    {
        const Quotas before {{gender, {{50, 1}, {50, 2}}}};
        QCOMPARE(models::changedQuotas(before, {{gender, {{50, 1}}}}, 100),
                 (Quotas {{gender, {{50, 1}, {100, 2}}}}));
        QCOMPARE(models::changedQuotas(before, {}, 100), (Quotas {{gender, {{100, 1}, {100, 2}}}}));
    }

    void mergesBothSides()
    {
        const Quotas before {{gender, {{50, 1}, {50, 2}, {9, 3}}}};
        const Quotas mine {{gender, {{40, 1}, {60, 2}, {9, 3}}}};
        const Quotas theirs {{gender, {{45, 1}, {60, 2}, {7, 3}}}};
        const models::QuotaMerge merge = models::mergeQuotas(before, mine, theirs);
        QCOMPARE(merge.merged, (Quotas {{gender, {{40, 1}, {60, 2}, {7, 3}}}}));
        QCOMPARE(merge.conflicts, (QList<models::QuotaConflict> {{gender, 1, 50, 40, 45}}));
    }

    void aDefaultIsASide()
    {
        const Quotas before {{gender, {{50, 1}, {50, 2}}}};
        const models::QuotaMerge merge =
            models::mergeQuotas(before, {{gender, {{50, 1}}}}, {{gender, {{50, 1}, {0, 2}}}});
        QCOMPARE(merge.merged, (Quotas {{gender, {{50, 1}}}}));
        QCOMPARE(merge.conflicts.size(), 1);
        QCOMPARE(merge.conflicts[0].mine, std::optional<int>());
        QCOMPARE(merge.conflicts[0].theirs, std::optional(0));
    }

    void mergesRows()
    {
        models::QuotaSheet mine = sheet({{gender, {{50, 1}, {50, 2}}}});
        mine.rows[0].current = 40;
        mine.rows[1].current = 30;
        mine.rows[1].completes = 12;
        const models::MergedSheet merged =
            models::mergeSheet(mine, sheet({{gender, {{45, 1}, {50, 2}, {9, 3}}}}));
        QCOMPARE(merged.conflicts, (QList<models::RowConflict> {{0, 50, 45, 40}}));
        QCOMPARE(merged.sheet.quotas(), (Quotas {{gender, {{40, 1}, {30, 2}, {9, 3}}}}));
        QCOMPARE(merged.sheet.saved(), (Quotas {{gender, {{45, 1}, {50, 2}, {9, 3}}}}));
        QCOMPARE(merged.sheet.rows[1].completes, std::optional(12));
    }

    void theDefaultIsWhatWasSentForIt()
    {
        models::QuotaSheet mine = sheet({{gender, {{50, 1}}}});
        mine.rows[0].current.reset();
        mine = models::written(mine, {{gender, 1, 50, 100}});
        QVERIFY(mine.changed().isEmpty());
        models::QuotaSheet elsewhere = sheet({{gender, {{50, 1}}}});
        elsewhere.rows[0].current.reset();
        const auto merged = models::mergeSheet(elsewhere, sheet({{gender, {{100, 1}}}}));
        QVERIFY(merged.conflicts.isEmpty());
        QVERIFY(merged.sheet.changed().isEmpty());
        QCOMPARE(models::changedQuotas({{gender, {{100, 1}}}}, {}, 100), Quotas());
    }

    void whatWasEditedWhileSavingStays()
    {
        models::QuotaSheet mine = sheet({{gender, {{50, 1}, {50, 2}}}});
        mine.rows[0].current = 41;
        mine = models::written(mine, {{gender, 1, 50, 40}});
        QCOMPARE(mine.rows[0].saved, std::optional(40));
        QCOMPARE(mine.rows[0].current, std::optional(41));
    }

    void readsBackWhatWasSent()
    {
        const Quotas sent {{zip, {{10, QStringList {u"1"_s, u"2"_s}}}}};
        QVERIFY(api::holds({{zip, {{10, QStringList {u"2"_s, u"1"_s}}}}}, sent));
        QVERIFY(!api::holds({{zip, {{11, QStringList {u"2"_s, u"1"_s}}}}}, sent));
        QVERIFY(!api::holds({}, sent));
    }
};

QTEST_APPLESS_MAIN(TestQuotaMerge)

#include "tst_quotamerge.moc"
