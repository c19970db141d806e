#include "models/reconciliation/importsession.h"
#include "models/reconciliation/platformsession.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using models::ImportSession;
using models::PlatformSession;

namespace {

QByteArray manyLines(int count)
{
    QByteArray text = "rid,other\n";
    for (int i = 0; i < count; ++i)
        text += "a" + QByteArray::number(1'000'000 + i) + ",b" + QByteArray::number(i) + "\n";
    return text;
}

/// Workers end, and what they hand over is taken, until nothing runs any more.
void settle()
{
    for (int round = 0; round < 5; ++round) {
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }
}

QString joined(const ImportSession &session)
{
    QStringList all;
    for (qsizetype i = 0; i < session.chosen()->size(); ++i)
        all.append(QString::fromUtf8(session.chosen()->at(i)));
    return all.join(u' ');
}

} // namespace

class TestImportSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsWhatWaits();
    void leavesSuspiciousOnesOut();
    void handsNothingOverAfterItsEnd();
    void cancelledIsAsBefore();
    void keepsTheColumnWhenCancelled();
    void offersAnotherColumn();
    void keepsThePlatformsLayoutWhenCancelled();
    void endsThePlatformsReading();

private:
    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString();
    }

    QTemporaryDir m_folder;
};

void TestImportSession::addsWhatWaits()
{
    ImportSession session;
    QSignalSpy failed(&session, &ImportSession::failed);
    session.addFiles({write(u"one.txt"_s, "a1\nb1\n"), m_folder.filePath(u"none"_s),
                      write(u"two.txt"_s, "c1\na1\n")},
                     false);
    session.addText(u"Clipboard"_s, u"d1\n"_s);
    session.addFiles({write(u"bad.txt"_s, "b1\n")}, true);
    QVERIFY(session.isBusy());
    QTRY_VERIFY(!session.isBusy() && session.sourceCount() == 4);
    QCOMPARE(joined(session), u"a1 c1 d1"_s);
    QCOMPARE(failed.size(), qsizetype(1));
    QVERIFY(failed[0][0].toString().startsWith(u"none: "_s));
    QVERIFY(session.isRejects());
}

void TestImportSession::leavesSuspiciousOnesOut()
{
    ImportSession session;
    session.addText(u"Clipboard"_s, u"a1\nb1\nc1\nd1\ne1\nf1\ng1\nh1\ni1\nj1\nlong1\n"_s);
    QTRY_COMPARE(session.import().report.suspicious, qint64(1));
    QCOMPARE(session.chosen()->size(), qsizetype(10));
    session.setWithSuspicious(true);
    QCOMPARE(session.chosen()->size(), qsizetype(11));
}

void TestImportSession::handsNothingOverAfterItsEnd()
{
    const QString path = write(u"long.csv"_s, manyLines(200'000));
    for (const bool isReading : {false, true}) {
        auto session = std::make_unique<ImportSession>();
        QSignalSpy imported(session.get(), &ImportSession::imported);
        QSignalSpy opened(session.get(), &ImportSession::opened);
        session->addFiles({path, path}, false);
        if (isReading)
            QTRY_COMPARE(opened.size(), qsizetype(1));
        const models::WorkPointer work = session->work();
        session.reset();
        QVERIFY(work->isCancelled());
        settle();
        QCOMPARE(imported.size(), qsizetype(0));
        QCOMPARE(opened.size(), isReading ? qsizetype(1) : qsizetype(0));
    }
}

void TestImportSession::cancelledIsAsBefore()
{
    ImportSession session;
    session.addText(u"Clipboard"_s, u"a1\nb1\n"_s);
    QTRY_COMPARE(joined(session), u"a1 b1"_s);
    for (int startsBefore = 0; startsBefore < 2; ++startsBefore) {
        int starts = 0;
        const auto stop = connect(&session, &ImportSession::started, this, [&] {
            if (starts++ == startsBefore)
                session.cancel();
        });
        session.addFiles({write(u"more.txt"_s, "c1\n"), write(u"most.txt"_s, "d1\n")}, false);
        QTRY_VERIFY(!session.isBusy());
        disconnect(stop);
        QCOMPARE(joined(session), u"a1 b1"_s);
        QCOMPARE(session.sourceCount(), qsizetype(1));
        QCOMPARE(session.file().source.name, u"Clipboard"_s);
    }
}

void TestImportSession::keepsTheColumnWhenCancelled()
{
    ImportSession session;
    session.addFiles({write(u"two.csv"_s, manyLines(3))}, false);
    QTRY_COMPARE(joined(session), u"a1000000 a1000001 a1000002"_s);
    models::UidLayout other = session.layout();
    other.column = 1;
    const auto stop = connect(&session, &ImportSession::started, &session, &ImportSession::cancel);
    QSignalSpy opened(&session, &ImportSession::opened);
    session.chooseLayout(other);
    QTRY_VERIFY(!session.isBusy());
    disconnect(stop);
    QCOMPARE(joined(session), u"a1000000 a1000001 a1000002"_s);
    QCOMPARE(session.layout().column, 0);
    QCOMPARE(opened.size(), qsizetype(2)); // the column that was chosen, and that it is again
    models::UidLayout headless = session.layout();
    headless.hasHeader = false;
    session.chooseLayout(headless);
    session.chooseLayout(other); // while it still reads: the last choice counts
    QTRY_COMPARE(joined(session), u"b0 b1 b2"_s);
    QCOMPARE(session.sourceCount(), qsizetype(1));
}

void TestImportSession::offersAnotherColumn()
{
    ImportSession session;
    QSignalSpy failed(&session, &ImportSession::failed);
    session.addFiles({write(u"odd.csv"_s, "uid,other\n" + QByteArray(2000, 'x') + ",b1\n")}, false);
    QTRY_COMPARE(failed.size(), qsizetype(1));
    QVERIFY(session.chosen()->isEmpty());
    models::UidLayout other = session.layout();
    other.column = 1;
    session.chooseLayout(other);
    QTRY_COMPARE(joined(session), u"b1"_s);
}

void TestImportSession::keepsThePlatformsLayoutWhenCancelled()
{
    PlatformSession session;
    session.open(write(u"platform.csv"_s, "rid,status\na1,complete\n"));
    QTRY_VERIFY(session.exported());
    const auto before = session.exported();
    const models::PlatformLayout layout = session.layout();
    models::PlatformLayout other = layout;
    other.status = 0;
    const auto stop =
        connect(&session, &PlatformSession::started, &session, &PlatformSession::cancel);
    session.chooseLayout(other);
    QTRY_VERIFY(!session.isBusy());
    disconnect(stop);
    QCOMPARE(session.layout(), layout);
    QCOMPARE(session.exported(), before);
}

void TestImportSession::endsThePlatformsReading()
{
    auto session = std::make_unique<PlatformSession>();
    QSignalSpy changed(session.get(), &PlatformSession::changed);
    session->open(write(u"short.csv"_s, "rid,status\na1,complete\n"));
    session.reset();
    settle();
    QCOMPARE(changed.size(), qsizetype(0));
}

QTEST_GUILESS_MAIN(TestImportSession)

#include "tst_importsession.moc"
