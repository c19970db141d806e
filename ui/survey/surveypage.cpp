#include "ui/survey/surveypage.h"

#include "models/connections/session.h"
#include "models/drafts/opencreations.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "ui/activity/activitysection.h"
#include "ui/exclusions/exclusionspage.h"
#include "ui/interlocking/interlockingpage.h"
#include "ui/qualifications/qualificationspage.h"
#include "ui/quotas/quotassection.h"
#include "ui/reconciliation/reconciliationdesk.h"
#include "ui/survey/overview/overview.h"
#include "ui/survey/unsavedsections.h"
#include "ui/surveys/statusrole.h"
#include "ui/surveys/surveyactions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/fittingarea.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/statusmessage.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

SurveyPage::SurveyPage(models::Session &session, const api::SurveyId &survey, Prompt &prompt,
                       QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_survey(survey)
    , m_banner(new Banner(this))
    , m_pages(new QTabWidget(this))
{
    Theme::dress(*m_banner);
    Theme::dress(*m_pages->tabBar());
    m_pages->setDocumentMode(true);
    m_pages->setAccessibleName(tr("Pages of the survey"));
    addSections(prompt);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::padding, space::page, space::card);
    rows->setSpacing(space::card);
    rows->addWidget(header(prompt));
    rows->addWidget(m_banner);
    rows->addWidget(m_pages, 1);
    setFocusProxy(m_pages);
    connect(m_pages, &QTabWidget::currentChanged, this, &SurveyPage::showSection);
    showSection(m_pages->currentIndex());
    listen();
    update();
    m_session.surveys().refreshOne(m_survey);
}

SurveyPage::~SurveyPage() = default;

/// The tabs in their order; what stands behind one is built when it is first shown.
void SurveyPage::addSections(Prompt &prompt)
{
    addSection(tr("Overview"),
               [this](QWidget *parent) { return new Overview(m_session, m_survey, parent); });
    addSection(tr("Qualifications"), [this, &prompt](QWidget *parent) {
        return new QualificationsPage(m_session, m_survey, prompt, parent);
    });
    addSection(tr("Quotas"),
               [this](QWidget *parent) { return new QuotasSection(m_session, m_survey, parent); });
    addSection(tr("Interlocking"),
               [this, &prompt](QWidget *parent) { return interlocking(parent, prompt); });
    addSection(tr("Exclusions"), [this, &prompt](QWidget *parent) {
        return new ExclusionsPage(m_session, m_survey, prompt, parent);
    });
    addSection(tr("Reconciliation"), [this, &prompt](QWidget *parent) {
        auto *const desk = new ReconciliationDesk(m_session, prompt, parent);
        desk->setSurvey(m_survey);
        return desk;
    });
    addSection(tr("Activity"), [this, &prompt](QWidget *parent) {
        return new ActivitySection(m_session, m_survey, prompt, parent);
    });
}

SurveySection *SurveyPage::interlocking(QWidget *parent, Prompt &prompt)
{
    auto *const page = new InterlockingPage(m_session, m_survey, prompt, parent);
    connect(page, &InterlockingPage::quotasWanted, this, &SurveyPage::proposeQuotas);
    return page;
}

/// They become edits of the page Quotas, which reads before it saves.
void SurveyPage::proposeQuotas(const QList<api::Quota> &quotas)
{
    for (int at = 0; at < m_pages->count(); ++at) {
        if (m_pages->tabText(at) != tr("Quotas"))
            continue;
        m_pages->setCurrentIndex(at);
        if (auto *const section = qobject_cast<QuotasSection *>(m_sections[at]))
            section->propose(quotas);
    }
}

void SurveyPage::addSection(const QString &title, Make make)
{
    auto *const sheet = new QWidget;
    auto *const rows = new QVBoxLayout(sheet);
    rows->setContentsMargins({});
    m_makers.append(std::move(make));
    m_sections.append(nullptr);
    auto *const area = new FittingArea(sheet, m_pages);
    Theme::dress(*area);
    m_pages->addTab(area, title);
}

void SurveyPage::showSection(int at)
{
    if (!m_sections[at]) {
        auto *const area = static_cast<FittingArea *>(m_pages->widget(at));
        m_sections[at] = m_makers[at](area->widget());
        area->widget()->layout()->addWidget(m_sections[at]);
        area->widget()->setFocusProxy(m_sections[at]);
    }
    Q_EMIT actionsChanged();
}

SurveySection *SurveyPage::section() const
{
    return m_sections[m_pages->currentIndex()];
}

QWidget *SurveyPage::header(Prompt &prompt)
{
    auto *const header = new QWidget(this);
    Theme::dress(*header);
    auto *const row = new QHBoxLayout(header);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_name = plainLabel(header, LabelLook::PageTitle);
    m_status = new Chip(header);
    m_about = plainLabel(header, LabelLook::Muted);
    m_about->setWordWrap(true); // beside the buttons there is little room on a small screen
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *const titles = new QVBoxLayout;
    titles->setSpacing(space::unit / 2);
    auto *const title = new QHBoxLayout;
    title->setSpacing(space::control);
    title->addWidget(m_name);
    title->addWidget(m_status);
    title->addStretch();
    titles->addLayout(title);
    titles->addWidget(m_about);
    row->addLayout(titles, 1);
    m_actions = new SurveyActions(
        m_session.surveys(), prompt, *m_banner,
        [this] {
            const api::Survey *const survey = m_session.surveys().find(m_survey);
            return survey ? QList<api::Survey> {*survey} : QList<api::Survey> {};
        },
        this);
    makeActions();
    row->addLayout(buttons(header));
    return header;
}

/// What ends the survey is apart from what only changes it.
QLayout *SurveyPage::buttons(QWidget *header)
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    for (QAction *const action : surveyActions()) {
        if (action->isSeparator()) {
            row->addSpacing(space::page);
            continue;
        }
        auto *const button = new QPushButton(action->text(), header);
        const auto follow = [this, button, action] {
            if (button->hasFocus() && !action->isEnabled())
                m_pages->setFocus(); // not to the next button, which does something else
            button->setVisible(action->isEnabled());
        };
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, follow);
        follow();
        row->addWidget(button);
        if (action == m_actions->close())
            setDanger(button);
    }
    return row;
}

void SurveyPage::makeActions()
{
    m_actions->holdBack(
        [this](const api::Survey &survey) { return m_session.creations().isInDoubt(survey); });
    m_copyId = new QAction(icon(u"copy"_s), tr("Copy project &ID"), this);
    connect(m_copyId, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(m_survey.value);
        showStatusMessage(this, tr("Project ID copied: %1").arg(models::plain(m_survey.value)));
    });
    m_clone = new QAction(tr("Clo&ne…"), this);
    connect(m_clone, &QAction::triggered, this, [this] { Q_EMIT cloneWanted(m_survey); });
    m_surveyActions = m_actions->running() + QList {separator(this), m_clone, m_copyId}
        + QList {separator(this)} + m_actions->ending();
}

void SurveyPage::listen()
{
    models::SurveyStore &store = m_session.surveys();
    connect(&store, &models::SurveyStore::changed, this, &SurveyPage::update);
    connect(&store, &models::SurveyStore::surveyChanged, this, [this](const api::SurveyId &id) {
        if (id == m_survey)
            update();
    });
    connect(&store, &models::SurveyStore::oneFailed, this,
            [this](const api::SurveyId &id, const api::ApiError &error) {
                if (id == m_survey && !m_session.isToldAbove(error))
                    m_banner->showError(tr("The survey could not be read."), error);
            });
    connect(&m_session.reference(), &models::ReferenceStore::changed, this, &SurveyPage::update);
    connect(m_banner, &Banner::retry, this, &SurveyPage::refresh);
    connect(&m_session, &models::Session::reachableChanged, this, &SurveyPage::readAgain);
    connect(&m_session, &models::Session::faultChanged, this,
            [this] { readAgain(!m_session.fault()); });
}

void SurveyPage::refresh()
{
    m_banner->clear();
    m_session.surveys().refreshOne(m_survey);
    section()->refresh();
}

/// What was missed while the server was gone, on all pages that were opened; the session reads the
/// list of surveys itself.
void SurveyPage::readAgain(bool isReachable)
{
    if (!isReachable)
        return;
    for (SurveySection *const each : m_sections) {
        if (each)
            each->readAgain();
    }
}

QList<QAction *> SurveyPage::editActions() const
{
    return section()->editActions();
}

QList<QAction *> SurveyPage::surveyActions() const
{
    return m_surveyActions;
}

/// A change of status that is on its way can't be kept either.
QString SurveyPage::sentences(Sentence of) const
{
    QStringList all = unsavedsections::sentences(m_sections, of);
    if (const QString sentence = m_actions->unsaved(); !sentence.isEmpty())
        all.prepend(sentence);
    return all.isEmpty() ? QString() : tr("“%1”: %2").arg(m_name->text(), all.join(u' '));
}

bool SurveyPage::canSave() const
{
    return unsavedsections::canSave(m_sections) || !m_actions->unsaved().isEmpty();
}

void SurveyPage::keepUnsaved()
{
    unsavedsections::keep(m_sections);
}

void SurveyPage::saveUnsaved()
{
    unsavedsections::save(m_sections, this, [this] { Q_EMIT saveEnded(); });
}

void SurveyPage::update()
{
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    if (!survey)
        return;
    const QString name = models::plain(survey->name);
    if (m_name->text() != name) {
        m_name->setText(name);
        Q_EMIT renamed(name);
    }
    m_about->setText(subtitle(*survey));
    m_status->setText(models::statusName(*survey), statusRole(int(survey->status)));
    m_actions->update();
}

QString SurveyPage::subtitle(const api::Survey &survey) const
{
    const models::ReferenceStore &reference = m_session.reference();
    return QStringList {models::plain(survey.code), models::plain(survey.id.value),
                        models::plain(reference.countryName(survey.country)),
                        models::plain(reference.languageName(survey.language))}
        .join(u" · "_s);
}

} // namespace ui

#include "moc_surveypage.cpp"
