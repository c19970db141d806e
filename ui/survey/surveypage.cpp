#include "ui/survey/surveypage.h"

#include "models/connections/session.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "ui/interlocking/interlockingpage.h"
#include "ui/surveys/statusrole.h"
#include "ui/surveys/surveyactions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/figurecard.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
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
    , m_interlocking(
          new InterlockingPage(session.client(), session.surveys(), survey, prompt, m_pages))
{
    m_pages->setDocumentMode(true);
    m_pages->setAccessibleName(tr("Pages of the survey"));
    m_pages->addTab(m_interlocking, tr("Interlocking"));
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::padding, space::page, space::card);
    rows->setSpacing(space::card);
    rows->addWidget(header(prompt));
    rows->addWidget(m_banner);
    rows->addWidget(figures());
    rows->addWidget(m_pages, 1);
    setFocusProxy(m_interlocking);
    listen();
    update();
    m_session.surveys().refreshOne(m_survey);
}

SurveyPage::~SurveyPage() = default;

QWidget *SurveyPage::header(Prompt &prompt)
{
    auto *const header = new QWidget(this);
    auto *const row = new QHBoxLayout(header);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_name = plainLabel(header, LabelLook::PageTitle);
    m_status = new Chip(header);
    m_about = plainLabel(header, LabelLook::Muted);
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
    m_copyId = new QAction(icon(u"copy"_s), tr("Copy project &ID"), this);
    connect(m_copyId, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_survey.value); });
    for (QAction *const action : surveyActions()) {
        auto *const button = new QPushButton(action->text(), header);
        const auto follow = [button, action] { button->setVisible(action->isEnabled()); };
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, follow);
        follow();
        row->addWidget(button);
        if (action == m_actions->close())
            setDanger(button);
    }
    return header;
}

QWidget *SurveyPage::figures()
{
    auto *const cards = new QWidget(this);
    auto *const row = new QHBoxLayout(cards);
    row->setContentsMargins({});
    row->setSpacing(space::card);
    for (const QString &caption :
         {tr("Completes"), tr("Entrants"), tr("Conversion"), tr("CPI"), tr("Spend")}) {
        m_figures.append(new FigureCard(caption, cards));
        row->addWidget(m_figures.last(), 1);
    }
    return cards;
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
                if (id == m_survey)
                    m_banner->showError(tr("The survey could not be read."), error);
            });
    connect(&m_session.reference(), &models::ReferenceStore::changed, this, &SurveyPage::update);
    connect(m_banner, &Banner::retry, this, &SurveyPage::refresh);
}

void SurveyPage::refresh()
{
    m_banner->clear();
    m_session.surveys().refreshOne(m_survey);
    m_interlocking->refresh();
}

QList<QAction *> SurveyPage::editActions() const
{
    return m_interlocking->editActions();
}

QList<QAction *> SurveyPage::surveyActions() const
{
    return m_actions->all() + QList<QAction *> {m_copyId};
}

QString SurveyPage::unsaved() const
{
    const qsizetype cells = m_interlocking->unsavedCells();
    return cells > 0
        ? tr("%n cell(s) of “%1” are not saved.", nullptr, int(cells)).arg(m_name->text())
        : QString();
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
    const api::Progress &progress = survey->progress;
    const QLocale locale;
    m_figures[0]->setFigure(models::countText(progress.complete),
                            tr("of %1").arg(models::countText(survey->completeNeeded)));
    m_figures[1]->setFigure(models::countText(progress.surveyEntrant), tr("started the survey"));
    m_figures[2]->setFigure(progress.surveyEntrant > 0 ? tr("%1 %").arg(
                                locale.toString(models::conversion(progress) * 100, 'f', 1))
                                                       : u"–"_s,
                            tr("bought at an IR of %1 %").arg(locale.toString(survey->ir)));
    m_figures[3]->setFigure(models::moneyText(survey->cpi), tr("a complete"));
    m_figures[4]->setFigure(
        models::moneyText(models::spend(*survey)),
        tr("of %1").arg(models::moneyText(survey->cpi * survey->completeNeeded)));
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
