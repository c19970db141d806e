// What a failure is called on screen: what happened, what to do, and nothing that isn't known.
#include "ui/widgets/errortext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using api::ErrorKind;
using api::TlsProblem;

namespace {

const QString openEnd = u"Whether the service acted on the call isn’t known."_s;

api::ApiError failure(ErrorKind kind)
{
    api::ApiError error;
    error.kind = kind;
    error.delivery = api::Delivery::Ambiguous;
    error.host = u"api.example.com"_s;
    return error;
}

} // namespace

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadLeavesNothingOpen();
    void certificatesAreToldApart();
    void aRedirectNamesItsHost();
    void aWebPageMeansASignIn();
    void aWaitIsCounted();
};

void TestErrorText::aReadLeavesNothingOpen()
{
    for (int kind = 0; kind <= int(ErrorKind::Malformed); ++kind) {
        api::ApiError error = failure(ErrorKind(kind));
        QVERIFY(ui::errorSentence(error).endsWith(openEnd));
        error.isRead = true;
        QVERIFY(!ui::errorSentence(error).contains(u"acted"_s));
    }
}

void TestErrorText::certificatesAreToldApart()
{
    QStringList sentences;
    for (int problem = 0; problem <= int(TlsProblem::Protocol); ++problem) {
        api::ApiError error = failure(ErrorKind::Tls);
        error.delivery = api::Delivery::NotSent;
        error.tls = TlsProblem(problem);
        const QString sentence = ui::errorSentence(error);
        QVERIFY2(sentence.contains(u"api.example.com"_s)
                     && sentence.contains(u"nothing was sent"_s),
                 qPrintable(sentence));
        sentences.append(sentence);
    }
    sentences.removeDuplicates();
    QCOMPARE(sentences.size(), int(TlsProblem::Protocol)); // None and Certificate are one
}

void TestErrorText::aRedirectNamesItsHost()
{
    api::ApiError error = failure(ErrorKind::Malformed);
    error.isRead = true;
    error.redirectedTo = u"login.example.org"_s;
    QCOMPARE(ui::errorSentence(error),
             u"The service points to another address, on login.example.org. AlignDesk doesn’t "
             "follow it, so that no key goes there. Check the address of the connection."_s);
    QVERIFY(ui::errorDetails(error).contains(u"login.example.org"_s));
}

void TestErrorText::aWebPageMeansASignIn()
{
    api::ApiError error = failure(ErrorKind::Malformed);
    error.isRead = true;
    error.isWebPage = true;
    QVERIFY(ui::errorSentence(error).contains(u"sign in"_s));
}

void TestErrorText::aWaitIsCounted()
{
    api::ApiError error = failure(ErrorKind::RateLimited);
    error.isRead = true;
    error.retryAfter = std::chrono::seconds(90);
    QVERIFY(ui::errorSentence(error).contains(u"90"_s));
}

QTEST_GUILESS_MAIN(TestErrorText)

#include "tst_errortext.moc"
