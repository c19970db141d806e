// What the wizard makes a person wait for: its opening with reference data at hand, a keystroke
// in the search of 5,000 qualifications, and a paste of 100,000 ZIP codes that are checked and
// shown.
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/qualifications/questionmodel.h"
#include "models/reference/referencestore.h"
#include "tests/bench/rounds.h"
#include "tests/support/faultserver.h"
#include "tests/support/window.h"
#include "ui/wizard/surveywizard.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QWizard>

using namespace Qt::StringLiterals;
using support::named;

namespace {

constexpr int countryCount = 250;
constexpr int languageCount = 70;
constexpr int questionCount = 5'000;
constexpr int zipCount = 100'000;

QByteArray data(const QJsonArray &rows)
{
    return QJsonDocument(QJsonObject {{u"status"_s, 200}, {u"data"_s, rows}}).toJson();
}

QByteArray countries()
{
    QJsonArray rows;
    for (int i = 1; i <= countryCount; ++i)
        rows.append(QJsonObject {{u"country_id"_s, QString::number(i)},
                                 {u"name"_s, u"Country %1"_s.arg(i)},
                                 {u"short_name"_s, u"US"_s},
                                 {u"iso_code"_s, u"USA"_s},
                                 {u"country_code"_s, u"1"_s},
                                 {u"language"_s, u"5,%1"_s.arg(1 + i % languageCount)}});
    return data(rows);
}

QByteArray languages()
{
    QJsonArray rows;
    for (int i = 1; i <= languageCount; ++i)
        rows.append(QJsonObject {{u"language_id"_s, QString::number(i)},
                                 {u"name"_s, u"Language %1"_s.arg(i)},
                                 {u"short_name"_s, u"en"_s}});
    return data(rows);
}

QByteArray questions()
{
    QJsonArray rows {QJsonObject {{u"qualification_id"_s, u"45"_s},
                                  {u"Name"_s, u"ZIP"_s},
                                  {u"QuestionText"_s, u"What is your zip code?"_s},
                                  {u"question_type"_s, u"Text - Open-end"_s},
                                  {u"zip_codes"_s, QJsonArray()}}};
    for (int i = 1; i < questionCount; ++i)
        rows.append(
            QJsonObject {{u"qualification_id"_s, QString::number(1000 + i)},
                         {u"Name"_s, u"STANDARD_TOPIC_%1"_s.arg(i)},
                         {u"QuestionText"_s,
                          u"Which of the following things number %1 are in your home?"_s.arg(i)},
                         {u"question_type"_s, u"Single Punch"_s},
                         {u"conditions"_s,
                          QJsonArray {QJsonObject {{u"condition_code"_s, 1},
                                                   {u"condition_name"_s, u"Yes"_s}}}}});
    return data(rows);
}

/// A session whose reference data has arrived.
struct Desk
{
    Desk()
    {
        session.reference().load();
        wait([this] { return session.reference().languages().size() == languageCount; });
        wait([this] { return session.reference().countries().size() == countryCount; });
        session.reference().loadQualifications({u"7"_s}, {u"5"_s});
        wait([this] {
            return session.reference().qualifications({u"7"_s}, {u"5"_s}).size() == questionCount;
        });
    }
    static void wait(const std::function<bool()> &isThere)
    {
        while (!isThere())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    static support::Reply reply(const support::Seen &seen)
    {
        if (seen.target.contains("type=country"))
            return support::json(200, countries());
        if (seen.target.contains("type=language"))
            return support::json(200, languages());
        if (seen.path().endsWith("/get_qualification_master"))
            return support::json(200, questions());
        return support::json(200, R"({"status":200,"data":[]})");
    }

    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {&Desk::reply};
    models::Session session {
        {u"Bench"_s, server.baseUrl(), {}, false}, {u"client"_s, u"key"_s}, database};
};

void showAndPaint(QWidget &window)
{
    window.show();
    QCoreApplication::processEvents();
    window.repaint();
}

double openOurs(Desk &desk)
{
    std::unique_ptr<ui::SurveyWizard> wizard;
    const double time = bench::timed([&] {
        wizard.reset(new ui::SurveyWizard(desk.session, desk.prompt));
        showAndPaint(*wizard);
    });
    return time;
}

/// The least of a wizard that Qt brings along: eight pages of six fields, the countries in one.
double openQWizard(Desk &desk)
{
    std::unique_ptr<QWizard> wizard;
    return bench::timed([&] {
        wizard.reset(new QWizard);
        for (int page = 0; page < 8; ++page) {
            auto *const fields = new QWizardPage;
            auto *const form = new QFormLayout(fields);
            for (int field = 0; field < 6; ++field)
                form->addRow(u"Field"_s, new QLineEdit);
            if (page == 0) {
                auto *const box = new QComboBox;
                for (const api::Country &country : desk.session.reference().countries())
                    box->addItem(country.name, country.id.value);
                form->addRow(u"Country"_s, box);
            }
            wizard->addPage(fields);
        }
        wizard->resize(960, 660);
        showAndPaint(*wizard);
    });
}

void opening(Desk &desk)
{
    bench::compare("W  opening the wizard, its first painted content (goal 100 ms)",
                   {{u"ours"_s, [&desk] { return openOurs(desk); }},
                    {u"QWizard of eight plain pages"_s, [&desk] { return openQWizard(desk); }}});
}

void searching(Desk &desk)
{
    models::QuestionModel model;
    model.setQuestions(desk.session.reference().qualifications({u"7"_s}, {u"5"_s}));
    QStandardItemModel plain;
    for (const api::Qualification &question : model.questions())
        plain.appendRow(new QStandardItem(question.title + u' ' + question.text));
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&plain);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    QListView ours;
    QListView theirs;
    ours.setModel(&model);
    theirs.setModel(&proxy);
    for (QListView *const view : {&ours, &theirs}) {
        view->setUniformItemSizes(true);
        view->resize(300, 500);
        showAndPaint(*view);
    }
    const QStringList typed {u"s"_s, u"st"_s, u"sta"_s, u"7"_s, u"77"_s, {}};
    int our = 0;
    int their = 0;
    const auto search = [&] {
        model.setFilter(typed[++our % typed.size()]);
        ours.viewport()->repaint();
    };
    const auto searchProxy = [&] {
        proxy.setFilterFixedString(typed[++their % typed.size()]);
        theirs.viewport()->repaint();
    };
    bench::compare("W  a keystroke in the search of 5,000 qualifications, painted (goal 16 ms)",
                   {{u"ours"_s, [&] { return bench::timed(search); }},
                    {u"QSortFilterProxyModel"_s, [&] { return bench::timed(searchProxy); }}},
                   30);
}

QString zips()
{
    QStringList all;
    for (int i = 0; i < zipCount; ++i)
        all.append(u"%1"_s.arg(i, 5, 10, QLatin1Char('0')));
    return all.join(u'\n');
}

double pasteOurs(Desk &desk)
{
    ui::SurveyWizard wizard(desk.session, desk.prompt);
    auto *const country = named<QComboBox>(wizard, u"Country"_s);
    country->setCurrentIndex(country->findData(u"7"_s));
    named<QListWidget>(wizard, u"Steps"_s)->setCurrentRow(3);
    showAndPaint(wizard);
    auto *const list = named<QListView>(wizard, u"Qualifications"_s);
    const QModelIndexList zip = list->model()->match(list->model()->index(0, 0), Qt::DisplayRole,
                                                     u"ZIP"_s, 1, Qt::MatchExactly);
    list->setCurrentIndex(zip.value(0)); // the list is in the order of the titles
    auto *const text = named<QPlainTextEdit>(wizard, u"Zip codes"_s);
    const double time = bench::timed([&] {
        text->paste();
        QCoreApplication::processEvents();
        wizard.repaint();
    });
    if (wizard.draft().qualifications.value(0).zipCodes.size() != zipCount)
        qFatal("only %d of the codes were taken",
               int(wizard.draft().qualifications.value(0).zipCodes.size()));
    return time;
}

double pastePlain()
{
    QPlainTextEdit text;
    text.resize(600, 400);
    showAndPaint(text);
    return bench::timed([&] {
        text.paste();
        QCoreApplication::processEvents();
        text.repaint();
    });
}

void pasting(Desk &desk)
{
    QGuiApplication::clipboard()->setText(zips());
    bench::compare("W  100,000 ZIP codes pasted, checked and shown (goal 300 ms)",
                   {{u"ours"_s, [&desk] { return pasteOurs(desk); }},
                    {u"QPlainTextEdit, pasted and shown only"_s, [] { return pastePlain(); }}});
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::Theme theme(application);
    Desk desk;
    opening(desk);
    searching(desk);
    pasting(desk);
    return 0;
}
