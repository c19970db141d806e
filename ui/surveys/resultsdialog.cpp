#include "ui/surveys/resultsdialog.h"

#include "models/support/plain.h"
#include "models/support/tablemodel.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/looks.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize usualSize {880, 460};
constexpr int nameWidth = 240;
constexpr qsizetype mostWrapped = 500; ///< more rows have one line each: measuring takes its time

QString outcomeText(StatusResult::Outcome outcome)
{
    switch (outcome) {
    case StatusResult::Changed:
        return ResultsDialog::tr("Changed");
    case StatusResult::Failed:
        return ResultsDialog::tr("Not changed");
    case StatusResult::Created:
        return ResultsDialog::tr("Created");
    case StatusResult::Incomplete:
        return ResultsDialog::tr("Not complete");
    case StatusResult::NotCreated:
        return ResultsDialog::tr("Not created");
    case StatusResult::Unknown:
        return ResultsDialog::tr("Unknown");
    case StatusResult::NotSent:
        break;
    }
    return ResultsDialog::tr("Not sent");
}

Role outcomeRole(int outcome)
{
    switch (StatusResult::Outcome(outcome)) {
    case StatusResult::Changed:
    case StatusResult::Created:
        return Role::Good;
    case StatusResult::Failed:
    case StatusResult::NotCreated:
        return Role::Error;
    case StatusResult::Incomplete:
    case StatusResult::Unknown:
        return Role::Warning;
    case StatusResult::NotSent:
        break;
    }
    return Role::Neutral;
}

constexpr models::Column<StatusResult> columns[] = {
    {QT_TRANSLATE_NOOP("ui::ResultsDialog", "Code"),
     [](const StatusResult &r) { return QVariant(models::plain(r.code)); },
     [](const StatusResult &r) { return QVariant(r.code); }},
    {QT_TRANSLATE_NOOP("ui::ResultsDialog", "Survey"),
     [](const StatusResult &r) { return QVariant(models::plain(r.name)); },
     [](const StatusResult &r) { return QVariant(r.name); }},
    {QT_TRANSLATE_NOOP("ui::ResultsDialog", "Result"),
     [](const StatusResult &r) { return QVariant(outcomeText(r.outcome)); },
     [](const StatusResult &r) { return QVariant(int(r.outcome)); }, Qt::AlignLeft,
     [](const StatusResult &r) { return QVariant(int(r.outcome)); }},
    {QT_TRANSLATE_NOOP("ui::ResultsDialog", "Response"),
     [](const StatusResult &r) { return QVariant(models::plain(r.text)); },
     [](const StatusResult &r) { return QVariant(r.text); }},
};

} // namespace

ResultsDialog::ResultsDialog(const QString &title, QList<StatusResult> results, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Results"));
    resize(usualSize);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(plainLabel(this, LabelLook::Title, title));
    auto *const model = new models::TableModel<StatusResult>(
        std::span<const models::Column<StatusResult>>(columns), "ui::ResultsDialog", this);
    model->setRows(std::move(results));
    auto *const table = new QTableView(this);
    table->setModel(model);
    setTableLook(table);
    table->setAccessibleName(tr("Results"));
    table->setItemDelegateForColumn(2, new ChipDelegate(outcomeRole, table));
    table->resizeColumnToContents(0);
    table->setColumnWidth(1, nameWidth);
    table->resizeColumnToContents(2);
    if (model->rowCount() <= mostWrapped) { // the service's sentence is read whole
        table->setWordWrap(true);
        table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        table->verticalHeader()->setMinimumSectionSize(space::row);
    }
    rows->addWidget(table, 1);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    rows->addWidget(buttons);
}

} // namespace ui

#include "moc_resultsdialog.cpp"
