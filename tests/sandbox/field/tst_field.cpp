// The field: surveys fill while they are active, quota by quota, and stop softly.
#include "sandbox/field/buckets.h"
#include "tests/sandbox/support/harness.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::Field;
using sandbox::Survey;
using support::Harness;

namespace {

constexpr int hour = 3600;

QDateTime noon(int day)
{
    return QDateTime(QDate(2026, 3, day), QTime(12, 0));
}

Survey survey()
{
    Survey survey;
    survey.projectId = u"someProject"_s;
    survey.ir = u"40"_s;
    survey.completes = 200;
    survey.start = QDate(2026, 3, 1);
    survey.end = QDate(2026, 3, 10);
    survey.fieldTime = noon(1).toMSecsSinceEpoch();
    const auto option = [](int code) {
        return QJsonObject {{u"condition_code"_s, code}, {u"condition_name"_s, u"?"_s}};
    };
    survey.qualifications = {
        QJsonObject {{u"code"_s, 43}, {u"conditions"_s, QJsonArray {option(1), option(2)}}}};
    return survey;
}

QJsonObject quota(int male, int female)
{
    return {{u"code"_s, 43},
            {u"criteria"_s,
             QJsonArray {QJsonObject {{u"required_count"_s, male}, {u"condition_codes"_s, 1}},
                         QJsonObject {{u"required_count"_s, female}, {u"condition_codes"_s, 2}}}}};
}

} // namespace

class TestField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsWhileActive();
    void stopsSoftly();
    void closedQuotaStaysEmpty();
    void optionWithoutQuotaTakesTheRest();
    void cellsFillEachForItself();
    void stepsMakeNoDifference();
    void speedCountsFromTheStartOfTheRun();
    void waitsForTheStartDate();
    void pausedSurveyStandsStill();
    void catchesUpAfterARestart();
    void playsToItsEndDateAlsoOverARestart();
    void readingDoesNotWriteWithoutChange();

private:
    static Field field(double speed = 1, QDateTime started = noon(1))
    {
        return Field({1, speed, std::move(started)});
    }
};

void TestField::growsWhileActive()
{
    Harness sandbox;
    const auto progress = [&] {
        return sandbox.surveyNamed(u"Streaming habits JP"_s)[u"progress"_s].toObject();
    };
    const QJsonObject before = progress();
    sandbox.pass(6 * hour);
    const QJsonObject after = progress();
    QVERIFY(after[u"complete"_s].toInt() > before[u"complete"_s].toInt());
    QVERIFY(after[u"survey_entrant"_s].toInt() > before[u"survey_entrant"_s].toInt());
    QCOMPARE(after[u"remaining"_s].toInt(), 800 - after[u"complete"_s].toInt());
}

void TestField::stopsSoftly()
{
    Survey filling = survey();
    QVERIFY(field(50).play(filling, noon(9)));
    QVERIFY2(filling.complete > 200 && filling.complete <= 210,
             qPrintable(QString::number(filling.complete)));
    const int full = filling.complete;
    field(50).play(filling, noon(10));
    QCOMPARE(filling.complete, full);
    const double conversion = double(full) / filling.entrants;
    QVERIFY(conversion > 0.3 && conversion < 0.5);
}

void TestField::closedQuotaStaysEmpty()
{
    Survey filling = survey();
    filling.quotas = {quota(0, 60)};
    field(50).play(filling, noon(9));
    QCOMPARE(filling.filled[u"1"_s].toDouble(), 0);
    QVERIFY(filling.complete >= 60 && filling.complete <= 63);
}

void TestField::optionWithoutQuotaTakesTheRest()
{
    Survey filling = survey();
    QJsonObject men = quota(20, 0);
    QJsonArray criteria = men[u"criteria"_s].toArray();
    criteria.removeLast();
    men[u"criteria"_s] = criteria;
    filling.quotas = {men};
    field(200).play(filling, noon(9));
    QVERIFY(filling.filled[u"1"_s].toDouble() <= 21);
    QVERIFY(filling.filled[u"2"_s].toDouble() > 170);
    QVERIFY(filling.complete > 200 && filling.complete <= 210);
}

void TestField::cellsFillEachForItself()
{
    Survey filling = survey();
    const auto cell = [](const QString &option, const QString &quota) {
        return QJsonObject {{u"option"_s, option}, {u"quota"_s, quota}};
    };
    filling.interlocking = {
        {u"combinations"_s,
         QJsonArray {cell(u"Male,18-24"_s, u"30"_s), cell(u"Female,18-24"_s, u"170"_s)}}};
    field(50).play(filling, noon(9));
    QVERIFY(filling.filled[u"Male,18-24"_s].toDouble() >= 30);
    QVERIFY(filling.filled[u"Male,18-24"_s].toDouble() <= 32);
    QVERIFY(filling.filled[u"Female,18-24"_s].toDouble() >= 170);
}

void TestField::stepsMakeNoDifference()
{
    Survey once = survey(), often = survey();
    once.quotas = often.quotas = {quota(120, 80)};
    const Field slow = field();
    slow.play(once, noon(4));
    for (QDateTime moment = noon(1); moment <= noon(4); moment = moment.addSecs(1800))
        slow.play(often, moment);
    QVERIFY(once.complete > 20);
    QCOMPARE(often.complete, once.complete);
    QCOMPARE(often.entrants, once.entrants);
}

void TestField::speedCountsFromTheStartOfTheRun()
{
    Survey slow = survey(), fast = survey(), late = survey();
    field(1).play(slow, noon(2));
    field(3).play(fast, noon(2));
    field(3, noon(2)).play(late, noon(2));
    QVERIFY(slow.complete > 0);
    QVERIFY(fast.complete >= 3 * slow.complete);
    QCOMPARE(late.complete, slow.complete);
}

void TestField::waitsForTheStartDate()
{
    Survey waiting = survey();
    waiting.start = QDate(2026, 3, 5);
    QVERIFY(!field(100).play(waiting, noon(4)));
    QCOMPARE(waiting.complete, 0);
    QVERIFY(field(100).play(waiting, noon(5)));
    Survey over = survey();
    over.fieldTime = noon(12).toMSecsSinceEpoch();
    QVERIFY(!field(100).play(over, noon(20)));
}

void TestField::pausedSurveyStandsStill()
{
    Harness sandbox;
    const QJsonObject survey = sandbox.surveyNamed(u"Pet owners UK"_s);
    const auto set = [&](const QString &status) {
        sandbox.put({u"endpoints/survey_status"_s,
                     {{u"project_id"_s, survey[u"project_id"_s]}, {u"status"_s, status}}});
    };
    set(u"2"_s);
    sandbox.pass(24 * hour);
    QCOMPARE(sandbox.surveyNamed(u"Pet owners UK"_s)[u"progress"_s], survey[u"progress"_s]);
    set(u"1"_s);
    QCOMPARE(sandbox.surveyNamed(u"Pet owners UK"_s)[u"progress"_s], survey[u"progress"_s]);
    sandbox.pass(6 * hour);
    QVERIFY(sandbox.surveyNamed(u"Pet owners UK"_s)[u"progress"_s] != survey[u"progress"_s]);
}

void TestField::catchesUpAfterARestart()
{
    const QTemporaryDir folder;
    sandbox::Options options;
    options.dataFile = folder.filePath(u"sandbox.db"_s);
    Harness stopped(options);
    Harness running;
    const auto complete = [](Harness &sandbox) {
        return sandbox.surveyNamed(u"Streaming habits JP"_s)[u"progress"_s][u"complete"_s].toInt();
    };
    const int before = complete(stopped);
    QCOMPARE(complete(running), before);
    for (Harness *sandbox : {&stopped, &running})
        sandbox->pass(24 * hour);
    stopped.restart();
    stopped.forgetHashes();
    QVERIFY(complete(running) > before);
    QCOMPARE(complete(stopped), complete(running));
}

void TestField::playsToItsEndDateAlsoOverARestart()
{
    const QTemporaryDir folder;
    sandbox::Options options;
    options.dataFile = folder.filePath(u"sandbox.db"_s);
    Harness sandbox(options);
    QJsonObject wish = sandbox.newSurvey(); // ten days from today
    wish.remove(u"quota"_s);
    const QString id = sandbox.create(wish);
    const QJsonObject active {{u"project_id"_s, id}, {u"status"_s, u"1"_s}};
    QCOMPARE(sandbox.put({u"endpoints/survey_status"_s, active}).status, 200);
    const auto entrants = [&sandbox] {
        sandbox.restart();
        sandbox.forgetHashes();
        return sandbox.surveyNamed(u"AUD1"_s)[u"progress"_s][u"survey_entrant"_s].toInt();
    };
    int before = 0;
    for (int day = 1; day <= 10; ++day) {
        sandbox.pass(24 * hour);
        const int now = entrants();
        QVERIFY2(now >= before, qPrintable(u"day %1: %2"_s.arg(day).arg(now)));
        before = now;
    }
    QVERIFY(before > 0);
    sandbox.pass(20 * 24 * hour); // the end date is long over
    QCOMPARE(entrants(), before);
}

void TestField::readingDoesNotWriteWithoutChange()
{
    const QTemporaryDir folder;
    sandbox::Options options;
    options.dataFile = folder.filePath(u"sandbox.db"_s);
    options.speed = 0;
    Harness sandbox(options);
    sandbox.surveyNamed(u"none"_s);
    const qint64 before = QFileInfo(options.dataFile + u"-wal"_s).size();
    for (int i = 0; i < 5; ++i) {
        sandbox.pass(60);
        sandbox.surveyNamed(u"none"_s);
    }
    QCOMPARE(QFileInfo(options.dataFile + u"-wal"_s).size(), before);
}

QTEST_GUILESS_MAIN(TestField)
#include "tst_field.moc"
