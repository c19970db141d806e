#include "ui/qualifications/editqualification.h"

#include "models/qualifications/audience.h"
#include "models/support/plain.h"
#include "ui/qualifications/qualificationeditor.h"
#include "ui/survey/editacts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EditQualification::EditQualification(Prompt &prompt, const api::Qualification &own,
                                     const models::BuiltOnAnswers &built, QWidget *parent)
    : QDialog(parent)
    , m_prompt(prompt)
    , m_own(own)
    , m_built(built)
    , m_banner(new Banner(this))
    , m_editor(new QualificationEditor(prompt, this))
    , m_effect(plainLabel(this, LabelLook::Warning))
    , m_save(new QPushButton(tr("&Save qualification"), this))
{
    setWindowTitle(tr("Edit “%1”").arg(models::plain(own.title)));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 560);
    build();
    m_editor->edit(before().question, before());
    m_editor->setFocus();
    check();
}

void EditQualification::build()
{
    m_effect->setWordWrap(true);
    setPrimary(m_save);
    auto *const cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton *const button : {m_save, cancel})
        button->setAutoDefault(false); // Enter in a cell or a field presses nothing
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_save);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(m_banner);
    rows->addWidget(m_editor, 1);
    rows->addWidget(m_effect);
    rows->addLayout(row);
    connect(m_editor, &QualificationEditor::changed, this, &EditQualification::check);
    connect(m_save, &QPushButton::clicked, this, &EditQualification::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

models::TargetedQualification EditQualification::before() const
{
    return models::asTargeted(m_own, m_master);
}

void EditQualification::setMaster(const QList<api::Qualification> &master)
{
    m_master = master;
    const models::TargetedQualification known = before();
    if (known.question == m_editor->question())
        return;
    models::TargetedQualification edited = m_editor->chosen();
    edited.question = known.question;
    m_editor->edit(known.question, edited);
    check();
}

void EditQualification::setBuilt(const models::BuiltOnAnswers &built)
{
    m_built = built;
    check();
}

void EditQualification::check()
{
    const models::TargetedQualification after = m_editor->chosen();
    bool isWrong = false;
    QStringList lines;
    for (const models::Issue &issue : models::targetIssues(after)) {
        isWrong = isWrong || issue.severity == models::Severity::Error;
        lines.append(issue.text);
    }
    const bool isChanged = models::answers(after) != models::answers(before());
    if (isChanged && !isWrong)
        lines.append(models::effectText(models::effectOf(before(), after, m_built)));
    lines.removeAll(QString());
    m_effect->setText(m_isSending ? tr("Saving…") : lines.join(u'\n'));
    m_effect->setVisible(!m_effect->text().isEmpty());
    m_effect->setProperty("isProblem", isWrong);
    m_effect->setProperty("isWarning", !isWrong);
    repolish(m_effect);
    m_editor->setEnabled(!m_isSending);
    m_save->setEnabled(isChanged && !isWrong && !m_isSending);
}

void EditQualification::save()
{
    const models::TargetingEffect effect = models::effectOf(before(), m_editor->chosen(), m_built);
    if (effect.isNothing())
        return send(false);
    const Question question {tr("Change the qualification “%1”?").arg(models::plain(m_own.title)),
                             models::effectText(effect), tr("Save qualification")};
    m_prompt.ask(this, question, this, [this](bool isConfirmed) {
        if (isConfirmed)
            send(false);
    });
}

void EditQualification::send(bool overwrites)
{
    m_banner->clear();
    m_isSending = true;
    check();
    Q_EMIT wanted(before(), m_editor->chosen(), overwrites);
}

void EditQualification::showDeclined()
{
    m_isSending = false;
    check();
    ui::showDeclined(*m_banner);
}

void EditQualification::showFailure(const api::ApiError &error)
{
    m_isSending = false;
    check();
    m_banner->showError(
        error.delivery == api::Delivery::Ambiguous
            ? tr("The qualification may not have been saved. What you chose is kept here.")
            : tr("The qualification was not saved. What you chose is kept here."),
        error, false);
}

void EditQualification::showOutdated(const api::Qualification &theirs)
{
    m_isSending = false;
    check();
    if (theirs.code.isEmpty()) {
        m_banner->show(Tone::Error, tr("The survey no longer asks it: nothing was sent."),
                       tr("It was removed elsewhere meanwhile. It can be added again."));
        return;
    }
    compare(tr("It was changed elsewhere meanwhile: nothing was sent."), theirs);
}

void EditQualification::showKeptOther(const api::Qualification &theirs)
{
    m_isSending = false;
    check();
    compare(tr("The service accepted the change but returned different values."), theirs);
}

void EditQualification::compare(const QString &what, const api::Qualification &theirs)
{
    m_banner->show(Tone::Warning, what,
                   tr("Before: %1\nThere now: %2\nYours: %3")
                       .arg(models::answersText(before()),
                            models::answersText(models::asTargeted(theirs)),
                            models::answersText(m_editor->chosen())));
    m_banner->addAction(tr("Save min&e"), this, [this] { send(true); });
    m_banner->addAction(tr("Ta&ke theirs"), this, [this, theirs] {
        m_banner->clear();
        m_own = theirs;
        m_editor->edit(before().question, before());
        check();
    });
}

} // namespace ui

#include "moc_editqualification.cpp"
