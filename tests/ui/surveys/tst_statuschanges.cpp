// Changes of status for one and for many: what is asked before, what became of each, and the way
// back.
#include "models/activity/pendingedits.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/survey/surveypage.h"
#include "ui/surveys/statusquestion.h"
#include "ui/surveys/surveyspage.h"

#include <QAction>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using api::SurveyStatus;
using support::json;
using support::named;
using support::says;

namespace {

QString wordOf(SurveyStatus status)
{
    switch (status) {
    case SurveyStatus::Active:
        return u"Active"_s;
    case SurveyStatus::Inactive:
        return u"Inactive"_s;
    case SurveyStatus::Completed:
        return u"Completed"_s;
    default:
        return u"Closed"_s;
    }
}

api::Survey survey(const QString &id, const QString &name, int complete,
                   SurveyStatus status = SurveyStatus::Active)
{
    api::Survey one = fixture::survey(id, name, complete);
    one.status = status;
    one.statusText = wordOf(status);
    return one;
}

/// A service that keeps what it is sent, and can be changed by somebody else.
struct Desk
{
    support::Reply reply(const support::Seen &seen)
    {
        if (seen.path().endsWith("/survey_status")) {
            const QJsonObject body = QJsonDocument::fromJson(seen.body).object();
            const QString id = body[u"project_id"_s].toString();
            const auto status = SurveyStatus(body[u"status"_s].toString().toInt());
            sent.append(id + u'=' + wordOf(status));
            set(id, status);
            if (onSent)
                onSent();
            return json(200, R"({"status":200})");
        }
        if (seen.target.contains("project_id=")) {
            for (const api::Survey &one : std::as_const(surveys)) {
                if (seen.target.contains("project_id=" + one.id.value.toUtf8()))
                    return json(200, fixture::page({one}));
            }
        }
        return seen.target.contains("page=1")
            ? json(200, fixture::page(surveys))
            : json(422, R"({"status":422,"error":"Survey data not found!"})");
    }
    void set(const QString &id, SurveyStatus status)
    {
        for (api::Survey &one : surveys) {
            if (one.id.value == id) {
                one.status = status;
                one.statusText = wordOf(status);
            }
        }
    }
    void load()
    {
        QSignalSpy busy(&session.surveys(), &models::SurveyStore::busyChanged);
        session.surveys().refresh();
        QTRY_VERIFY(busy.size() >= 2 && !session.surveys().isBusy());
    }
    QAction *action(const QString &text)
    {
        for (QAction *const one : page.surveyActions()) {
            if (one->text().remove(u'&') == text)
                return one;
        }
        qFatal("no action is called %s", qPrintable(text));
    }
    void chooseAndTrigger(const QString &text)
    {
        named<QTableView>(page, u"Surveys"_s)->selectAll();
        action(text)->trigger();
    }
    QPushButton *button(const QString &text) { return named<QPushButton>(page, text); }
    bool hasButton(const QString &text)
    {
        for (const QPushButton *one : page.findChildren<QPushButton *>()) {
            if (one->isVisibleTo(&page) && support::nameOf(*one) == text)
                return true;
        }
        return false;
    }
    QString statuses() const
    {
        QStringList all;
        for (const api::Survey &one : surveys)
            all.append(one.statusText);
        return all.join(u' ');
    }

    QList<api::Survey> surveys {survey(u"1"_s, u"Snack tracker"_s, 375),
                                survey(u"2"_s, u"Bank switchers"_s, 20, SurveyStatus::Inactive),
                                survey(u"3"_s, u"Pet owners"_s, 400)};
    QStringList sent;
    std::function<void()> onSent;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             support::quickPolicy()};
    support::CallsEnd ending {session.client()};
    ui::SurveysPage page {session, prompt};
};

} // namespace

class TestStatusChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void completingAsksWhileCompletesAreMissing()
    {
        Desk desk;
        desk.load();
        desk.prompt.isSure = false;
        auto *const table = named<QTableView>(desk.page, u"Surveys"_s);
        table->selectRow(0);
        desk.action(u"Complete"_s)->trigger();
        QCOMPARE(desk.prompt.asked.size(), qsizetype(1));
        QVERIFY(desk.prompt.asked[0].startsWith(u"Complete “Snack tracker”?\n"_s));
        QVERIFY(desk.prompt.asked[0].contains(u"375 of 400 completes, 25 missing."_s));
        QVERIFY(desk.sent.isEmpty());
        table->selectRow(2); // has all of its completes
        desk.action(u"Complete"_s)->trigger();
        QTRY_COMPARE(desk.sent, QStringList {u"3=Completed"_s});
        QCOMPARE(desk.prompt.asked.size(), qsizetype(1));
        QTRY_VERIFY(says(desk.page, u"“Pet owners” set to Completed"_s));
    }

    void completingAsksWhereTheCompletesCannotBeRead()
    {
        api::Survey unread = survey(u"1"_s, u"Snack tracker"_s, 0);
        unread.completeNeeded = 0;
        unread.unknown |= api::SurveyFigure::Complete | api::SurveyFigure::CompleteNeeded;
        const auto question = ui::questionBefore({unread}, SurveyStatus::Completed);
        QVERIFY(question);
        QVERIFY(question->text.startsWith(u"The completes can’t be read."_s));
    }

    void completingManyNamesEachThatIsShort()
    {
        Desk desk;
        desk.load();
        desk.prompt.isSure = false;
        desk.chooseAndTrigger(u"Complete"_s);
        const QString asked = desk.prompt.asked.value(0);
        QVERIFY2(asked.startsWith(u"Complete 3 survey"_s), qPrintable(asked));
        QVERIFY(asked.contains(u"Snack tracker: 375 of 400 completes, 25 missing"_s));
        QVERIFY(asked.contains(u"Bank switchers: 20 of 400 completes, 380 missing"_s));
        QVERIFY(!asked.contains(u"Pet owners:"_s));
        QVERIFY(asked.contains(u"Missing in total: 405"_s));
        QVERIFY(desk.sent.isEmpty());
    }

    void undoGivesEachItsOwnStatusBack()
    {
        Desk desk;
        desk.load();
        desk.chooseAndTrigger(u"Complete"_s);
        QTRY_VERIFY(says(desk.page, u"3 survey(s) set to Completed"_s));
        QCOMPARE(desk.statuses(), u"Completed Completed Completed"_s);
        desk.button(u"Undo"_s)->click();
        QTRY_VERIFY(says(desk.page, u"3 survey(s) set back"_s));
        QCOMPARE(desk.statuses(), u"Active Inactive Active"_s);
        QCOMPARE(desk.sent.size(), qsizetype(6));
        QVERIFY(!desk.hasButton(u"Undo"_s));
        QCOMPARE(desk.prompt.asked.size(), qsizetype(1)); // only before the completing
    }

    void undoLeavesAloneWhatSomebodyElseChanged()
    {
        Desk desk;
        desk.load();
        desk.chooseAndTrigger(u"Complete"_s);
        QTRY_VERIFY(desk.hasButton(u"Undo"_s));
        desk.set(u"1"_s, SurveyStatus::Closed);
        desk.button(u"Undo"_s)->click();
        QTRY_VERIFY(says(desk.page, u"2 survey(s) set back"_s));
        QCOMPARE(desk.statuses(), u"Closed Inactive Active"_s);
        QVERIFY(says(desk.page, u"Snack tracker: It was set to Closed elsewhere"_s));
        QVERIFY(!desk.sent.mid(3).contains(u"1=Active"_s));
    }

    void oneIsUndoneToo_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("back");
        QTest::newRow("pause") << 0 << u"Pause"_s << u"“Snack tracker” set to Inactive"_s
                               << u"“Snack tracker” set back to Active"_s;
        QTest::newRow("activate") << 1 << u"Activate"_s << u"“Bank switchers” set to Active"_s
                                  << u"“Bank switchers” set back to Inactive"_s;
        QTest::newRow("complete") << 2 << u"Complete"_s << u"“Pet owners” set to Completed"_s
                                  << u"“Pet owners” set back to Active"_s;
    }

    void oneIsUndoneToo()
    {
        QFETCH(int, row);
        QFETCH(QString, action);
        QFETCH(QString, told);
        QFETCH(QString, back);
        Desk desk;
        desk.load();
        const QString before = desk.statuses();
        named<QTableView>(desk.page, u"Surveys"_s)->selectRow(row);
        desk.action(action)->trigger();
        QTRY_VERIFY(says(desk.page, told));
        QVERIFY(desk.statuses() != before);
        desk.button(u"Undo"_s)->click();
        QTRY_VERIFY(says(desk.page, back));
        QCOMPARE(desk.statuses(), before);
        desk.button(u"Dismiss"_s)->click();
        QVERIFY(!says(desk.page, back));
    }

    void closingIsFinal()
    {
        Desk desk;
        desk.load();
        named<QTableView>(desk.page, u"Surveys"_s)->selectRow(0);
        desk.action(u"Close…"_s)->trigger();
        QVERIFY(desk.prompt.asked.value(0).contains(u"This is final."_s));
        QVERIFY(desk.prompt.asked[0].contains(u"25 missing"_s));
        QTRY_VERIFY(says(desk.page, u"“Snack tracker” set to Closed"_s));
        QVERIFY(!desk.hasButton(u"Undo"_s));
    }

    void aStatusChangedElsewhereMeanwhileIsNotOverwritten()
    {
        Desk desk;
        desk.surveys[1] = survey(u"2"_s, u"Bank switchers"_s, 20);
        desk.load();
        desk.onSent = [&desk] {
            if (desk.sent.size() == 1) // while the first is sent, a colleague ends the second
                desk.set(u"2"_s, SurveyStatus::Completed);
        };
        desk.chooseAndTrigger(u"Pause"_s);
        QTRY_VERIFY(says(desk.page, u"2 survey(s) set to Inactive"_s));
        QCOMPARE(desk.sent, (QStringList {u"1=Inactive"_s, u"3=Inactive"_s}));
        QCOMPARE(desk.statuses(), u"Inactive Completed Inactive"_s);
        QVERIFY(says(desk.page, u"Bank switchers: It was set to Completed elsewhere"_s));
        // What is shown is what is true there.
        QCOMPARE(desk.session.surveys().find({u"2"_s})->status, SurveyStatus::Completed);
    }

    void whatIsThereAlreadyIsNotSentAgain()
    {
        Desk desk;
        desk.load();
        desk.set(u"3"_s, SurveyStatus::Inactive);
        named<QTableView>(desk.page, u"Surveys"_s)->selectRow(2);
        desk.action(u"Pause"_s)->trigger();
        QTRY_VERIFY(says(desk.page, u"“Pet owners” was not changed"_s));
        QVERIFY(says(desk.page, u"It has this status already."_s));
        QVERIFY(desk.sent.isEmpty());
    }

    void cancellingKeepsTheWayBackOfWhatWasChanged()
    {
        Desk desk;
        desk.load();
        desk.onSent = [&desk] {
            if (desk.sent.size() == 1)
                desk.button(u"Cancel"_s)->click();
        };
        desk.chooseAndTrigger(u"Complete"_s);
        QTRY_VERIFY(says(desk.page, u"Cancelled: "_s));
        QCOMPARE(desk.sent, QStringList {u"1=Completed"_s});
        desk.onSent = nullptr;
        desk.button(u"Undo"_s)->click();
        QTRY_COMPARE(desk.statuses(), u"Active Inactive Active"_s);
    }

    void nothingIsCancelledByACancelOfTheLastOne()
    {
        Desk desk;
        desk.load();
        desk.onSent = [&desk] {
            if (desk.sent.size() == 3)
                desk.button(u"Cancel"_s)->click();
        };
        desk.chooseAndTrigger(u"Complete"_s);
        QTRY_VERIFY(says(desk.page, u"3 survey(s) set to Completed"_s));
        QVERIFY(!says(desk.page, u"Cancelled"_s));
    }

    void leavingInTheMiddleIsAsked()
    {
        Desk desk;
        desk.load();
        QVERIFY(desk.page.unsaved().isEmpty());
        QString sentence;
        desk.onSent = [&] { sentence += desk.page.unsaved() + u'|'; };
        desk.chooseAndTrigger(u"Complete"_s);
        QTRY_COMPARE(desk.sent.size(), qsizetype(3));
        QTRY_VERIFY(desk.page.unsaved().isEmpty());
        QVERIFY2(sentence.startsWith(u"3 "_s) && sentence.contains(u"|1 "_s), qPrintable(sentence));
    }

    void aPageThatGoesSendsNothingMore()
    {
        Desk desk;
        desk.load();
        auto page = std::make_unique<ui::SurveysPage>(desk.session, desk.prompt);
        named<QTableView>(*page, u"Surveys"_s)->selectAll();
        desk.onSent = [&] { QMetaObject::invokeMethod(qApp, [&] { page.reset(); }); };
        for (QAction *const one : page->surveyActions()) {
            if (one->text().remove(u'&') == u"Complete"_s)
                one->trigger();
        }
        QTRY_VERIFY(!page);
        QTRY_COMPARE(desk.session.client().running(), 0);
        QVERIFY2(desk.sent.size() < 3, qPrintable(desk.sent.join(u' ')));
        // What was sent before is known in the list all the same.
        QTRY_COMPARE(desk.session.surveys().find({u"1"_s})->status, SurveyStatus::Completed);
    }

    void whatCannotBeSentWaits()
    {
        Desk desk;
        desk.load();
        desk.server.close();
        for (QTcpSocket *const kept : desk.server.findChildren<QTcpSocket *>())
            kept->abort(); // what is kept alive would still be answered
        named<QTableView>(desk.page, u"Surveys"_s)->selectRow(0);
        desk.action(u"Pause"_s)->trigger();
        QTRY_VERIFY(says(desk.page, u"Waits to be sent."_s));
        QCOMPARE(desk.session.pending().edits().size(), qsizetype(1));
        QCOMPARE(desk.session.pending().edits()[0].before, u"Active"_s);
    }

    void whatEndsASurveyIsApart()
    {
        Desk desk;
        const auto order = [](const QList<QAction *> &actions) {
            QStringList all;
            for (const QAction *one : actions)
                all.append(one->isSeparator() ? u"|"_s : one->text().remove(u'&'));
            return all.join(u' ');
        };
        QCOMPARE(order(desk.page.surveyActions()),
                 u"Open Clone… Copy project ID | Activate Pause | Complete Close… | Export…"_s);
        ui::SurveyPage page(desk.session, {u"1"_s}, desk.prompt);
        QCOMPARE(order(page.surveyActions()),
                 u"Activate Pause | Clone… Copy project ID | Complete Close…"_s);
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    return support::runWindowTest<TestStatusChanges>(argc, argv);
}

#include "tst_statuschanges.moc"
