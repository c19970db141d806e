#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/drafts/draftfile.h"
#include "models/drafts/draftstore.h"
#include "models/drafts/opencreations.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/support/masterdata.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/drafts/draftspage.h"
#include "ui/drafts/unfinishedbar.h"
#include "ui/surveys/resultsdialog.h"
#include "ui/wizard/surveywizard.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QInputDialog>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

const QByteArray german =
    R"({"qualification_id":"43","Name":"GESCHLECHT","QuestionText":"Sind Sie?",)"
    R"("question_type":"Single Punch","conditions":[{"condition_code":1,"condition_name":"Mann"}]})";

struct Desk
{
    Desk() { masterData.load(session); }
    support::Reply reply(const support::Seen &seen)
    {
        if (seen.path().endsWith("/create_survey")) {
            ++creates;
            if (whenCreating)
                whenCreating();
            return seen.body.contains("lost") ? support::Reply {{}, support::Ending::Close}
                : seen.body.contains("refused")
                ? json(422, R"({"status":422,"error":"Not today."})")
                : json(200, R"({"status":200,"data":{"project_id":"new","project_code":"ALGN7"}})");
        }
        if (const auto data = masterData.reply(seen))
            return *data;
        if (seen.path().endsWith("/get_survey") && isListed && seen.target.contains("page=1"))
            return json(200, listed());
        if (seen.path().endsWith("/get_survey"))
            return json(422, R"({"status":422,"error":"Survey data not found!"})");
        return json(200, R"({"status":200,"data":[]})");
    }
    QString keep(const QString &name, bool isTemplate = false)
    {
        models::SurveyDraft draft = support::goodDraft();
        draft.name = name;
        draft.start = QDate::currentDate();
        draft.end = draft.start.addDays(7);
        const QString uuid = models::DraftStore::newId();
        session.drafts().save(uuid, draft, isTemplate, false);
        return uuid;
    }
    QTableView *table() { return named<QTableView>(page, u"Drafts and templates"_s); }
    void select(const QString &name)
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (table()->model()->index(row, 0).data().toString() == name)
                return table()->selectRow(row);
        }
        qFatal("no draft is called %s", qPrintable(name));
    }
    void press(const QString &name)
    {
        for (QAction *const action : page.surveyActions()) {
            if (action->text().remove(u'&') == name)
                return action->trigger();
        }
        qFatal("nothing is called %s", qPrintable(name));
    }
    QString rows()
    {
        QStringList all;
        for (const models::DraftRecord &record : session.drafts().records())
            all.append(record.draft.name + (record.isTemplate ? u" (template)"_s : QString()));
        all.sort();
        return all.join(u", "_s);
    }

    support::MasterData masterData {
        .countries = {support::MasterData::unitedStates, support::MasterData::germany},
        .languages = {support::MasterData::german, support::MasterData::english},
        .questions = {german}};
    /// The survey of the draft "lost", as the service lists it.
    static QByteArray listed()
    {
        const QDate today = QDate::currentDate();
        return QByteArray(
                   R"({"status":200,"data":[{"project_id":"found","project_code":"ALGN9",)"
                   R"("project_name":"lost","project_country":"229",)"
                   R"("project_language":"5","currency":"2","loi":"12","ir":"12","status":"Inactive",)"
                   R"("project_cpi":"4.50","complete_needed":"400",)"
                   R"("project_start_date":")")
            + today.toString(Qt::ISODate).toUtf8() + R"(","project_end_date":")"
            + today.addDays(7).toString(Qt::ISODate).toUtf8() + R"("}]})";
    }
    int creates = 0;
    std::function<void()> whenCreating;
    bool isListed = false;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             support::quickPolicy()};
    support::CallsEnd ending {session.client()};
    ui::DraftsPage page {session, prompt};
};

} // namespace

class TestDraftsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void budgetsHaveTheCurrencyOnceItIsKnown();
    void opensDraftsAndBeginsWithTemplates();
    void renamesDuplicatesAndDeletes();
    void goesBackToAnEarlierVersion();
    void takesFilesInAndOut();
    void createsSeveral();
    void spreadsOverCountries();
    void offersWhatIsUnfinished();
    void saysThatADraftIsNotSaved();
    void aBatchIsNotInterruptedWhileItRuns();
    void aCancelledBatchKeepsTheOtherDrafts();
};

void TestDraftsPage::budgetsHaveTheCurrencyOnceItIsKnown()
{
    Desk desk;
    desk.isListed = !desk.keep(u"Tea"_s).isEmpty();
    desk.session.surveys().refresh();
    QTRY_VERIFY(desk.table()->model()->index(0, 4).data().toString().endsWith(u"USD"_s));
}

void TestDraftsPage::opensDraftsAndBeginsWithTemplates()
{
    Desk desk;
    QVERIFY(says(desk.page, u"No drafts yet"_s));
    const QString uuid = desk.keep(u"Coffee"_s);
    desk.keep(u"Tracker"_s, true);
    QVERIFY(says(desk.page, u"1 draft(s), 1 template(s)"_s)); // no translation is loaded here
    QSignalSpy opened(&desk.page, &ui::DraftsPage::openWanted);
    QSignalSpy begun(&desk.page, &ui::DraftsPage::newWanted);
    desk.select(u"Coffee"_s);
    Q_EMIT desk.table()->activated(desk.table()->currentIndex());
    QCOMPARE(opened.value(0).value(0).toString(), uuid);
    desk.select(u"Tracker"_s);
    Q_EMIT desk.table()->activated(desk.table()->currentIndex());
    const auto draft = begun.value(0).value(0).value<models::SurveyDraft>();
    QCOMPARE(draft.name, u"Tracker"_s);
    QCOMPARE(draft.start, QDate::currentDate());
    desk.page.search(u"offe"_s);
    QCOMPARE(desk.table()->model()->rowCount(), 1);
}

void TestDraftsPage::renamesDuplicatesAndDeletes()
{
    Desk desk;
    desk.keep(u"Coffee"_s);
    desk.select(u"Coffee"_s);
    desk.press(u"Duplicate"_s);
    desk.press(u"Rename…"_s);
    auto *const dialog = desk.page.findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setTextValue(u"Tea"_s);
    dialog->accept();
    QCOMPARE(desk.rows(), u"Coffee, Tea"_s);
    desk.select(u"Tea"_s);
    desk.press(u"Save as template"_s);
    QCOMPARE(desk.rows(), u"Coffee, Tea, Tea (template)"_s);
    desk.table()->selectAll();
    desk.press(u"Delete"_s);
    QCOMPARE(desk.rows(), QString());
    named<QPushButton>(desk.page, u"Undo"_s)->click();
    QCOMPARE(desk.rows(), u"Coffee, Tea, Tea (template)"_s);
}

void TestDraftsPage::goesBackToAnEarlierVersion()
{
    Desk desk;
    const QString uuid = desk.keep(u"Coffee"_s);
    QTRY_VERIFY(QDateTime::currentDateTimeUtc() > desk.session.drafts().find(uuid)->updated);
    desk.session.drafts().rename(uuid, u"Tea"_s);
    desk.select(u"Tea"_s);
    desk.press(u"Earlier versions…"_s);
    auto *const list = named<QListWidget>(desk.page, u"Earlier versions"_s);
    QTRY_COMPARE(list->count(), 2);
    QVERIFY(list->item(1)->text().contains(u"Coffee"_s));
    named<QPushButton>(desk.page, u"Go back to it"_s)->click();
    QCOMPARE(desk.rows(), u"Coffee"_s);
}

void TestDraftsPage::takesFilesInAndOut()
{
    Desk desk;
    const QTemporaryDir folder;
    desk.keep(u"Coffee"_s, true);
    desk.select(u"Coffee"_s);
    desk.prompt.path = folder.filePath(u"coffee.json"_s);
    desk.press(u"Export…"_s);
    QTRY_VERIFY(says(desk.page, u"The draft is exported."_s));
    desk.press(u"Import…"_s);
    QTRY_COMPARE(desk.rows(), u"Coffee (template), Coffee (template)"_s);
    QFile file(desk.prompt.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name;completes");
    file.close();
    desk.press(u"Import…"_s);
    QTRY_VERIFY(says(desk.page, u"The draft could not be imported."_s));
    QVERIFY(says(desk.page, u"Not a valid JSON"_s));
}

void TestDraftsPage::createsSeveral()
{
    Desk desk;
    for (const QString &name : {u"fine"_s, u"refused"_s, u"lost"_s})
        desk.keep(name);
    models::SurveyDraft spoilt = support::goodDraft();
    spoilt.name = u"spoilt"_s;
    spoilt.liveLink.clear();
    desk.session.drafts().save(u"s"_s, spoilt, false, false);
    desk.table()->selectAll();
    desk.press(u"Create surveys…"_s);
    QTRY_VERIFY(says(desk.page, u"1 of 4 survey(s) created"_s));
    QCOMPARE(desk.creates, 3);
    QCOMPARE(desk.rows(), u"lost, refused, spoilt"_s);
    auto *const results = named<QTableView>(desk.page, u"Results"_s);
    QStringList lines;
    for (int row = 0; row < results->model()->rowCount(); ++row)
        lines.append(results->model()->index(row, 1).data().toString() + u": "_s
                     + results->model()->index(row, 2).data().toString());
    lines.sort();
    QCOMPARE(lines,
             (QStringList {u"fine: Created"_s, u"lost: Unknown"_s, u"refused: Not created"_s,
                           u"spoilt: Not sent"_s}));
    QTRY_COMPARE(desk.session.creations().all().size(), 1);
}

void TestDraftsPage::spreadsOverCountries()
{
    Desk desk;
    desk.keep(u"Coffee"_s);
    desk.select(u"Coffee"_s);
    desk.press(u"For several countries…"_s);
    auto *const country = named<QComboBox>(desk.page, u"Country"_s);
    for (const QString &name : {u"Germany"_s, u"United States"_s}) {
        country->setCurrentIndex(country->findText(name));
        named<QPushButton>(desk.page, u"Add"_s)->click();
    }
    auto *const table = named<QTableView>(desk.page, u"Countries"_s);
    QVERIFY(table->model()->setData(table->model()->index(0, 2), u"100"_s, Qt::EditRole));
    QVERIFY(!table->model()->setData(table->model()->index(0, 2), u"many"_s, Qt::EditRole));
    named<QPushButton>(desk.page, u"Make drafts"_s)->click();
    QTRY_COMPARE(desk.rows(), u"Coffee, Coffee DE, Coffee US"_s);
    QVERIFY(says(desk.page, u"Coffee DE: “GENDER”: 1 option(s) don’t exist there"_s));
    QVERIFY(says(desk.page, u"Coffee DE: “AGE” isn’t a standard qualification there"_s));
    for (const models::DraftRecord &record : desk.session.drafts().records()) {
        if (record.draft.name != u"Coffee DE"_s)
            continue;
        QCOMPARE(record.draft.completes, 100);
        QCOMPARE(record.draft.language, api::LanguageId {u"3"_s});
        QCOMPARE(record.draft.qualifications.size(), 1);
        QCOMPARE(record.draft.qualifications[0].question.title, u"GESCHLECHT"_s);
    }
}

void TestDraftsPage::aBatchIsNotInterruptedWhileItRuns()
{
    Desk desk;
    ui::UnfinishedBar bar(desk.session, desk.prompt);
    desk.keep(u"lost"_s);
    desk.table()->selectAll();
    // A wizard that is closed meanwhile reads what is unfinished.
    bool isOffered = false;
    desk.whenCreating = [&] {
        QSignalSpy changed(&desk.session.creations(), &models::OpenCreations::changed);
        desk.session.creations().load();
        isOffered = !support::emitted(changed) || !bar.isHidden();
    };
    desk.press(u"Create surveys…"_s);
    QTRY_VERIFY(says(desk.page, u"0 of 1 survey(s) created"_s));
    QVERIFY(!isOffered);
    QTRY_VERIFY(!bar.isHidden());
    QCOMPARE(desk.creates, 1);
    // Found by Continue…, it is in the list at once.
    desk.isListed = true;
    QSignalSpy resumed(&bar, &ui::UnfinishedBar::resumeWanted);
    named<QPushButton>(bar, u"Continue…"_s)->click();
    const auto intent = resumed.value(0).value(0).value<models::CreationIntent>();
    const models::SurveyModel shown(desk.session.surveys(), desk.session.reference());
    {
        ui::SurveyWizard wizard(desk.session, desk.prompt);
        wizard.resume(intent);
        QVERIFY(bar.isHidden()); // it is at hand
        QTRY_VERIFY(says(wizard, u"Survey created."_s));
        QCOMPARE(shown.rowCount(), 1);
    }
    QTRY_COMPARE(desk.session.creations().all().size(), 0);
    QVERIFY(bar.isHidden());
    QCOMPARE(desk.creates, 1);
}

void TestDraftsPage::aCancelledBatchKeepsTheOtherDrafts()
{
    Desk desk;
    for (const QString &name : {u"one"_s, u"two"_s, u"three"_s})
        desk.keep(name);
    desk.table()->selectAll();
    desk.whenCreating = [&desk] { named<QPushButton>(desk.page, u"Cancel"_s)->click(); };
    desk.press(u"Create surveys…"_s);
    QTRY_VERIFY(says(desk.page, u"1 of 3 survey(s) created"_s));
    QCOMPARE(desk.creates, 1);
    QCOMPARE(desk.session.drafts().records().size(), 2);
    QCOMPARE(desk.session.surveys().surveys().size(), 1);
    QTRY_COMPARE(desk.session.creations().all().size(), 0);
}

void TestDraftsPage::offersWhatIsUnfinished()
{
    Desk desk;
    ui::UnfinishedBar bar(desk.session, desk.prompt);
    QVERIFY(bar.isHidden());
    models::CreationIntent half;
    half.uuid = u"half"_s;
    half.draft = support::goodDraft();
    half.state = models::IntentState::Created;
    half.survey = {u"new"_s};
    half.extras[models::CreationStep::Status] = models::StepState::Waiting;
    half.created = QDateTime::currentDateTimeUtc();
    models::CreationIntent lost = half;
    lost.uuid = u"lost"_s;
    lost.draft.name = u"lost"_s;
    lost.state = models::IntentState::Sending;
    lost.created = half.created.addSecs(-1);
    for (const models::CreationIntent &intent : {half, lost})
        QVERIFY(support::wait(
            desk.database.run([intent, account = desk.session.account()](QSqlDatabase &database) {
                return models::intents::save(database, account, intent);
            })));
    desk.session.creations().load();
    QTRY_VERIFY(says(bar, u"The creation of “lost” was interrupted"_s));
    QSignalSpy resumed(&bar, &ui::UnfinishedBar::resumeWanted);
    named<QPushButton>(bar, u"Continue…"_s)->click();
    QCOMPARE(resumed.size(), 1);
    QVERIFY(support::wait(
        desk.database.run([lost, account = desk.session.account()](QSqlDatabase &database) {
            models::CreationIntent given = lost;
            given.state = models::IntentState::Dismissed;
            return models::intents::save(database, account, given);
        })));
    desk.session.creations().load();
    QTRY_VERIFY(says(bar, u"Still to do: Activate."_s));
    named<QPushButton>(bar, u"Discard…"_s)->click();
    QTRY_VERIFY(bar.isHidden());
}

void TestDraftsPage::saysThatADraftIsNotSaved()
{
    Desk desk;
    // No page can be added any more, as on a disk that is full.
    const auto limit = [&desk](const QString &pages) {
        return support::wait(desk.database.run([pages](QSqlDatabase &connection) {
            return models::sql::exec(connection, u"PRAGMA max_page_count = "_s + pages).has_value();
        }));
    };
    QVERIFY(limit(u"1"_s)); // not below what it has
    desk.keep(QString(200'000, u'x'));
    QTRY_VERIFY(says(desk.page, u"1 draft(s) not saved."_s));
    QVERIFY(says(desk.page, u"The disk is full."_s));
    QVERIFY(limit(u"100000"_s));
    named<QAbstractButton>(desk.page, u"Retry"_s)->click();
    QTRY_VERIFY(!says(desk.page, u"The disk is full."_s));
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestDraftsPage>(argc, argv);
}

#include "tst_draftspage.moc"
