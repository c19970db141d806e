// Everything that takes long: the window goes on, Cancel and closing end it, and what is shown then
// is true. Each is let run to its end, cancelled in the middle, and closed in the middle.
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/feasibility/feasibilitystore.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/masterdata.h"
#include "tests/support/stallwatch.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/feasibility/feasibilityplace.h"
#include "ui/reconciliation/reconciliationpage.h"
#include "ui/surveys/surveyspage.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

constexpr int pageCount = 60;
constexpr int pageSize = 100;
constexpr int uidCount = 300'000;
constexpr auto longest = std::chrono::seconds(60);

enum Ending { End, Cancel, Close };

void endings()
{
    QTest::addColumn<int>("ending");
    QTest::newRow("let run") << int(End);
    QTest::newRow("cancelled") << int(Cancel);
    QTest::newRow("closed") << int(Close);
}

bool waitFor(const std::function<bool()> &isThere)
{
    return QTest::qWaitFor(isThere, int(std::chrono::milliseconds(longest).count()));
}

support::StallWatch &watch()
{
    return *static_cast<support::StallWatch *>(qApp);
}

/// One session, as the program has it: pages go first, then the calls end, then the session goes.
struct Desk
{
    Desk()
    {
        for (int page = 0; page < pageCount; ++page) {
            QList<api::Survey> surveys;
            for (int i = 0; i < pageSize; ++i) {
                const QString id = u"S%1"_s.arg(page * pageSize + i);
                surveys.append(fixture::survey(id, u"Snack tracker "_s + id, i * 3));
            }
            pages.append(fixture::page(surveys));
        }
    }
    ~Desk()
    {
        session->client().shutDown();
        if (!waitFor([this] { return session->client().running() == 0; }))
            qFatal("a call did not end");
    }
    support::Reply reply(const support::Seen &seen)
    {
        if (const auto data = masterData.reply(seen); data && seen.verb == "GET")
            return *data;
        if (seen.path().endsWith("/getFeasibility"))
            return json(200,
                        R"({"status":200,"feasibility_data":{"minimum_feasibility":10,)"
                        R"("maximum_feasibility":20,"recommended_price":"2.5"}})");
        if (seen.path().endsWith("/survey_status"))
            return json(200, R"({"status":200})");
        const qsizetype at = seen.target.indexOf("page=");
        const int page = at < 0 ? 0 : seen.target.mid(at + 5).split('&').first().toInt();
        if (page >= 1 && page <= pages.size())
            return json(200, pages[page - 1]);
        const qsizetype id = seen.target.indexOf("project_id=");
        if (id >= 0)
            return json(
                200,
                fixture::page({fixture::survey(
                    QString::fromUtf8(seen.target.mid(id + 11).split('&').first()), u"One"_s)}));
        return json(422, R"({"status":422,"error":"Survey data not found!"})");
    }
    QString write(const QString &name, const QByteArray &head, const char *tail) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no space");
        file.write(head);
        for (int i = 0; i < uidCount; ++i)
            file.write("j8G7Y17092487" + QByteArray::number(1'000'000 + i) + tail + '\n');
        return file.fileName();
    }

    QTemporaryDir folder;
    QList<QByteArray> pages;
    support::MasterData masterData;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    std::unique_ptr<models::Session> session = std::make_unique<models::Session>(
        models::Connection {u"Test"_s, server.baseUrl(), {}, false},
        models::Credentials {u"client"_s, u"key"_s}, database);
};

struct ListDesk : Desk
{
    std::unique_ptr<ui::SurveysPage> page = std::make_unique<ui::SurveysPage>(*session, prompt);

    ListDesk()
    {
        page->resize(1200, 800);
        page->show();
    }
    int rows() const { return named<QTableView>(*page, u"Surveys"_s)->model()->rowCount(); }
    QAction *action(const QString &text) const
    {
        for (QAction *const one : page->surveyActions()) {
            if (one->text().remove(u'&') == text)
                return one;
        }
        qFatal("no action is called %s", qPrintable(text));
    }
};

struct UidDesk : Desk
{
    std::unique_ptr<ui::ReconciliationPage> page;

    UidDesk()
    {
        api::Survey survey = fixture::survey(u"S1"_s, u"Snack tracker"_s, 400);
        survey.status = api::SurveyStatus::Completed;
        session->surveys().adopt(survey);
        page = std::make_unique<ui::ReconciliationPage>(*session, prompt);
        page->resize(1200, 800);
        page->show();
        page->choose({u"S1"_s});
    }
    QPushButton *button(const QString &name) const { return named<QPushButton>(*page, name); }
    int rows(const QString &table) const
    {
        return named<QTableView>(*page, table)->model()->rowCount();
    }
};

} // namespace

class TestLongWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        watch().begin();
    }
    /// What held the window up, for each.
    void cleanup()
    {
        const support::StallWatch::Stall worst = watch().worst();
        qInfo("longest event: %.0f ms of CPU time (%s), %.0f ms on the wall", worst.cpu,
              worst.what.constData(), worst.wall);
        QVERIFY2(worst.cpu < support::StallWatch::limit(), "the window was held up");
    }

    void theWatchNoticesAStall()
    {
        QMetaObject::invokeMethod(
            this,
            [] {
                const double start = support::StallWatch::now(CLOCK_THREAD_CPUTIME_ID);
                while (support::StallWatch::now(CLOCK_THREAD_CPUTIME_ID) - start
                       < support::StallWatch::limit()) { }
            },
            Qt::QueuedConnection);
        QTRY_VERIFY(watch().worst().cpu >= support::StallWatch::limit());
        watch().begin();
    }
    void refreshOfManyPages_data() { endings(); }
    void refreshOfManyPages();
    void exportOfManyRows_data() { endings(); }
    void exportOfManyRows();
    void statusOfMany_data() { endings(); }
    void statusOfMany();
    void importOfManyUids_data() { endings(); }
    void importOfManyUids();
    void sweep_data() { endings(); }
    void sweep();
};

void TestLongWork::refreshOfManyPages()
{
    QFETCH(int, ending);
    ListDesk desk;
    desk.session->surveys().refresh();
    if (ending == End) {
        QVERIFY(waitFor([&] { return desk.rows() == pageCount * pageSize; }));
        QVERIFY(waitFor([&] { return !desk.session->surveys().isBusy(); }));
        QVERIFY(!desk.session->surveys().isIncomplete());
        return;
    }
    QVERIFY(waitFor([&] { return desk.rows() >= 3 * pageSize; }));
    if (ending == Cancel)
        named<QPushButton>(*desk.page, u"Cancel"_s)->click();
    else
        desk.page.reset();
    if (ending == Close)
        desk.session->client().shutDown();
    QVERIFY(waitFor([&] { return desk.session->client().running() == 0; }));
    const qsizetype asked = desk.server.seen.size();
    QVERIFY2(asked < pageCount, "it went on");
    QVERIFY(desk.session->surveys().isIncomplete() || ending == Close);
    if (ending == Cancel)
        QVERIFY(says(*desk.page, u"may be incomplete"_s));
}

void TestLongWork::exportOfManyRows()
{
    QFETCH(int, ending);
    ListDesk desk;
    desk.session->surveys().refresh();
    QVERIFY(waitFor([&] { return !desk.session->surveys().isBusy(); }));
    watch().begin();
    desk.prompt.path = desk.folder.filePath(u"out.xlsx"_s);
    desk.action(u"Export…"_s)->trigger();
    if (ending == Cancel)
        named<QPushButton>(*desk.page, u"Cancel"_s)->click();
    if (ending == Close) {
        desk.page.reset();
        return;
    }
    // A cancel may come when the last row is written; what is said is true in any case.
    const auto isWritten = [&] { return says(*desk.page, u"row(s) exported"_s); };
    const auto isCancelled = [&] {
        return says(*desk.page, u"Cancelled: the file was not written."_s);
    };
    QVERIFY(waitFor([&] { return isWritten() || isCancelled(); }));
    QCOMPARE(QFile::exists(desk.prompt.path), isWritten());
    QVERIFY(isWritten() || ending == Cancel);
}

void TestLongWork::statusOfMany()
{
    QFETCH(int, ending);
    ListDesk desk;
    desk.pages = desk.pages.first(1);
    desk.session->surveys().refresh();
    QVERIFY(waitFor([&] { return desk.rows() == pageSize; }));
    QVERIFY(waitFor([&] { return !desk.session->surveys().isBusy(); }));
    const auto sent = [&] {
        return std::ranges::count(desk.server.seen, QByteArray("PUT"), &support::Seen::verb);
    };
    named<QTableView>(*desk.page, u"Surveys"_s)->selectAll();
    desk.action(u"Pause"_s)->trigger();
    QVERIFY(waitFor([&] { return sent() >= 3; }));
    if (ending == Cancel)
        named<QPushButton>(*desk.page, u"Cancel"_s)->click();
    if (ending == Close) {
        desk.page.reset();
        QVERIFY(waitFor([&] { return desk.session->client().running() == 0; }));
        QVERIFY(sent() < pageSize);
        return;
    }
    const QString told = ending == End ? u"100 survey(s) set to Inactive"_s : u"Cancelled: "_s;
    QVERIFY(waitFor([&] { return says(*desk.page, told); }));
    QCOMPARE(sent() == pageSize, ending == End);
    // None was sent twice.
    QSet<QByteArray> bodies;
    for (const support::Seen &seen : std::as_const(desk.server.seen)) {
        if (seen.verb == "PUT")
            bodies.insert(seen.body);
    }
    QCOMPARE(bodies.size(), qsizetype(sent()));
}

void TestLongWork::importOfManyUids()
{
    QFETCH(int, ending);
    UidDesk desk;
    desk.prompt.path = desk.write(u"uids.txt"_s, {}, "");
    watch().begin();
    desk.button(u"Import UIDs…"_s)->click();
    if (ending == Cancel) {
        desk.button(u"Cancel import"_s)->click();
        QVERIFY(
            waitFor([&] { return !desk.button(u"Cancel import"_s)->isVisibleTo(&*desk.page); }));
        QCOMPARE(desk.rows(u"Findings by line"_s), 0);
        QVERIFY(!desk.button(u"Submit…"_s)->isEnabled());
    } else if (ending == Close) {
        desk.page.reset();
    } else {
        QVERIFY(waitFor([&] { return desk.rows(u"Findings by line"_s) == uidCount; }));
    }
}

void TestLongWork::sweep()
{
    QFETCH(int, ending);
    Desk desk;
    desk.masterData.load(*desk.session);
    auto place = std::make_unique<ui::FeasibilityPlace>(*desk.session, desk.prompt);
    place->show();
    auto *const box = named<QComboBox>(*place, u"Country"_s);
    box->setCurrentIndex(box->findText(u"United States"_s));
    named<QSpinBox>(*place, u"Incidence rate, %"_s)->setValue(20);
    named<QSpinBox>(*place, u"LOI, minutes"_s)->setValue(15);
    named<QSpinBox>(*place, u"Completes needed"_s)->setValue(100);
    named<QTabWidget>(*place, u"Feasibility"_s)->setCurrentIndex(1);
    named<QLineEdit>(*place, u"Incidence rates, %"_s)->setText(u"10 20 30 40 50 60 70 80"_s);
    named<QLineEdit>(*place, u"Lengths, minutes"_s)->setText(u"5 10 15 20"_s);
    const auto asked = [&] {
        return std::ranges::count_if(desk.server.seen, [](const support::Seen &seen) {
            return seen.path().endsWith("/getFeasibility");
        });
    };
    named<QPushButton>(*place, u"Start sweep"_s)->click();
    QVERIFY(waitFor([&] { return asked() >= 3; }));
    if (ending == Cancel)
        named<QPushButton>(*place, u"Cancel sweep"_s)->click();
    if (ending == Close) {
        place.reset();
        desk.session->client().shutDown();
    }
    QVERIFY(waitFor([&] { return desk.session->feasibility().running().isEmpty(); }));
    QVERIFY(waitFor([&] { return desk.session->client().running() == 0; }));
    QCOMPARE(asked() == 32, ending == End);
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    support::StallWatch application(argc, argv);
    QCoreApplication::setOrganizationName(u"AlignDesk-tests"_s);
    const ui::Theme theme(application);
    TestLongWork test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_longwork.moc"
