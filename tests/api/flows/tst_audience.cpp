#include "api/flows/exclusions.h"
#include "api/flows/qualifications.h"
#include "tests/support/targetingservice.h"
#include "tests/support/wait.h"

#include <QTest>

using namespace api;
using namespace Qt::StringLiterals;
using support::Fate;

namespace {

const SurveyId id {u"S1"_s};
const QList<SurveyId> all {{u"P1"_s}, {u"P2"_s}, {u"P3"_s}};

struct Desk
{
    explicit Desk(const QList<Fate> &fates) { service.fates = fates; }

    support::TargetingService service;
    support::FaultServer server {[this](const support::Seen &seen) { return service.reply(seen); }};
    Client client {{server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
};

Targeting targeting(int code, const QList<int> &options)
{
    return {{code}, QualificationKind::Options, options, {}, {}};
}

template <class T>
Result<T> settled(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

constexpr Fate cut {.acts = false, .status = 0};
constexpr Fate actsAndCuts {.acts = true, .status = 0};
constexpr Fate refuses {.acts = false, .status = 422};
constexpr Fate saysNoChange {.acts = false, .status = 204};
constexpr Fate breaks {.acts = false, .status = 500};

} // namespace

class TestAudience : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsOnceAndReadsBack_data();
    void addsOnceAndReadsBack();
    void namesWhatIsThere();
    void changesAndReadsBack_data();
    void changesAndReadsBack();
    void removesAndReadsBack_data();
    void removesAndReadsBack();
    void tellsWhatTheServiceKeptInstead();
    void noChangeIsReadBack();
    void comparesAnswersInAnyOrder();
    void addsExclusionsOnce();
    void removesSomeExclusions_data();
    void removesSomeExclusions();
    void removesNothingWhenTheFirstStepIsRefused();
    void addsNothingWhileNothingCanBeRead();
};

void TestAudience::addsOnceAndReadsBack_data()
{
    QTest::addColumn<Fate>("fate");
    QTest::addColumn<bool>("succeeds");
    QTest::newRow("all goes well") << Fate {} << true;
    QTest::newRow("acts, and the answer is lost") << actsAndCuts << true;
    QTest::newRow("is lost on the way") << cut << false;
    QTest::newRow("a problem of the server") << breaks << false;
    QTest::newRow("refused") << refuses << false;
    QTest::newRow("no change, and it isn't there") << saysNoChange << false;
}

void TestAudience::addsOnceAndReadsBack()
{
    QFETCH(Fate, fate);
    QFETCH(bool, succeeds);
    Desk desk({fate});
    const QList<Targeting> sent {targeting(77, {1})};
    QCOMPARE(settled(flows::addQualifications(desk.client, id, sent)).has_value(), succeeds);
    QCOMPARE(desk.service.writes.size(), 1);
    QCOMPARE(desk.service.options(77), succeeds ? u"A"_s : u"-"_s);
}

void TestAudience::namesWhatIsThere()
{
    Desk desk({});
    const QList<Targeting> sent {targeting(43, {1, 2}), targeting(77, {1})};
    const auto answer = settled(flows::addQualifications(desk.client, id, sent));
    QCOMPARE(answer.error().kind, ErrorKind::Conflict);
    QCOMPARE(answer.error().existing, (QStringList {u"GENDER"_s}));
    QCOMPARE(desk.service.options(77), u"-"_s);
}

void TestAudience::changesAndReadsBack_data()
{
    QTest::addColumn<QList<Fate>>("fates");
    QTest::addColumn<QString>("there");
    QTest::addColumn<bool>("succeeds");
    QTest::addColumn<int>("sent");
    QTest::newRow("all goes well") << QList<Fate> {} << u"A"_s << true << 1;
    QTest::newRow("the answer is lost") << QList {actsAndCuts} << u"A"_s << true << 1;
    QTest::newRow("lost once") << QList {cut} << u"A"_s << true << 2;
    QTest::newRow("lost twice") << QList {cut, cut} << u"AB"_s << false << 2;
    QTest::newRow("refused") << QList {refuses} << u"AB"_s << false << 1;
    QTest::newRow("no change") << QList {saysNoChange} << u"AB"_s << false << 1;
}

void TestAudience::changesAndReadsBack()
{
    QFETCH(QList<Fate>, fates);
    QFETCH(QString, there);
    QFETCH(bool, succeeds);
    QFETCH(int, sent);
    Desk desk(fates);
    const auto answer = settled(flows::updateQualification(desk.client, id, targeting(43, {1})));
    QCOMPARE(answer.has_value(), succeeds);
    QCOMPARE(desk.service.options(43), there);
    QCOMPARE(desk.service.writes.size(), sent);
}

void TestAudience::removesAndReadsBack_data()
{
    QTest::addColumn<QList<Fate>>("fates");
    QTest::addColumn<QString>("there");
    QTest::addColumn<int>("sent");
    QTest::newRow("all goes well") << QList<Fate> {} << u"-"_s << 1;
    QTest::newRow("the answer is lost") << QList {actsAndCuts} << u"-"_s << 1;
    QTest::newRow("lost once") << QList {cut} << u"-"_s << 2;
    QTest::newRow("gone already") << QList {Fate {true, 422}} << u"-"_s << 1;
    QTest::newRow("refused") << QList {refuses} << u"AB"_s << 1;
}

void TestAudience::removesAndReadsBack()
{
    QFETCH(QList<Fate>, fates);
    QFETCH(QString, there);
    QFETCH(int, sent);
    Desk desk(fates);
    const auto answer = settled(flows::deleteQualification(desk.client, id, {43}));
    QCOMPARE(answer.has_value(), there == u"-"_s);
    QCOMPARE(desk.service.options(43), there);
    QCOMPARE(desk.service.writes.size(), sent);
}

/// By the call for that one qualification.
void TestAudience::tellsWhatTheServiceKeptInstead()
{
    Desk desk({{.acts = false, .status = 200}});
    const auto answer = settled(flows::updateQualification(desk.client, id, targeting(43, {1})));
    QVERIFY(answer && answer->other);
    QCOMPARE(answer->other->conditions.size(), 2);
    const auto &last = desk.server.seen.last();
    QVERIFY(last.path().endsWith("/qualifications"));
    QVERIFY(last.headers.toLower().contains("x-qualification-id: 43"));
}

/// *No change* is success where all of it is there.
void TestAudience::noChangeIsReadBack()
{
    Desk desk({saysNoChange, saysNoChange, saysNoChange});
    const QList<Targeting> sent {targeting(43, {2, 1})};
    const auto there = settled(flows::addQualifications(desk.client, id, sent));
    QVERIFY(there && !there->changed);
    const auto excluded = settled(flows::addExclusions(desk.client, id, {{u"P1"_s}}));
    QVERIFY(excluded && !excluded->changed);
    const auto missing = settled(flows::addExclusions(desk.client, id, {{u"P9"_s}}));
    QVERIFY(!missing);
    QCOMPARE(missing.error().serverMessage, u"No changes were made."_s);
    QCOMPARE(desk.service.writes.size(), 3);
}

void TestAudience::comparesAnswersInAnyOrder()
{
    Qualification zip;
    zip.code = {45};
    zip.kind = QualificationKind::ZipCodes;
    zip.zipCodes = {u"07030"_s, u"10001"_s};
    QVERIFY(flows::holds(zip, {{45}, zip.kind, {}, {}, {u"10001"_s, u"07030"_s}}));
    QVERIFY(!flows::holds(zip, {{45}, zip.kind, {}, {}, {u"7030"_s, u"10001"_s}}));
    QVERIFY(!flows::holds(zip, {{45}, QualificationKind::Options, {}, {}, {}}));
    Qualification age;
    age.kind = QualificationKind::Ranges;
    age.ranges = {{18, 24}, {25, 34}};
    QVERIFY(flows::holds(age, {{}, age.kind, {}, {{25, 34}, {18, 24}}, {}}));
    QVERIFY(!flows::holds(age, {{}, age.kind, {}, {{18, 24}}, {}}));
}

void TestAudience::addsExclusionsOnce()
{
    Desk desk({cut});
    const QList<SurveyId> sent {{u"P4"_s}};
    QVERIFY(!settled(flows::addExclusions(desk.client, id, sent)));
    QCOMPARE(desk.service.writes.size(), 1);
    desk.service.fates = {actsAndCuts};
    QVERIFY(settled(flows::addExclusions(desk.client, id, sent)));
    QCOMPARE(desk.service.exclusions, (QStringList {u"P1"_s, u"P2"_s, u"P3"_s, u"P4"_s}));
}

void TestAudience::removesSomeExclusions_data()
{
    QTest::addColumn<QList<Fate>>("fates");
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<bool>("succeeds");
    QTest::addColumn<bool>("isOwed");
    const QStringList before {u"P1"_s, u"P2"_s, u"P3"_s};
    const QStringList rest {u"P1"_s, u"P3"_s};
    QTest::newRow("all goes well") << QList<Fate> {} << rest << true << false;
    QTest::newRow("both answers are lost")
        << QList {actsAndCuts, actsAndCuts} << rest << true << false;
    QTest::newRow("the rest is refused, and restored")
        << QList {Fate {}, refuses} << before << false << false;
    QTest::newRow("saving the rest breaks, and is restored")
        << QList {Fate {}, breaks} << before << false << false;
    QTest::newRow("restoring fails too")
        << QList {Fate {}, refuses, refuses} << QStringList() << false << true;
    QTest::newRow("restoring is lost on the way")
        << QList {Fate {}, refuses, cut} << QStringList() << false << true;
}

void TestAudience::removesSomeExclusions()
{
    QFETCH(QList<Fate>, fates);
    QFETCH(QStringList, there);
    QFETCH(bool, succeeds);
    QFETCH(bool, isOwed);
    Desk desk(fates);
    const QList<SurveyId> gone {{u"P2"_s}};
    const auto removal = settled(flows::removeExclusions(desk.client, id, all, gone));
    QVERIFY(removal);
    QCOMPARE(!removal->error, succeeds);
    QCOMPARE(removal->owed, isOwed ? all : QList<SurveyId>());
    QCOMPARE(desk.service.exclusions, there);
}

void TestAudience::removesNothingWhenTheFirstStepIsRefused()
{
    Desk desk({refuses});
    const QList<SurveyId> gone {{u"P2"_s}};
    const auto removal = settled(flows::removeExclusions(desk.client, id, all, gone));
    QCOMPARE(removal.error().kind, ErrorKind::Conflict);
    QCOMPARE(desk.service.exclusions.size(), 3);
    QCOMPARE(desk.service.writes.size(), 1);
}

void TestAudience::addsNothingWhileNothingCanBeRead()
{
    Desk desk({Fate {}, actsAndCuts});
    const QList<SurveyId> gone {{u"P2"_s}};
    int reads = 0;
    support::FaultServer blind([&](const support::Seen &seen) {
        if (seen.verb != "GET")
            return desk.service.reply(seen);
        ++reads;
        return support::Reply {{}, support::Ending::Close};
    });
    Client client({blind.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy());
    const support::CallsEnd ending(client);
    const auto removal = settled(flows::removeExclusions(client, id, all, gone));
    QVERIFY(removal->error);
    QCOMPARE(removal->owed, all);
    QVERIFY(reads > 0);
    QCOMPARE(desk.service.writes.size(), 2);
}

QTEST_GUILESS_MAIN(TestAudience)

#include "tst_audience.moc"
