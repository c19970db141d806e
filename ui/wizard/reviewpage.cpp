#include "ui/wizard/reviewpage.h"

#include "api/calls/surveys.h"
#include "models/drafts/draftconversion.h"
#include "models/drafts/draftrules.h"
#include "models/drafts/jsontext.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/widgets/looks.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int issuesHeight = 110;

} // namespace

ReviewPage::ReviewPage(models::ReferenceStore &reference, QWidget *parent)
    : WizardPage(parent)
    , m_reference(reference)
    , m_issues(new QListWidget(this))
    , m_ready(plainLabel(this, LabelLook::Muted))
    , m_sheet(new QScrollArea(this))
    , m_showsJson(new QCheckBox(tr("Show the exact &message (JSON)"), this))
    , m_json(new QPlainTextEdit(this))
{
    m_issues->setAccessibleName(tr("What is still wrong"));
    m_issues->setMaximumHeight(issuesHeight);
    m_sheet->setWidgetResizable(true);
    m_sheet->setFrameShape(QFrame::NoFrame);
    m_json->setReadOnly(true);
    m_json->setAccessibleName(tr("The exact message"));
    m_json->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_json->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_json->hide();
    auto *const lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->setSpacing(space::control);
    lines->addWidget(m_ready);
    lines->addWidget(m_issues);
    lines->addWidget(m_sheet, 1);
    lines->addWidget(m_showsJson);
    lines->addWidget(m_json, 1);
    connect(m_issues, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT fieldWanted(item->data(Qt::UserRole).toByteArray());
    });
    connect(m_showsJson, &QCheckBox::toggled, this, &ReviewPage::showJson);
}

void ReviewPage::load(const models::SurveyDraft &draft)
{
    m_draft = draft;
    auto *const sheet = new QWidget;
    auto *const lines = new QFormLayout(sheet);
    lines->setContentsMargins({});
    lines->setHorizontalSpacing(space::page);
    for (const auto &[caption, value] : rows(draft)) {
        QLabel *const text = plainLabel(sheet, LabelLook::Text, value);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->addRow(plainLabel(sheet, LabelLook::Muted, caption), text);
    }
    m_sheet->setWidget(sheet); // deletes the one before
    showJson();
}

QList<std::pair<QString, QString>> ReviewPage::rows(const models::SurveyDraft &draft) const
{
    const auto row = [](const QString &caption, const QString &value) {
        return std::pair(caption, value.isEmpty() ? u"–"_s : models::plain(value));
    };
    const QLocale locale;
    QStringList targets;
    for (const models::TargetedQualification &target : draft.qualifications)
        targets.append(tr("%1 (%2)").arg(target.question.title,
                                         models::countText(models::answers(target).size())));
    QStringList crossed;
    for (const api::QualificationCode code : draft.interlocked) {
        if (const models::TargetedQualification *const target = models::find(draft, code))
            crossed.append(target->question.title);
    }
    return {
        row(tr("Name"), draft.name),
        row(tr("Country"), m_reference.countryName(draft.country)),
        row(tr("Language"), m_reference.languageName(draft.language)),
        row(tr("Audience type"), models::audienceName(draft.audience)),
        row(tr("Personal data"), draft.collectsPii ? tr("Collected") : tr("Not collected")),
        row(tr("Completes"), models::countText(draft.completes)),
        row(tr("Incidence rate"), tr("%1 %").arg(models::countText(draft.ir))),
        row(tr("Interview"), tr("%n minute(s)", nullptr, draft.loi)),
        row(tr("CPI"), models::moneyText(draft.cpi)),
        row(tr("Budget"), models::moneyText(models::budget(draft))),
        row(tr("Field"),
            tr("%1 to %2")
                .arg(locale.toString(draft.start, QLocale::ShortFormat),
                     locale.toString(draft.end, QLocale::ShortFormat))),
        row(tr("Live link"), draft.liveLink),
        row(tr("Test link"), draft.testLink),
        row(tr("Audience"), targets.join(u", "_s)),
        row(tr("Quotas"), tr("%n set", nullptr, int(draft.quotas.size()))),
        row(tr("Interlocking"),
            crossed.isEmpty() ? tr("None")
                              : tr("%1: %n cell(s)", nullptr, int(models::gridCells(draft).size()))
                                    .arg(crossed.join(u" × "_s))),
    };
}

void ReviewPage::showJson()
{
    m_json->setVisible(m_showsJson->isChecked());
    if (m_showsJson->isChecked())
        m_json->setPlainText(
            models::indentedJson(api::calls::createSurvey(models::toNewSurvey(m_draft)).body));
}

void ReviewPage::showIssues(const QList<models::Issue> &issues, bool)
{
    m_issues->clear();
    for (const models::Issue &issue : issues) {
        const QString text = issue.severity == models::Severity::Error
            ? issue.text
            : tr("Warning: %1").arg(issue.text);
        auto *const item = new QListWidgetItem(text, m_issues);
        item->setData(Qt::UserRole, issue.field);
        item->setToolTip(tr("Enter or a double click goes to the field"));
    }
    m_issues->setVisible(!issues.isEmpty());
    setFocusProxy(issues.isEmpty() ? nullptr : m_issues);
    m_ready->setText(models::hasErrors(issues)
                         ? tr("This keeps the survey from being created; choose a line to go "
                              "to its field:")
                         : issues.isEmpty() ? tr("Everything is there.")
                                            : tr("It can be created; look at the warnings first:"));
}

} // namespace ui

#include "moc_reviewpage.cpp"
