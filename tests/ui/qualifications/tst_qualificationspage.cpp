#include "models/activity/changelog.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/interlocking/gridcache.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/targetingservice.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/qualifications/addqualifications.h"
#include "ui/qualifications/editqualification.h"
#include "ui/qualifications/qualificationspage.h"
#include "ui/qualifications/zipeditor.h"

#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::named;
using support::says;

namespace {

const QByteArray gridOfGender =
    R"({"project_id":"S1","combinations":[{"id":"c0","option":"A","quota":10},)"
    R"({"id":"c1","option":"B","quota":20}],)"
    R"("qualifications":[{"id":"1","title":"GENDER","options":"A,B"}]})";

/// The page of a survey that asks GENDER (A, B) and PETS (A).
struct Desk
{
    Desk()
    {
        service.surveys = fixture::page({fixture::survey(u"S1"_s, u"Snack tracker"_s)});
        session.surveys().adopt(fixture::survey(u"S1"_s, u"Snack tracker"_s));
    }
    ~Desk() { page.reset(); }
    void open()
    {
        page.reset(new ui::QualificationsPage(session, {u"S1"_s}, prompt));
        if (!QTest::qWaitFor([this] { return rows() == service.qualifications.size(); }, 10'000))
            qFatal("the page stays empty");
    }
    QTableView *table() { return named<QTableView>(*page, u"Qualifications of the survey"_s); }
    int rows() { return table()->model()->rowCount(); }
    QString answers(int row) { return table()->model()->index(row, 1).data().toString(); }
    QPushButton *button(const QString &name) { return named<QPushButton>(*page, name); }
    template <class Dialog>
    Dialog *dialog()
    {
        Dialog *const found = page->findChild<Dialog *>();
        return found && found->isVisible() ? found : nullptr;
    }
    ui::AddQualifications *add()
    {
        button(u"Add…"_s)->click();
        return dialog<ui::AddQualifications>();
    }
    ui::EditQualification *edit(int row)
    {
        table()->selectRow(row);
        button(u"Edit…"_s)->click();
        return dialog<ui::EditQualification>();
    }
    /// In the list of options of a dialog's editor.
    static void check(QWidget &dialog, int option, bool isChecked)
    {
        QAbstractItemModel &options = *named<QListView>(dialog, u"Options"_s)->model();
        options.setData(options.index(option, 0), isChecked ? Qt::Checked : Qt::Unchecked,
                        Qt::CheckStateRole);
    }
    static bool choose(QWidget &dialog, const QString &question)
    {
        auto *const list = named<QListView>(dialog, u"Qualifications"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data().toString() == question) {
                list->setCurrentIndex(index);
                return true;
            }
        }
        return false;
    }
    void close()
    {
        api::Survey closed = fixture::survey(u"S1"_s, u"Snack tracker"_s);
        closed.status = api::SurveyStatus::Closed;
        session.surveys().adopt(closed);
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
    std::unique_ptr<ui::QualificationsPage> page;
};

} // namespace

class TestQualificationsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsFromThePicker()
    {
        Desk desk;
        desk.open();
        auto *const dialog = desk.add();
        QVERIFY(dialog);
        QTRY_VERIFY(Desk::choose(*dialog, u"HOBBY"_s));
        QVERIFY(!Desk::choose(*dialog, u"GENDER"_s)); // is asked already
        auto *const send = named<QPushButton>(*dialog, u"Add qualifications"_s);
        QVERIFY(!send->isEnabled());
        Desk::check(*dialog, 0, true);
        QVERIFY(send->isEnabled());
        send->click();
        QTRY_COMPARE(desk.rows(), 3);
        QVERIFY(!desk.dialog<ui::AddQualifications>());
        QVERIFY(says(*desk.page, u"HOBBY added."_s));
        QCOMPARE(desk.changes(), (QStringList {u"Qualification: HOBBY: not asked -> A"_s}));
    }

    void namesWhatIsAskedAlready()
    {
        Desk desk;
        desk.service.forget(43);
        desk.open();
        auto *const dialog = desk.add();
        QTRY_VERIFY(Desk::choose(*dialog, u"GENDER"_s));
        Desk::check(*dialog, 1, true);
        QVERIFY(Desk::choose(*dialog, u"HOBBY"_s));
        Desk::check(*dialog, 0, true);
        desk.service.ask(43, u"GENDER"_s, {1}); // by somebody else
        named<QPushButton>(*dialog, u"Add qualifications"_s)->click();
        QTRY_VERIFY(says(*dialog, u"The survey asks GENDER already: nothing was added."_s));
        QVERIFY(says(*dialog, u"Qualification Already exists"_s));
        QVERIFY(says(*dialog, u"2 qualification(s) chosen"_s));
        QTRY_COMPARE(desk.rows(), 2);
        named<QPushButton>(*dialog, u"Add the others"_s)->click();
        QTRY_COMPARE(desk.service.options(77), u"A"_s);
        QCOMPARE(desk.service.options(43), u"A"_s);
        QTRY_COMPARE(desk.rows(), 3);
    }

    void editsAnswersAndSaysWhatGoes()
    {
        Desk desk;
        desk.service.grid = gridOfGender;
        desk.service.quotas = R"([{"qualification_code":43,"criteria":[)"
                              R"({"required_count":7,"condition_codes":2}]}])";
        desk.open();
        auto *const dialog = desk.edit(0);
        QVERIFY(dialog);
        auto *const save = named<QPushButton>(*dialog, u"Save qualification"_s);
        QVERIFY(!save->isEnabled());
        auto *const options = named<QListView>(*dialog, u"Options"_s);
        QTRY_COMPARE(options->model()->rowCount(), 3); // those of the master list
        Desk::check(*dialog, 1, false);
        QVERIFY(says(*dialog, u"1 quota(s) of options that no longer qualify"_s));
        QVERIFY(says(*dialog, u"The interlocking quotas of GENDER"_s));
        desk.prompt.isSure = false;
        save->click();
        QVERIFY(desk.prompt.asked.first().startsWith(u"Change the qualification “GENDER”?"_s));
        QVERIFY(desk.service.writes.isEmpty());
        desk.prompt.isSure = true;
        desk.service.grid.clear();
        save->click();
        QTRY_COMPARE(desk.answers(0), u"A"_s);
        QTRY_VERIFY(says(*desk.page, u"The interlocking quotas of GENDER are gone with it"_s));
        QCOMPARE(desk.changes(), (QStringList {u"Qualification: GENDER: A, B -> A"_s}));
    }

    void pastesAgeBands()
    {
        Desk desk;
        desk.open();
        auto *const dialog = desk.add();
        QTRY_VERIFY(Desk::choose(*dialog, u"AGE"_s));
        QGuiApplication::clipboard()->setText(u"18-24\n25–34\nabc\n50+\n"_s);
        named<QPushButton>(*dialog, u"Paste ranges"_s)->click();
        auto *const ranges = named<QTableView>(*dialog, u"Ranges"_s);
        QCOMPARE(ranges->model()->rowCount(), 3);
        QCOMPARE(ranges->model()->index(2, 1).data().toString(), u"60"_s);
        QVERIFY(says(*dialog, u"3 range(s) added · “abc” left out: This isn’t a range"_s));
        QVERIFY(says(*dialog, u"1 qualification(s) chosen"_s));
    }

    void refreshesOneQualification()
    {
        Desk desk;
        desk.open();
        desk.table()->selectRow(0);
        desk.service.ask(43, u"GENDER"_s, {3});
        for (QAction *const action : desk.page->editActions()) {
            if (action->text().remove(u'&') == u"Refresh this qualification"_s)
                action->trigger();
        }
        QTRY_COMPARE(desk.answers(0), u"C"_s);
        QVERIFY(desk.server.seen.last().headers.toLower().contains("x-qualification-id: 43"));
    }

    void saysWhatTheServiceKeptInstead()
    {
        Desk desk;
        desk.open();
        auto *const dialog = desk.edit(0);
        Desk::check(*dialog, 0, false);
        desk.service.fates = {{.acts = false, .status = 200}};
        named<QPushButton>(*dialog, u"Save qualification"_s)->click();
        QTRY_VERIFY(says(*dialog, u"accepted the change but returned different values."_s));
        QVERIFY(desk.changes().isEmpty());
        QVERIFY(desk.dialog<ui::EditQualification>());
    }

    void showsWhatOthersChanged()
    {
        Desk desk;
        desk.open();
        auto *const dialog = desk.edit(0);
        Desk::check(*dialog, 0, false);
        desk.service.ask(43, u"GENDER"_s, {1});
        named<QPushButton>(*dialog, u"Save qualification"_s)->click();
        QTRY_VERIFY(says(*dialog, u"Before: A, B\nThere now: A\nYours: B"_s));
        QVERIFY(desk.service.writes.isEmpty());
        QTRY_COMPARE(desk.answers(0), u"A"_s);
        named<QPushButton>(*dialog, u"Save mine"_s)->click();
        QTRY_COMPARE(desk.answers(0), u"B"_s);
        QVERIFY(!desk.dialog<ui::EditQualification>());
    }

    void removesAfterAQuestion()
    {
        Desk desk;
        desk.service.grid = gridOfGender;
        desk.open();
        desk.table()->selectRow(0);
        desk.prompt.isSure = false;
        desk.button(u"Remove…"_s)->click();
        QVERIFY(desk.prompt.asked.first().startsWith(u"Remove the qualification “GENDER”?"_s));
        QVERIFY(desk.prompt.asked.first().contains(u"interlocking quotas of GENDER"_s));
        QVERIFY(desk.service.writes.isEmpty());
        desk.prompt.isSure = true;
        desk.button(u"Remove…"_s)->click();
        QTRY_COMPARE(desk.rows(), 1);
        QVERIFY(says(*desk.page, u"“GENDER” is removed."_s));
        desk.table()->selectRow(0);
        desk.button(u"Remove…"_s)->click();
        QTRY_VERIFY(says(*desk.page, u"No qualifications"_s));
    }

    void keepsWhatWasChosenThroughAFailure()
    {
        Desk desk;
        desk.open();
        auto *const dialog = desk.add();
        QTRY_VERIFY(Desk::choose(*dialog, u"HOBBY"_s));
        Desk::check(*dialog, 0, true);
        desk.service.fates = {{.acts = false, .status = 0}};
        named<QPushButton>(*dialog, u"Add qualifications"_s)->click();
        QTRY_VERIFY(says(*dialog, u"What you chose is kept here."_s));
        QCOMPARE(desk.service.writes.size(), 1);
        QTRY_VERIFY(named<QPushButton>(*dialog, u"Add qualifications"_s)->isEnabled());
        desk.service.fates = {{.acts = false, .status = 422}};
        named<QPushButton>(*dialog, u"Add qualifications"_s)->click();
        QTRY_VERIFY(says(*dialog, u"The survey has been closed!"_s));
    }

    void aRefreshKeepsSelectionScrollAndOpenEditor()
    {
        Desk desk;
        for (int code = 100; code < 140; ++code)
            desk.service.ask(code, u"Q%1"_s.arg(code), {1});
        desk.open();
        desk.page->resize(900, 300);
        desk.page->show();
        desk.table()->selectRow(30);
        desk.table()->verticalScrollBar()->setValue(200);
        auto *const dialog = desk.edit(30);
        QVERIFY(dialog);
        Desk::check(*dialog, 0, false);
        desk.service.forget(43);
        desk.page->refresh();
        QTRY_COMPARE(desk.rows(), 41);
        QCOMPARE(desk.table()->selectionModel()->selectedRows().value(0).data().toString(),
                 u"Q128"_s);
        QVERIFY(desk.table()->verticalScrollBar()->value() > 100);
        QAbstractItemModel &options = *named<QListView>(*dialog, u"Options"_s)->model();
        QCOMPARE(options.index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    }

    void followsTheListOfSurveys()
    {
        Desk desk;
        desk.open();
        QTRY_VERIFY(!desk.button(u"Cancel"_s)->isVisibleTo(desk.page.get()));
        desk.service.forget(43);
        api::Survey fresh = fixture::survey(u"S1"_s, u"Snack tracker"_s);
        fresh.quotas = {{{639}, {{7, 1}}}};
        desk.session.surveys().adopt(fresh); // as an automatic refresh tells
        QTRY_COMPARE(desk.rows(), 1);
    }

    void aClosedSurveyOffersNoEdit()
    {
        Desk desk;
        desk.close();
        desk.open();
        desk.table()->selectRow(0);
        for (const QString &name : {u"Add…"_s, u"Edit…"_s, u"Remove…"_s}) {
            QVERIFY2(!desk.button(name)->isEnabled(), qPrintable(name));
            QCOMPARE(desk.button(name)->toolTip(),
                     u"The survey is closed: it can’t be changed any more."_s);
        }
    }

    void showsTheLastKnownWithoutANetwork()
    {
        Desk desk;
        api::Survey known = fixture::survey(u"S1"_s, u"Snack tracker"_s);
        known.qualifications = {{.code = {43},
                                 .title = u"GENDER"_s,
                                 .text = u"?"_s,
                                 .questionType = {},
                                 .kind = api::QualificationKind::Options,
                                 .conditions = {{1, u"A"_s}},
                                 .ranges = {},
                                 .zipCodes = {}}};
        desk.session.surveys().adopt(known);
        desk.session.grids().keep({u"S1"_s},
                                  {.grid = {.survey = {u"S1"_s},
                                            .combinations = {{{u"c0"_s}, u"A"_s, 7}},
                                            .qualifications = {{u"1"_s, u"GENDER"_s, u"A"_s}},
                                            .created = {},
                                            .updated = {}},
                                   .at = QDateTime::currentDateTimeUtc()});
        desk.service.isDown = true;
        desk.page.reset(new ui::QualificationsPage(desk.session, {u"S1"_s}, desk.prompt));
        QCOMPARE(desk.answers(0), u"A"_s);
        QTRY_COMPARE(desk.button(u"Add…"_s)->toolTip(),
                     u"The service can’t be reached: nothing can be changed until it is."_s);
        // The bar of the window says what has happened.
        QVERIFY(!says(*desk.page, u"The qualifications could not be read."_s));
        QVERIFY(!desk.button(u"Add…"_s)->isEnabled());
        QCOMPARE(desk.rows(), 1);
        const int crossed = models::AudienceModel::Crossed;
        QTRY_COMPARE(desk.table()->model()->index(0, crossed).data().toString(), u"Interlocked"_s);
    }

    void importsZipCodes()
    {
        const QTemporaryDir folder;
        support::FakePrompt prompt;
        prompt.path = folder.filePath(u"zips.csv"_s);
        QFile file(prompt.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("place,zip\nHoboken,07030\nNew York,10001\nNew York,10001\n") > 0);
        file.close();
        ui::ZipEditor editor(prompt);
        editor.setCodes({u"99999"_s});
        named<QPushButton>(editor, u"Import…"_s)->click();
        QTRY_COMPARE(editor.codes(), (QStringList {u"99999"_s, u"07030"_s, u"10001"_s}));
        QTRY_COMPARE(editor.notes(),
                     (QStringList {u"Imported from column 2 (zip) of zips.csv."_s,
                                   u"3 zip code(s) · 1 duplicate(s) left out"_s}));
        named<QPlainTextEdit>(editor, u"Zip codes"_s)->appendPlainText(u"a?b"_s);
        QCOMPARE(editor.notes().size(), 1);
        prompt.path = folder.filePath(u"gone.csv"_s);
        named<QPushButton>(editor, u"Import…"_s)->click();
        QTRY_VERIFY(editor.notes().first().startsWith(u"gone.csv: "_s));
        QCOMPARE(editor.codes().size(), 3);
    }
};

int main(int argc, char **argv)
{
    return support::runWindowTest<TestQualificationsPage>(argc, argv);
}

#include "tst_qualificationspage.moc"
