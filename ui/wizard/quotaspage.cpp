#include "ui/wizard/quotaspage.h"

#include "ui/quotas/quotaeditor.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/wizard/issuetext.h"

#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

QuotasPage::QuotasPage(QWidget *parent)
    : WizardPage(parent)
    , m_stack(new QStackedWidget(this))
    , m_editor(new QuotaEditor(QuotaEditor::Draft, this))
    , m_problems(plainLabel(this, LabelLook::Problem))
{
    auto *const none = new EmptyState(this);
    none->show(tr("No targeted options"),
               tr("Quotas are set for the options that the audience targets. Without quotas, "
                  "anyone who qualifies counts until the target is reached."));
    m_stack->addWidget(m_editor);
    m_stack->addWidget(none);
    connect(m_editor, &QuotaEditor::edited, this, [this] {
        if (!m_isLoading)
            Q_EMIT edited();
    });
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addWidget(m_stack, 1);
    rows->addWidget(m_problems);
    m_problems->setWordWrap(true);
    setFocusProxy(m_editor);
}

bool QuotasPage::owns(const QByteArray &field) const
{
    return field == "quotas" || field.startsWith("quotas/");
}

void QuotasPage::load(const models::SurveyDraft &draft)
{
    const QScopedValueRollback loading(m_isLoading, true);
    m_editor->setSheet(models::sheetOf(draft));
    m_stack->setCurrentIndex(m_editor->sheet().rows.isEmpty() ? 1 : 0);
}

void QuotasPage::store(models::SurveyDraft &draft) const
{
    draft.quotas = m_editor->sheet().quotas();
}

void QuotasPage::focusField(const QByteArray &field)
{
    if (const auto code = questionOf(field))
        m_editor->focusQuestion(*code);
    else
        setFocus();
}

void QuotasPage::showIssues(const QList<models::Issue> &issues, bool)
{
    showIssueText(m_problems, issues, [this](const QByteArray &field) { return owns(field); });
}

} // namespace ui

#include "moc_quotaspage.cpp"
