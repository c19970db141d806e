#include "ui/survey/overview/overview.h"

#include "models/connections/currencies.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/drafts/creationintent.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/fieldfigures.h"
#include "models/surveys/surveystore.h"
#include "models/surveys/unsent.h"
#include "ui/survey/overview/overviewfigures.h"
#include "ui/survey/overview/overviewtables.h"
#include "ui/survey/overview/progresschart.h"
#include "ui/survey/overview/rawdatadialog.h"
#include "ui/survey/overview/termscard.h"
#include "ui/widgets/theme.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

Overview::Overview(models::Session &session, const api::SurveyId &survey, QWidget *parent)
    : SurveySection(parent)
    , m_session(session)
    , m_survey(survey)
    , m_figures(new OverviewFigures)
    , m_chart(new ProgressChart)
    , m_terms(new TermsCard)
    , m_quotas(new QuotaCard)
    , m_links(new LinksCard)
    , m_ledger(new LedgerCard)
{
    auto *const scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(build());
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(scroll);
    setFocusProxy(m_terms);
    listen();
    askSubmitted();
    askCompletes();
    update();
    askHistory();
}

Overview::~Overview() = default;

QWidget *Overview::build()
{
    auto *const sheet = new QWidget;
    auto *const raw = new QPushButton(tr("Show raw &data…"), sheet);
    connect(raw, &QPushButton::clicked, this,
            [this] { (new RawDataDialog(m_session.client(), m_survey, this))->open(); });
    auto *const left = new QVBoxLayout;
    auto *const right = new QVBoxLayout;
    for (QVBoxLayout *const column : {left, right})
        column->setSpacing(space::card);
    left->addWidget(m_chart);
    left->addWidget(m_ledger);
    left->addStretch();
    right->addWidget(m_terms);
    right->addWidget(m_quotas);
    right->addWidget(m_links);
    right->addWidget(raw, 0, Qt::AlignLeft);
    right->addStretch();
    auto *const columns = new QHBoxLayout;
    columns->setSpacing(space::card);
    columns->addLayout(left, 2);
    columns->addLayout(right, 1);
    auto *const rows = new QVBoxLayout(sheet);
    rows->setContentsMargins(0, space::card, 0, 0);
    rows->setSpacing(space::card);
    rows->addWidget(m_figures);
    rows->addLayout(columns, 1);
    return sheet;
}

void Overview::listen()
{
    models::SurveyStore &store = m_session.surveys();
    const auto ours = [this](const api::SurveyId &id) { return id == m_survey; };
    connect(&store, &models::SurveyStore::busyChanged, this, [this](bool isBusy) {
        if (!isBusy) {
            update();
            askHistory();
        }
    });
    connect(&store, &models::SurveyStore::surveyChanged, this,
            [this, ours](const api::SurveyId &id) {
                if (!ours(id))
                    return;
                update();
                askHistory();
            });
    connect(&store, &models::SurveyStore::changed, this, [this, &store] {
        const api::Survey *const survey = store.find(m_survey);
        if (!survey || (m_shown && *m_shown == *survey))
            return; // another survey's news: a list arrives page by page
        update();
        askHistory();
    });
    connect(&m_session.attention(), &models::AttentionWatch::changed, this, &Overview::update);
    connect(&m_session.currencies(), &models::Currencies::changed, this, &Overview::update);
    connect(&m_session.quotaCompletes(), &models::QuotaCompletes::changed, this,
            [this, ours](const api::SurveyId &id) {
                if (ours(id))
                    askCompletes();
            });
    listenToTerms();
}

void Overview::listenToTerms()
{
    models::SurveyStore &store = m_session.surveys();
    const auto ours = [this](const api::SurveyId &id) { return id == m_survey; };
    connect(&store, &models::SurveyStore::termsSet, this, [this, ours](const api::SurveyId &id) {
        if (!ours(id))
            return;
        m_terms->showApplied();
        followSave(false);
    });
    connect(&store, &models::SurveyStore::termsElsewhere, this,
            [this, ours](const api::SurveyId &id) {
                if (!ours(id))
                    return;
                m_terms->showElsewhere();
                followSave(false);
            });
    connect(&store, &models::SurveyStore::termsFailed, this,
            [this, ours](const api::SurveyId &id, const api::ApiError &error) {
                if (!ours(id))
                    return;
                m_terms->showFailure(error);
                followSave(false);
            });
    connect(m_terms, &TermsCard::applied, this, [this](const api::SurveyChange &change) {
        m_session.surveys().changeTerms(m_survey, change);
    });
}

void Overview::askHistory()
{
    m_session.surveys().askHistory(m_survey, this, [this](const models::History &history) {
        m_history = history;
        update();
    });
}

void Overview::askSubmitted()
{
    m_session.database().ask(
        [account = m_session.account(), survey = m_survey](QSqlDatabase &connection) {
            return models::intents::find(connection, account, survey);
        },
        this,
        [this](const std::optional<models::CreationIntent> &intent) {
            if (!intent)
                return;
            m_links->show(intent->draft);
            m_terms->setAudience(intent->draft.audience);
        });
}

void Overview::askCompletes()
{
    m_session.quotaCompletes().ask(
        m_survey, this,
        [this](const models::ImportedCompletes &imported) { m_quotas->showCompletes(imported); });
}

void Overview::update()
{
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    if (!survey)
        return;
    m_shown = *survey;
    const QDateTime now = m_session.attention().now();
    const QList<models::LedgerRow> ledger = models::ledger(m_history);
    const QString currency = m_session.currencies().name(survey->currency);
    m_figures->show(*survey, m_session.attention(), ledger, currency);
    m_chart->show(m_history, *survey, now, m_session.attention().begun(m_survey));
    m_terms->show(*survey, ledger, currency);
    m_quotas->show(*survey);
    m_ledger->show(ledger, currency);
}

QString Overview::unsaved() const
{
    const int fields = isKept() ? 0 : m_terms->unsaved();
    return fields > 0 ? tr("%n term(s) are not applied.", nullptr, fields) : QString();
}

/// Whether just these terms wait to be sent, so that leaving loses nothing.
bool Overview::isKept() const
{
    const std::optional<api::SurveyChange> change = m_terms->change();
    return change && models::isKept(m_session.pending(), m_survey, *change);
}

QString Overview::unkeepable() const
{
    return m_terms->unsaved() > 0 && !m_terms->change()
        ? tr("The terms that were typed can’t be used as they are.")
        : QString();
}

void Overview::keepUnsaved()
{
    if (const std::optional<api::SurveyChange> change = m_terms->change())
        models::keepTerms(m_session.surveys(), m_session.pending(), m_survey, *change);
}

void Overview::saveUnsaved()
{
    beginSave(m_terms->apply());
}

} // namespace ui

#include "moc_overview.cpp"
