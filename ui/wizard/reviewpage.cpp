#include "ui/wizard/reviewpage.h"

#include "api/calls/surveys.h"
#include "models/drafts/draftconversion.h"
#include "models/drafts/draftrules.h"
#include "models/drafts/jsontext.h"
#include "models/qualifications/audience.h"
#include "models/quotas/quotasheet.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/widgets/looks.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int issuesHeight = 110;
constexpr qsizetype mostOptions = 60; ///< of a qualification; ZIP codes may be thousands

/// A line each; each is made safe to show by itself, since plain() takes line breaks away.
QString joined(const QStringList &lines)
{
    QStringList safe;
    for (const QString &line : lines)
        safe.append(models::plain(line));
    return safe.join(u'\n');
}

QString audience(const models::SurveyDraft &draft)
{
    QStringList lines;
    for (const models::TargetedQualification &target : draft.qualifications)
        lines.append(ReviewPage::tr("%1: %2", "a qualification and its chosen options")
                         .arg(target.question.title, models::answersText(target, mostOptions)));
    return lines.isEmpty() ? ReviewPage::tr("Everybody") : joined(lines);
}

QString quotas(const models::SurveyDraft &draft)
{
    QStringList lines;
    for (const models::QuotaRow &row : models::sheetOf(draft).rows) {
        if (row.current)
            lines.append(
                ReviewPage::tr("%1: %2", "an option and its quota")
                    .arg(models::quotaName(row), models::quotaText(row.current, draft.completes)));
    }
    return lines.isEmpty() ? ReviewPage::tr("None") : joined(lines);
}

QString interlocking(const models::SurveyDraft &draft)
{
    QStringList crossed;
    for (const api::QualificationCode code : draft.interlocked) {
        if (const models::TargetedQualification *const target = models::find(draft, code))
            crossed.append(target->question.title);
    }
    if (crossed.isEmpty())
        return ReviewPage::tr("None");
    const QList<models::GridCell> cells = models::gridCells(draft);
    QStringList lines {
        ReviewPage::tr("%1: %n cell(s)", nullptr, int(cells.size())).arg(crossed.join(u" × "_s))};
    for (const models::GridCell &cell : cells)
        lines.append(ReviewPage::tr("%1: %2", "an option and its quota")
                         .arg(cell.names.join(u" × "_s), models::countText(cell.quota)));
    return joined(lines);
}

} // namespace

ReviewPage::ReviewPage(const models::ReferenceStore &reference, const models::SurveyStore &surveys,
                       QString currency, QWidget *parent)
    : WizardPage(parent)
    , m_reference(reference)
    , m_surveys(surveys)
    , m_currency(std::move(currency))
    , m_issues(new QListWidget(this))
    , m_ready(plainLabel(this, LabelLook::Muted))
    , m_sheet(new QScrollArea(this))
    , m_showsJson(new QCheckBox(tr("Show re&quest (JSON)"), this))
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

QString ReviewPage::categoryName(const api::CategoryId &id) const
{
    const auto &all = m_reference.categories();
    const auto found = std::ranges::find(all, id, &api::StudyCategory::id);
    return id.isEmpty() ? tr("None") : found == all.end() ? id.value : found->name;
}

QString ReviewPage::verticalName(const api::VerticalId &id) const
{
    const auto &all = m_reference.verticals();
    const auto found = std::ranges::find(all, id, &api::Vertical::id);
    return id.isEmpty() ? tr("None") : found == all.end() ? id.value : found->name;
}

QString ReviewPage::excludedNames(const QList<api::SurveyId> &excluded) const
{
    QStringList names;
    for (const api::SurveyId &id : excluded) {
        const api::Survey *const survey = m_surveys.find(id);
        names.append(
            survey ? tr("%1 · %2").arg(models::plain(survey->name), models::plain(survey->code))
                   : id.value);
    }
    return names.isEmpty() ? tr("None") : joined(names);
}

QList<std::pair<QString, QString>> ReviewPage::rows(const models::SurveyDraft &draft) const
{
    const auto row = [](const QString &caption, const QString &value) {
        return std::pair(caption, value.isEmpty() ? u"–"_s : value);
    };
    const QLocale locale;
    return {
        row(tr("Name"), models::plain(draft.name)),
        row(tr("Country"), models::plain(m_reference.countryName(draft.country))),
        row(tr("Language"), models::plain(m_reference.languageName(draft.language))),
        row(tr("Study category"), models::plain(categoryName(draft.category))),
        row(tr("Vertical"), models::plain(verticalName(draft.vertical))),
        row(tr("Audience type"), models::audienceName(draft.audience)),
        row(tr("Personal data"), draft.collectsPii ? tr("Collected") : tr("Not collected")),
        row(tr("Completes"), models::countText(draft.completes)),
        row(tr("Incidence rate"), tr("%1 %").arg(models::countText(draft.ir))),
        row(tr("Interview"), tr("%n minute(s)", nullptr, draft.loi)),
        row(tr("CPI"), models::moneyText(draft.cpi, m_currency)),
        row(tr("Budget"), models::moneyText(models::budget(draft), m_currency)),
        row(tr("Field"),
            tr("%1 to %2")
                .arg(locale.toString(draft.start, QLocale::ShortFormat),
                     locale.toString(draft.end, QLocale::ShortFormat))),
        row(tr("Live link"), models::plain(draft.liveLink)),
        row(tr("Test link"), models::plain(draft.testLink)),
        row(tr("Excluded surveys"), excludedNames(draft.excluded)),
        row(tr("Audience"), audience(draft)),
        row(tr("Quotas"), quotas(draft)),
        row(tr("Interlocking"), interlocking(draft)),
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
                         ? tr("Fix these before creating (Enter or a double click goes to the "
                              "field):")
                         : issues.isEmpty() ? tr("Ready to create.")
                                            : tr("Ready to create. Check the warnings first:"));
}

} // namespace ui

#include "moc_reviewpage.cpp"
