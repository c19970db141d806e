#include "tests/api/codec/samplecalls.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString folder = QStringLiteral(SAMPLES "/");

QByteArray read(const QString &name)
{
    QFile file(folder + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The HTTP status that the sample's own body stands for; the text names no other.
int httpStatusOf(const QByteArray &body)
{
    static const QRegularExpression number(u"\"status\"\\s*:?\\s*(\\d{3})"_s);
    const auto match = number.match(QString::fromUtf8(body));
    if (match.hasMatch())
        return match.captured(1) == u"204" ? 200 : match.captured(1).toInt();
    const QList<std::pair<const char *, int>> words {
        {"Bad Request", 400},          {"Unauthorized", 401}, {"Not Found", 404},
        {"\"Conflict\"", 409},         {"\"Gone\"", 410},     {"Unprocessable Entity", 422},
        {"Internal Server Error", 500}};
    for (const auto &[word, status] : words) {
        if (body.contains(word))
            return status;
    }
    return 200;
}

QString callOf(const QString &file)
{
    return file.section(u'-', 0, 0);
}

QStringList files()
{
    return QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
}

api::Answer answer(int status, const QByteArray &body)
{
    return {status, body, u"endpoints/x"_s};
}

} // namespace

/// The vendor text's samples, verbatim, the broken ones too.
class TestSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOfTheTextAreHere()
    {
        QCOMPARE(files().size(), 113);
        QSet<QString> calls;
        for (const QString &file : files())
            calls.insert(callOf(file));
        calls.insert(u"getSurvey"_s); // shares its samples with listSurveys
        QCOMPARE(calls.size(), 28);
        QCOMPARE(support::decoders().size(), 28);
    }

    void readAsExpected()
    {
        QStringList seen;
        for (const QString &file : files()) {
            const QByteArray body = read(file);
            const int status = httpStatusOf(body);
            const auto rendered = support::decoders().value(callOf(file))(answer(status, body));
            seen += u"%1 %2 -> %3"_s.arg(file.chopped(5)).arg(status).arg(rendered.line);
        }
        const QStringList wanted =
            QString::fromUtf8(read(u"expected.txt"_s)).split(u'\n', Qt::SkipEmptyParts);
        if (qEnvironmentVariableIsSet("PRINT_SAMPLES"))
            QTextStream(stdout) << seen.join(u'\n') << '\n';
        for (qsizetype i = 0; i < qMin(seen.size(), wanted.size()); ++i)
            QCOMPARE(seen[i], wanted[i]);
        QCOMPARE(seen.size(), wanted.size());
    }

    void successHoldsUnderAnyHttpStatusThatCarriesThePayload()
    {
        for (const QString &file : files()) {
            const QByteArray body = read(file);
            const bool carriesData = body.contains("\"data\": {") || body.contains("_data\"");
            if (!carriesData || !file.endsWith(u"-1.json"))
                continue;
            const auto decode = support::decoders().value(callOf(file));
            if (decode(answer(200, body)).isOk)
                QCOMPARE(decode(answer(422, body)).line, decode(answer(200, body)).line);
        }
    }

    void cutAnywhereIsNeverSuccess()
    {
        qsizetype cuts = 0;
        for (const QString &file : files()) {
            const QByteArray body = read(file).trimmed();
            const auto decode = support::decoders().value(callOf(file));
            if (!decode(answer(200, body)).isOk)
                continue;
            for (qsizetype length = 0; length < body.size(); ++length, ++cuts) {
                const auto rendered = decode(answer(200, body.left(length)));
                QVERIFY2(!rendered.isOk, qPrintable(u"%1 cut at %2"_s.arg(file).arg(length)));
            }
        }
        QVERIFY(cuts > 8'000);
    }

    void flippedBytesNeverCrash()
    {
        quint32 state = 20'261'124; // a fixed seed, so that a failure comes again
        for (const QString &file : files()) {
            const QByteArray body = read(file);
            const auto decode = support::decoders().value(callOf(file));
            for (int round = 0; round < 60; ++round) {
                QByteArray mutated = body;
                for (int flips = 0; flips < 3; ++flips) {
                    state = state * 1'664'525U + 1'013'904'223U;
                    mutated[qsizetype(state >> 8) % mutated.size()] = char(state & 0xff);
                }
                decode(answer(200, mutated));
            }
        }
    }

    void numbersAndStringsAreTheSame_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("the price as a number")
            << u"listSurveys-1.json"_s << QByteArray("\"project_cpi\": \"20.00\"")
            << QByteArray("\"project_cpi\": 20.0");
        QTest::newRow("progress as text")
            << u"listSurveys-1.json"_s << QByteArray("\"remaining\": 100")
            << QByteArray("\"remaining\": \"100\"");
        QTest::newRow("a quota's option as a number")
            << u"listSurveys-1.json"_s << QByteArray("\"condition_codes\": \"1\"")
            << QByteArray("\"condition_codes\": 1");
        QTest::newRow("a cell's quota as a number")
            << u"getInterlocking-1.json"_s << QByteArray("\"quota\": \"21\"")
            << QByteArray("\"quota\": 21");
        QTest::newRow("feasibility as text")
            << u"getFeasibility-1.json"_s << QByteArray("\"minimum_feasibility\": 10000")
            << QByteArray("\"minimum_feasibility\": \"10000\"");
        QTest::newRow("zip codes under their other name")
            << u"getQualifications-1.json"_s << QByteArray("\"zipcodes\"")
            << QByteArray("\"zip_codes\"");
        QTest::newRow("a qualification under its other id")
            << u"getQualifications-1.json"_s << QByteArray("\"qualification_code\": 42")
            << QByteArray("\"qualification_id\": \"42\"");
    }
    void numbersAndStringsAreTheSame()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const QByteArray body = read(file);
        QVERIFY(body.contains(from));
        QByteArray mutated = body;
        mutated.replace(from, to);
        const auto decode = support::decoders().value(callOf(file));
        QCOMPARE(decode(answer(200, mutated)).line, decode(answer(200, body)).line);
    }

    void wrongShapesAreMalformed_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("surveys as a number") << u"listSurveys"_s << QByteArray(R"({"data":7})");
        QTest::newRow("a survey without its id")
            << u"listSurveys"_s << QByteArray(R"({"status":200,"data":[{"loi":"1"}]})");
        QTest::newRow("a cell without a quota")
            << u"getInterlocking"_s
            << QByteArray(
                   R"({"data":{"combinations":[{"id":"a","option":"b"}],"qualifications":[]}})");
        QTest::newRow("null") << u"listSurveys"_s << QByteArray("null");
        QTest::newRow("an array") << u"createSurvey"_s << QByteArray("[]");
        QTest::newRow("nothing at all") << u"setSurveyStatus"_s << QByteArray();
        QTest::newRow("a web page")
            << u"setSurveyStatus"_s << QByteArray("<!DOCTYPE html><html>Sign in</html>");
        QTest::newRow("a hash that is too short") << u"getHash"_s << QByteArray("abc123");
    }
    void wrongShapesAreMalformed()
    {
        QFETCH(QString, call);
        QFETCH(QByteArray, body);
        const auto rendered = support::decoders().value(call)(answer(200, body));
        QVERIFY2(rendered.line.startsWith(u"error Malformed, unclear"), qPrintable(rendered.line));
    }

    void oneThingStandsForAListAndTheReverse()
    {
        const QByteArray body = read(u"listSurveys-1.json"_s);
        const QByteArray created = read(u"createSurvey-1.json"_s);
        QVERIFY(support::decoders().value(u"getSurvey"_s)(answer(200, body)).isOk);
        QVERIFY(support::decoders().value(u"listSurveys"_s)(answer(200, created)).isOk);
    }
};

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
