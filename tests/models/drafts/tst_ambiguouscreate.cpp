// reliability.md, case 21: what a server made of a creation against how its answer was lost, over
// the wire. Whatever fails, one request goes out, and the program says what it knows.
#include "models/database/database.h"
#include "models/drafts/surveycreation.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using models::SurveyCreation;
using State = SurveyCreation::State;
using support::Ending;
using support::json;

namespace {

enum class Made { Once, Never, Late, Twice };
enum class Lost {
    Fin,
    Reset,
    Silence,
    BadGateway,
    Truncated,
    TooMany,
    EmptyNotFound,
    PlainConflict,
    NoContent,
    OtherSurvey,
};

support::Reply lostReply(Lost how)
{
    switch (how) {
    case Lost::Fin:
        return {{}, Ending::Close};
    case Lost::Reset:
        return {{}, Ending::Reset};
    case Lost::Silence:
        return {{}, Ending::Silence};
    case Lost::BadGateway:
        return {"HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 22\r\n\r\n"
                "<html>bad</html>      ",
                Ending::KeepOpen};
    case Lost::TooMany:
        return json(429, R"({"status":429,"error":"Too Many Requests"})");
    case Lost::EmptyNotFound:
        return json(404, {});
    case Lost::PlainConflict:
        return json(409, "conflict");
    case Lost::NoContent:
        return json(204, {});
    case Lost::OtherSurvey:
        return json(200, R"({"status":200,"data":{"project_id":"x","project_name":"Shampoo W3"}})");
    case Lost::Truncated:
        break;
    }
    return {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n"
            "{\"status\":200,\"data\":{\"project_id\":\"n",
            Ending::Close};
}

QJsonObject listed(const QString &id)
{
    const models::SurveyDraft draft = support::goodDraft();
    return {{u"project_id"_s, id},
            {u"project_code"_s, u"ALGN1"_s},
            {u"project_name"_s, draft.name},
            {u"project_country"_s, draft.country.value},
            {u"project_language"_s, draft.language.value},
            {u"loi"_s, u"12"_s},
            {u"ir"_s, u"12"_s},
            {u"status"_s, u"Inactive"_s},
            {u"project_cpi"_s, u"4.50"_s},
            {u"complete_needed"_s, u"400"_s},
            {u"project_start_date"_s, draft.start.toString(Qt::ISODate)},
            {u"project_end_date"_s, draft.end.toString(Qt::ISODate)}};
}

/// A server that may have acted, and whose answer to a creation is lost.
struct Desk
{
    Desk(Made theMade, Lost theLost)
        : made(theMade)
        , lost(theLost)
    {
        creation.setPauses({});
    }
    support::Reply reply(const support::Seen &seen)
    {
        if (seen.path().endsWith("/create_survey")) {
            ++creates;
            const int count = made == Made::Once ? 1 : made == Made::Twice ? 2 : 0;
            for (int i = 0; i < count; ++i)
                surveys.append(listed(u"new%1"_s.arg(i)));
            return lostReply(lost);
        }
        if (seen.path().endsWith("/survey_status")) {
            ++activations;
            return json(200, R"({"status":200,"message":"done"})");
        }
        if (isListDown)
            return json(503, "{}");
        if (surveys.isEmpty() || !seen.target.contains("page=1"))
            return json(422, R"({"status":422,"error":"Survey data not found!"})");
        return json(200,
                    QJsonDocument(QJsonObject {{u"status"_s, 200}, {u"data"_s, surveys}}).toJson());
    }
    bool settles()
    {
        return QTest::qWaitFor(
            [this] { return creation.state() != State::Running && client.running() == 0; }, 20'000);
    }
    bool looks()
    {
        creation.checkAgain();
        return settles();
    }

    Made made;
    Lost lost;
    int creates = 0;
    int activations = 0;
    bool isListDown = false;
    QJsonArray surveys;
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    api::Client client {{server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
    models::Database database {u":memory:"_s};
    std::unique_ptr<models::CreationCalls> calls = models::creationCalls(client);
    SurveyCreation creation {*calls, database, u"a"_s};
};

} // namespace

class TestAmbiguousCreate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsOnceAndSaysWhatItKnows_data()
    {
        QTest::addColumn<int>("made");
        QTest::addColumn<int>("lost");
        static constexpr const char *deeds[] {"made once", "not made", "made late", "made twice"};
        static constexpr const char *ends[] {
            "FIN",       "RST",           "no answer",    "502 with a page",
            "truncated", "429",           "an empty 404", "409 without JSON",
            "204",       "another survey"};
        for (int made = 0; made < 4; ++made)
            for (int lost = 0; lost < 10; ++lost)
                QTest::addRow("%s, %s", deeds[made], ends[lost]) << made << lost;
    }
    void sendsOnceAndSaysWhatItKnows()
    {
        QFETCH(int, made);
        QFETCH(int, lost);
        Desk desk {Made(made), Lost(lost)};
        desk.creation.start(support::goodDraft(), true);
        QVERIFY(desk.settles());
        QCOMPARE(desk.creation.state(), State::Unknown);
        desk.isListDown = true;
        QVERIFY(desk.looks());
        QCOMPARE(desk.creation.state(), State::Unknown);
        desk.isListDown = false;
        QVERIFY(desk.looks());
        if (desk.made == Made::Late) {
            QCOMPARE(desk.creation.state(), State::Unknown);
            desk.surveys.append(listed(u"new"_s));
            QVERIFY(desk.looks());
        }
        const bool isFound = desk.made == Made::Once || desk.made == Made::Late;
        QCOMPARE(desk.creation.state(), isFound ? State::Finished : State::Unknown);
        QCOMPARE(desk.creation.matches().size(), desk.made == Made::Twice ? 2 : 0);
        QCOMPARE(desk.activations, isFound ? 1 : 0);
        QCOMPARE(desk.creates, 1);
    }
};

QTEST_GUILESS_MAIN(TestAmbiguousCreate)
#include "tst_ambiguouscreate.moc"
