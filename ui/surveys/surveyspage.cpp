#include "ui/surveys/surveyspage.h"

#include "models/connections/session.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "ui/surveys/surveyactions.h"
#include "ui/surveys/surveytable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using api::SurveyStatus;

namespace ui {

struct SurveysPage::Private
{
    models::SurveyStore &store;
    models::SurveyModel model;
    Banner *banner;
    SurveyTable *table;
    SurveyActions *actions = nullptr;
    QStackedWidget *stack = nullptr;
    QLabel *footer = nullptr;
    QLabel *age = nullptr;
    QLabel *emptyTitle = nullptr;
    QLabel *emptyText = nullptr;
    QPushButton *emptyStep = nullptr;
    QProgressBar *progress = nullptr;
    QPushButton *cancel = nullptr;
    QAction *open = nullptr;
    QAction *copy = nullptr;
    QAction *copyWithHeaders = nullptr;
    QMap<SurveyStatus, QPushButton *> chips {};
    bool hasFailed = false;

    Private(models::Session &session, SurveysPage *page)
        : store(session.surveys())
        , model(session.surveys(), session.reference())
        , banner(new Banner(page))
        , table(new SurveyTable(model, page))
    {
    }
};

SurveysPage::SurveysPage(models::Session &session, Prompt &prompt, QWidget *parent)
    : Page(parent)
    , d(new Private(session, this))
{
    d->actions = new SurveyActions(
        d->store, prompt, *d->banner, [this] { return d->table->selected(); }, this);
    d->open = new QAction(tr("&Open"), this);
    d->copy = new QAction(icon(u"copy"_s), tr("&Copy"), this);
    d->copy->setShortcut(QKeySequence::Copy);
    d->copyWithHeaders = new QAction(tr("Copy with &headers"), this);
    d->copyWithHeaders->setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
    connect(d->open, &QAction::triggered, this, [this] {
        for (const api::Survey &survey : d->table->selected())
            Q_EMIT opened(survey.id);
    });
    connect(d->copy, &QAction::triggered, this, [this] { d->table->copy(false); });
    connect(d->copyWithHeaders, &QAction::triggered, this, [this] { d->table->copy(true); });
    build();
    connectStore();
    update();
}

SurveysPage::~SurveysPage() = default;

void SurveysPage::build()
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::padding, space::page, space::card);
    rows->setSpacing(space::card);
    auto *const top = new QHBoxLayout;
    top->addWidget(plainLabel(this, LabelLook::PageTitle, tr("Surveys")));
    top->addSpacing(space::padding);
    top->addWidget(makeChips());
    top->addStretch();
    d->age = plainLabel(this, LabelLook::Muted);
    d->progress = new QProgressBar(this);
    d->progress->setRange(0, 0);
    d->progress->setTextVisible(false);
    d->progress->setFixedWidth(120);
    d->progress->setAccessibleName(tr("Loading surveys"));
    d->cancel = new QPushButton(tr("Cance&l"), this);
    connect(d->cancel, &QPushButton::clicked, &d->store, &models::SurveyStore::cancel);
    top->addWidget(d->age);
    top->addWidget(d->progress);
    top->addWidget(d->cancel);
    rows->addLayout(top);
    rows->addWidget(d->banner);
    d->stack = new QStackedWidget(this);
    d->stack->addWidget(d->table);
    d->stack->addWidget(makeEmpty());
    rows->addWidget(d->stack, 1);
    d->footer = plainLabel(this, LabelLook::Muted);
    d->footer->setAccessibleName(tr("Totals"));
    rows->addWidget(d->footer);
    d->table->addActions(surveyActions() + editActions());
    for (QAction *action : editActions())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

QWidget *SurveysPage::makeChips()
{
    auto *const chips = new QWidget(this);
    auto *const row = new QHBoxLayout(chips);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::control);
    const std::pair<SurveyStatus, QString> statuses[] = {
        {SurveyStatus::Active, tr("Active")},
        {SurveyStatus::Inactive, tr("Inactive")},
        {SurveyStatus::Completed, tr("Completed")},
        {SurveyStatus::Closed, tr("Closed")},
    };
    for (const auto &[status, name] : statuses) {
        auto *const chip = new QPushButton(name, chips);
        setChip(chip);
        chip->setAccessibleName(tr("Show %1 surveys").arg(name));
        connect(chip, &QPushButton::toggled, this, &SurveysPage::chooseStatuses);
        row->addWidget(chip);
        d->chips.insert(status, chip);
    }
    return chips;
}

QWidget *SurveysPage::makeEmpty()
{
    auto *const empty = new QWidget(this);
    auto *const rows = new QVBoxLayout(empty);
    rows->setAlignment(Qt::AlignCenter);
    rows->setSpacing(space::control);
    d->emptyTitle = plainLabel(empty, LabelLook::Section);
    d->emptyText = plainLabel(empty, LabelLook::Muted);
    d->emptyStep = new QPushButton(empty);
    setPrimary(d->emptyStep);
    for (QLabel *label : {d->emptyTitle, d->emptyText}) {
        label->setAlignment(Qt::AlignCenter);
        rows->addWidget(label);
    }
    rows->addWidget(d->emptyStep, 0, Qt::AlignCenter);
    connect(d->emptyStep, &QPushButton::clicked, this, [this] {
        if (d->model.isFiltered())
            clearFilters();
        else if (d->hasFailed)
            refresh();
        else
            Q_EMIT newSurveyWanted();
    });
    return empty;
}

void SurveysPage::connectStore()
{
    connect(&d->store, &models::SurveyStore::changed, this, &SurveysPage::update);
    connect(&d->store, &models::SurveyStore::busyChanged, this, [this](bool isBusy) {
        if (isBusy && d->hasFailed)
            d->banner->clear();
        d->hasFailed = d->hasFailed && !isBusy;
        update();
    });
    connect(&d->store, &models::SurveyStore::failed, this, [this](const api::ApiError &error) {
        d->hasFailed = true;
        d->banner->showError(tr("The surveys could not be loaded."), error);
        update();
    });
    connect(d->banner, &Banner::retry, this, &SurveysPage::refresh);
    connect(d->table, &SurveyTable::opened, this, &SurveysPage::opened);
    connect(d->table, &SurveyTable::selectionChangedByAny, this, [this] {
        d->actions->update();
        d->open->setEnabled(!d->table->selected().isEmpty());
        updateFooter();
    });
}

void SurveysPage::refresh()
{
    d->store.refresh();
}

QString SurveysPage::searchHint() const
{
    return tr("Search name, code or ID");
}

void SurveysPage::search(const QString &text)
{
    d->model.setSearch(text);
    update();
}

QList<QAction *> SurveysPage::editActions() const
{
    return {d->copy, d->copyWithHeaders};
}

QList<QAction *> SurveysPage::surveyActions() const
{
    return QList<QAction *> {d->open} + d->actions->all();
}

void SurveysPage::chooseStatuses()
{
    QSet<SurveyStatus> chosen;
    for (auto chip = d->chips.cbegin(); chip != d->chips.cend(); ++chip) {
        if (chip.value()->isChecked())
            chosen.insert(chip.key());
    }
    d->model.setStatuses(chosen);
    update();
}

void SurveysPage::clearFilters()
{
    for (QPushButton *chip : std::as_const(d->chips))
        chip->setChecked(false);
    search({});
    Q_EMIT searchCleared();
}

void SurveysPage::update()
{
    const bool isBusy = d->store.isBusy();
    d->progress->setVisible(isBusy);
    d->cancel->setVisible(isBusy);
    d->open->setEnabled(!d->table->selected().isEmpty());
    showAge();
    updateFooter();
    updateEmpty();
}

void SurveysPage::showAge()
{
    const QDateTime updated = d->store.updated();
    QString text;
    if (updated.isValid() && d->store.isIncomplete())
        text = tr("May be incomplete, as of %1");
    else if (updated.isValid())
        text = tr("As of %1");
    const QDateTime local = updated.toLocalTime();
    const bool isToday = local.date() == QDate::currentDate();
    d->age->setText(updated.isValid()
                        ? text.arg(isToday ? QLocale().toString(local.time(), QLocale::ShortFormat)
                                           : QLocale().toString(local, QLocale::ShortFormat))
                        : QString());
}

void SurveysPage::updateFooter()
{
    const QModelIndexList rows = d->table->selectionModel()->selectedRows();
    const models::SurveyTotals totals = rows.size() > 1 ? d->model.totals(rows) : d->model.totals();
    const QString count = rows.size() > 1 ? tr("%n survey(s) selected", nullptr, totals.surveys)
        : d->model.isFiltered()
        ? tr("%1 of %2 surveys shown")
              .arg(models::countText(totals.surveys), models::countText(d->model.storeCount()))
        : tr("%n survey(s)", nullptr, totals.surveys);
    d->footer->setText(
        tr("%1  ·  %2 completes  ·  %3 spend")
            .arg(count, models::countText(totals.completes), models::moneyText(totals.spend)));
    d->footer->setVisible(d->model.storeCount() > 0);
}

void SurveysPage::updateEmpty()
{
    const bool isEmpty = d->model.rowCount() == 0;
    d->stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (!isEmpty)
        return;
    d->emptyStep->setVisible(true);
    if (d->model.isFiltered() && d->model.storeCount() > 0) {
        d->emptyTitle->setText(tr("No survey fits"));
        d->emptyText->setText(tr("Nothing matches the search and the chosen statuses."));
        d->emptyStep->setText(tr("&Show all surveys"));
    } else if (d->hasFailed) {
        d->emptyTitle->setText(tr("No surveys to show"));
        d->emptyText->setText(tr("None are known from before, and the server could not be read."));
        d->emptyStep->setText(tr("&Try again"));
    } else if (d->store.isBusy() || !d->store.updated().isValid()) {
        d->emptyTitle->setText(tr("Loading surveys…"));
        d->emptyText->clear();
        d->emptyStep->setVisible(false);
    } else {
        d->emptyTitle->setText(tr("No surveys yet"));
        d->emptyText->setText(tr("Surveys of this account are listed here."));
        d->emptyStep->setText(tr("&New survey"));
    }
}

} // namespace ui

#include "moc_surveyspage.cpp"
