#include "ui/activity/activityview.h"

#include "models/activity/activityexport.h"
#include "models/activity/activityfilter.h"
#include "models/activity/callmodel.h"
#include "models/activity/changemodel.h"
#include "models/connections/session.h"
#include "models/surveys/surveystore.h"
#include "ui/activity/activitytables.h"
#include "ui/activity/calldetails.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/tableexporter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

struct ActivityView::Private
{
    models::Session &session;
    api::SurveyId survey;
    models::CallModel calls {};
    models::ChangeModel changes {};
    models::ActivityFilter callFilter {};
    models::ActivityFilter changeFilter {};
    Banner *banner = nullptr;
    QTabWidget *tabs = nullptr;
    QTableView *callTable = nullptr;
    QTableView *changeTable = nullptr;
    CallDetails *details = nullptr;
    QLabel *count = nullptr;
    QAction *copy = nullptr;
    QAction *copyAsCurl = nullptr;
    TableExporter *exporter = nullptr;
    QAction *save = nullptr; ///< the exporter's

    bool concerns(const api::SurveyId &id) const { return survey.isEmpty() || id == survey; }
};

ActivityView::ActivityView(models::Session &session, const api::SurveyId &survey, Prompt &prompt,
                           QWidget *parent)
    : QWidget(parent)
    , d(new Private {session, survey})
{
    d->callFilter.setSourceModel(&d->calls);
    d->changeFilter.setSourceModel(&d->changes);
    d->copy = new QAction(icon(u"copy"_s), tr("&Copy"), this);
    d->copy->setShortcut(QKeySequence::Copy);
    d->copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    d->copyAsCurl = new QAction(tr("Copy as c&URL"), this);
    d->banner = new Banner(this);
    d->exporter = new TableExporter(
        {tr("Export activity"), u"activity"_s, tr("The activity could not be exported.")}, prompt,
        *d->banner, [this] { return shown(); }, this);
    d->save = d->exporter->action();
    d->tabs = new QTabWidget(this);
    d->tabs->setDocumentMode(true);
    d->tabs->setAccessibleName(tr("Calls and changes"));
    d->tabs->addTab(callsTab(), tr("Calls"));
    d->tabs->addTab(changesTab(), tr("Changes"));
    d->count = plainLabel(this, LabelLook::Muted);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::control);
    rows->addWidget(d->banner);
    rows->addWidget(d->tabs, 1);
    auto *const last = new QHBoxLayout;
    last->addWidget(d->count, 1);
    auto *const button = new QPushButton(d->save->icon(), d->save->text(), this);
    connect(button, &QPushButton::clicked, d->save, &QAction::trigger);
    last->addWidget(button);
    rows->addLayout(last);
    setFocusProxy(d->callTable);
    d->callTable->addAction(d->copy);
    d->changeTable->addAction(d->copy);
    follow();
    load();
}

ActivityView::~ActivityView()
{
    // The models go before the tables, which tell that their selection has gone.
    for (const QTableView *const table : {d->callTable, d->changeTable})
        table->selectionModel()->disconnect(this);
}

QWidget *ActivityView::callsTab()
{
    auto *const page = new QWidget(this);
    auto *const rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, space::control, 0, 0);
    rows->setSpacing(space::control);
    rows->addWidget(filters());
    auto *const splitter = new QSplitter(Qt::Vertical, page);
    splitter->setChildrenCollapsible(false);
    d->callTable = callTable(d->callFilter, d->survey.isEmpty(), splitter);
    d->details = new CallDetails(d->session.connection().baseUrl, splitter);
    splitter->addWidget(d->callTable);
    splitter->addWidget(d->details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    rows->addWidget(splitter, 1);
    return page;
}

QWidget *ActivityView::filters()
{
    auto *const bar = new QWidget(this);
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::control);
    auto *const label = plainLabel(bar, LabelLook::Text, tr("&Result:"));
    auto *const result = new QComboBox(bar);
    result->addItems({tr("All results"), tr("Succeeded"), tr("Failed")});
    result->setAccessibleName(tr("Result"));
    label->setBuddy(result);
    auto *const writes = new QCheckBox(tr("Only calls that &write"), bar);
    row->addWidget(label);
    row->addWidget(result);
    row->addWidget(writes);
    row->addStretch();
    connect(result, &QComboBox::currentIndexChanged, this, [this](int at) {
        d->callFilter.setResult(models::ActivityFilter::Result(at));
        updateState();
    });
    connect(writes, &QCheckBox::toggled, this, [this](bool isOn) {
        d->callFilter.setOnlyWrites(isOn);
        updateState();
    });
    return bar;
}

QWidget *ActivityView::changesTab()
{
    auto *const page = new QWidget(this);
    auto *const rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, space::control, 0, 0);
    d->changeTable = changeTable(d->changeFilter, d->survey.isEmpty(), page);
    rows->addWidget(d->changeTable);
    return page;
}

void ActivityView::follow()
{
    connect(&d->session.journal(), &models::Journal::added, this,
            [this](const models::JournalCall &kept) {
                if (!d->concerns(kept.call.survey))
                    return;
                d->calls.prepend({kept.id, kept.call, surveyName(kept.call.survey)});
                updateState();
            });
    connect(&d->session.changes(), &models::ChangeLog::added, this,
            [this](const models::Change &change) {
                if (!d->concerns(change.survey))
                    return;
                d->changes.prepend({change, surveyName(change.survey)});
                updateState();
            });
    connect(d->callTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ActivityView::showCall);
    connect(d->changeTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ActivityView::updateState);
    connect(d->tabs, &QTabWidget::currentChanged, this, &ActivityView::updateState);
    connect(d->copy, &QAction::triggered, this, [this] { copyCells(*shownTable(), false); });
    connect(d->copyAsCurl, &QAction::triggered, d->details, &CallDetails::copyAsCurl);
}

void ActivityView::load()
{
    whenFinished(d->session.journal().newest(models::Journal::limit, d->survey), this,
                 [this](const QList<models::JournalCall> &kept) {
                     QList<models::CallRow> rows;
                     for (const models::JournalCall &each : kept)
                         rows.append({each.id, each.call, surveyName(each.call.survey)});
                     d->calls.sync(std::move(rows), &models::CallRow::id);
                     updateState();
                 });
    whenFinished(d->session.changes().newest(models::ChangeLog::limit, d->survey), this,
                 [this](const QList<models::Change> &kept) {
                     QList<models::ChangeRow> rows;
                     for (const models::Change &each : kept)
                         rows.append({each, surveyName(each.survey)});
                     d->changes.sync(std::move(rows),
                                     [](const models::ChangeRow &row) { return row.change.id; });
                     updateState();
                 });
}

void ActivityView::search(const QString &text)
{
    d->callFilter.setText(text);
    d->changeFilter.setText(text);
    updateState();
}

QList<QAction *> ActivityView::actions() const
{
    return {d->copy, d->copyAsCurl, d->save};
}

QString ActivityView::surveyName(const api::SurveyId &id) const
{
    const api::Survey *const survey = d->session.surveys().find(id);
    return survey ? survey->name : id.value;
}

QTableView *ActivityView::shownTable() const
{
    return d->tabs->currentIndex() == 0 ? d->callTable : d->changeTable;
}

void ActivityView::showCall()
{
    updateState();
    const QModelIndexList chosen = d->callTable->selectionModel()->selectedRows();
    if (chosen.size() != 1)
        return d->details->clear();
    const qint64 id = d->calls.row(d->callFilter.mapToSource(chosen.first())).id;
    whenFinished(d->session.journal().whole(id), this, [this, id](const api::CallRecord &call) {
        const QModelIndexList now = d->callTable->selectionModel()->selectedRows();
        if (now.size() == 1 && d->calls.row(d->callFilter.mapToSource(now.first())).id == id)
            d->details->show(call);
    });
}

void ActivityView::updateState()
{
    const bool isCalls = d->tabs->currentIndex() == 0;
    const models::ActivityFilter &filter = isCalls ? d->callFilter : d->changeFilter;
    const int shown = filter.rowCount();
    if (isCalls)
        d->count->setText(filter.isFiltering() ? tr("%Ln call(s) shown", nullptr, shown)
                                               : tr("%Ln call(s)", nullptr, shown));
    else
        d->count->setText(shown > 0 ? tr("%Ln change(s)", nullptr, shown)
                              : filter.isFiltering()
                              ? tr("No change fits the search.")
                              : tr("What is changed here, or seen to have changed, is listed "
                                   "from now on."));
    d->save->setEnabled(shown > 0);
    d->copy->setEnabled(shownTable()->selectionModel()->hasSelection());
    d->copyAsCurl->setEnabled(isCalls
                              && d->callTable->selectionModel()->selectedRows().size() == 1);
}

models::ExportTable ActivityView::shown() const
{
    const auto rowsOf = [](const auto &model, const models::ActivityFilter &filter) {
        auto rows = model.rows().first(0);
        rows.reserve(filter.rowCount());
        for (int row = 0; row < filter.rowCount(); ++row)
            rows.append(model.row(filter.mapToSource(filter.index(row, 0))));
        return rows;
    };
    return d->tabs->currentIndex() == 0 ? models::callTable(rowsOf(d->calls, d->callFilter))
                                        : models::changeTable(rowsOf(d->changes, d->changeFilter));
}

} // namespace ui

#include "moc_activityview.cpp"
