// Everything that takes long: the window goes on, Cancel and closing end it, and what is shown then
// is true. Each is let run to its end, cancelled in the middle, and closed in the middle.
#include "models/drafts/draftstore.h"
#include "models/feasibility/feasibilitystore.h"
#include "models/surveys/surveystore.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/ui/longworkdesk.h"
#include "ui/drafts/draftspage.h"
#include "ui/feasibility/feasibilityplace.h"
#include "ui/surveys/surveyspage.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTabWidget>

using namespace support::longwork;
using support::named;
using support::says;

namespace {

constexpr int draftCount = 20;

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
    void cleanup() { watch().verify(); }

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
    void creationOfMany_data() { endings(); }
    void creationOfMany();
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

void TestLongWork::creationOfMany()
{
    QFETCH(int, ending);
    Desk desk;
    desk.pages.clear();
    desk.masterData.load(*desk.session);
    models::SurveyDraft draft = support::goodDraft();
    draft.start = QDate::currentDate();
    draft.end = draft.start.addDays(7);
    for (int i = 0; i < draftCount; ++i) {
        draft.name = u"Wave %1"_s.arg(i);
        desk.session->drafts().save(models::DraftStore::newId(), draft, false, false);
    }
    auto page = std::make_unique<ui::DraftsPage>(*desk.session, desk.prompt);
    page->show();
    named<QTableView>(*page, u"Drafts and templates"_s)->selectAll();
    for (QAction *const action : page->surveyActions())
        if (action->text().remove(u'&') == u"Create surveys…")
            action->trigger();
    QVERIFY(waitFor([&] { return desk.created >= 3; }));
    if (ending == Cancel)
        named<QPushButton>(*page, u"Cancel"_s)->click();
    if (ending == Close) {
        page.reset();
        QVERIFY(waitFor([&] { return desk.session->client().running() == 0; }));
    } else {
        QVERIFY(waitFor([&] { return says(*page, u"of %1 survey(s) created"_s.arg(draftCount)); }));
    }
    QCOMPARE(desk.created == draftCount, ending == End);
    QSet<QByteArray> bodies; // none was bought twice
    for (const support::Seen &seen : std::as_const(desk.server.seen))
        if (seen.path().endsWith("/create_survey"))
            bodies.insert(seen.body);
    QCOMPARE(bodies.size(), qsizetype(desk.created));
    // What wasn't created is still a draft; what was under way is shown as unfinished.
    QVERIFY(desk.session->drafts().records().size() >= draftCount - desk.created);
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
    named<QLineEdit>(*place, u"LOIs, minutes"_s)->setText(u"5 10 15 20"_s);
    const auto asked = [&] {
        return std::ranges::count_if(desk.server.seen, [](const support::Seen &seen) {
            return seen.path().endsWith("/getFeasibility");
        });
    };
    named<QPushButton>(*place, u"Calculate"_s)->click();
    QVERIFY(waitFor([&] { return asked() >= 3; }));
    if (ending == Cancel)
        named<QPushButton>(*place, u"Stop"_s)->click();
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
    return support::runWindowTest<TestLongWork, support::StallWatch>(argc, argv);
}

#include "tst_longwork.moc"
