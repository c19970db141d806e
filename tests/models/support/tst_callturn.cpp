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
        const auto turnOf = turn.beginWriting([&] {
            QCOMPARE(turn.beginWriting({}), CallTurn::Turn::Begun);
            ran.append(QStringLiteral("write"));
        });
        QCOMPARE(turnOf, CallTurn::Turn::Waits);
        QVERIFY(reading.isCancelled() && turn.isCutOff() && turn.isWriting());
        turn.end();
        turn.runWaiting();
        QCOMPARE(ran, QStringList {QStringLiteral("write")});
        QVERIFY(turn.isWriting() && !turn.isCutOff());
        QVERIFY(!turn.cancellation().isCancelled());
    }

    void nothingGivesWayToAnotherWrite()
    {
        CallTurn turn([](bool) {});
        QCOMPARE(turn.beginWriting({}), CallTurn::Turn::Begun);
        bool hasRun = false;
        QCOMPARE(turn.beginWriting([&hasRun] { hasRun = true; }), CallTurn::Turn::Refused);
        QVERIFY(!turn.cancellation().isCancelled());
        turn.end();
        turn.runWaiting();
        QVERIFY(!hasRun);
    }

    void aWriteThatWaitsIsNotReplaced()
    {
        CallTurn turn([](bool) {});
        QStringList ran;
        const auto write = [&ran](const QString &name) {
            return [&ran, name] { ran.append(name); };
        };
        QVERIFY(turn.begin());
        QCOMPARE(turn.beginWriting(write(QStringLiteral("first"))), CallTurn::Turn::Waits);
        QCOMPARE(turn.beginWriting(write(QStringLiteral("second"))), CallTurn::Turn::Refused);
        turn.end();
        turn.runWaiting();
        QCOMPARE(ran, QStringList {QStringLiteral("first")});
    }
};

QTEST_GUILESS_MAIN(TestCallTurn)

#include "tst_callturn.moc"
