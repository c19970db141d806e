#include "models/drafts/draftstore.h"
#include "models/surveys/surveystore.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/ui/wizard/wizarddesk.h"

#include <QDateEdit>
#include <QListView>
#include <QTableView>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;
using Desk = support::WizardDesk;

class TestWizardHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jumpsToTheVeryQuestion();
    void goesBackToTheFieldThatWasRefused();
    void warnsWhenTheServersClockIsAnother();
    void offersANameThatIsFree();
    void keepsInSightWhatABriefLeftOpen();
    void goesOnByKeys();
    void reviewsEverything();
    void stepsWithoutInputAreNotTicked();
    void keepsInSightWhatACloneLacks();
};

void jump(ui::SurveyWizard &wizard, const QByteArray &field)
{
    named<QListWidget>(wizard, u"Steps"_s)->setCurrentRow(7);
    auto *const issues = named<QListWidget>(wizard, u"What is still wrong"_s);
    for (int row = 0; row < issues->count(); ++row) {
        if (issues->item(row)->data(Qt::UserRole).toByteArray() == field)
            return void(issues->itemActivated(issues->item(row)));
    }
    QFAIL(field.constData());
}

void TestWizardHelp::jumpsToTheVeryQuestion()
{
    Desk desk;
    desk.fillBasicsToLinks();
    auto *const list = named<QListView>(desk.wizard, u"Qualifications"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    list->setCurrentIndex(list->model()->index(0, 0));
    desk.button(u"Choose all shown"_s)->click();
    desk.next();
    desk.button(u"Distribute evenly"_s)->click();
    named<QSpinBox>(desk.wizard, u"Completes needed"_s)->setValue(500);
    jump(desk.wizard, "quotas/43");
    QCOMPARE(named<QListWidget>(desk.wizard, u"Steps"_s)->currentRow(), 4);
    QCOMPARE(desk.wizard.focusWidget()->accessibleName(), u"Quotas"_s);

    models::SurveyDraft draft = desk.wizard.draft();
    draft.qualifications.first().options.clear();
    ui::SurveyWizard second(desk.session, desk.prompt);
    second.fill(draft);
    named<QLineEdit>(second, u"Search qualifications"_s)->setText(u"something else"_s);
    jump(second, "qualifications/43");
    QCOMPARE(named<QListWidget>(second, u"Steps"_s)->currentRow(), 3);
    QCOMPARE(named<QListView>(second, u"Qualifications"_s)->currentIndex().data().toString(),
             u"GENDER"_s);
    QCOMPARE(second.focusWidget()->accessibleName(), u"Options"_s);
}

void TestWizardHelp::goesBackToTheFieldThatWasRefused()
{
    Desk desk;
    desk.createAnswer = json(
        422, R"({"status":422,"error":"Start date must be in future or equal to current date."})");
    desk.fillBasicsToLinks();
    desk.review();
    desk.button(u"Create"_s)->click();
    QTRY_VERIFY(says(desk.wizard, u"The survey was not created."_s));
    desk.button(u"Back to the draft"_s)->click();
    QCOMPARE(named<QListWidget>(desk.wizard, u"Steps"_s)->currentRow(), 1);
    QCOMPARE(desk.wizard.focusWidget()->accessibleName(), u"Start"_s);
    QVERIFY(says(desk.wizard, u"The service refused this: Start date must be in future"_s));
    auto *const start = named<QDateEdit>(desk.wizard, u"Start"_s);
    start->setDate(start->date().addDays(1));
    QVERIFY(!says(desk.wizard, u"The service refused this"_s));
    desk.review();
    QVERIFY(desk.button(u"Create"_s)->isEnabled());
}

void TestWizardHelp::warnsWhenTheServersClockIsAnother()
{
    Desk desk;
    const QDateTime ahead = QDateTime::currentDateTimeUtc().addDays(1);
    const QByteArray date = "Date: "
        + QLocale::c().toString(ahead, u"ddd, dd MMM yyyy HH:mm:ss").toLatin1() + " GMT\r\n";
    desk.moreHeaders = date;
    desk.next();
    QVERIFY(!says(desk.wizard, u"By the service’s clock"_s));
    desk.session.surveys().refresh();
    QTRY_VERIFY(desk.session.client().clockSkew() > std::chrono::hours(23));
    desk.next();
    desk.button(u"Back"_s)->click();
    QVERIFY(says(desk.wizard, u"By the service’s clock it is"_s));
}

void TestWizardHelp::offersANameThatIsFree()
{
    Desk desk;
    api::Survey there;
    there.id = {u"there"_s};
    there.name = u"Coffee"_s;
    desk.session.surveys().adopt(there);
    desk.type(u"Name"_s, u"coffee"_s);
    QVERIFY(says(desk.wizard, u"A survey of this name is there already."_s));
    QPushButton *offer = nullptr;
    for (QPushButton *const button : desk.wizard.findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"&Use “coffee "_s))
            offer = button;
    }
    QVERIFY(offer && offer->isVisibleTo(&desk.wizard));
    offer->click();
    QCOMPARE(desk.wizard.draft().name.size(), qsizetype(11)); // "coffee K7QF"
    QVERIFY(!offer->isVisibleTo(&desk.wizard));
    QVERIFY(!says(desk.wizard, u"A survey of this name is there already."_s));
}

void TestWizardHelp::keepsInSightWhatABriefLeftOpen()
{
    Desk desk;
    models::SurveyDraft draft;
    draft.name = u"Coffee"_s;
    using models::BriefNote;
    desk.wizard.fillFrom(draft,
                         {{BriefNote::Understood, u"Name"_s, u"Coffee"_s},
                          {BriefNote::NotUnderstood, u"Budget"_s, u"No such field."_s},
                          {BriefNote::Adjusted, u"LOI"_s, u"12, rounded"_s}});
    auto *const table = named<QTableView>(desk.wizard, u"Not understood in the brief"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"No such field."_s);
    desk.next();
    QVERIFY(table->isVisibleTo(&desk.wizard)); // through all steps
    desk.button(u"Put away"_s)->click();
    QVERIFY(!table->isVisibleTo(&desk.wizard));
    desk.wizard.reject();
    QCOMPARE(desk.session.drafts().records().size(), qsizetype(1)); // the brief was the person's
}

void TestWizardHelp::goesOnByKeys()
{
    Desk desk;
    desk.wizard.show();
    QVERIFY(QTest::qWaitForWindowActive(&desk.wizard));
    auto *const steps = named<QListWidget>(desk.wizard, u"Steps"_s);
    QCOMPARE(desk.wizard.focusWidget()->accessibleName(), u"Name"_s);
    QTest::keyClick(desk.wizard.focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(steps->currentRow(), 1);
    QCOMPARE(desk.wizard.focusWidget()->accessibleName(), u"Completes needed"_s);
    QTest::keyClick(desk.wizard.focusWidget(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(steps->currentRow(), 0);
    desk.button(u"Next"_s)->setFocus();
    QTest::keyClick(desk.wizard.focusWidget(), Qt::Key_Return);
    QCOMPARE(steps->currentRow(), 1);
    for (int step = 2; step < 9; ++step) {
        QWidget *const at = desk.wizard.focusWidget();
        QTest::keyClick(at ? at : &desk.wizard, Qt::Key_Return, Qt::ControlModifier);
    }
    QCOMPARE(steps->currentRow(), 7);
    QCOMPARE(desk.creates.size(), qsizetype(0)); // it isn't whole
}

void TestWizardHelp::reviewsEverything()
{
    Desk desk;
    desk.session.surveys().adopt(fixture::survey(u"old"_s, u"Snacks W5"_s));
    models::SurveyDraft draft = support::goodDraft();
    draft.category = {u"77"_s}; // the service no longer lists it
    draft.vertical = {u"78"_s};
    draft.excluded = {{u"old"_s}, {u"elsewhere"_s}};
    draft.quotas = {{{43}, {{250, 1}, {0, 2}}}};
    draft.interlocked = {{43}, {42}};
    draft.cells = {{{u"o1"_s, u"r18-24"_s}, 150}};
    desk.wizard.fill(draft);
    desk.review();
    for (const QString &text :
         {u"Snack tracker W14"_s, u"77"_s, u"78"_s, u"Not collected"_s, u"1,800.00"_s,
          u"https://survey.example/live"_s, u"https://survey.example/test"_s,
          u"Snacks W5 · ALGNold\nelsewhere"_s, u"GENDER: Male, Female"_s, u"AGE: 18–24, 25–34"_s,
          u"GENDER, Male: 250"_s, u"GENDER, Female: 0 (closed)"_s, u"GENDER × AGE: 4 cell(s)"_s,
          u"Male × 18-24: 150"_s})
        QVERIFY2(says(desk.wizard, text), qPrintable(text));
}

void TestWizardHelp::stepsWithoutInputAreNotTicked()
{
    Desk desk;
    desk.fillBasicsToLinks();
    desk.review();
    auto *const steps = named<QListWidget>(desk.wizard, u"Steps"_s);
    for (int step = 0; step < 7; ++step)
        steps->setCurrentRow(step);
    desk.review();
    QStringList texts;
    for (int step = 0; step < steps->count(); ++step)
        texts.append(steps->item(step)->text());
    QCOMPARE(
        texts.mid(0, 7),
        (QStringList {u"✓ Basics"_s, u"✓ Field"_s, u"✓ Links"_s, u"Audience: everybody"_s,
                      u"Quotas: none"_s, u"Interlocking: none"_s, u"Feasibility: not checked"_s}));
}

void TestWizardHelp::keepsInSightWhatACloneLacks()
{
    Desk desk;
    models::Clone clone;
    clone.draft = support::goodDraft();
    clone.original = fixture::survey(u"old"_s, u"Snacks W5"_s);
    clone.original.status = api::SurveyStatus::Closed;
    clone.unknown = {u"links"_s, u"vertical"_s};
    clone.notes = {u"IR is 12 here; the original has 12.4."_s};
    desk.wizard.fillFrom(clone);
    const auto isSaid = [&desk] {
        return says(desk.wizard, u"please check: links"_s)
            && says(desk.wizard, u"the original has 12.4"_s);
    };
    QVERIFY(isSaid());
    desk.button(u"Exclude its respondents"_s)->click();
    QVERIFY(isSaid());
    QVERIFY(says(desk.wizard, u"Respondents of the original are excluded."_s));
    QCOMPARE(desk.wizard.draft().excluded, (QList<api::SurveyId> {{u"old"_s}}));
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestWizardHelp>(argc, argv);
}

#include "tst_wizardhelp.moc"
