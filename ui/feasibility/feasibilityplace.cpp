#include "ui/feasibility/feasibilityplace.h"

#include "models/connections/currencies.h"
#include "models/connections/session.h"
#include "models/feasibility/feasibilitystore.h"
#include "models/reference/referencestore.h"
#include "models/surveys/surveystore.h"
#include "ui/feasibility/feasibilitypanel.h"
#include "ui/feasibility/scenarioform.h"
#include "ui/widgets/looks.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int formWidth = 360;
constexpr int usualFieldDays = 14;

/// The terms that were asked for last, in days that are still to come.
models::SurveyDraft lastTerms(const QList<models::FeasibilityRun> &runs, QDate today)
{
    models::SurveyDraft draft;
    draft.start = today;
    draft.end = today.addDays(usualFieldDays);
    if (runs.isEmpty())
        return draft;
    draft = runs.first().draft;
    const qint64 late = draft.start.daysTo(today);
    if (late > 0) {
        draft.start = draft.start.addDays(late);
        draft.end = draft.end.addDays(late);
    }
    return draft;
}

} // namespace

FeasibilityPlace::FeasibilityPlace(models::Session &session, Prompt &prompt, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_form(new ScenarioForm(session.reference(), prompt, this))
    , m_panel(new FeasibilityPanel(session.feasibility(), session.reference(),
                                   FeasibilityPanel::Place::Navigation, this))
{
    QFrame *const frame = card(this);
    auto *const inside = new QVBoxLayout(frame);
    auto *const area = new QScrollArea(frame);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_form);
    area->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    inside->setContentsMargins({});
    inside->addWidget(area);
    frame->setFixedWidth(std::max(formWidth, m_form->minimumSizeHint().width() + space::padding));
    auto *const columns = new QHBoxLayout;
    columns->setSpacing(space::padding);
    columns->addWidget(frame);
    columns->addWidget(m_panel, 1);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::padding, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(plainLabel(this, LabelLook::PageTitle, tr("Feasibility")));
    rows->addLayout(columns, 1);
    followCurrency();
    setFocusProxy(m_form);
    connect(m_form, &ScenarioForm::edited, this, [this] {
        m_isTouched = true;
        m_panel->setDraft(m_form->draft());
    });
    connect(m_panel, &FeasibilityPanel::incomplete, m_form, &ScenarioForm::showProblems);
    connect(m_panel, &FeasibilityPanel::surveyWanted, this, &FeasibilityPlace::surveyWanted);
    connect(&session.feasibility(), &models::FeasibilityStore::changed, this, [this] {
        if (!m_isTouched)
            restore();
    });
    connect(&session.reference(), &models::ReferenceStore::changed, this,
            [this] { m_panel->setDraft(m_form->draft()); });
    restore();
}

/// Once the list of surveys has come, not with each page of it.
void FeasibilityPlace::followCurrency()
{
    const auto show = [this] { m_panel->setCurrency(m_session.usualCurrency()); };
    connect(&m_session.surveys(), &models::SurveyStore::busyChanged, this, [show](bool isBusy) {
        if (!isBusy)
            show();
    });
    connect(&m_session.currencies(), &models::Currencies::changed, this, show);
    show();
}

void FeasibilityPlace::restore()
{
    m_form->setDraft(lastTerms(m_session.feasibility().runs(), QDate::currentDate()));
    m_panel->setDraft(m_form->draft());
}

void FeasibilityPlace::refresh()
{
    if (m_panel->canAsk())
        m_panel->ask();
}

} // namespace ui

#include "moc_feasibilityplace.cpp"
