#include "ui/wizard/exclusionlist.h"

#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/exclusions/addexclusions.h"
#include "ui/widgets/looks.h"

#include <QGridLayout>
#include <QListWidget>
#include <QPushButton>

namespace ui {

namespace {

constexpr int excludedHeight = 84;

} // namespace

ExclusionList::ExclusionList(models::SurveyStore &surveys, QWidget *parent)
    : QWidget(parent)
    , m_surveys(surveys)
    , m_add(new QPushButton(tr("Exclu&de surveys…"), this))
    , m_list(new QListWidget(this))
    , m_remove(new QPushButton(tr("Re&move"), this))
{
    QLabel *const caption =
        plainLabel(this, LabelLook::Muted,
                   tr("Respondents who completed an excluded survey can’t enter this one."));
    caption->setWordWrap(true);
    m_list->setAccessibleName(tr("Excluded surveys"));
    m_list->setMaximumHeight(excludedHeight);
    m_remove->setEnabled(false);
    setFocusProxy(m_add);
    for (QPushButton *const button : {m_add, m_remove})
        button->setAutoDefault(false);
    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setSpacing(space::control);
    grid->addWidget(caption, 0, 0);
    grid->addWidget(m_add, 0, 1);
    grid->addWidget(m_list, 1, 0);
    grid->addWidget(m_remove, 1, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    connect(m_add, &QPushButton::clicked, this, &ExclusionList::add);
    connect(m_remove, &QPushButton::clicked, this, &ExclusionList::remove);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_remove->setEnabled(row >= 0); });
}

void ExclusionList::setExcluded(const QList<api::SurveyId> &excluded)
{
    m_excluded = excluded;
    fill();
}

void ExclusionList::focusList()
{
    if (m_excluded.isEmpty())
        setFocus();
    else
        m_list->setFocus();
}

void ExclusionList::fill()
{
    m_list->clear();
    for (const api::SurveyId &id : std::as_const(m_excluded)) {
        const api::Survey *const survey = m_surveys.find(id);
        m_list->addItem(
            survey ? tr("%1 · %2").arg(models::plain(survey->name), models::plain(survey->code))
                   : models::plain(id.value));
    }
    m_list->setVisible(!m_excluded.isEmpty());
    m_remove->setVisible(!m_excluded.isEmpty());
}

void ExclusionList::add()
{
    auto *const dialog =
        new AddExclusions(m_surveys, {m_excluded.cbegin(), m_excluded.cend()}, window());
    connect(dialog, &AddExclusions::wanted, this,
            [this, dialog](const QList<api::SurveyId> &chosen) {
                dialog->accept(); // nothing is sent before the survey is created
                m_excluded += chosen;
                fill();
                Q_EMIT edited();
            });
    dialog->open();
}

void ExclusionList::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_excluded.removeAt(row);
    fill();
    if (!m_list->isVisible())
        m_add->setFocus();
    Q_EMIT edited();
}

} // namespace ui

#include "moc_exclusionlist.cpp"
