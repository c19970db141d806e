#include "api/calls/reconciliation.h"
#include "api/flows/interlocking.h"
#include "api/flows/poll.h"
#include "api/flows/surveys.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

using namespace api;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::Ending;
using support::json;
using support::Reply;
using support::Seen;

namespace {

const SurveyId id {u"S1"_s};

QByteArray survey(const QString &project, const QString &status)
{
    return QStringLiteral(
               "{\"project_id\":\"%1\",\"project_code\":\"A\",\"project_name\":\"N\","
               "\"project_country\":\"1\",\"project_language\":\"1\",\"loi\":1,\"ir\":1,"
               "\"status\":\"%2\",\"project_cpi\":\"1\",\"complete_needed\":1,"
               "\"project_start_date\":\"2026-01-01\",\"project_end_date\":\"2026-01-02\","
               "\"progress\":{\"complete\":0,\"survey_entrant\":0,\"remaining\":1}}")
        .arg(project, status)
        .toUtf8();
}

/// What becomes of a write: the server acts or doesn't, and answers or cuts the connection.
struct Write
{
    bool acts = true;
    bool answers = true;
};

/// A service with one survey and one cell, whose writes meet the fates that a test wants.
struct Service
{
    explicit Service(QList<Write> fates = {})
        : writes(std::move(fates))
    {
    }

    Reply reply(const Seen &seen)
    {
        if (seen.path().endsWith("/survey_status"))
            return write([this] { status = u"Inactive"_s; }, R"({"status":200})");
        if (seen.path().endsWith("/update_interlocking"))
            return write([this] { quota = 33; }, {});
        if (seen.path().endsWith("/create_interlocking"))
            return write([this] { hasGrid = true; }, {});
        if (seen.path().endsWith("/get_interlocking"))
            return hasGrid ? json(200, "{\"status\":200,\"data\":" + grid() + "}")
                           : json(422, R"({"status":422,"error":"Interlocking data not found!"})");
        if (seen.path().endsWith("/qualifications"))
            return json(200,
                        R"({"status":200,"qualifications_data":[{"qualification_code":43,)"
                        R"("title":"GENDER","text":"?","conditions":[{"condition_code":1,)"
                        R"("condition_name":"Male"}]},{"qualification_code":42,)"
                        R"("title":"AGE","text":"?","range_sets":[{"from":18,"to":24}]}]})");
        return json(200, "{\"status\":200,\"data\":[" + survey(id.value, status) + "]}");
    }

    Reply write(const std::function<void()> &act, const QByteArray &body)
    {
        ++sent;
        const Write fate = writes.isEmpty() ? Write {} : writes.takeFirst();
        if (fate.acts)
            act();
        if (!fate.answers)
            return {{}, Ending::Close};
        if (noChange)
            return *noChange;
        return json(200,
                    body.isEmpty() ? "{\"status\":200,\"Interlocking\":" + grid() + "}" : body);
    }

    QByteArray grid() const
    {
        return QStringLiteral("{\"project_id\":\"S1\",\"combinations\":[{\"id\":\"c0\","
                              "\"option\":\"Male\",\"quota\":%1}],\"qualifications\":[{"
                              "\"id\":\"1\",\"title\":\"GENDER\",\"options\":\"Male\"}]}")
            .arg(quota)
            .toUtf8();
    }

    QList<Write> writes;
    std::optional<Reply> noChange; ///< what every write is answered with
    QString status = u"Active"_s;
    int quota = 20;
    bool hasGrid = true;
    int sent = 0; ///< writes that arrived
    support::FaultServer server {[this](const Seen &seen) { return reply(seen); }};
    Client client {{server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
};

struct Pages
{
    explicit Pages(QList<Reply> all)
        : replies(std::move(all))
    {
    }
    QList<Reply> replies; ///< by page, the last one for ever
    support::FaultServer server {[this](const Seen &seen) {
        const qsizetype page =
            seen.target.split('?').last().contains("page=1&") || seen.target.endsWith("page=1")
            ? 0
            : qsizetype(++later);
        return replies[qMin(page, replies.size() - 1)];
    }};
    qsizetype later = 0;
    Client client {{server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
};

Reply page(const QStringList &ids)
{
    QByteArrayList all;
    for (const QString &one : ids)
        all.append(survey(one, u"Active"_s));
    return json(200, "{\"status\":200,\"data\":[" + all.join(',') + "]}");
}

QStringList idsOf(const QList<Survey> &surveys)
{
    QStringList ids;
    for (const Survey &one : surveys)
        ids.append(one.id.value);
    return ids;
}

} // namespace

class TestFlows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllPages_data();
    void readsAllPages();
    void readsAsManyPagesAsThereAre();
    void aListThatMovedIsReadAgain();
    void tellsWhatCameBeforeAnError();
    void stopsWhenCancelled();
    void writesAsOftenAsNeeded_data();
    void writesAsOftenAsNeeded();
    void createsAGridOnlyOnce();
    void aGridThatWasThereIsNoAnswer();
    void aGridOfOtherQualificationsIsNoAnswer();
    void pollsWithGrowingPauses();
    void pollEndsWhenCancelled();
    void aPauseEndsAtOnceWhenCancelled();
};

void TestFlows::readsAllPages_data()
{
    QTest::addColumn<QStringList>("pages"); // of ids, joined by commas; the last one comes again
    QTest::addColumn<QString>("told");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<int>("calls");
    const auto row = [](const char *name, const QStringList &pages, const QString &told,
                        bool isWhole,
                        int calls) { QTest::newRow(name) << pages << told << isWhole << calls; };
    row("none", {u""_s}, u""_s, true, 2);
    row("one page", {u"a,b"_s, u""_s}, u"a,b"_s, true, 3);
    row("a short page is the last", {u"a,b"_s, u"c"_s, u""_s}, u"a,b|c"_s, true, 3);
    row("the last page is full", {u"a,b"_s, u"c,d"_s, u""_s}, u"a,b|c,d"_s, true, 4);
    row("an empty page in the middle", {u"a,b"_s, u""_s, u"c,d"_s, u""_s}, u"a,b|c,d"_s, false, 5);
    row("an empty page first", {u""_s, u"a,b"_s, u""_s}, u"a,b"_s, false, 4);
    row("a row moved over a page's end", {u"a,b"_s, u"b,c"_s, u"d"_s, u""_s}, u"a,b|c|d"_s, false,
        4);
    row("the last page for ever", {u"a,b"_s, u"c"_s}, u"a,b|c"_s, false, 3);
    row("the first page for ever", {u"a,b"_s}, u"a,b"_s, false, 2);
    row("an id twice on a page", {u"a,b,a"_s, u"c"_s, u""_s}, u"a,b|c"_s, false, 3);
}

void TestFlows::readsAllPages()
{
    QFETCH(const QStringList, pages);
    QFETCH(const int, calls);
    QList<Reply> replies;
    for (const QString &ids : pages)
        replies.append(page(ids.split(u',', Qt::SkipEmptyParts)));
    Pages desk(replies);
    QStringList told;
    const auto end =
        QCoro::waitFor(flows::eachSurvey(desk.client, [&told](const QList<Survey> &fresh) {
            told.append(idsOf(fresh).join(u','));
        }));
    QVERIFY(end);
    QTEST(told.join(u'|'), "told");
    QTEST(end->isWhole, "isWhole");
    QCOMPARE(desk.server.seen.size(), qsizetype(calls));
}

/// More than the 500 pages that were once the limit, at which nothing could be created any more.
void TestFlows::readsAsManyPagesAsThereAre()
{
    QList<Reply> replies;
    for (int i = 0; i < 700; ++i)
        replies.append(page({u"s%1"_s.arg(i)}));
    replies.append(page({}));
    Pages desk(replies);
    const auto all = QCoro::waitFor(flows::allSurveys(desk.client));
    QVERIFY(all);
    QCOMPARE(all->size(), qsizetype(700));
}

void TestFlows::aListThatMovedIsReadAgain()
{
    Pages desk({page({u"a"_s, u"b"_s}), page({u"b"_s, u"c"_s}), page({}), page({}),
                page({u"n"_s, u"a"_s}), page({u"b"_s, u"c"_s}), page({u"d"_s}), page({})});
    const auto all = QCoro::waitFor(flows::allSurveys(desk.client));
    QVERIFY(all);
    QStringList ids = idsOf(*all);
    ids.sort();
    QCOMPARE(ids, (QStringList {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"n"_s}));
    QCOMPARE(desk.server.seen.size(), qsizetype(9));
}

void TestFlows::tellsWhatCameBeforeAnError()
{
    Pages pages({page({u"a"_s}), json(401, R"({"status":401,"error":"Unauthorized"})")});
    QStringList told;
    const auto end = QCoro::waitFor(flows::eachSurvey(
        pages.client, [&told](const QList<Survey> &fresh) { told += idsOf(fresh); }));
    QVERIFY(!end);
    QCOMPARE(end.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(told, QStringList {u"a"_s});
}

void TestFlows::stopsWhenCancelled()
{
    Pages pages({page({u"a"_s}), page({u"b"_s}), page({u"c"_s}), page({})});
    Cancellation cancellation;
    const auto end = QCoro::waitFor(flows::eachSurvey(
        pages.client, [cancellation](const QList<Survey> &) mutable { cancellation.cancel(); },
        cancellation));
    QVERIFY(!end);
    QCOMPARE(end.error().kind, ErrorKind::Cancelled);
    QCOMPARE(pages.server.seen.size(), qsizetype(1));
}

void TestFlows::writesAsOftenAsNeeded_data()
{
    QTest::addColumn<bool>("firstActs");
    QTest::addColumn<bool>("firstAnswers");
    QTest::addColumn<bool>("secondAnswers");
    QTest::addColumn<int>("sent");
    QTest::addColumn<bool>("isDone");
    QTest::newRow("an answer") << true << true << true << 1 << true;
    QTest::newRow("acted, the answer lost") << true << false << true << 1 << true;
    QTest::newRow("not acted, cut") << false << false << true << 2 << true;
    QTest::newRow("never an answer") << false << false << false << 2 << false;
}

void TestFlows::writesAsOftenAsNeeded()
{
    QFETCH(bool, firstActs);
    QFETCH(bool, firstAnswers);
    QFETCH(bool, secondAnswers);
    const QList<Write> fates {{firstActs, firstAnswers}, {secondAnswers, secondAnswers}};
    Service status(fates);
    const auto set = QCoro::waitFor(flows::setStatus(status.client, id, SurveyStatus::Inactive));
    QTEST(status.sent, "sent");
    QTEST(bool(set), "isDone");
    Service cells(fates);
    const QList<CellChange> changes {{{u"c0"_s}, 33}};
    const auto updated = QCoro::waitFor(flows::updateInterlocking(cells.client, id, changes));
    QTEST(cells.sent, "sent");
    QTEST(bool(updated), "isDone");
    if (updated)
        QCOMPARE(updated->combinations.first().quota, 33);
}

/// Whether the answer is lost or says *no change*: what is there tells, and nothing is sent again.
void TestFlows::createsAGridOnlyOnce()
{
    const QList<std::optional<Reply>> answers {
        {},
        Reply {"HTTP/1.1 204 No Content\r\n\r\n", Ending::KeepOpen, {}},
        json(200, R"({"status":204,"message":"Nothing to do."})")};
    for (const std::optional<Reply> &noChange : answers) {
        for (const bool acts : {true, false}) {
            Service service({{acts, noChange.has_value()}});
            service.hasGrid = false;
            service.noChange = noChange;
            const QList<QualificationCode> codes {{43}};
            const auto made = QCoro::waitFor(flows::createInterlocking(service.client, id, codes));
            QCOMPARE(service.sent, 1);
            QCOMPARE(bool(made), acts);
            if (!made && noChange)
                QCOMPARE(made.error().kind, ErrorKind::Rejected);
        }
    }
}

void TestFlows::aGridThatWasThereIsNoAnswer()
{
    Service service({{false, false}});
    service.hasGrid = true; // the one that is to be replaced
    const QList<QualificationCode> codes {{43}};
    const auto made =
        QCoro::waitFor(flows::createInterlocking(service.client, id, codes, {u"c0"_s}));
    QCOMPARE(service.sent, 1);
    QVERIFY(!made);
}

/// Somebody else may have made one while ours was on its way.
void TestFlows::aGridOfOtherQualificationsIsNoAnswer()
{
    Service service({{true, false}});
    service.hasGrid = false;
    const QList<QualificationCode> codes {{42}};
    const auto made = QCoro::waitFor(flows::createInterlocking(service.client, id, codes));
    QCOMPARE(service.sent, 1);
    QVERIFY(!made);
    QVERIFY(flows::isAnotherGrid(made.error()));
}

namespace {

Reply standing(const QByteArray &status)
{
    return json(200, R"({"status":")" + status + R"(","result_count":0,"accepted_uids":[]})");
}

bool isCompleted(const Reconciliation &answer)
{
    return answer.status == ReconciliationStatus::Completed;
}

} // namespace

void TestFlows::pollsWithGrowingPauses()
{
    QElapsedTimer clock;
    QList<qint64> times;
    support::FaultServer server([&](const Seen &) {
        times.append(clock.elapsed());
        return standing(times.size() < 4 ? "Processing" : "Completed");
    });
    Client client({server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy());
    clock.start();
    int told = 0;
    const auto settled = QCoro::waitFor(flows::poll<Reconciliation>(
        client, calls::reconciliation(id), isCompleted, [&told](const Reconciliation &) { ++told; },
        {}, {40ms, 100ms, 2.0}));
    QVERIFY(settled);
    QCOMPARE(told, 3);
    QCOMPARE(times.size(), qsizetype(4));
    QVERIFY(times[1] - times[0] >= 39);
    QVERIFY(times[2] - times[1] >= 79);
    QVERIFY(times[3] - times[2] >= 99);
}

void TestFlows::pollEndsWhenCancelled()
{
    support::FaultServer server([](const Seen &) { return standing("Processing"); });
    Client client({server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy());
    Cancellation cancellation;
    const auto stop = [cancellation](const Reconciliation &) mutable {
        QTimer::singleShot(0, [cancellation]() mutable { cancellation.cancel(); });
    };
    const auto ended = QCoro::waitFor(flows::poll<Reconciliation>(
        client, calls::reconciliation(id), isCompleted, stop, cancellation, {1h, 1h, 1.0}));
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Cancelled);
    QCOMPARE(server.seen.size(), qsizetype(1));
}

void TestFlows::aPauseEndsAtOnceWhenCancelled()
{
    Cancellation before;
    before.cancel();
    const QList<Cancellation> gone {before};
    QCoro::waitFor(pause(1h, gone));
    Cancellation later;
    QTimer::singleShot(1, [later]() mutable { later.cancel(); });
    const QList<Cancellation> going {later};
    QCoro::waitFor(pause(1h, going));
}

QTEST_GUILESS_MAIN(TestFlows)

#include "tst_flows.moc"
