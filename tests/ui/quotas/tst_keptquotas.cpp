#include "models/activity/changelog.h"
#include "models/activity/pendingedits.h"
#include "models/quotas/waitingquotas.h"
#include "tests/ui/quotas/quotasdesk.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using support::says;
using Desk = support::QuotasDesk;

/// What stays on this computer: edits that wait, completes that were entered, what was known.
class TestKeptQuotas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void whatCannotBeSentWaits()
    {
        Desk desk;
        desk.open();
        desk.type(0, u"150"_s);
        desk.disconnect();
        desk.run(u"Save"_s);
        models::PendingEdits &pending = desk.session.pending();
        QTRY_COMPARE(pending.edits().size(), 1);
        QCOMPARE(pending.edits()[0].what, u"Quota: GENDER, Male"_s);
        QCOMPARE(pending.edits()[0].before, u"100"_s);
        QCOMPARE(pending.edits()[0].after, u"150"_s);
        QVERIFY(says(*desk.section, u"Your edits wait"_s));
        desk.makeSection(); // as after a restart
        QCOMPARE(desk.cell(0), u"150"_s);
        QCOMPARE(desk.section->unsaved(), QString()); // they are kept: leaving loses nothing
        desk.connectAgain();
        QSignalSpy added(&desk.session.changes(), &models::ChangeLog::added);
        pending.send();
        QTRY_VERIFY(pending.edits().isEmpty());
        QCOMPARE(desk.quotas[u"1"_s], 150);
        QTRY_COMPARE(desk.section->unsaved(), QString());
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(added[0][0].value<models::Change>().what, u"Quota: GENDER, Male"_s);
    }

    void whatWaitsIsNotSentOverAnotherChange()
    {
        Desk desk;
        desk.open();
        desk.type(0, u"150"_s);
        desk.disconnect();
        desk.run(u"Save"_s);
        models::PendingEdits &pending = desk.session.pending();
        QTRY_COMPARE(pending.edits().size(), 1);
        desk.quotas[u"1"_s] = 111;
        desk.connectAgain();
        pending.send(pending.edits().first());
        QTRY_VERIFY(pending.problem(pending.edits().first()).contains(u"nothing was sent"_s));
        QVERIFY(desk.writes.isEmpty());
        pending.settle({u"S1"_s}, models::WaitingQuotas::kind);
        QVERIFY(pending.edits().isEmpty());
        QCOMPARE(desk.section->unsaved(), QString());
    }

    void keepsTheCompletesThatWereEntered()
    {
        Desk desk;
        desk.open();
        desk.run(u"Completes"_s);
        QAbstractItemModel *model = desk.table()->model();
        QCOMPARE(model->columnCount(), 6);
        desk.table()->setCurrentIndex(model->index(0, 4));
        desk.paste(u"Male\t40\nFemale\t30\n"_s);
        QCOMPARE(model->index(0, 4).data().toString(), u"40 · 40.0 %"_s);
        QCOMPARE(model->index(1, 5).data().toString(), u"170"_s);
        QVERIFY(says(*desk.section, u"Completes as entered here on"_s));
        QCOMPARE(desk.section->unsaved(), QString());
        desk.makeSection();
        model = desk.table()->model();
        QTRY_COMPARE(model->columnCount(), 6);
        QCOMPARE(model->index(0, 4).data().toString(), u"40 · 40.0 %"_s);
        desk.section->refresh();
        QTRY_VERIFY(!desk.button(u"Cancel"_s)->isVisibleTo(desk.section.get()));
        QCOMPARE(model->index(1, 4).data().toString(), u"30 · 15.0 %"_s);
    }

    void withoutTheServerShowsWhatIsKnown()
    {
        Desk desk(true);
        QCOMPARE(desk.cell(1), u"200"_s);
        QTRY_VERIFY(says(*desk.section, u"The quotas could not be read"_s));
        QCOMPARE(desk.cell(1), u"200"_s);
    }
};

int main(int argc, char **argv)
{
    return support::runWindowTest<TestKeptQuotas>(argc, argv);
}

#include "tst_keptquotas.moc"
