#include "api/calls/reconciliation.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The fast reading of a long answer and the liberal one tell the same.
class TestUidAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRead_data();
    void isRead();
};

void TestUidAnswer::isRead_data()
{
    QTest::addColumn<QByteArray>("uids");
    QTest::addColumn<QString>("wanted"); // joined by bars; null: no answer
    QTest::newRow("none") << QByteArray("[]") << u""_s;
    QTest::newRow("plain") << QByteArray(R"(["a","bC9"])") << u"a|bC9"_s;
    QTest::newRow("white space") << QByteArray("[ \"a\" ,\n\t\"b c\"\r\n ]") << u"a|b c"_s;
    QTest::newRow("empty text") << QByteArray(R"(["","x"])") << u"|x"_s;
    QTest::newRow("signs of JSON") << QByteArray(R"(["a,b","[c]","{d}:"])") << u"a,b|[c]|{d}:"_s;
    QTest::newRow("escapes") << QByteArray(R"(["a\"b","\u00e9","c\\"])") << u"a\"b|é|c\\"_s;
    QTest::newRow("other letters") << QByteArray(R"(["é","日本"])") << u"é|日本"_s;
    QTest::newRow("numbers") << QByteArray(R"(["a",12,13])") << u"a|12|13"_s;
    QTest::newRow("a list within") << QByteArray(R"(["a",["b"]])") << QString();
    QTest::newRow("not closed") << QByteArray(R"(["a","b)") << QString();
    QTest::newRow("cut off") << QByteArray(R"(["a","b")") << QString();
    QTest::newRow("no comma") << QByteArray(R"(["a" "b"])") << QString();
    QTest::newRow("no UTF-8") << QByteArray("[\"a\xff\"]") << QString();
}

void TestUidAnswer::isRead()
{
    QFETCH(const QByteArray, uids);
    QFETCH(const QString, wanted);
    const QByteArray body = R"({"status":"Completed","accepted_uids":)" + uids + '}';
    QByteArray roomy = body;
    roomy.reserve(body.size() + 1000); // read where it stands, without a copy
    for (const QByteArray &each : {QByteArray(body.constData(), body.size()), roomy}) {
        const auto read = api::calls::reconciliation({u"S1"_s}).decode({200, each, {}});
        QCOMPARE(read.has_value(), !wanted.isNull());
        if (!read)
            continue;
        QStringList texts;
        for (qsizetype i = 0; i < read->acceptedUids.size(); ++i)
            texts.append(QString::fromUtf8(read->acceptedUids.at(i)));
        QCOMPARE(texts.join(u'|'), wanted);
    }
}

QTEST_GUILESS_MAIN(TestUidAnswer)

#include "tst_uidanswer.moc"
