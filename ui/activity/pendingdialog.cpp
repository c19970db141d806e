#include "ui/activity/pendingdialog.h"

#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/widgets/looks.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize usualSize {760, 400};
constexpr int surveyWidth = 220;

QVariant shown(const QString &text)
{
    return models::plain(text);
}

constexpr models::Column<WaitingEdit> columns[] = {
    {QT_TRANSLATE_NOOP("ui::PendingDialog", "Survey"),
     [](const WaitingEdit &w) { return shown(w.name); },
     [](const WaitingEdit &w) { return QVariant(w.name); }},
    {QT_TRANSLATE_NOOP("ui::PendingDialog", "What"),
     [](const WaitingEdit &w) { return shown(w.edit.what); },
     [](const WaitingEdit &w) { return QVariant(w.edit.what); }},
    {QT_TRANSLATE_NOOP("ui::PendingDialog", "From"),
     [](const WaitingEdit &w) { return shown(w.edit.before); },
     [](const WaitingEdit &w) { return QVariant(w.edit.before); }},
    {QT_TRANSLATE_NOOP("ui::PendingDialog", "To"),
     [](const WaitingEdit &w) { return shown(w.edit.after); },
     [](const WaitingEdit &w) { return QVariant(w.edit.after); }},
    {QT_TRANSLATE_NOOP("ui::PendingDialog", "Made"),
     [](const WaitingEdit &w) {
         return QVariant(QLocale().toString(w.edit.made.toLocalTime(), QLocale::ShortFormat));
     },
     [](const WaitingEdit &w) { return QVariant(w.edit.made); }},
};

} // namespace

PendingDialog::PendingDialog(models::Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_model(new models::TableModel<WaitingEdit>(
          std::span<const models::Column<WaitingEdit>>(columns), "ui::PendingDialog", this))
    , m_table(new QTableView(this))
    , m_send(new QPushButton(tr("&Send"), this))
    , m_discard(new QPushButton(tr("&Discard"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Changes not sent yet"));
    resize(usualSize);
    m_table->setModel(m_model);
    setTableLook(m_table);
    m_table->setAccessibleName(tr("Changes not sent yet"));
    m_table->setColumnWidth(0, surveyWidth);
    m_table->horizontalHeader()->setStretchLastSection(true);
    setPrimary(m_send);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    buttons->addButton(m_send, QDialogButtonBox::ActionRole);
    buttons->addButton(m_discard, QDialogButtonBox::DestructiveRole);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(plainLabel(this, LabelLook::Title, tr("Changes not sent yet")));
    rows->addWidget(m_table, 1);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, [this] {
        for (const models::PendingEdit &edit : chosen())
            m_session.pending().send(edit);
    });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        for (const models::PendingEdit &edit : chosen())
            m_session.pending().settle(edit.survey, edit.kind);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PendingDialog::updateButtons);
    connect(&session.pending(), &models::PendingEdits::changed, this, &PendingDialog::update);
    update();
    m_table->selectRow(0);
}

void PendingDialog::update()
{
    QList<WaitingEdit> rows;
    for (const models::PendingEdit &edit : m_session.pending().edits()) {
        const api::Survey *const survey = m_session.surveys().find(edit.survey);
        rows.append({edit, survey ? survey->name : edit.survey.value});
    }
    if (rows.isEmpty())
        return accept();
    m_model->sync(std::move(rows), [](const WaitingEdit &waiting) {
        return waiting.edit.survey.value + u' ' + waiting.edit.kind;
    });
    updateButtons();
}

void PendingDialog::updateButtons()
{
    const bool isChosen = m_table->selectionModel()->hasSelection();
    m_send->setEnabled(isChosen);
    m_discard->setEnabled(isChosen);
}

QList<models::PendingEdit> PendingDialog::chosen() const
{
    QList<models::PendingEdit> edits;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        edits.append(m_model->row(row).edit);
    return edits;
}

} // namespace ui

#include "moc_pendingdialog.cpp"
