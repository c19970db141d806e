// Nothing that is kept or shown holds a secret, in whatever form a service sends it back.
#include "api/calls/reconciliation.h"
#include "api/calls/surveys.h"
#include "api/http/redact.h"
#include "api/http/uidblanks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace api;
using namespace Qt::StringLiterals;

namespace {

/// As PHP writes JSON: the solidus and all that isn't ASCII escaped.
QByteArray phpJson(const QString &text)
{
    QByteArray escaped;
    for (const QChar c : text) {
        if (c == u'/' || c == u'"' || c == u'\\')
            escaped += QByteArray("\\") + char(c.unicode());
        else if (c.unicode() < 0x20 || c.unicode() > 0x7e)
            escaped += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        else
            escaped += char(c.unicode());
    }
    return escaped;
}

QByteArray unicodeEscaped(const QString &text)
{
    QByteArray escaped;
    for (const QChar c : text)
        escaped += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return escaped;
}

QByteArray lowerEscapes(QByteArray text)
{
    for (qsizetype i = 0; i + 2 < text.size(); ++i) {
        if (text[i] == '%')
            text.replace(i + 1, 2, text.mid(i + 1, 2).toLower());
    }
    return text;
}

/// All ways in which `secret` may stand in an answer.
QByteArrayList formsOf(const QString &secret)
{
    const QByteArray raw = secret.toUtf8();
    QByteArrayList forms {raw,
                          phpJson(secret),
                          phpJson(QString::fromUtf8(phpJson(secret))),
                          unicodeEscaped(secret),
                          raw.toPercentEncoding(),
                          lowerEscapes(raw.toPercentEncoding()),
                          raw.toPercentEncoding({}, raw.mid(0, 1)),
                          raw.toPercentEncoding().toPercentEncoding(),
                          secret.toHtmlEscaped().toUtf8()};
    for (const QByteArray &before :
         {QByteArray(), QByteArray("u"), QByteArray("me"), QByteArray("client:")}) {
        forms.append((before + raw + "=x").toBase64());
        forms.append((before + raw)
                         .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        forms.append(phpJson(QString::fromLatin1((before + raw).toBase64())));
    }
    return forms;
}

/// Whether a reader could take `secret` out of `kept`.
bool leaks(const QString &kept, const QString &secret)
{
    const QByteArray bytes = kept.toUtf8();
    QByteArray plain = bytes;
    for (int depth = 0; depth < 3; ++depth) {
        if (QString::fromUtf8(plain).contains(secret))
            return true;
        plain = QByteArray::fromPercentEncoding(plain);
        plain.replace("\\/", "/").replace("\\\"", "\"").replace("\\\\", "\\");
    }
    static const QRegularExpression word(u"[A-Za-z0-9+/_-]{12,}"_s);
    for (auto found = word.globalMatch(kept); found.hasNext();) {
        const QByteArray letters = found.next().captured().toLatin1();
        for (int from = 0; from < 4; ++from) {
            const auto decoded =
                QByteArray::fromBase64(letters.mid(from).replace('-', '+').replace('_', '/'));
            if (decoded.contains(secret.toUtf8()))
                return true;
        }
    }
    return false;
}

QString randomSecret(QRandomGenerator &chance)
{
    static const QString letters =
        u"ABCXYZabcxyz0123456789/+=\"\\%&<> ?-_.~:;,!$'()*[]{}|^`@#é日"_s;
    QString secret;
    for (int i = chance.bounded(10, 48); i > 0; --i)
        secret += letters[chance.bounded(int(letters.size()))];
    return secret;
}

} // namespace

class TestRedact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFormOfASecretIsKept();
    void cleaningTwiceChangesNothing();
    void aCutTextHoldsNoPartOfASecret();
    void hashesGoInAnyCase();
    void errorsAreClean();
    void uids_data();
    void uids();
    void aMillionUidsAreFast();
};

void TestRedact::noFormOfASecretIsKept()
{
    QRandomGenerator chance(20'261'129);
    const WireRequest request = calls::survey({u"x"_s});
    for (int round = 0; round < 300; ++round) {
        const QString key = randomSecret(chance);
        const Redactor redactor(key, u"client-of-nobody"_s);
        for (const QByteArray &form : formsOf(key)) {
            const QByteArray body = "{\"status\":422,\"error\":\"no " + form + " here\"}";
            const QString kept = redactor.answerBody(request, body);
            QVERIFY2(!leaks(kept, key) && !kept.contains(QString::fromUtf8(form)),
                     qPrintable(key + u" as "_s + QString::fromUtf8(form) + u": "_s + kept));
            QVERIFY2(kept.contains(u'…') && kept.startsWith(u"{\"status\":422"_s),
                     qPrintable(kept));
        }
    }
}

void TestRedact::cleaningTwiceChangesNothing()
{
    QRandomGenerator chance(20'261'130);
    for (int round = 0; round < 300; ++round) {
        const QString key = randomSecret(chance);
        const Redactor redactor(key, key.mid(2, 6));
        QString text;
        for (const QByteArray &form : formsOf(key))
            text += QString::fromUtf8(form) + QString(chance.bounded(3), u'a');
        const QString once = redactor.clean(text);
        QCOMPARE(redactor.clean(once), once);
    }
}

void TestRedact::aCutTextHoldsNoPartOfASecret()
{
    const QString key = u"canary/Key-7f3a90b2c4"_s;
    const Redactor redactor(key, u"client-of-nobody"_s);
    const WireRequest request = calls::survey({u"x"_s});
    for (int before = 3'900; before < 4'010; ++before) {
        const QByteArray body = QByteArray(before, 'x') + key.toUtf8() + QByteArray(9'000, 'y');
        QVERIFY(!redactor.answerBody(request, body).contains(u"canary"_s));
    }
    // So many that what is left of the beginning is short: the end may be half of one.
    for (int length = 1; length < 30; ++length) {
        const QByteArray body = QByteArray(length, 'x') + key.toUtf8().repeated(2'000);
        QVERIFY(!redactor.answerBody(request, body).contains(u"can"_s));
    }
}

void TestRedact::hashesGoInAnyCase()
{
    const QByteArray hash = QByteArray("0123456789abcdef").repeated(4);
    Redactor redactor(u"canary-key"_s, u"canary-client"_s);
    redactor.learn(QString::fromLatin1(hash));
    for (const QByteArray &form : {hash, hash.toUpper(), QByteArray("hash=" + hash + "&page=2")}) {
        const QString kept = redactor.clean(QString::fromLatin1(form));
        QVERIFY(!kept.contains(QString::fromLatin1(hash), Qt::CaseInsensitive));
    }
    QVERIFY(!leaks(redactor.clean(QString::fromLatin1(("client:" + hash).toBase64())),
                   QString::fromLatin1(hash)));
}

void TestRedact::errorsAreClean()
{
    const QString key = u"canary/Key-7f3a90b2c4"_s;
    const Redactor redactor(key, u"client-of-nobody"_s);
    for (int before = 150; before < 210; ++before) {
        ApiError error;
        error.detail = QString(before, u'x') + key + QString(2'000, u'y');
        error.serverMessage = QString(1'990, u'z') + key;
        error.existing = {key};
        const ApiError clean = redactor.clean(error);
        QVERIFY(clean.detail.size() <= 200 && !clean.detail.contains(u"can"_s));
        QVERIFY(clean.serverMessage.size() <= 2'000 && !clean.serverMessage.contains(u"can"_s));
        QCOMPARE(clean.existing, QStringList {u"…"_s});
    }
}

void TestRedact::uids_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("none") << QByteArray(R"({"status":200})") << QByteArray(R"({"status":200})");
    QTest::newRow("one list") << QByteArray(R"({"request_uids":["U1","U2"]})")
                              << QByteArray(R"({"request_uids":["… 2 UIDs"]})");
    QTest::newRow("an empty list") << QByteArray(R"({"request_uids": [ ]})")
                                   << QByteArray(R"({"request_uids": ["… 0 UIDs"]})");
    QTest::newRow("every list")
        << QByteArray(R"({"accepted_uids":["U1"],"rejected_uids":["U2","U3"],"n":3})")
        << QByteArray(R"({"accepted_uids":["… 1 UIDs"],"rejected_uids":["… 2 UIDs"],"n":3})");
    QTest::newRow("brackets and quotes in them")
        << QByteArray(R"({"a_uids":["U]1","U\"]2","U\\"],"n":1})")
        << QByteArray(R"({"a_uids":["… 3 UIDs"],"n":1})");
    QTest::newRow("numbers") << QByteArray(R"({"a_uids":[1, 22,333 ],"n":1})")
                             << QByteArray(R"({"a_uids":["… 3 UIDs"],"n":1})");
    QTest::newRow("lists within") << QByteArray(R"({"a_uids":[["U1"],["U2"]],"n":1})")
                                  << QByteArray(R"({"a_uids":["… 2 UIDs"],"n":1})");
    QTest::newRow("cut off") << QByteArray(R"({"a_uids":["U1","U)")
                             << QByteArray(R"({"a_uids":["… 2 UIDs"])");
    QTest::newRow("in a text") << QByteArray(R"({"e":"{\"a_uids\":[\"U1\",\"U2\"]}","n":1})")
                               << QByteArray(R"({"e":"{\"a_uids\":…","n":1})");
    QTest::newRow("a name alone") << QByteArray(R"({"e":"no a_uids"})")
                                  << QByteArray(R"({"e":"no a_uids"})");
}

void TestRedact::uids()
{
    QFETCH(const QByteArray, body);
    QTEST(withoutUids(body), "kept");
}

void TestRedact::aMillionUidsAreFast()
{
    UidList uids;
    for (int i = 0; i < 1'000'000; ++i)
        uids.append("U" + QByteArray::number(i).rightJustified(18, '0'));
    const auto request = calls::submitReconciliation({u"x"_s}, {u"ann@example.com"_s, uids});
    const Redactor redactor(u"canary-key"_s, u"canary-client"_s);
    QBENCHMARK_ONCE
    {
        QCOMPARE(redactor.requestBody(request),
                 uR"({"contact_email":"…","request_uids":["… 1000000 UIDs"]})"_s);
    }
}

QTEST_GUILESS_MAIN(TestRedact)

#include "tst_redact.moc"
