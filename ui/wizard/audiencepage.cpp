#include "ui/wizard/audiencepage.h"

#include "models/reference/referencestore.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/wizard/issuetext.h"
#include "ui/wizard/qualificationeditor.h"
#include "ui/wizard/questiondelegate.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int pickerWidth = 300;

bool isEmpty(const models::TargetedQualification &target)
{
    return target.options.isEmpty() && target.ranges.isEmpty() && target.zipCodes.isEmpty();
}

} // namespace

AudiencePage::AudiencePage(models::ReferenceStore &reference, QWidget *parent)
    : WizardPage(parent)
    , m_reference(reference)
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new EmptyState(this))
    , m_problems(plainLabel(this, LabelLook::Problem))
{
    m_problems->setWordWrap(true);
    m_stack->addWidget(m_state);
    m_stack->addWidget(picker());
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addWidget(m_banner);
    rows->addWidget(m_stack, 1);
    rows->addWidget(m_problems);
    setFocusProxy(m_search);
    connect(&reference, &models::ReferenceStore::qualificationsChanged, this,
            [this](const api::CountryId &country, const api::LanguageId &language) {
                if (country == m_country && language == m_language)
                    fill();
            });
    connect(&reference, &models::ReferenceStore::failed, this, [this](const api::ApiError &error) {
        if (m_model.questions().isEmpty())
            m_banner->showError(tr("The standard qualifications could not be loaded."), error);
    });
    connect(m_banner, &Banner::retry, this, [this] {
        m_banner->clear();
        m_reference.loadQualifications(m_country, m_language);
    });
}

QWidget *AudiencePage::picker()
{
    auto *const picker = new QWidget(this);
    m_search = new QLineEdit(picker);
    m_search->setPlaceholderText(tr("Search name or question"));
    m_search->setAccessibleName(tr("Search qualifications"));
    m_search->setClearButtonEnabled(true);
    m_onlyChosen = new QCheckBox(tr("Only &chosen ones"), picker);
    m_list = new QListView(picker);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new QuestionDelegate(m_list));
    m_list->setAccessibleName(tr("Qualifications"));
    m_list->setUniformItemSizes(true);
    m_editor = new QualificationEditor(picker);
    auto *const hint = new EmptyState(picker);
    hint->show(tr("No qualification chosen"),
               tr("Choose one on the left to say which of its answers qualify."));
    m_editors = new QStackedWidget(picker);
    m_editors->addWidget(hint);
    m_editors->addWidget(m_editor);
    auto *const left = new QVBoxLayout;
    left->setSpacing(space::control);
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    left->addWidget(m_onlyChosen);
    auto *const columns = new QHBoxLayout(picker);
    columns->setContentsMargins({});
    columns->setSpacing(space::padding);
    columns->addLayout(left);
    columns->addWidget(m_editors, 1);
    m_list->setFixedWidth(pickerWidth);
    m_search->setFixedWidth(pickerWidth);
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_model.setFilter(text); });
    connect(m_onlyChosen, &QCheckBox::toggled, this,
            [this](bool isOnly) { m_model.setOnlyChosen(isOnly); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AudiencePage::showQuestion);
    connect(m_editor, &QualificationEditor::changed, this, &AudiencePage::take);
    return picker;
}

bool AudiencePage::owns(const QByteArray &field) const
{
    return field.startsWith("qualifications");
}

void AudiencePage::load(const models::SurveyDraft &draft)
{
    m_targets = draft.qualifications;
    const bool isOther = m_country != draft.country || m_language != draft.language;
    m_country = draft.country;
    m_language = draft.language;
    if (isOther) {
        m_banner->clear();
        fill();
        if (!m_country.isEmpty() && !m_language.isEmpty())
            m_reference.loadQualifications(m_country, m_language);
    }
    showState();
}

void AudiencePage::store(models::SurveyDraft &draft) const
{
    draft.qualifications = m_targets;
}

void AudiencePage::fill()
{
    m_model.setQuestions(m_reference.qualifications(m_country, m_language));
    m_model.clearChosen();
    for (const models::TargetedQualification &target : std::as_const(m_targets))
        m_model.setChosen(target.question.code, int(models::answers(target).size()));
    if (!m_model.questions().isEmpty())
        m_banner->clear();
    showQuestion();
    showState();
}

void AudiencePage::showState()
{
    const bool isThere = !m_model.questions().isEmpty();
    m_stack->setCurrentIndex(isThere ? 1 : 0);
    if (m_country.isEmpty() || m_language.isEmpty())
        m_state->show(tr("No country and language yet"),
                      tr("Each country and language has its own standard qualifications. Choose "
                         "both in the first step."));
    else
        m_state->show(tr("Loading the standard qualifications…"), {});
}

void AudiencePage::showQuestion()
{
    const api::Qualification *const question = m_model.question(m_list->currentIndex());
    m_editors->setCurrentIndex(question ? 1 : 0);
    if (!question)
        return;
    const auto target =
        std::ranges::find_if(m_targets, [question](const models::TargetedQualification &one) {
            return one.question.code == question->code;
        });
    m_editor->edit(*question,
                   target == m_targets.end() ? models::TargetedQualification() : *target);
}

void AudiencePage::take()
{
    const models::TargetedQualification chosen = m_editor->chosen();
    const auto target =
        std::ranges::find_if(m_targets, [&chosen](const models::TargetedQualification &one) {
            return one.question.code == chosen.question.code;
        });
    if (isEmpty(chosen)) {
        if (target != m_targets.end())
            m_targets.erase(target);
    } else if (target != m_targets.end()) {
        *target = chosen;
    } else {
        m_targets.append(chosen);
    }
    m_model.setChosen(chosen.question.code, int(models::answers(chosen).size()));
    Q_EMIT edited();
}

void AudiencePage::showIssues(const QList<models::Issue> &issues, bool)
{
    showIssueText(m_problems, issues, [this](const QByteArray &field) { return owns(field); });
}

} // namespace ui

#include "moc_audiencepage.cpp"
