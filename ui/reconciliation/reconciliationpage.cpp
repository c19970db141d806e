#include "ui/reconciliation/reconciliationpage.h"

#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/reconciliation/reconciliationdesk.h"
#include "ui/reconciliation/reconciliationoverview.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/searchcombo.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ReconciliationPage::ReconciliationPage(models::Session &session, Prompt &prompt, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_prompt(prompt)
    , m_overview(new ReconciliationOverview(session, this))
    , m_desk(new ReconciliationDesk(session, prompt, this))
    , m_stack(new QStackedWidget(this))
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::padding, space::page, space::card);
    rows->setSpacing(space::card);
    rows->addWidget(plainLabel(this, LabelLook::PageTitle, tr("Reconciliation")));
    rows->addLayout(header());
    m_stack->addWidget(m_overview);
    m_stack->addWidget(m_desk);
    rows->addWidget(m_stack, 1);
    setFocusProxy(m_picker);
    connect(m_overview, &ReconciliationOverview::opened, this, &ReconciliationPage::choose);
    connect(&session.surveys(), &models::SurveyStore::changed, this,
            &ReconciliationPage::fillPicker);
    fillPicker();
    showAll();
}

ReconciliationPage::~ReconciliationPage() = default;

QBoxLayout *ReconciliationPage::header()
{
    constexpr int wide = 400;
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    QLabel *const label = plainLabel(this, LabelLook::Text, tr("Sur&vey"));
    m_picker = new QComboBox(this);
    m_picker->setAccessibleName(tr("Survey"));
    m_picker->setMinimumWidth(wide);
    makeSearchable(m_picker);
    label->setBuddy(m_picker);
    m_all = new QPushButton(tr("&All reconciliations"), this);
    row->addWidget(label);
    row->addWidget(m_picker);
    row->addWidget(m_all);
    row->addStretch();
    connect(m_picker, &QComboBox::currentIndexChanged, this,
            [this](int at) { choose({m_picker->itemData(at).toString()}); });
    connect(m_all, &QPushButton::clicked, this, &ReconciliationPage::showAll);
    return row;
}

void ReconciliationPage::fillPicker()
{
    const QSignalBlocker quiet(m_picker);
    const QString typed = m_picker->currentText();
    m_picker->clear();
    for (const api::Survey &survey : m_session.surveys().surveys())
        m_picker->addItem(u"%1 · %2"_s.arg(models::plain(survey.name), models::plain(survey.code)),
                          survey.id.value);
    m_picker->setCurrentIndex(m_picker->findData(m_survey.value));
    if (m_survey.isEmpty() || m_picker->lineEdit()->hasFocus())
        m_picker->setEditText(typed); // it is just being typed
    m_picker->lineEdit()->setPlaceholderText(tr("Choose a survey"));
}

void ReconciliationPage::choose(const api::SurveyId &survey)
{
    if (survey.isEmpty())
        return;
    if (survey == m_desk->survey() || m_desk->unsaved().isEmpty())
        return open(survey);
    showChosen();
    const Question question {tr("Drop the imported list?"), unsaved(), tr("Drop the list")};
    m_prompt.ask(this, question, this, [this, survey](bool isSure) {
        if (isSure)
            open(survey);
    });
}

void ReconciliationPage::showChosen()
{
    const QSignalBlocker quiet(m_picker);
    m_picker->setCurrentIndex(m_picker->findData(m_survey.value));
    if (m_survey.isEmpty())
        m_picker->setEditText({});
}

void ReconciliationPage::open(const api::SurveyId &survey)
{
    m_survey = survey;
    showChosen();
    m_desk->setSurvey(survey);
    m_stack->setCurrentWidget(m_desk);
    m_all->setVisible(true);
}

void ReconciliationPage::showAll()
{
    m_survey = {};
    showChosen();
    m_stack->setCurrentWidget(m_overview);
    m_all->setVisible(false);
}

void ReconciliationPage::refresh()
{
    if (m_survey.isEmpty())
        m_overview->refresh();
    else
        m_desk->refresh();
}

QString ReconciliationPage::unsaved() const
{
    const QString sentence = m_desk->unsaved();
    const api::Survey *const survey = m_session.surveys().find(m_desk->survey());
    const QString name = models::plain(survey ? survey->name : m_desk->survey().value);
    return sentence.isEmpty() ? QString() : tr("“%1”: %2").arg(name, sentence);
}

QString ReconciliationPage::searchHint() const
{
    return tr("Search name or code");
}

void ReconciliationPage::search(const QString &text)
{
    m_searched = text;
    m_overview->search(text);
}

} // namespace ui

#include "moc_reconciliationpage.cpp"
