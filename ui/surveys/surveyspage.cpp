#include "ui/surveys/surveyspage.h"

#include "models/connections/session.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "ui/surveys/statuschips.h"
#include "ui/surveys/surveyactions.h"
#include "ui/surveys/surveytable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

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
    EmptyState *empty = nullptr;
    QProgressBar *progress = nullptr;
    QPushButton *cancel = nullptr;
    QAction *open = nullptr;
    QAction *copy = nullptr;
    QAction *copyWithHeaders = nullptr;
    StatusChips *chips = nullptr;
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
    rows->setSpacing(space::unit);
    rows->addWidget(plainLabel(this, LabelLook::PageTitle, tr("Surveys")));
    d->age = plainLabel(this, LabelLook::Muted);
    rows->addWidget(d->age);
    d->chips = new StatusChips(this);
    d->progress = new QProgressBar(this);
    d->progress->setRange(0, 0);
    d->progress->setTextVisible(false);
    d->progress->setFixedWidth(120);
    d->progress->setAccessibleName(tr("Loading surveys"));
    d->cancel = new QPushButton(tr("Cance&l"), this);
    connect(d->cancel, &QPushButton::clicked, &d->store, &models::SurveyStore::cancel);
    auto *const top = new QHBoxLayout;
    top->setSpacing(space::control);
    top->addWidget(d->chips);
    top->addStretch();
    top->addWidget(d->progress);
    top->addWidget(d->cancel);
    rows->addSpacing(space::control);
    rows->addLayout(top);
    rows->addSpacing(space::unit);
    rows->addWidget(d->banner);
    d->stack = new QStackedWidget(this);
    d->stack->addWidget(d->table);
    d->empty = new EmptyState(this);
    d->stack->addWidget(d->empty);
    rows->addWidget(d->stack, 1);
    d->footer = plainLabel(this, LabelLook::Muted);
    rows->addWidget(d->footer);
    setFocusProxy(d->empty);
    d->table->addActions(surveyActions() + editActions());
    for (QAction *action : editActions())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
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
    connect(d->chips, &StatusChips::changed, this, [this] {
        d->model.setStatuses(d->chips->chosen());
        update();
    });
    connect(d->empty, &EmptyState::stepped, this, [this] {
        if (d->model.isFiltered())
            clearFilters();
        else if (d->hasFailed)
            refresh();
        else
            Q_EMIT newSurveyWanted();
    });
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

void SurveysPage::clearFilters()
{
    d->chips->clear();
    search({});
    Q_EMIT searchCleared();
}

void SurveysPage::update()
{
    const bool isBusy = d->store.isBusy();
    d->progress->setVisible(isBusy);
    d->cancel->setVisible(isBusy);
    d->open->setEnabled(!d->table->selected().isEmpty());
    d->chips->count(d->store.surveys());
    showAge();
    updateFooter();
    updateEmpty();
}

void SurveysPage::showAge()
{
    const QDateTime updated = d->store.updated().toLocalTime();
    if (!updated.isValid()) {
        d->age->setText(d->store.isBusy() ? tr("Loading…") : QString());
        return;
    }
    const bool isToday = updated.date() == QDate::currentDate();
    const QString when = isToday ? QLocale().toString(updated.time(), QLocale::ShortFormat)
                                 : QLocale().toString(updated, QLocale::ShortFormat);
    const QString count = tr("%Ln survey(s)", nullptr, d->model.storeCount());
    d->age->setText(d->store.isIncomplete()
                        ? tr("%1 · may be incomplete, as of %2").arg(count, when)
                        : tr("%1 · as of %2").arg(count, when));
}

void SurveysPage::updateFooter()
{
    const QModelIndexList rows = d->table->selectionModel()->selectedRows();
    const models::SurveyTotals totals = rows.size() > 1 ? d->model.totals(rows) : d->model.totals();
    const QString count = rows.size() > 1 ? tr("%Ln survey(s) selected", nullptr, totals.surveys)
        : d->model.isFiltered()
        ? tr("%1 of %2 surveys shown")
              .arg(models::countText(totals.surveys), models::countText(d->model.storeCount()))
        : tr("%Ln survey(s)", nullptr, totals.surveys);
    d->footer->setText(
        tr("%1  ·  %2 completes  ·  %3 spend")
            .arg(count, models::countText(totals.completes), models::moneyText(totals.spend)));
    d->footer->setVisible(d->model.storeCount() > 0);
}

void SurveysPage::updateEmpty()
{
    const bool isEmpty = d->model.rowCount() == 0;
    const bool hadFocus = window()->focusWidget() == d->empty; // the window may not be active yet
    d->stack->setCurrentIndex(isEmpty ? 1 : 0);
    setFocusProxy(isEmpty ? static_cast<QWidget *>(d->empty) : d->table);
    if (hadFocus && !isEmpty)
        d->table->setFocus();
    if (!isEmpty)
        return;
    if (d->model.isFiltered() && d->model.storeCount() > 0)
        d->empty->show(tr("No survey fits"),
                       tr("Nothing matches the search and the chosen statuses."),
                       tr("&Show all surveys"));
    else if (d->hasFailed)
        d->empty->show(tr("No surveys to show"),
                       tr("None are known from before, and the server could not be read."),
                       tr("&Try again"));
    else if (d->store.isBusy() || !d->store.updated().isValid())
        d->empty->show(tr("Loading surveys…"), {});
    else
        d->empty->show(tr("No surveys yet"), tr("Surveys of this account are listed here."),
                       tr("&New survey"));
}

} // namespace ui

#include "moc_surveyspage.cpp"
