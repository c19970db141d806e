#include "ui/surveys/surveyspage.h"

#include "models/connections/currencies.h"
#include "models/connections/session.h"
#include "models/drafts/opencreations.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/surveyexport.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "ui/surveys/keptfilters.h"
#include "ui/surveys/statuschips.h"
#include "ui/surveys/surveyactions.h"
#include "ui/surveys/surveytable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/moment.h"
#include "ui/widgets/statusmessage.h"
#include "ui/widgets/tableexporter.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

struct SurveysPage::Private
{
    models::SurveyStore &store;
    models::OpenCreations &creations;
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
    QAction *clone = nullptr;
    QAction *copyId = nullptr;
    QAction *copy = nullptr;
    QAction *copyWithHeaders = nullptr;
    QList<QAction *> surveyActions {}; ///< in the order of the menus
    TableExporter *exporter = nullptr;
    QPushButton *columns = nullptr;
    QString searched {};
    QTimer time {};
    StatusChips *chips = nullptr;
    bool hasFailed = false;

    Private(models::Session &session, SurveysPage *page)
        : store(session.surveys())
        , creations(session.creations())
        , model(session.surveys(), session.reference())
        , banner(new Banner(page))
        , table(new SurveyTable(model, page))
    {
    }
};

namespace {

constexpr int minutesOfNews = 5;

} // namespace

SurveysPage::SurveysPage(models::Session &session, Prompt &prompt, QWidget *parent)
    : Page(parent)
    , d(new Private(session, this))
{
    makeActions(prompt);
    build();
    connectStore();
    connectTable();
    d->model.assessBy(session.attention());
    d->model.nameCurrencies(session.currencies());
    restoreFilters();
    update();
}

SurveysPage::~SurveysPage() = default;

void SurveysPage::makeActions(Prompt &prompt)
{
    d->actions = new SurveyActions(
        d->store, prompt, *d->banner, [this] { return d->table->selected(); }, this);
    d->actions->holdBack(
        [this](const api::Survey &survey) { return d->creations.isInDoubt(survey); });
    d->open = new QAction(tr("&Open"), this);
    d->copyId = new QAction(tr("Copy project &ID"), this);
    connect(d->copyId, &QAction::triggered, this, &SurveysPage::copyIds);
    d->clone = new QAction(tr("Clo&ne…"), this);
    connect(d->clone, &QAction::triggered, this, [this] {
        if (const QList<api::Survey> surveys = d->table->selected(); surveys.size() == 1)
            Q_EMIT cloneWanted(surveys.first().id);
    });
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
    makeExporter(prompt);
    d->surveyActions = QList {d->open, d->clone, d->copyId, separator(this)} + d->actions->running()
        + QList {separator(this)} + d->actions->ending()
        + QList {separator(this), d->exporter->action()};
}

void SurveysPage::makeExporter(Prompt &prompt)
{
    const auto table = [this] {
        const QModelIndexList chosen = d->table->selectionModel()->selectedRows();
        return models::surveyExport(chosen.size() > 1 ? d->model.rows(chosen) : d->model.rows(),
                                    d->table->shownColumns());
    };
    d->exporter = new TableExporter(
        {tr("Export surveys"), u"surveys"_s, tr("The surveys could not be exported.")}, prompt,
        *d->banner, table, this);
}

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
    rows->addSpacing(space::control);
    rows->addLayout(filterRow());
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
    d->table->addActions(surveyActions() + QList {separator(this)} + editActions());
    for (QAction *action : editActions())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

QLayout *SurveysPage::filterRow()
{
    d->columns = new QPushButton(tr("Colum&ns"), this);
    connect(d->columns, &QPushButton::clicked, this, [this] {
        d->table->showColumnMenu(d->columns->mapToGlobal(QPoint(0, d->columns->height())));
    });
    auto *const save = new QPushButton(tr("E&xport…"), this);
    QAction *const action = d->exporter->action();
    connect(save, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, save, &QWidget::setEnabled);
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addWidget(d->chips);
    row->addStretch();
    row->addWidget(d->progress);
    row->addWidget(d->cancel);
    row->addWidget(d->columns);
    row->addWidget(save);
    return row;
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
        // Bars of the window say what is wrong with the connection and, where there is something
        // to show, that it is of before.
        if (!api::isConnectionFault(error)
            && (!api::isUnreachable(error) || !d->store.updated().isValid()))
            d->banner->showError(tr("The surveys could not be loaded."), error);
        update();
    });
    connect(d->banner, &Banner::retry, this, &SurveysPage::refresh);
}

void SurveysPage::connectTable()
{
    connect(d->chips, &StatusChips::changed, this, &SurveysPage::filter);
    connect(&d->model, &QAbstractItemModel::dataChanged, this, &SurveysPage::updateCounts);
    // What needs a person also changes while nothing arrives.
    connect(&d->time, &QTimer::timeout, &d->model, &models::SurveyModel::reassess);
    d->time.start(std::chrono::minutes(minutesOfNews));
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
        updateOpening();
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

QString SurveysPage::searched() const
{
    return d->searched;
}

void SurveysPage::search(const QString &text)
{
    d->searched = text;
    filter();
}

void SurveysPage::filter()
{
    const SurveyFilters filters {d->searched, d->chips->chosen(), d->chips->needsAttention()};
    keepFilters(filters);
    d->model.setSearch(filters.search);
    d->model.setStatuses(filters.statuses);
    d->model.setNeedsAttention(filters.needsAttention);
    update();
}

void SurveysPage::restoreFilters()
{
    const SurveyFilters filters = keptFilters();
    d->searched = filters.search;
    const QSignalBlocker quiet(d->chips);
    d->chips->choose(filters.statuses, filters.needsAttention);
    filter();
}

void SurveysPage::copyIds()
{
    QStringList ids;
    for (const api::Survey &survey : d->table->selected())
        ids.append(survey.id.value);
    QGuiApplication::clipboard()->setText(ids.join(u'\n'));
    showStatusMessage(this,
                      ids.size() == 1 ? tr("Project ID copied: %1").arg(models::plain(ids.first()))
                                      : tr("%Ln project ID(s) copied", nullptr, int(ids.size())));
}

QString SurveysPage::unsaved() const
{
    return d->actions->unsaved();
}

QList<QAction *> SurveysPage::editActions() const
{
    return {d->copy, d->copyWithHeaders};
}

QList<QAction *> SurveysPage::surveyActions() const
{
    return d->surveyActions;
}

void SurveysPage::clearFilters()
{
    {
        const QSignalBlocker quiet(d->chips);
        d->chips->clear();
    }
    search({});
    Q_EMIT searchCleared();
}

void SurveysPage::update()
{
    const bool isBusy = d->store.isBusy();
    d->progress->setVisible(isBusy);
    d->cancel->setVisible(isBusy);
    updateOpening();
    updateCounts();
    updateFooter();
    updateEmpty();
}

void SurveysPage::updateOpening()
{
    const qsizetype count = d->table->selected().size();
    d->open->setEnabled(count > 0);
    d->copyId->setEnabled(count > 0);
    d->clone->setEnabled(count == 1);
}

void SurveysPage::updateCounts()
{
    d->chips->count(d->store.surveys(), d->model.attentionCount());
    showAge();
}

void SurveysPage::showAge()
{
    const QDateTime updated = d->store.updated();
    if (!updated.isValid()) {
        d->age->setText(d->store.isBusy() ? tr("Loading…") : QString());
        return;
    }
    const QString when = momentText(updated);
    QString count = tr("%Ln survey(s)", nullptr, d->model.storeCount());
    if (const int needy = d->model.attentionCount(); needy > 0)
        count = tr("%1 · %2").arg(count, tr("%Ln need(s) attention", nullptr, needy));
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
    const QString spend = models::costText(totals.spend);
    const QString none = totals.unread > 0 ? u"–"_s : models::moneyText(api::Money {});
    const QString sums =
        tr("%1  ·  %2 completes  ·  %3 spend")
            .arg(count, models::countText(totals.completes), spend.isEmpty() ? none : spend);
    d->footer->setText(
        totals.unread > 0
            //: %1 "5 surveys · 120 completes · 300.00 spend", %2 "1 survey with …"
            ? tr("%1  ·  %2")
                  .arg(sums, tr("%Ln survey(s) with unreadable figures", "", totals.unread))
            : sums);
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
                       tr("None are known from before, and the service couldn’t be read."),
                       tr("&Try again"));
    else if (d->store.isBusy() || !d->store.updated().isValid())
        d->empty->show(tr("Loading surveys…"), {});
    else
        d->empty->show(tr("No surveys yet"), tr("Surveys of this account are listed here."),
                       tr("&New survey"));
}

} // namespace ui

#include "moc_surveyspage.cpp"
