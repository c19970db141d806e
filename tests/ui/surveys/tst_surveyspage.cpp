#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/surveys/surveyspage.h"
#include "ui/surveys/thresholdsdialog.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFile>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

const QByteArray noMore = R"({"status":422,"error":"Survey data not found!"})";
const QByteArray refusal = R"({"status":422,"error":"Not <b>this</b> one."})";

/// A page over a server with three surveys, of which one can't be paused.
struct Desk
{
    support::Reply reply(const support::Seen &seen)
    {
        if (isDown)
            return json(503, R"({"status":503,"error":"Closed for today."})");
        if (seen.path().endsWith("/survey_status")) {
            const QString project = QJsonDocument::fromJson(seen.body)[u"project_id"_s].toString();
            changed.append(project);
            onChange();
            if (project != u"2"_s)
                surveys[project.toInt() - 1].statusText = fixture::statusOf(seen.body);
            return project == u"2"_s ? json(422, refusal) : json(200, R"({"status":200})");
        }
        if (seen.target.contains("project_id="))
            return json(200, fixture::page({asked(seen)}));
        const bool isFirst = seen.target.contains("page=1");
        return isFirst && !surveys.isEmpty() ? json(200, fixture::page(surveys))
                                             : json(422, noMore);
    }
    api::Survey asked(const support::Seen &seen) const
    {
        const auto found = std::ranges::find_if(surveys, [&](const api::Survey &survey) {
            return seen.target.contains("project_id=" + survey.id.value.toUtf8());
        });
        return found == surveys.end() ? surveys.first() : *found;
    }
    void load()
    {
        QSignalSpy busy(&session.surveys(), &models::SurveyStore::busyChanged);
        session.surveys().refresh();
        QTRY_VERIFY(busy.size() >= 2 && !session.surveys().isBusy());
    }
    QAction *action(const QString &text)
    {
        for (QAction *const one : page.surveyActions() + page.editActions()) {
            if (one->text().remove(u'&') == text)
                return one;
        }
        qFatal("no action is called %s", qPrintable(text));
    }
    QTableView *table() { return named<QTableView>(page, u"Surveys"_s); }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all.append(table()->model()->index(row, 1).data().toString());
        return all;
    }

    QList<api::Survey> surveys {fixture::survey(u"1"_s, u"Snack tracker"_s, 10),
                                fixture::survey(u"2"_s, u"Bänk switchers"_s, 20),
                                fixture::survey(u"3"_s, u"Pet owners"_s, 30)};
    bool isDown = false;
    QStringList changed;
    std::function<void()> onChange = [] {};
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Session session {
        {u"Test"_s, server.baseUrl(), {}, false}, {u"client"_s, u"key"_s}, database};
    support::CallsEnd ending {session.client()};
    ui::SurveysPage page {session, prompt};
};

} // namespace

class TestSurveysPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSearchesAndFilters();
    void saysWhyNothingIsThere();
    void keepsWhatIsKnownWhenTheServerIsGone();
    void changesSeveralOneAfterTheOther();
    void asksBeforeItCloses();
    void keepsTheSelectionOverARefresh();
    void copiesAsASpreadsheetWants();
    void filtersWhatNeedsAttention();
    void tellsAResultForEach();
    void cancelSaysWhatWasNotSent();
    void showsWhatIsTrueAfterARefusal();
    void comesBackAsItWasLeft();
    void leavesUnknownStateAside();
    void choosesColumns();
    void exportsWhatIsShownOrChosen();
    void movesTheLines();
    void init() { QSettings().clear(); }
};

void TestSurveysPage::showsSearchesAndFilters()
{
    Desk desk;
    desk.surveys[1].status = api::SurveyStatus::Closed;
    desk.surveys[1].statusText = u"Closed"_s;
    desk.load();
    QCOMPARE(desk.names(),
             (QStringList {u"Snack tracker"_s, u"Bänk switchers"_s, u"Pet owners"_s}));
    QVERIFY(says(desk.page, u"60 completes"_s));
    desk.page.search(u"bank"_s);
    QCOMPARE(desk.names(), QStringList {u"Bänk switchers"_s});
    desk.page.search({});
    auto *const closed = named<QPushButton>(desk.page, u"Show Closed surveys"_s);
    QCOMPARE(closed->text(), u"Closed 1"_s);
    closed->click();
    QCOMPARE(desk.names(), QStringList {u"Bänk switchers"_s});
    desk.page.search(u"pet"_s);
    QVERIFY(says(desk.page, u"No survey fits"_s));
    QSignalSpy cleared(&desk.page, &ui::SurveysPage::searchCleared);
    named<QPushButton>(desk.page, u"Show all surveys"_s)->click();
    QCOMPARE(desk.names().size(), qsizetype(3));
    QCOMPARE(cleared.size(), 1);
}

void TestSurveysPage::saysWhyNothingIsThere()
{
    Desk desk;
    QVERIFY(says(desk.page, u"Loading surveys…"_s));
    desk.surveys.clear();
    desk.load();
    QVERIFY(says(desk.page, u"No surveys yet"_s));
    QSignalSpy wanted(&desk.page, &ui::SurveysPage::newSurveyWanted);
    named<QPushButton>(desk.page, u"New survey"_s)->click();
    QCOMPARE(wanted.size(), 1);
    Desk down;
    down.isDown = true;
    down.load();
    QVERIFY(says(down.page, u"No surveys to show"_s));
    QVERIFY(says(down.page, u"Closed for today."_s));
}

void TestSurveysPage::keepsWhatIsKnownWhenTheServerIsGone()
{
    Desk desk;
    desk.load();
    desk.isDown = true;
    desk.load();
    QCOMPARE(desk.names().size(), qsizetype(3));
    QVERIFY(says(desk.page, u"The surveys could not be loaded."_s));
    desk.isDown = false;
    named<QPushButton>(desk.page, u"Retry"_s)->click();
    QTRY_VERIFY(!says(desk.page, u"The surveys could not be loaded."_s));
}

void TestSurveysPage::changesSeveralOneAfterTheOther()
{
    Desk desk;
    desk.load();
    QVERIFY(!desk.action(u"Pause"_s)->isEnabled());
    desk.table()->selectAll();
    desk.action(u"Pause"_s)->trigger();
    QTRY_VERIFY(says(desk.page, u"Bänk switchers: "_s));
    QCOMPARE(desk.changed, (QStringList {u"1"_s, u"2"_s, u"3"_s}));
    QVERIFY(says(desk.page, u"Not <b>this</b> one."_s));
    QVERIFY(!says(desk.page, u"Pet owners: "_s) && desk.prompt.asked.isEmpty());
}

void TestSurveysPage::asksBeforeItCloses()
{
    Desk desk;
    desk.load();
    desk.prompt.isSure = false;
    desk.table()->selectRow(0);
    desk.action(u"Close…"_s)->trigger();
    QCOMPARE(desk.prompt.asked.size(), qsizetype(1));
    QVERIFY(desk.prompt.asked.first().contains(u"Snack tracker"_s));
    QVERIFY(desk.changed.isEmpty());
    desk.prompt.isSure = true;
    desk.action(u"Close…"_s)->trigger();
    QTRY_COMPARE(desk.changed, QStringList {u"1"_s});
}

void TestSurveysPage::keepsTheSelectionOverARefresh()
{
    Desk desk;
    desk.load();
    desk.table()->selectRow(2);
    desk.surveys.prepend(fixture::survey(u"4"_s, u"A new one"_s));
    desk.load();
    QCOMPARE(desk.names().first(), u"A new one"_s);
    const QModelIndexList rows = desk.table()->selectionModel()->selectedRows(1);
    QCOMPARE(rows.size(), qsizetype(1));
    QCOMPARE(rows.first().data().toString(), u"Pet owners"_s);
}

void TestSurveysPage::copiesAsASpreadsheetWants()
{
    Desk desk;
    desk.load();
    desk.table()->selectRow(0);
    desk.action(u"Copy with headers"_s)->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QVERIFY(lines.value(0).startsWith(u"Code\tName\tStatus"_s));
    QVERIFY(lines.value(1).startsWith(u"ALGN1\tSnack tracker\tActive"_s));
    QVERIFY(lines.value(1).contains(u"\t10\t400\t"_s)); // on screen they are one bar
    QVERIFY(lines.value(1).contains(u"\t40%\t12\t3.50\t"_s));
}

void TestSurveysPage::filtersWhatNeedsAttention()
{
    Desk desk;
    desk.session.attention().setClock([] { return QDateTime(QDate(2026, 11, 16), QTime(12, 0)); });
    desk.surveys[0] = fixture::survey(u"1"_s, u"On track"_s, 200);
    desk.load();
    auto *const chip = named<QPushButton>(desk.page, u"Show surveys that need attention"_s);
    QCOMPARE(chip->text(), u"Needs attention 2"_s);
    QVERIFY(says(desk.page, u"2 need"_s));
    chip->click();
    QCOMPARE(desk.names(), (QStringList {u"Bänk switchers"_s, u"Pet owners"_s}));
    named<QPushButton>(desk.page, u"Show Closed surveys"_s)->click();
    named<QPushButton>(desk.page, u"Show all surveys"_s)->click();
    QVERIFY(desk.names().size() == 3 && !chip->isChecked());
}

void TestSurveysPage::tellsAResultForEach()
{
    Desk desk;
    desk.load();
    desk.table()->selectAll();
    desk.action(u"Pause"_s)->trigger();
    QTRY_VERIFY(says(desk.page, u"2 survey"_s));
    named<QPushButton>(desk.page, u"Show results"_s)->click();
    auto *const results = named<QTableView>(desk.page, u"Results"_s);
    QStringList cells;
    for (int row = 0; row < results->model()->rowCount(); ++row)
        cells.append(results->model()->index(row, 1).data().toString() + u'='
                     + results->model()->index(row, 2).data().toString());
    QCOMPARE(cells.join(u"; "_s),
             u"Snack tracker=Changed; Bänk switchers=Not changed; Pet owners=Changed"_s);
}

void TestSurveysPage::cancelSaysWhatWasNotSent()
{
    Desk desk;
    desk.load();
    desk.onChange = [&desk] {
        if (desk.changed.size() == 1)
            named<QPushButton>(desk.page, u"Cancel"_s)->click();
    };
    desk.table()->selectAll();
    desk.action(u"Pause"_s)->trigger();
    QTRY_VERIFY(says(desk.page, u"Cancelled: "_s));
    QVERIFY(says(desk.page, u"2 not sent"_s));
    QCOMPARE(desk.changed, QStringList {u"1"_s});
    QVERIFY(desk.action(u"Close…"_s)->isEnabled());
}

void TestSurveysPage::showsWhatIsTrueAfterARefusal()
{
    Desk desk;
    desk.load();
    desk.onChange = [&desk] { // somebody else closes it at the same time
        desk.surveys[1].status = api::SurveyStatus::Closed;
        desk.surveys[1].statusText = u"Closed"_s;
    };
    desk.table()->selectRow(1);
    desk.action(u"Pause"_s)->trigger();
    QTRY_COMPARE(desk.table()->model()->index(1, 2).data().toString(), u"Closed"_s);
    QVERIFY(says(desk.page, u"It was sent, but the service reports Closed."_s));
    for (const QString &name : {u"Activate"_s, u"Pause"_s, u"Complete"_s, u"Close…"_s})
        QVERIFY(!desk.action(name)->isEnabled());
}

void TestSurveysPage::comesBackAsItWasLeft()
{
    {
        Desk desk;
        desk.load();
        named<QPushButton>(desk.page, u"Show Active surveys"_s)->click();
        desk.page.search(u"pet"_s);
        desk.table()->sortByColumn(1, Qt::DescendingOrder);
        desk.table()->setColumnHidden(4, true);
        desk.table()->setColumnWidth(1, 333);
        desk.table()->horizontalHeader()->moveSection(0, 5);
    }
    Desk desk;
    desk.load();
    QCOMPARE(desk.names(), QStringList {u"Pet owners"_s});
    QCOMPARE(desk.page.searched(), u"pet"_s);
    QVERIFY(named<QPushButton>(desk.page, u"Show Active surveys"_s)->isChecked());
    const QHeaderView *const header = desk.table()->horizontalHeader();
    QVERIFY(header->isSectionHidden(4) && header->sectionSize(1) == 333);
    QCOMPARE(header->visualIndex(0), 5);
    QCOMPARE(header->sortIndicatorSection(), 1);
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
}

void TestSurveysPage::leavesUnknownStateAside()
{
    {
        QSettings settings;
        settings.setValue(u"surveys/filtersSchema"_s, 99);
        settings.setValue(u"surveys/search"_s, u"pet"_s);
        settings.setValue(u"surveys/columnsSchema"_s, 99);
        settings.setValue(u"surveys/columns"_s, QByteArray("nonsense"));
    }
    Desk desk;
    desk.load();
    QCOMPARE(desk.names().size(), qsizetype(3));
    QVERIFY(!desk.table()->isColumnHidden(0));
}

void TestSurveysPage::choosesColumns()
{
    Desk desk;
    named<QPushButton>(desk.page, u"Columns"_s)->click();
    auto *const menu = desk.table()->findChild<QMenu *>();
    menu->actions().first()->setChecked(false);
    QVERIFY(desk.table()->isColumnHidden(0));
    menu->actions().last()->trigger();
    QVERIFY(!desk.table()->isColumnHidden(0));
}

void TestSurveysPage::exportsWhatIsShownOrChosen()
{
    const QTemporaryDir folder;
    Desk desk;
    desk.load();
    desk.prompt.path = folder.filePath(u"out.csv"_s);
    desk.table()->setColumnHidden(2, true);
    named<QPushButton>(desk.page, u"Export…"_s)->click();
    QTRY_VERIFY(says(desk.page, u"3 survey"_s) && says(desk.page, u"out.csv"_s));
    QFile file(desk.prompt.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), qsizetype(5));
    QVERIFY(lines[0].startsWith("\xEF\xBB\xBFProject ID,Code,Name,Country"));
    QVERIFY2(lines[1].startsWith("1,ALGN1,Snack tracker,"), lines[1]);
    desk.table()->setSelectionMode(QAbstractItemView::MultiSelection);
    desk.table()->selectRow(0);
    desk.table()->selectRow(2);
    desk.action(u"Export…"_s)->trigger();
    QTRY_VERIFY(says(desk.page, u"2 row(s) exported"_s));
    desk.prompt.path = u"/no/such/folder/out.xlsx"_s;
    desk.action(u"Export…"_s)->trigger();
    QTRY_VERIFY(says(desk.page, u"The surveys could not be exported."_s));
}

void TestSurveysPage::movesTheLines()
{
    Desk desk;
    desk.session.attention().setClock([] { return QDateTime(QDate(2026, 11, 16), QTime(12, 0)); });
    desk.surveys = {fixture::survey(u"1"_s, u"A little behind"_s, 140)}; // 0.7
    desk.load();
    auto *const chip = named<QPushButton>(desk.page, u"Show surveys that need attention"_s);
    QCOMPARE(chip->text(), u"Needs attention 1"_s);
    ui::ThresholdsDialog dialog(desk.session.attention(), nullptr);
    named<QDoubleSpinBox>(dialog, u"Behind pace below"_s)->setValue(0.7);
    named<QPushButton>(dialog, u"Save"_s)->click();
    QCOMPARE(chip->text(), u"Needs attention 0"_s);
    QCOMPARE(models::keptThresholds().behindBelow, 0.7);
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    return support::runWindowTest<TestSurveysPage>(argc, argv);
}

#include "tst_surveyspage.moc"
