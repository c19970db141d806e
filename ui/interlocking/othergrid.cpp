#include "ui/interlocking/othergrid.h"

#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/searchcombo.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace ui {

OtherGrid::OtherGrid(models::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_surveys(new QComboBox(this))
    , m_problem(tr("Choose the survey whose grid has the pattern."))
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    m_surveys->setAccessibleName(tr("Pattern of survey"));
    m_surveys->addItem(tr("Choose a survey…"));
    makeSearchable(m_surveys);
    row->addWidget(plainLabel(this, LabelLook::Muted, tr("Survey")));
    row->addWidget(m_surveys, 1);
    connect(m_surveys, &QComboBox::currentIndexChanged, this, &OtherGrid::read);
}

void OtherGrid::offerAllBut(const api::SurveyId &own)
{
    const QVariant chosen = m_surveys->currentData();
    const QSignalBlocker quiet(m_surveys);
    while (m_surveys->count() > 1)
        m_surveys->removeItem(m_surveys->count() - 1);
    for (const api::Survey &survey : m_session.surveys().surveys()) {
        if (survey.id != own)
            m_surveys->addItem(models::plain(survey.name), survey.id.value);
    }
    m_surveys->setCurrentIndex(chosen.isValid() ? std::max(0, m_surveys->findData(chosen)) : 0);
}

void OtherGrid::read()
{
    using models::InterlockingStore;
    m_grid.reset();
    const QVariant chosen = m_surveys->currentData();
    if (!chosen.isValid())
        return tell(tr("Choose the survey whose grid has the pattern."));
    const api::SurveyId survey {chosen.toString()};
    m_store = std::make_unique<InterlockingStore>(m_session.client(), m_session.grids(), survey);
    if (const api::Survey *const known = m_session.surveys().find(survey))
        m_store->setKnown(known->qualifications, known->quotas);
    const auto take = [this](const models::InterlockingGrid &grid) {
        m_grid = grid;
        tell({});
    };
    connect(m_store.get(), &InterlockingStore::known, this, take);
    connect(m_store.get(), &InterlockingStore::arrived, this, take);
    connect(m_store.get(), &InterlockingStore::absent, this, [this] {
        m_grid.reset();
        tell(tr("That survey has no interlocking quotas."));
    });
    connect(m_store.get(), &InterlockingStore::failed, this, [this] {
        if (!m_store->updated().isValid())
            tell(tr("The grid of that survey could not be read. Choose it again to try again."));
    });
    m_store->load();
    tell(tr("Reading the grid of that survey…"));
}

void OtherGrid::tell(const QString &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace ui

#include "moc_othergrid.cpp"
