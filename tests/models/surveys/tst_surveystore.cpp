#include "models/activity/changelog.h"
#include "models/database/database.h"
#include "models/surveys/surveybytes.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using api::SurveyStatus;
using fixture::survey;
using support::json;
using support::Reply;
using support::Seen;

namespace {

api::Policy quick()
{
    api::Policy policy;
    policy.inactivity = 500ms;
    policy.backoffBase = 1ms;
    policy.backoffCap = 2ms;
    return policy;
}

QString render(const models::SurveyStore &store)
{
    QStringList names;
    for (const api::Survey &one : store.surveys())
        names.append(one.name + u' ' + QString::number(one.progress.complete));
    return names.join(u" | "_s);
}

/// Pages of the list by number; further ones are empty.
struct Desk
{
    QList<QByteArray> pages;
    QByteArray one; ///< answer to getSurvey
    Reply status = json(200, "{\"status\":200,\"message\":\"ok\"}");
    std::function<void(int page)> whenAsked; ///< for a page of the list, before it is answered
    support::FaultServer server {[this](const Seen &seen) { return answer(seen); }};
    api::Client client {{server.baseUrl(), u"c"_s, u"k"_s}, quick()};
    support::CallsEnd ending {client};
    models::Database database {u":memory:"_s};
    models::SurveyStore store {client, database, u"a"_s};

    Reply answer(const Seen &seen) const
    {
        if (seen.verb == "PUT" || seen.verb == "PATCH")
            return status;
        if (seen.target.contains("project_id="))
            return json(200, one);
        const auto at = seen.target.indexOf("page=");
        const auto page = seen.target.mid(at + 5).split('&').first().toInt();
        const QByteArray body = pages.value(page - 1, fixture::page({}));
        if (whenAsked)
            whenAsked(page);
        return body == "fail" ? json(503, "{}") : json(200, body);
    }

    bool refresh()
    {
        store.refresh();
        return QTest::qWaitFor([this] { return !store.isBusy(); }, 10'000);
    }
};

/// What the log of changes would call made elsewhere.
qsizetype changesIn(const QSignalSpy &seen)
{
    qsizetype count = 0;
    for (const QList<QVariant> &one : seen)
        count +=
            models::differences(one[0].value<api::Survey>(), one[1].value<api::Survey>()).size();
    return count;
}

} // namespace

class TestSurveyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesKeepEveryField()
    {
        api::Survey one = survey(u"1"_s, u"Snack <b>W14</b>"_s, 7);
        one.qualifications = {{.code = {43},
                               .title = u"GENDER"_s,
                               .text = u"Are you…?"_s,
                               .questionType = {},
                               .kind = api::QualificationKind::Options,
                               .conditions = {{1, u"Male"_s}, {2, u"Female, or so"_s}},
                               .ranges = {{18, 24}},
                               .zipCodes = {u"07030"_s}}};
        one.quotas = {{{43}, {{10, 1}, {20, api::Range {18, 24}}, {0, QStringList {u"07030"_s}}}}};
        QCOMPARE(models::surveyFromBytes(models::toBytes(one)), std::optional(one));
        const QByteArray bytes = models::toBytes(one);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(!models::surveyFromBytes(bytes.first(size)));
    }

    void readsAllPagesAndKeepsThem()
    {
        Desk desk;
        desk.pages = {fixture::page({survey(u"1"_s, u"Cats"_s, 3), survey(u"2"_s, u"Dogs"_s)}),
                      fixture::page({survey(u"3"_s, u"Ants"_s)})};
        QVERIFY(desk.refresh());
        QCOMPARE(render(desk.store), u"Cats 3 | Dogs 0 | Ants 0"_s);
        QVERIFY(!desk.store.isIncomplete());
        models::SurveyStore later(desk.client, desk.database, u"a"_s);
        models::SurveyStore other(desk.client, desk.database, u"b"_s);
        later.loadCached();
        other.loadCached();
        QTRY_VERIFY(later.isCacheRead() && other.isCacheRead());
        QCOMPARE(render(later), u"Cats 3 | Dogs 0 | Ants 0"_s);
        QCOMPARE(later.updated().toSecsSinceEpoch(), desk.store.updated().toSecsSinceEpoch());
        QCOMPARE(render(other), QString());
        QVERIFY(!other.updated().isValid());
    }

    void keepsWhatWasKnownWhenALaterPageFails()
    {
        Desk desk;
        desk.pages = {fixture::page({survey(u"1"_s, u"Cats"_s), survey(u"2"_s, u"Dogs"_s)})};
        QVERIFY(desk.refresh());
        QSignalSpy failures(&desk.store, &models::SurveyStore::failed);
        desk.pages = {fixture::page({survey(u"1"_s, u"Cats"_s, 9)}), "fail"};
        QVERIFY(desk.refresh());
        QCOMPARE(failures.size(), 1);
        QCOMPARE(render(desk.store), u"Cats 9 | Dogs 0"_s);
        QVERIFY(desk.store.isIncomplete());
    }

    void showsNoGarbageWhenTheServerLies()
    {
        Desk desk;
        desk.pages = {fixture::page({survey(u"1"_s, u"Cats"_s)})};
        QVERIFY(desk.refresh());
        QSignalSpy failures(&desk.store, &models::SurveyStore::failed);
        desk.pages = {"<html>Sign in</html>"};
        QVERIFY(desk.refresh());
        QCOMPARE(failures.size(), 1);
        QVERIFY(failures[0][0].value<api::ApiError>().isWebPage);
        QCOMPARE(render(desk.store), u"Cats 0"_s);
    }

    void setsAStatusAndTellsIt()
    {
        Desk desk;
        desk.pages = {fixture::page({survey(u"1"_s, u"Cats"_s)})};
        QVERIFY(desk.refresh());
        api::Survey paused = survey(u"1"_s, u"Cats"_s, 4);
        paused.statusText = u"Inactive"_s;
        desk.one = fixture::page({paused});
        desk.store.setStatus({u"1"_s}, SurveyStatus::Inactive);
        QTRY_COMPARE(render(desk.store), u"Cats 4"_s);
        QCOMPARE(desk.store.find({u"1"_s})->status, SurveyStatus::Inactive);
    }

    void leavesTheStatusWhenTheServerRefuses()
    {
        Desk desk;
        desk.pages = {fixture::page({survey(u"1"_s, u"Cats"_s)})};
        QVERIFY(desk.refresh());
        desk.one = fixture::page({survey(u"1"_s, u"Cats"_s)});
        desk.status = json(422, "{\"status\":422,\"error\":\"Project is closed\"}");
        QSignalSpy failures(&desk.store, &models::SurveyStore::statusFailed);
        desk.store.setStatus({u"1"_s}, SurveyStatus::Inactive);
        QVERIFY(support::emitted(failures));
        QCOMPARE(failures[0][1].value<api::ApiError>().serverMessage, u"Project is closed"_s);
        QCOMPARE(desk.store.find({u"1"_s})->status, SurveyStatus::Active);
    }

    void aRefreshUndoesNothingThatWasAdoptedMeanwhile()
    {
        Desk desk;
        desk.pages = {fixture::page({survey(u"1"_s, u"Cats"_s), survey(u"2"_s, u"Dogs"_s)}),
                      fixture::page({survey(u"3"_s, u"Ants"_s)})};
        QVERIFY(desk.refresh());
        QSignalSpy changes(&desk.store, &models::SurveyStore::changed);
        QSignalSpy seen(&desk.store, &models::SurveyStore::seen);
        api::Survey paused = survey(u"1"_s, u"Cats"_s);
        paused.status = SurveyStatus::Inactive;
        api::Survey dearer = survey(u"3"_s, u"Ants"_s);
        dearer.cpi = {900};
        desk.whenAsked = [&](int page) {
            if (page != 2)
                return;
            desk.store.adopt(survey(u"4"_s, u"Newest"_s));
            desk.store.adopt(paused);
            desk.store.adopt(dearer);
        };
        // Another order on the service makes the whole list be put in place anew.
        desk.pages[0] = fixture::page({survey(u"2"_s, u"Dogs"_s, 5), survey(u"1"_s, u"Cats"_s)});
        QVERIFY(desk.refresh());
        QCOMPARE(render(desk.store), u"Newest 0 | Dogs 5 | Cats 0 | Ants 0"_s);
        QCOMPARE(desk.store.find({u"1"_s})->status, SurveyStatus::Inactive);
        QCOMPARE(desk.store.find({u"3"_s})->cpi, api::Money {900});
        for (const QList<QVariant> &change : changes)
            QCOMPARE(change[0].value<models::SurveyNews>().gone.size(), 0);
        QCOMPARE(seen.size(), 1); // the dogs
        models::SurveyStore later(desk.client, desk.database, u"a"_s);
        later.loadCached();
        QTRY_VERIFY(later.isCacheRead());
        QCOMPARE(render(later), u"Newest 0 | Dogs 5 | Cats 0 | Ants 0"_s);
        // The next refresh counts again.
        desk.whenAsked = nullptr;
        QVERIFY(desk.refresh());
        QCOMPARE(render(desk.store), u"Dogs 5 | Cats 0 | Ants 0"_s);
        QCOMPARE(desk.store.find({u"3"_s})->cpi, api::Money {350});
    }

    void whatIsWrittenHereIsNeverSeenAsMadeElsewhere()
    {
        Desk desk;
        desk.pages = {fixture::page({survey(u"1"_s, u"Cats"_s)})};
        QVERIFY(desk.refresh());
        QSignalSpy seen(&desk.store, &models::SurveyStore::seen);
        QSignalSpy written(&desk.store, &models::SurveyStore::written);
        QSignalSpy termsSet(&desk.store, &models::SurveyStore::termsSet);
        api::Survey both = survey(u"1"_s, u"Cats"_s);
        both.statusText = u"Inactive"_s;
        desk.one = fixture::page({both}).replace("\"loi\":\"12\"", "\"loi\":\"20\"");
        desk.store.setStatus({u"1"_s}, SurveyStatus::Inactive);
        desk.store.setTerms({u"1"_s}, {.loi = 20, .cpi = {}});
        QTRY_COMPARE(termsSet.size(), 1);
        QTRY_COMPARE(desk.client.running(), 0);
        QCOMPARE(written.size(), 2);
        QCOMPARE(written[0][0].value<api::Survey>().status, SurveyStatus::Active);
        QCOMPARE(written[0][1].value<api::Survey>().status, SurveyStatus::Inactive);
        QCOMPARE(written[1][0].value<api::Survey>().loi, 12.0);
        QCOMPARE(written[1][1].value<api::Survey>().loi, 20.0);
        QCOMPARE(changesIn(seen), 0);
    }

    void aStatusSetByAnotherPartIsItsOwnToo()
    {
        Desk desk;
        desk.pages = {fixture::page({})};
        QSignalSpy created(&desk.store, &models::SurveyStore::created);
        QSignalSpy seen(&desk.store, &models::SurveyStore::seen);
        QSignalSpy written(&desk.store, &models::SurveyStore::written);
        api::Survey fresh = survey(u"1"_s, u"Cats"_s);
        fresh.status = SurveyStatus::Inactive;
        fresh.statusText = u"Inactive"_s;
        desk.store.addCreated(fresh);
        QCOMPARE(created.size(), 1);
        desk.store.beginStatus({u"1"_s});
        desk.one = fixture::page({survey(u"1"_s, u"Cats"_s)});
        desk.pages = {desk.one}; // the service has acted, its answer is on its way
        QVERIFY(desk.refresh());
        desk.store.endStatus({u"1"_s}, SurveyStatus::Active, true);
        QTRY_COMPARE(desk.client.running(), 0);
        QCOMPARE(changesIn(seen), 0);
        QCOMPARE(written.size(), 1);
        QCOMPARE(written[0][0].value<api::Survey>().status, SurveyStatus::Inactive);
        QCOMPARE(written[0][1].value<api::Survey>().status, SurveyStatus::Active);
    }
};

QTEST_GUILESS_MAIN(TestSurveyStore)
#include "tst_surveystore.moc"
