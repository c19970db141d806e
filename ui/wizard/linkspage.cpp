#include "ui/wizard/linkspage.h"

#include "models/drafts/draftrules.h"
#include "ui/widgets/form.h"
#include "ui/widgets/looks.h"

#include <QDesktopServices>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QLatin1StringView sampleIdentifier("aligndesk-test-1");

} // namespace

LinksPage::LinksPage(QWidget *parent)
    : WizardPage(parent)
    , m_form(new Form(this))
    , m_live(new QLineEdit(this))
    , m_test(new QLineEdit(this))
    , m_open(new QPushButton(tr("&Open test link"), this))
{
    const QString hint =
        tr("Put %1 where the respondent’s UID goes.").arg(models::identifierMark());
    m_form->add("liveLink", tr("&Live link"), m_live, hint);
    m_form->add("testLink", tr("&Test link"), m_test, hint);
    m_open->setToolTip(tr("Opens it in the browser with the identifier %1").arg(sampleIdentifier));
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(m_form);
    rows->addWidget(m_open, 0, Qt::AlignLeft);
    rows->addStretch();
    setFocusProxy(m_live);
    for (QLineEdit *const line : {m_live, m_test})
        connect(line, &QLineEdit::textChanged, this, &WizardPage::edited);
    connect(m_test, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_open->setEnabled(models::isWebAddress(text)); });
    connect(m_open, &QPushButton::clicked, this, &LinksPage::openTestLink);
    m_open->setEnabled(false);
}

bool LinksPage::owns(const QByteArray &field) const
{
    return m_form->owns(field);
}

void LinksPage::load(const models::SurveyDraft &draft)
{
    const QSignalBlocker quiet(this);
    m_live->setText(draft.liveLink);
    m_test->setText(draft.testLink);
}

void LinksPage::store(models::SurveyDraft &draft) const
{
    draft.liveLink = m_live->text();
    draft.testLink = m_test->text();
}

void LinksPage::focusField(const QByteArray &field)
{
    m_form->focusField(field);
}

void LinksPage::showIssues(const QList<models::Issue> &issues, bool isLeft)
{
    m_form->showIssues(issues, isLeft);
}

void LinksPage::openTestLink()
{
    QString link = m_test->text().trimmed();
    link.replace(models::identifierMark(), sampleIdentifier);
    QDesktopServices::openUrl(QUrl(link));
}

} // namespace ui

#include "moc_linkspage.cpp"
