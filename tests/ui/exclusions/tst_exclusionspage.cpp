#include "models/activity/changelog.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/targetingservice.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/exclusions/addexclusions.h"
#include "ui/exclusions/exclusionspage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using support::Fate;
using support::named;
using support::says;

namespace {

constexpr Fate refuses {.acts = false, .status = 422};

api::Survey finished(const QString &id, const QString &name,
                     api::SurveyStatus status = api::SurveyStatus::Completed)
{
    api::Survey survey = fixture::survey(id, name, 400);
    survey.status = status;
    return survey;
}

/// The page of a survey that excludes P1 and P2, which are known, and P3, which isn't.
struct Desk
{
    Desk()
    {
        for (const api::Survey &survey :
             {finished(u"P4"_s, u"Pets"_s), finished(u"P2"_s, u"Snack tracker W2"_s),
              finished(u"P1"_s, u"Snack tracker W1"_s),
              fixture::survey(u"S1"_s, u"Snack tracker W3"_s)})
            session.surveys().adopt(survey);
    }
    ~Desk() { page.reset(); }
    void open()
    {
        page.reset(new ui::ExclusionsPage(session, {u"S1"_s}, prompt));
        if (!QTest::qWaitFor([this] { return rows() == service.exclusions.size(); }, 10'000))
            qFatal("the page stays empty");
    }
    QTableView *table() { return named<QTableView>(*page, u"Excluded surveys"_s); }
    int rows() { return table()->model()->rowCount(); }
    QString name(int row) { return table()->model()->index(row, 0).data().toString(); }
    QPushButton *button(const QString &name) { return named<QPushButton>(*page, name); }
    void remove(int row)
    {
        table()->selectRow(row);
        button(u"Remove…"_s)->click();
    }
    QStringList changes()
    {
        QStringList lines;
        for (const models::Change &one : support::wait(session.changes().newest(10)))
            lines.append(one.what + u": "_s + one.before + u" -> "_s + one.after);
        return lines;
    }

    support::TargetingService service;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return service.reply(seen); }};
    QObject nursery; ///< of the client, as the program's is
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             support::quickPolicy(),
                             &nursery};
    support::CallsEnd ending {session.client()};
    std::unique_ptr<ui::ExclusionsPage> page;
};

} // namespace

class TestExclusionsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNamesBesideIds()
    {
        Desk desk;
        desk.open();
        QCOMPARE(desk.name(0), u"Snack tracker W1"_s);
        QCOMPARE(desk.name(2), u"Not in the list of surveys"_s);
        QVERIFY(says(*desk.page, u"3 survey(s) excluded · as of "_s));
        desk.session.surveys().adopt(finished(u"P3"_s, u"Found later"_s));
        QCOMPARE(desk.name(2), u"Found later"_s);
    }

    void addsBySearch()
    {
        Desk desk;
        desk.open();
        desk.button(u"Add…"_s)->click();
        auto *const dialog = desk.page->findChild<ui::AddExclusions *>();
        auto *const offered = named<QTableView>(*dialog, u"Surveys to exclude"_s);
        QCOMPARE(offered->model()->rowCount(), 1); // neither itself nor those excluded already
        auto *const search = named<QLineEdit>(*dialog, u"Search surveys to exclude"_s);
        search->setText(u"snack"_s);
        QVERIFY(says(*dialog, u"No survey matches the search"_s));
        search->setText(u"pet"_s);
        auto *const add = named<QPushButton>(*dialog, u"Add exclusions"_s);
        QVERIFY(!add->isEnabled());
        offered->model()->setData(offered->model()->index(0, 0), Qt::Checked, Qt::CheckStateRole);
        desk.service.fates = {refuses};
        add->click();
        QTRY_VERIFY(says(*dialog, u"The survey has been closed!"_s));
        QVERIFY(says(*dialog, u"1 survey(s) chosen"_s));
        add->click();
        QTRY_COMPARE(desk.rows(), 4);
        QVERIFY(says(*desk.page, u"1 exclusion(s) added."_s));
        QCOMPARE(desk.changes().first(),
                 u"Exclusions: Snack tracker W1, Snack tracker W2, P3 -> Snack tracker W1, "
                 "Snack tracker W2, P3, Pets"_s);
    }

    void removesOneAndAll()
    {
        Desk desk;
        desk.open();
        desk.prompt.isSure = false;
        desk.remove(1);
        QVERIFY(
            desk.prompt.asked.first().startsWith(u"Remove the exclusion of Snack tracker W2?"_s));
        QVERIFY(desk.service.writes.isEmpty());
        desk.prompt.isSure = true;
        desk.remove(1);
        QTRY_COMPARE(desk.rows(), 2);
        QCOMPARE(desk.service.exclusions, (QStringList {u"P1"_s, u"P3"_s}));
        desk.button(u"Remove all…"_s)->click();
        QVERIFY(desk.prompt.asked.last().contains(u"Snack tracker W1, P3: "_s));
        QTRY_VERIFY(says(*desk.page, u"No survey is excluded"_s));
        QVERIFY(says(*desk.page, u"All exclusions are removed."_s));
    }

    void saysWhenTheRestWouldBeRefused()
    {
        Desk desk;
        desk.session.surveys().adopt(
            finished(u"P2"_s, u"Snack tracker W2"_s, api::SurveyStatus::Active));
        desk.open();
        desk.remove(0);
        QVERIFY(says(*desk.page, u"“Snack tracker W2” is Active now"_s));
        QVERIFY(desk.service.writes.isEmpty());
        QVERIFY(desk.prompt.asked.isEmpty());
    }

    void restoresAndTells()
    {
        Desk desk;
        desk.open();
        desk.service.fates = {Fate {}, refuses};
        desk.remove(1);
        QTRY_VERIFY(says(*desk.page, u"Nothing was removed: the exclusions are as before."_s));
        QVERIFY(says(*desk.page, u"The survey has been closed!"_s));
        QCOMPARE(desk.rows(), 3);
        QVERIFY(desk.page->unsaved().isEmpty());
    }

    void keepsTheListWhenRestoringFailsToo()
    {
        Desk desk;
        desk.open();
        desk.service.fates = {Fate {}, refuses, refuses};
        desk.remove(1);
        QTRY_VERIFY(says(*desk.page, u"3 exclusion(s) are not saved at the service."_s));
        QCOMPARE(desk.rows(), 3);
        QCOMPARE(desk.table()->model()->index(0, 6).data().toString(), u"Not saved"_s);
        QCOMPARE(desk.page->unsaved(), u"3 exclusion(s) are not saved."_s);
        QVERIFY(!desk.button(u"Add…"_s)->isEnabled());
        desk.button(u"Save again"_s)->click();
        QTRY_VERIFY(says(*desk.page, u"The exclusions are saved again."_s));
        QCOMPARE(desk.service.exclusions.size(), 3);
        QTRY_VERIFY(desk.page->unsaved().isEmpty());
        QVERIFY(!says(*desk.page, u"are not saved at the service"_s));
        QCOMPARE(desk.rows(), 3);
    }

    void aRefreshKeepsTheSelection()
    {
        Desk desk;
        desk.open();
        desk.table()->selectRow(1);
        desk.service.exclusions.removeFirst();
        desk.page->refresh();
        QTRY_COMPARE(desk.rows(), 2);
        QCOMPARE(desk.table()->selectionModel()->selectedRows().value(0).data().toString(),
                 u"Snack tracker W2"_s);
    }

    void aClosedSurveyOffersNoEdit()
    {
        Desk desk;
        desk.session.surveys().adopt(
            finished(u"S1"_s, u"Snack tracker W3"_s, api::SurveyStatus::Closed));
        desk.open();
        desk.table()->selectRow(0);
        for (const QString &name : {u"Add…"_s, u"Remove…"_s, u"Remove all…"_s}) {
            QVERIFY2(!desk.button(name)->isEnabled(), qPrintable(name));
            QVERIFY(desk.button(name)->toolTip().startsWith(u"The survey is closed"_s));
        }
    }

    void showsTheLastKnownWithoutANetwork()
    {
        Desk desk;
        desk.open();
        desk.service.isDown = true;
        desk.page.reset(new ui::ExclusionsPage(desk.session, {u"S1"_s}, desk.prompt));
        QTRY_COMPARE(desk.rows(), 3);
        QTRY_VERIFY(!desk.button(u"Add…"_s)->isEnabled());
        QVERIFY(says(*desk.page, u"The service can’t be reached"_s));
    }
};

int main(int argc, char **argv)
{
    return support::runWindowTest<TestExclusionsPage>(argc, argv);
}

#include "tst_exclusionspage.moc"
