#include "models/quotas/quotastore.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using support::json;

namespace {

using Quotas = QList<api::Quota>;
constexpr api::QualificationCode gender {43};
constexpr api::QualificationCode age {42};

/// A server that keeps quotas of options, and fails as it is told.
struct Service
{
    QHash<int, int> options {{1, 100}, {2, 200}};
    QByteArrayList writes;
    bool hasQuotas = true;
    bool losesAnswers = false; ///< after it has done what was asked
    bool ignoresWrites = false;
    bool saysNothingChanged = false; ///< status 204
    bool saysNoChange = false; ///< though it has done what was asked
    support::FaultServer server {[this](const support::Seen &seen) { return answer(seen); }};
    api::Client client {{server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
    models::QuotaStore store {client, {u"S1"_s}};

    support::Reply answer(const support::Seen &seen)
    {
        if (seen.path().endsWith("/qualifications"))
            return json(200,
                        R"({"status":200,"qualifications_data":[{"qualification_code":43,)"
                        R"("title":"GENDER","text":"?","conditions":[)"
                        R"({"condition_code":1,"condition_name":"Male"},)"
                        R"({"condition_code":2,"condition_name":"Female"}]}]})");
        if (seen.verb == "POST")
            return take(seen.body);
        if (!hasQuotas)
            return json(422, R"({"status":422,"error":"No data found against this survey!"})");
        return json(200, "{\"status\":200,\"quota_data\":[" + told() + "]}");
    }

    QByteArray told() const
    {
        return QStringLiteral("{\"qualification_id\":43,\"criteria\":["
                              "{\"required_count\":\"%1\",\"condition_codes\":\"1\"},"
                              "{\"required_count\":\"%2\",\"condition_codes\":\"2\"}]}")
            .arg(options[1])
            .arg(options[2])
            .toUtf8();
    }

    support::Reply take(const QByteArray &body)
    {
        writes.append(body);
        for (const QJsonValue &quota : QJsonDocument::fromJson(body)[u"quota"_s].toArray()) {
            for (const QJsonValue &each : quota[u"criteria"_s].toArray()) {
                int &known = options[each[u"condition_codes"_s].toInt()];
                known = ignoresWrites ? known : each[u"required_count"_s].toInt();
            }
        }
        if (losesAnswers)
            return {"", support::Ending::Reset};
        if (saysNothingChanged)
            return json(200, R"({"status":204,"message":"Nothing to do."})");
        if (saysNoChange)
            return json(422, R"({"status":422,"error":"No changes were made."})");
        return json(200, R"({"status":200,"message":"Quota Updated Successfully."})");
    }
};

Quotas both(int male, int female)
{
    return {{gender, {{male, 1}, {female, 2}}}};
}

} // namespace

class TestQuotaStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void aSurveyWithoutQuotasHasNone();
    void sendsTheChangedQualificationsInOneCall();
    void takesInWhatOthersSetMeanwhile();
    void sendsNothingOverAnotherChange();
    void readsBackAnUnclearAnswer_data();
    void readsBackAnUnclearAnswer();
    void whatIsThereAlreadyIsNoError();
    void tellsWhenTheServerHasOthers();
    void noChangeIsNoSuccess();
    void refreshesOneQualification();
    void aFailureSendsNothing();
};

void TestQuotaStore::reads()
{
    Service service;
    QSignalSpy arrived(&service.store, &models::QuotaStore::arrived);
    service.store.load();
    QVERIFY(arrived.wait(5000));
    QCOMPARE(arrived[0][0].value<Quotas>(), both(100, 200));
    QCOMPARE(service.store.qualifications().value(0).conditions.size(), 2);
}

void TestQuotaStore::aSurveyWithoutQuotasHasNone()
{
    Service service;
    service.hasQuotas = false;
    QSignalSpy arrived(&service.store, &models::QuotaStore::arrived);
    service.store.load();
    QVERIFY(arrived.wait(5000));
    QCOMPARE(arrived[0][0].value<Quotas>(), Quotas());
}

void TestQuotaStore::sendsTheChangedQualificationsInOneCall()
{
    Service service;
    QSignalSpy saved(&service.store, &models::QuotaStore::saved);
    QSignalSpy arrived(&service.store, &models::QuotaStore::arrived);
    Quotas before = both(100, 200);
    before.append({age, {{50, api::Range {18, 24}}}});
    Quotas mine = both(150, 200);
    mine.append({age, {{50, api::Range {18, 24}}}});
    service.store.save(before, mine, 400);
    QVERIFY(arrived.wait(5000));
    QCOMPARE(service.writes.size(), 1);
    QCOMPARE(QJsonDocument::fromJson(service.writes[0])[u"quota"_s],
             QJsonDocument::fromJson(R"([{"qualification_code":43,"criteria":[)"
                                     R"({"required_count":150,"condition_codes":1},)"
                                     R"({"required_count":200,"condition_codes":2}]}])")
                 .array());
    QCOMPARE(saved[0][0].value<QList<models::QuotaWrite>>(),
             (QList<models::QuotaWrite> {{gender, 1, 100, 150}}));
    QCOMPARE(saved[0][1].toBool(), true);
    QCOMPARE(arrived[0][0].value<Quotas>(), both(150, 200));
}

void TestQuotaStore::takesInWhatOthersSetMeanwhile()
{
    Service service;
    service.options[2] = 222;
    QSignalSpy arrived(&service.store, &models::QuotaStore::arrived);
    service.store.save(both(100, 200), both(150, 200), 400);
    QVERIFY(arrived.wait(5000));
    QCOMPARE(service.options[1], 150);
    QCOMPARE(service.options[2], 222);
}

void TestQuotaStore::sendsNothingOverAnotherChange()
{
    Service service;
    service.options[1] = 111;
    QSignalSpy arrived(&service.store, &models::QuotaStore::arrived);
    QSignalSpy unchanged(&service.store, &models::QuotaStore::unchanged);
    service.store.save(both(100, 200), both(150, 200), 400);
    QVERIFY(arrived.wait(5000));
    QVERIFY(service.writes.isEmpty());
    QVERIFY(unchanged.isEmpty());
    QCOMPARE(arrived[0][0].value<Quotas>(), both(111, 200));
}

void TestQuotaStore::readsBackAnUnclearAnswer_data()
{
    QTest::addColumn<bool>("isLost");
    QTest::newRow("lost") << true;
    QTest::newRow("no changes") << false;
}

void TestQuotaStore::readsBackAnUnclearAnswer()
{
    QFETCH(bool, isLost);
    Service service;
    service.losesAnswers = isLost;
    service.saysNoChange = !isLost;
    QSignalSpy saved(&service.store, &models::QuotaStore::saved);
    service.store.save(both(100, 200), both(150, 200), 400);
    QVERIFY(saved.wait(5000));
    QCOMPARE(service.writes.size(), 1);
    QCOMPARE(service.options[1], 150);
}

void TestQuotaStore::whatIsThereAlreadyIsNoError()
{
    Service service;
    service.options[1] = 150;
    QSignalSpy unchanged(&service.store, &models::QuotaStore::unchanged);
    service.store.save(both(100, 200), both(150, 200), 400);
    QVERIFY(unchanged.wait(5000));
    QVERIFY(service.writes.isEmpty());
}

void TestQuotaStore::tellsWhenTheServerHasOthers()
{
    Service service;
    service.ignoresWrites = true;
    QSignalSpy saved(&service.store, &models::QuotaStore::saved);
    service.store.save(both(100, 200), both(150, 200), 400);
    QVERIFY(saved.wait(5000));
    QCOMPARE(saved[0][1].toBool(), false);
}

/// *No change*, and what was to be set isn't there.
void TestQuotaStore::noChangeIsNoSuccess()
{
    Service service;
    service.ignoresWrites = true;
    service.saysNothingChanged = true;
    QSignalSpy failed(&service.store, &models::QuotaStore::failed);
    QSignalSpy saved(&service.store, &models::QuotaStore::saved);
    service.store.save(both(100, 200), both(150, 200), 400);
    QVERIFY(failed.wait(5000));
    QVERIFY(saved.isEmpty());
    QCOMPARE(failed[0][0].value<api::ApiError>().serverMessage, u"Nothing to do."_s);
    QCOMPARE(service.writes.size(), 1);
}

void TestQuotaStore::refreshesOneQualification()
{
    Service service;
    QSignalSpy arrived(&service.store, &models::QuotaStore::arrived);
    service.store.load();
    QVERIFY(arrived.wait(5000));
    service.options[1] = 111;
    service.store.refreshOne(gender);
    QVERIFY(arrived.wait(5000));
    QCOMPARE(arrived[1][0].value<Quotas>(), both(111, 200));
    const auto &last = service.server.seen.last();
    QVERIFY(last.path().endsWith("/qualifications_quota"));
    QVERIFY(last.headers.toLower().contains("x-qualification-id: 43"));
    service.hasQuotas = false;
    service.store.refreshOne(gender);
    QVERIFY(arrived.wait(5000));
    QCOMPARE(arrived[2][0].value<Quotas>(), Quotas());
}

void TestQuotaStore::aFailureSendsNothing()
{
    Service service;
    service.server.close();
    QSignalSpy failed(&service.store, &models::QuotaStore::failed);
    service.store.save(both(100, 200), both(150, 200), 400);
    QVERIFY(failed.wait(5000));
    QCOMPARE(failed[0][1].toBool(), true);
    QVERIFY(service.writes.isEmpty());
    QVERIFY(!service.store.isBusy());
}

QTEST_GUILESS_MAIN(TestQuotaStore)

#include "tst_quotastore.moc"
