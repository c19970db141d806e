#include "models/support/callturn.h"

#include <QTest>

using models::CallTurn;

class TestCallTurn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRunsAtATime()
    {
        QList<bool> told;
        CallTurn turn([&told](bool isBusy) { told.append(isBusy); });
        QVERIFY(turn.begin());
        QVERIFY(!turn.begin());
        QVERIFY(turn.isBusy() && !turn.isWriting());
        turn.end();
        QVERIFY(!turn.isBusy());
        QCOMPARE(told, (QList<bool> {true, false}));
    }

    void aReadingGivesWayToAWrite()
    {
        CallTurn turn([](bool) {});
        QStringList ran;
        QVERIFY(turn.begin());
        const api::Cancellation reading = turn.cancellation();
        QVERIFY(!turn.beginWriting([&] {
            QVERIFY(turn.beginWriting({}));
            ran.append(QStringLiteral("write"));
        }));
        QVERIFY(reading.isCancelled() && turn.isCutOff());
        turn.end();
        turn.runWaiting();
        QCOMPARE(ran, QStringList {QStringLiteral("write")});
        QVERIFY(turn.isWriting() && !turn.isCutOff());
        QVERIFY(!turn.cancellation().isCancelled());
    }

    void nothingGivesWayToAnotherWrite()
    {
        CallTurn turn([](bool) {});
        QVERIFY(turn.beginWriting({}));
        bool hasRun = false;
        QVERIFY(!turn.beginWriting([&hasRun] { hasRun = true; }));
        QVERIFY(!turn.cancellation().isCancelled());
        turn.end();
        turn.runWaiting();
        QVERIFY(!hasRun);
    }
};

QTEST_GUILESS_MAIN(TestCallTurn)

#include "tst_callturn.moc"
