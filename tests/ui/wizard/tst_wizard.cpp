#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/reference/referencestore.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/wizard/surveywizard.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>

using namespace Qt::StringLiterals;
using support::Ending;
using support::json;
using support::named;
using support::says;

namespace {

const QByteArray country =
    R"({"status":200,"data":[{"country_id":"229","name":"United States","short_name":"US",)"
    R"("iso_code":"USA","country_code":"1","language":"5"}]})";
const QByteArray language =
    R"({"status":200,"data":[{"language_id":"3","name":"German","short_name":"de"},)"
    R"({"language_id":"5","name":"English","short_name":"en"}]})";
const QByteArray questions =
    R"({"status":200,"data":[{"qualification_id":"43","Name":"GENDER","QuestionText":"Are you?",)"
    R"("question_type":"Single Punch","conditions":[{"condition_code":1,"condition_name":"Male"},)"
    R"({"condition_code":2,"condition_name":"Female"}]}]})";

/// The wizard over a service that knows one country and one question.
struct Desk
{
    Desk()
    {
        session.reference().load();
        if (!QTest::qWaitFor([this] {
                return session.reference().countries().size() == 1
                    && session.reference().languages().size() == 2;
            }))
            qFatal("no reference data");
    }
    support::Reply reply(const support::Seen &seen)
    {
        if (seen.path().endsWith("/create_survey")) {
            creates.append(seen.body);
            return createAnswer;
        }
        if (seen.target.contains("type=country"))
            return json(200, country);
        if (seen.target.contains("type=language"))
            return json(200, language);
        if (seen.path().endsWith("/get_qualification_master"))
            return json(200, questions);
        if (seen.path().endsWith("/get_survey"))
            return json(422, R"({"status":422,"error":"Survey data not found!"})");
        return json(200, R"({"status":200,"data":[]})");
    }
    QPushButton *button(const QString &name) { return named<QPushButton>(wizard, name); }
    void next() { button(u"Next"_s)->click(); }
    void choose(const QString &box, const QString &entry)
    {
        auto *const combo = named<QComboBox>(wizard, box);
        combo->setCurrentIndex(combo->findText(entry));
    }
    void type(const QString &field, const QString &text)
    {
        auto *const line = named<QLineEdit>(wizard, field);
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void fillBasicsToLinks()
    {
        type(u"Name"_s, u"Coffee"_s);
        choose(u"Country"_s, u"United States"_s);
        next();
        named<QSpinBox>(wizard, u"Completes needed"_s)->setValue(400);
        named<QSpinBox>(wizard, u"Incidence rate, %"_s)->setValue(30);
        named<QSpinBox>(wizard, u"Length of interview, minutes"_s)->setValue(12);
        type(u"CPI"_s, u"2.50"_s);
        next();
        type(u"Live link"_s, u"https://s.example/?u=[identifier]"_s);
        type(u"Test link"_s, u"https://s.example/?u=[identifier]"_s);
        next();
    }
    void review() { named<QListWidget>(wizard, u"Steps"_s)->setCurrentRow(7); }

    support::Reply createAnswer = json(422, R"({"status":422,"error":"Not today."})");
    QByteArrayList creates;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             support::quickPolicy()};
    support::CallsEnd ending {session.client()};
    ui::SurveyWizard wizard {session, prompt};
};

} // namespace

class TestWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysProblemsBesideTheFields();
    void keepsWhatEachStepHolds();
    void targetsQuotasAndCrosses();
    void createsNothingWithProblems();
    void sendsOnceOnADoubleClick();
    void aCutAnswerEndsUnknownWithOneSurveySent();
    void asksBeforeItForgets();
};

void TestWizard::saysProblemsBesideTheFields()
{
    Desk desk;
    QVERIFY(!says(desk.wizard, u"Give the survey a name."_s));
    desk.next();
    QCOMPARE(named<QListWidget>(desk.wizard, u"Steps"_s)->item(0)->text(),
             u"Basics: 3 problem(s)"_s); // no translation is loaded here
    desk.type(u"CPI"_s, u"1.50"_s);
    QVERIFY(says(desk.wizard, u"B2C needs at least 1.75."_s));
    desk.type(u"CPI"_s, u"1.5x"_s);
    QVERIFY(says(desk.wizard, u"This is no amount"_s));
    desk.button(u"Back"_s)->click();
    QVERIFY(says(desk.wizard, u"Give the survey a name."_s));
}

void TestWizard::keepsWhatEachStepHolds()
{
    Desk desk;
    desk.fillBasicsToLinks();
    QVERIFY(says(desk.wizard, u"Budget 1,000.00 = 400 × 2.50"_s));
    const models::SurveyDraft before = desk.wizard.draft();
    QCOMPARE(before.name, u"Coffee"_s);
    QCOMPARE(before.language, api::LanguageId {u"5"_s}); // the country's own, chosen by itself
    QCOMPARE(before.cpi, api::Money {250});
    for (int step = 0; step < 8; ++step)
        named<QListWidget>(desk.wizard, u"Steps"_s)->setCurrentRow(step);
    QCOMPARE(desk.wizard.draft(), before);
}

void TestWizard::targetsQuotasAndCrosses()
{
    Desk desk;
    desk.fillBasicsToLinks();
    auto *const list = named<QListView>(desk.wizard, u"Qualifications"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    list->setCurrentIndex(list->model()->index(0, 0));
    desk.button(u"Choose all shown"_s)->click();
    desk.next();
    desk.button(u"Distribute evenly"_s)->click();
    QVERIFY(says(desk.wizard, u"GENDER: 400 of 400 completes"_s));
    desk.next();
    named<QListWidget>(desk.wizard, u"Qualifications to cross"_s)
        ->item(0)
        ->setCheckState(Qt::Checked);
    QVERIFY(says(desk.wizard, u"2 of at most 200 combinations"_s));
    const models::SurveyDraft &draft = desk.wizard.draft();
    QCOMPARE(draft.qualifications.value(0).options, (QList<int> {1, 2}));
    QCOMPARE(draft.quotas.value(0).criteria.value(0).requiredCount, 200);
    QCOMPARE(draft.interlocked, QList<api::QualificationCode> {{43}});
}

void TestWizard::createsNothingWithProblems()
{
    Desk desk;
    desk.review();
    QVERIFY(!desk.button(u"Create"_s)->isEnabled());
    auto *const issues = named<QListWidget>(desk.wizard, u"What is still wrong"_s);
    QVERIFY(issues->count() >= 8);
    Q_EMIT issues->itemActivated(issues->item(issues->count() - 1));
    QVERIFY(says(desk.wizard, u"Links"_s));
}

void TestWizard::sendsOnceOnADoubleClick()
{
    Desk desk;
    desk.fillBasicsToLinks();
    desk.review();
    QPushButton *const create = desk.button(u"Create"_s);
    QVERIFY(create->isEnabled());
    create->click();
    create->click();
    QTRY_VERIFY(says(desk.wizard, u"The survey was not created."_s));
    QVERIFY(says(desk.wizard, u"Not today."_s));
    QCOMPARE(desk.creates.size(), qsizetype(1));
    desk.button(u"Back to the draft"_s)->click();
    QVERIFY(create->isVisibleTo(&desk.wizard));
    QCOMPARE(desk.wizard.draft().name, u"Coffee"_s);
}

void TestWizard::aCutAnswerEndsUnknownWithOneSurveySent()
{
    Desk desk;
    desk.createAnswer = {{}, Ending::Close};
    desk.fillBasicsToLinks();
    desk.review();
    desk.button(u"Create"_s)->click();
    QTRY_VERIFY(says(desk.wizard, u"It is not known whether the survey was created."_s));
    desk.button(u"Check again"_s)->click();
    desk.prompt.isSure = false;
    desk.button(u"Create again anyway…"_s)->click();
    QTRY_COMPARE(desk.prompt.asked.size(), qsizetype(1));
    QCOMPARE(desk.creates.size(), qsizetype(1));
}

void TestWizard::asksBeforeItForgets()
{
    Desk desk;
    desk.prompt.isSure = false;
    QSignalSpy finished(&desk.wizard, &QDialog::finished);
    desk.type(u"Name"_s, u"Coffee"_s);
    QTest::keyClick(&desk.wizard, Qt::Key_Escape);
    QCOMPARE(desk.prompt.asked.size(), qsizetype(1));
    QCOMPARE(finished.size(), 0);
    QCOMPARE(desk.wizard.draft().name, u"Coffee"_s);
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestWizard>(argc, argv);
}

#include "tst_wizard.moc"
