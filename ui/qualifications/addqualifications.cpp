#include "ui/qualifications/addqualifications.h"

#include "models/qualifications/audience.h"
#include "models/reference/referencestore.h"
#include "models/support/plain.h"
#include "ui/qualifications/qualificationpicker.h"
#include "ui/survey/editacts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/looks.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

AddQualifications::AddQualifications(models::ReferenceStore &reference, Prompt &prompt,
                                     const api::Survey &survey,
                                     const QSet<api::QualificationCode> &asked, QWidget *parent)
    : QDialog(parent)
    , m_picker(new QualificationPicker(reference, prompt, this))
    , m_summary(plainLabel(this, LabelLook::Muted))
    , m_problems(plainLabel(this, LabelLook::Problem))
    , m_banner(new Banner(this))
    , m_add(new QPushButton(tr("Add &qualifications"), this))
{
    setWindowTitle(tr("Add qualifications to “%1”").arg(models::plain(survey.name)));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 600);
    build();
    m_picker->setLeftOut(asked);
    m_picker->setPlace(survey.country, survey.language);
    m_picker->setFocus();
    // While the list loads its search can't have the keyboard, and another widget takes it.
    connect(
        &reference, &models::ReferenceStore::qualificationsChanged, this,
        [this] { m_picker->setFocus(); }, Qt::SingleShotConnection);
    check();
}

void AddQualifications::build()
{
    m_problems->setWordWrap(true);
    setPrimary(m_add);
    auto *const cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton *const button : {m_add, cancel})
        button->setAutoDefault(false); // Enter in a cell or a field presses nothing
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addWidget(m_summary, 1);
    row->addWidget(cancel);
    row->addWidget(m_add);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(m_banner);
    rows->addWidget(m_picker, 1);
    rows->addWidget(m_problems);
    rows->addLayout(row);
    connect(m_picker, &QualificationPicker::edited, this, &AddQualifications::check);
    connect(m_add, &QPushButton::clicked, this, &AddQualifications::send);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void AddQualifications::check()
{
    QStringList problems;
    bool isWrong = false;
    for (const models::TargetedQualification &target : m_picker->targets()) {
        for (const models::Issue &issue : models::targetIssues(target)) {
            problems.append(issue.text);
            isWrong = isWrong || issue.severity == models::Severity::Error;
        }
    }
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
    m_problems->setProperty("isProblem", isWrong);
    m_problems->setProperty("isWarning", !isWrong);
    repolish(m_problems);
    const int count = int(m_picker->targets().size());
    m_summary->setText(m_isSending     ? tr("Adding…")
                           : count > 0 ? tr("%n qualification(s) chosen", nullptr, count)
                                       : tr("Choose at least one option of a qualification."));
    m_picker->setEnabled(!m_isSending);
    m_add->setEnabled(count > 0 && !isWrong && !m_isSending);
}

void AddQualifications::send()
{
    m_banner->clear();
    m_isSending = true;
    check();
    Q_EMIT wanted(m_picker->targets());
}

QList<models::TargetedQualification> AddQualifications::others(const QStringList &existing) const
{
    QList<models::TargetedQualification> left = m_picker->targets();
    left.removeIf([&existing](const models::TargetedQualification &target) {
        return existing.contains(target.question.title.trimmed(), Qt::CaseInsensitive);
    });
    return left;
}

void AddQualifications::showDeclined()
{
    m_isSending = false;
    check();
    ui::showDeclined(*m_banner);
}

void AddQualifications::showFailure(const api::ApiError &error)
{
    m_isSending = false;
    check();
    if (error.existing.isEmpty()) {
        m_banner->showError(error.delivery == api::Delivery::Ambiguous
                                ? tr("The qualifications may not have been added. What you chose "
                                     "is kept here.")
                                : tr("The qualifications were not added. What you chose is kept "
                                     "here."),
                            error, false);
        return;
    }
    QStringList names;
    for (const QString &title : error.existing)
        names.append(shown(title));
    m_banner->showError(
        tr("The survey asks %1 already: nothing was added.").arg(names.join(u", "_s)), error,
        false);
    const QList<models::TargetedQualification> left = others(error.existing);
    if (left.isEmpty() || left.size() == m_picker->targets().size())
        return;
    m_banner->addAction(tr("Add the ot&hers"), this, [this, left] {
        m_picker->setTargets(left);
        send();
    });
}

} // namespace ui

#include "moc_addqualifications.cpp"
