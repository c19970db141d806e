#include "ui/drafts/versionsdialog.h"

#include "models/drafts/draftlistmodel.h"
#include "models/drafts/draftstore.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/widgets/looks.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize versionsSize {640, 380};

QString lineOf(const models::DraftVersion &version)
{
    const models::SurveyDraft &draft = version.draft;
    //: %1 when it was saved, %2 the survey's name
    return VersionsDialog::tr("%1 · %2 · %3 completes at %4 · %5 targeted · %6 quotas")
        .arg(QLocale().toString(version.saved.toLocalTime(), QLocale::ShortFormat),
             models::DraftListModel::nameOf({.uuid = {}, .draft = draft, .updated = {}}),
             models::countText(draft.completes), models::moneyText(draft.cpi),
             models::countText(draft.qualifications.size()),
             models::countText(draft.quotas.size()));
}

} // namespace

VersionsDialog::VersionsDialog(models::DraftStore &store, const models::DraftRecord &record,
                               QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_record(record)
    , m_list(new QListWidget(this))
    , m_restore(new QPushButton(tr("Go &back to it"), this))
{
    setWindowTitle(tr("Earlier versions"));
    resize(versionsSize);
    m_list->setAccessibleName(tr("Earlier versions"));
    setPrimary(m_restore);
    m_restore->setEnabled(false);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(plainLabel(this, LabelLook::Title, models::DraftListModel::nameOf(record)));
    rows->addWidget(plainLabel(this, LabelLook::Muted,
                               tr("The newest first. What it is now stays as a version too.")));
    rows->addWidget(m_list, 1);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, &VersionsDialog::restore);
    connect(m_list, &QListWidget::itemActivated, this, &VersionsDialog::restore);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_restore->setEnabled(row > 0); });
    store.askVersions(record.uuid, this,
                      [this](const QList<models::DraftVersion> &versions) { fill(versions); });
}

void VersionsDialog::fill(const QList<models::DraftVersion> &versions)
{
    m_versions = versions;
    for (int row = 0; row < int(versions.size()); ++row)
        m_list->addItem(row == 0 ? tr("Now: %1").arg(lineOf(versions[row]))
                                 : lineOf(versions[row]));
    m_list->setCurrentRow(versions.size() > 1 ? 1 : 0);
    m_list->setFocus();
}

void VersionsDialog::restore()
{
    const int row = m_list->currentRow();
    if (row < 1)
        return;
    m_store.save(m_record.uuid, m_versions[row].draft, m_record.isTemplate, false);
    Q_EMIT restored(m_versions[row].saved);
    accept();
}

} // namespace ui

#include "moc_versionsdialog.cpp"
