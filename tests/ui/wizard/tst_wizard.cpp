#include "models/drafts/draftstore.h"
#include "tests/ui/wizard/wizarddesk.h"

#include <QListView>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using support::Ending;
using support::json;
using support::named;
using support::says;
using Desk = support::WizardDesk;

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
    void keepsADraftWhenItIsLeft();
    void opensADraftWhereItIsNotWhole();
    void forgetsADraftWhoseSurveyIsCreated();
    void goesOnWithACreationThatWasInterrupted();
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
    QVERIFY(says(desk.wizard, u"Enter an amount"_s));
    desk.button(u"Back"_s)->click();
    QVERIFY(says(desk.wizard, u"Give the survey a name."_s));
}

void TestWizard::keepsWhatEachStepHolds()
{
    Desk desk;
    QVERIFY(says(desk.wizard, u"Budget: enter completes and CPI"_s));
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
    named<QListWidget>(desk.wizard, u"Qualifications to interlock"_s)
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

void TestWizard::keepsADraftWhenItIsLeft()
{
    Desk desk;
    QSignalSpy kept(&desk.wizard, &ui::SurveyWizard::kept);
    desk.wizard.reject();
    QCOMPARE(kept.size(), 0); // nothing was entered
    desk.type(u"Name"_s, u"Coffee"_s);
    QCOMPARE(desk.session.drafts().records().size(), qsizetype(0));
    QTRY_COMPARE(desk.session.drafts().records().size(), qsizetype(1)); // by itself, soon
    desk.type(u"Name"_s, u"Coffee at home"_s);
    QTest::keyClick(&desk.wizard, Qt::Key_Escape);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(desk.prompt.asked.size(), qsizetype(0));
    QCOMPARE(desk.session.drafts().records().size(), qsizetype(1));
    QCOMPARE(desk.session.drafts().records().first().draft.name, u"Coffee at home"_s);
}

void TestWizard::opensADraftWhereItIsNotWhole()
{
    Desk desk;
    desk.fillBasicsToLinks();
    models::SurveyDraft draft = desk.wizard.draft();
    draft.cpi = {};
    desk.session.drafts().save(u"one"_s, draft, false, false);
    ui::SurveyWizard second(desk.session, desk.prompt);
    second.openDraft(u"one"_s);
    QCOMPARE(second.draft(), draft);
    QCOMPARE(named<QListWidget>(second, u"Steps"_s)->currentRow(), 1);
    QVERIFY(says(second, u"Price per complete (minimum 1.75 for B2C)"_s));
}

void TestWizard::forgetsADraftWhoseSurveyIsCreated()
{
    Desk desk;
    desk.createAnswer =
        json(200, R"({"status":200,"data":{"project_id":"new","survey_name":"Coffee"}})");
    desk.fillBasicsToLinks();
    desk.review();
    desk.button(u"Create"_s)->click();
    QCOMPARE(desk.session.drafts().records().size(), qsizetype(1)); // until it is there
    QTRY_VERIFY(says(desk.wizard, u"Survey created."_s));
    QCOMPARE(desk.session.drafts().records().size(), qsizetype(0));
}

void TestWizard::goesOnWithACreationThatWasInterrupted()
{
    Desk desk;
    desk.fillBasicsToLinks();
    models::CreationIntent intent;
    intent.uuid = u"i"_s;
    intent.draft = desk.wizard.draft();
    intent.state = models::IntentState::Unknown;
    ui::SurveyWizard second(desk.session, desk.prompt);
    second.resume(intent);
    QVERIFY(says(second, u"It is not known whether the survey was created."_s));
    named<QPushButton>(second, u"Keep as draft"_s)->click();
    QCOMPARE(desk.session.drafts().records().size(), qsizetype(1));
    QCOMPARE(desk.creates.size(), qsizetype(0));
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestWizard>(argc, argv);
}

#include "tst_wizard.moc"
