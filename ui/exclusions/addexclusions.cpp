#include "ui/exclusions/addexclusions.h"

#include "models/surveys/surveystore.h"
#include "ui/survey/editacts.h"
#include "ui/surveys/statusrole.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"

#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using models::ExclusionModel;

namespace ui {

namespace {

constexpr int candidateWidths[] = {280, 110, 100, 110, 100};

} // namespace

AddExclusions::AddExclusions(const models::SurveyStore &surveys, const QSet<api::SurveyId> &leftOut,
                             QWidget *parent)
    : QDialog(parent)
    , m_surveys(surveys)
    , m_leftOut(leftOut)
    , m_banner(new Banner(this))
    , m_search(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new EmptyState(m_stack))
    , m_table(table())
    , m_summary(plainLabel(this, LabelLook::Muted))
    , m_add(new QPushButton(tr("Add e&xclusions"), this))
{
    setWindowTitle(tr("Exclude surveys"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 560);
    build();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setSearch(text);
        check();
    });
    connect(&m_model, &models::ExclusionCandidates::chosenChanged, this, &AddExclusions::check);
    connect(&surveys, &models::SurveyStore::changed, this, &AddExclusions::follow);
    connect(m_add, &QPushButton::clicked, this, &AddExclusions::send);
    follow();
    m_search->setFocus();
}

void AddExclusions::build()
{
    m_search->setPlaceholderText(tr("Search name, code or ID"));
    m_search->setAccessibleName(tr("Search surveys to exclude"));
    m_search->setClearButtonEnabled(true);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_table);
    setPrimary(m_add);
    auto *const cancel = new QPushButton(tr("Cancel"), this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    for (QPushButton *const button : {m_add, cancel})
        button->setAutoDefault(false); // Enter in the search presses nothing
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addWidget(m_summary, 1);
    row->addWidget(cancel);
    row->addWidget(m_add);
    QLabel *const about = plainLabel(this, LabelLook::Muted,
                                     tr("Respondents who completed an excluded survey can’t enter "
                                        "this one. Only Completed and Closed "
                                        "surveys can be excluded."));
    about->setWordWrap(true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(about);
    rows->addWidget(m_search);
    rows->addWidget(m_banner);
    rows->addWidget(m_stack, 1);
    rows->addLayout(row);
}

QTableView *AddExclusions::table()
{
    auto *const view = new QTableView(m_stack);
    view->setModel(&m_model);
    setTableLook(view);
    view->setAccessibleName(tr("Surveys to exclude"));
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setItemDelegateForColumn(ExclusionModel::Status, new ChipDelegate(statusRole, view));
    view->setColumnHidden(ExclusionModel::Standing, true);
    for (int column = 0; column < int(std::size(candidateWidths)); ++column)
        view->setColumnWidth(column, candidateWidths[column]);
    return view;
}

void AddExclusions::follow()
{
    m_model.setSurveys(m_surveys.surveys(), m_leftOut);
    check();
}

void AddExclusions::check()
{
    const int chosen = int(m_model.chosen().size());
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 1 : 0);
    if (m_model.count() == 0)
        m_state->show(tr("No survey can be excluded yet"),
                      tr("Surveys are offered here once they are Completed or Closed."));
    else
        m_state->show(tr("No survey matches the search"),
                      tr("It looks for a part of the name, the code or the ID."));
    m_summary->setText(m_isSending ? tr("Adding…") : tr("%n survey(s) chosen", nullptr, chosen));
    for (QWidget *const field : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_table)})
        field->setEnabled(!m_isSending);
    m_add->setEnabled(chosen > 0 && !m_isSending);
}

void AddExclusions::send()
{
    m_banner->clear();
    m_isSending = true;
    check();
    Q_EMIT wanted(m_model.chosen());
}

void AddExclusions::showDeclined()
{
    m_isSending = false;
    check();
    ui::showDeclined(*m_banner);
}

void AddExclusions::showFailure(const api::ApiError &error)
{
    m_isSending = false;
    check();
    m_banner->showError(
        error.delivery == api::Delivery::Ambiguous
            ? tr("The exclusions may not have been added. What you chose is kept here.")
            : tr("The exclusions were not added. What you chose is kept here."),
        error, false);
}

} // namespace ui

#include "moc_addexclusions.cpp"
