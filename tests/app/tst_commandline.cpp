#include "app/commandline.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void refusesInOneSentence_data();
    void refusesInOneSentence();
    void helpListsEveryOption();
    void versionIsOneLine();
    void messageKeepsEverythingButTheFolder();
};

void TestCommandLine::understands_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<app::Options>("options");
    using app::Options;
    QTest::newRow("nothing") << u""_s << Options {};
    const auto with = [](auto change) {
        Options options;
        change(options);
        return options;
    };
    QTest::newRow("the sandbox") << u"--sandbox"_s << with([](Options &o) { o.isSandbox = true; });
    QTest::newRow("a connection") << u"--connection Live"_s
                                  << with([](Options &o) { o.connection = u"Live"_s; });
    QTest::newRow("a server, its slash added")
        << u"--server https://example.com/v1 --client-id c1"_s << with([](Options &o) {
               o.server = QUrl(u"https://example.com/v1/"_s);
               o.clientId = u"c1"_s;
               o.key = u"from-environment"_s;
           });
    QTest::newRow("a loopback server without TLS")
        << u"--server=http://127.0.0.1:8080/v1/ --client-id=c1"_s << with([](Options &o) {
               o.server = QUrl(u"http://127.0.0.1:8080/v1/"_s);
               o.clientId = u"c1"_s;
               o.key = u"from-environment"_s;
           });
    QTest::newRow("a folder, made absolute")
        << u"--data-dir some/where --sandbox"_s << with([](Options &o) {
               o.isSandbox = true;
               o.dataFolder = QDir::current().absoluteFilePath(u"some/where"_s);
           });
}

void TestCommandLine::understands()
{
    QFETCH(const QString, line);
    const QStringList words = u"aligndesk "_s.append(line).split(u' ', Qt::SkipEmptyParts);
    const auto options = app::readCommandLine(words, u"from-environment"_s);
    QVERIFY2(options.has_value(), options ? "" : qPrintable(options.error().text));
    QTEST(*options, "options");
}

void TestCommandLine::refusesInOneSentence_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("an option that there isn't") << u"--fast"_s << u"Unknown option 'fast'."_s;
    QTest::newRow("a word alone") << u"open"_s << u"“open” is not understood."_s;
    QTest::newRow("two targets")
        << u"--sandbox --connection Live"_s
        << u"Only one of --sandbox, --connection and --server can be given."_s;
    QTest::newRow("a client ID alone")
        << u"--client-id c1"_s << u"--client-id goes with --server."_s;
    QTest::newRow("a server without a client ID")
        << u"--server https://example.com"_s
        << u"--client-id: Enter the client ID that Audience-Align gave you."_s;
    QTest::newRow("plain http")
        << u"--server http://example.com --client-id c1"_s
        << u"--server: The base URL must begin with https://. Plain http is only allowed to this "
           u"computer (http://127.0.0.1)."_s;
    QTest::newRow("not an address")
        << u"--server https:// --client-id c1"_s << u"--server: This is not a web address."_s;
    QTest::newRow("a file as folder")
        << u"--data-dir /etc/passwd"_s << u"--data-dir: /etc/passwd is not a folder."_s;
    QTest::newRow("a name missing") << u"--connection="_s << u"--connection needs a name."_s;
}

void TestCommandLine::refusesInOneSentence()
{
    QFETCH(const QString, line);
    const QStringList words = u"aligndesk "_s.append(line).split(u' ', Qt::SkipEmptyParts);
    const auto options = app::readCommandLine(words, u"from-environment"_s);
    QVERIFY(!options.has_value());
    QCOMPARE(options.error().exitCode, 2);
    QTEST(options.error().text.section(u'\n', 0, 0), "sentence");
}

void TestCommandLine::helpListsEveryOption()
{
    const auto answer = app::readCommandLine({u"aligndesk"_s, u"--help"_s}, {});
    QCOMPARE(answer.error().exitCode, 0);
    for (const QString &option :
         {u"--sandbox"_s, u"--connection <NAME>"_s, u"--server <URL>"_s, u"--client-id <ID>"_s,
          u"--data-dir <DIR>"_s, u"ALIGNDESK_API_KEY"_s, u"--version"_s, u"fit"_s, u"check-uids"_s,
          u"export-uids"_s})
        QVERIFY2(answer.error().text.contains(option), qPrintable(option));
}

void TestCommandLine::versionIsOneLine()
{
    const auto answer = app::readCommandLine({u"aligndesk"_s, u"--version"_s}, {});
    QCOMPARE(answer.error(), (app::Stop {0, u"AlignDesk " ALIGNDESK_VERSION ""_s}));
}

void TestCommandLine::messageKeepsEverythingButTheFolder()
{
    app::Options options;
    options.connection = u"Live\n“x”"_s;
    options.server = QUrl(u"https://example.com/v1/"_s);
    options.clientId = u"c"_s;
    options.key = u"k"_s;
    QVERIFY(!app::toMessage(options).contains('\n'));
    QCOMPARE(app::fromMessage(app::toMessage(options)), options);
    QCOMPARE(app::fromMessage("not json"), app::Options());
    // Another version of the program may say more, or mean something else.
    app::Options sandbox;
    sandbox.isSandbox = true;
    QCOMPARE(app::fromMessage(R"({"sandbox":true,"page":{"survey":[1]},"connection":7})"), sandbox);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
