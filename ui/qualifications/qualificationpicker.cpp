#include "ui/qualifications/qualificationpicker.h"

#include "models/reference/referencestore.h"
#include "ui/qualifications/qualificationeditor.h"
#include "ui/qualifications/questiondelegate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int leastListWidth = 240;
constexpr int listWidth = 300; // where there is room

} // namespace

QualificationPicker::QualificationPicker(models::ReferenceStore &reference, Prompt &prompt,
                                         QWidget *parent)
    : QWidget(parent)
    , m_reference(reference)
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new EmptyState(this))
{
    auto *const both = new QWidget(this);
    auto *const columns = new QHBoxLayout(both);
    columns->setContentsMargins({});
    columns->setSpacing(space::padding);
    columns->addWidget(list(), 1);
    columns->addWidget(editor(prompt), 1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(both);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addWidget(m_banner);
    rows->addWidget(m_stack, 1);
    setFocusProxy(m_search);
    listen();
    showState();
}

QWidget *QualificationPicker::list()
{
    auto *const left = new QWidget(this);
    m_search = new QLineEdit(left);
    m_search->setPlaceholderText(tr("Search name or text"));
    m_search->setAccessibleName(tr("Search qualifications"));
    m_search->setClearButtonEnabled(true);
    m_onlyChosen = new QCheckBox(tr("Only &chosen ones"), left);
    m_list = new QListView(left);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new QuestionDelegate(m_list));
    m_list->setAccessibleName(tr("Qualifications"));
    m_list->setUniformItemSizes(true);
    left->setMinimumWidth(leastListWidth);
    left->setMaximumWidth(listWidth);
    setTabOrder(m_search, m_list);
    setTabOrder(m_list, m_onlyChosen);
    auto *const rows = new QVBoxLayout(left);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addWidget(m_search);
    rows->addWidget(m_list, 1);
    rows->addWidget(m_onlyChosen);
    return left;
}

QWidget *QualificationPicker::editor(Prompt &prompt)
{
    m_editors = new QStackedWidget(this);
    m_editor = new QualificationEditor(prompt, m_editors);
    auto *const hint = new EmptyState(m_editors);
    hint->show(tr("No qualification chosen"),
               tr("Choose one on the left to say which of its options qualify."));
    m_editors->addWidget(hint);
    m_editors->addWidget(m_editor);
    return m_editors;
}

void QualificationPicker::listen()
{
    auto *const find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    auto *const paste = new QShortcut(QKeySequence::Paste, m_list);
    paste->setContext(Qt::WidgetShortcut);
    connect(paste, &QShortcut::activated, this, [this] {
        if (m_model.question(m_list->currentIndex()))
            m_editor->pasteAnswers();
    });
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_model.setFilter(text); });
    connect(m_onlyChosen, &QCheckBox::toggled, this,
            [this](bool isOnly) { m_model.setOnlyChosen(isOnly); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &QualificationPicker::showQuestion);
    connect(m_editor, &QualificationEditor::changed, this, &QualificationPicker::take);
    connect(&m_reference, &models::ReferenceStore::qualificationsChanged, this,
            [this](const api::CountryId &country, const api::LanguageId &language) {
                if (country == m_country && language == m_language)
                    fill();
            });
    connect(
        &m_reference, &models::ReferenceStore::failed, this, [this](const api::ApiError &error) {
            if (m_model.questions().isEmpty())
                m_banner->showError(tr("The standard qualifications could not be loaded."), error);
        });
    connect(m_banner, &Banner::retry, this, [this] {
        m_banner->clear();
        m_reference.loadQualifications(m_country, m_language);
    });
}

void QualificationPicker::setPlace(const api::CountryId &country, const api::LanguageId &language)
{
    if (country == m_country && language == m_language)
        return showState();
    m_country = country;
    m_language = language;
    m_banner->clear();
    fill();
    if (!m_country.isEmpty() && !m_language.isEmpty())
        m_reference.loadQualifications(m_country, m_language);
}

void QualificationPicker::setTargets(const QList<models::TargetedQualification> &targets)
{
    if (targets == m_targets)
        return;
    m_targets = targets;
    fill();
}

void QualificationPicker::setLeftOut(const QSet<api::QualificationCode> &codes)
{
    m_leftOut = codes;
    fill();
}

void QualificationPicker::fill()
{
    QList<api::Qualification> questions = m_reference.qualifications(m_country, m_language);
    questions.removeIf(
        [this](const api::Qualification &one) { return m_leftOut.contains(one.code); });
    const api::QualificationCode current {
        m_list->currentIndex().data(models::QuestionModel::CodeRole).toInt()};
    m_model.setQuestions(questions);
    m_model.clearChosen();
    for (const models::TargetedQualification &target : std::as_const(m_targets))
        m_model.setChosen(target.question.code, int(models::answers(target).size()));
    if (const QModelIndex again = m_model.indexOf(current); again.isValid()) {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(again);
    }
    if (!questions.isEmpty())
        m_banner->clear();
    showQuestion();
    showState();
    if (m_wanted && !questions.isEmpty())
        focusQuestion(*m_wanted);
}

void QualificationPicker::focusQuestion(api::QualificationCode code)
{
    m_wanted.reset();
    if (m_model.questions().isEmpty()) {
        m_wanted = code;
        return setFocus();
    }
    if (!m_model.indexOf(code).isValid()) { // it may only be hidden
        m_search->clear();
        m_onlyChosen->setChecked(false);
    }
    const QModelIndex question = m_model.indexOf(code);
    if (!question.isValid())
        return setFocus();
    m_list->setCurrentIndex(question);
    m_list->scrollTo(question, QAbstractItemView::PositionAtCenter);
    m_editor->focusAnswers();
}

void QualificationPicker::showState()
{
    const bool isThere = !m_model.questions().isEmpty();
    m_stack->setCurrentIndex(isThere ? 1 : 0);
    if (m_country.isEmpty() || m_language.isEmpty())
        m_state->show(tr("No country and language yet"),
                      tr("Each country and language has its own standard qualifications. Choose "
                         "both in the first step."));
    else if (!m_leftOut.isEmpty() && !m_reference.qualifications(m_country, m_language).isEmpty())
        m_state->show(tr("All standard qualifications are asked"),
                      tr("The list of this country and language has no further one."));
    else
        m_state->show(tr("Loading the standard qualifications…"), {});
}

models::TargetedQualification QualificationPicker::targetOf(api::QualificationCode code) const
{
    const auto target =
        std::ranges::find(m_targets, code, [](const models::TargetedQualification &one) {
            return one.question.code;
        });
    return target == m_targets.end() ? models::TargetedQualification() : *target;
}

void QualificationPicker::showQuestion()
{
    const api::Qualification *const question = m_model.question(m_list->currentIndex());
    m_editors->setCurrentIndex(question ? 1 : 0);
    if (!question)
        return;
    const models::TargetedQualification target = targetOf(question->code);
    const bool isShown = m_editor->question() == *question
        && models::answers(m_editor->chosen()) == models::answers(target);
    if (!isShown) // otherwise filter, scroll and an open editor would be lost
        m_editor->edit(*question, target);
}

void QualificationPicker::take()
{
    const models::TargetedQualification chosen = m_editor->chosen();
    const auto target = std::ranges::find(
        m_targets, chosen.question.code,
        [](const models::TargetedQualification &one) { return one.question.code; });
    const int count = int(models::answers(chosen).size());
    if (count == 0) {
        if (target != m_targets.end())
            m_targets.erase(target);
    } else if (target != m_targets.end()) {
        *target = chosen;
    } else {
        m_targets.append(chosen);
    }
    m_model.setChosen(chosen.question.code, count);
    Q_EMIT edited();
}

} // namespace ui

#include "moc_qualificationpicker.cpp"
