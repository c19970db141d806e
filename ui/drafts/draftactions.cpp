#include "ui/drafts/draftactions.h"

#include "models/drafts/draftfile.h"
#include "models/drafts/draftlistmodel.h"
#include "models/drafts/draftreuse.h"
#include "models/drafts/draftstore.h"
#include "models/files/work.h"
#include "models/support/plain.h"
#include "ui/drafts/versionsdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/prompt.h"

#include <QAction>
#include <QDir>
#include <QInputDialog>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::StringLiterals;
using models::DraftListModel;
using models::DraftRecord;

namespace ui {

DraftActions::DraftActions(models::DraftStore &store, Prompt &prompt, Banner &banner,
                           Selected selected, QWidget *parent)
    : QObject(parent)
    , m_store(store)
    , m_prompt(prompt)
    , m_banner(banner)
    , m_selected(std::move(selected))
    , m_open(add(tr("&Open"), {}, &DraftActions::open))
    , m_begin(add(tr("Ne&w survey from it"), {}, &DraftActions::begin))
    , m_rename(add(tr("&Rename…"), QKeySequence(Qt::Key_F2), &DraftActions::rename))
    , m_duplicate(add(tr("D&uplicate"), QKeySequence(u"Ctrl+D"_s), &DraftActions::duplicate))
    , m_asTemplate(add(tr("Save as &template"), {}, &DraftActions::saveAsTemplate))
    , m_versions(add(tr("Earlier &versions…"), {}, &DraftActions::showVersions))
    , m_remove(add(tr("&Delete"), QKeySequence::Delete, &DraftActions::remove))
    , m_import(add(tr("&Import…"), {}, &DraftActions::importFile))
    , m_export(add(tr("E&xport…"), QKeySequence(u"Ctrl+E"_s), &DraftActions::exportFile))
{
    m_import->setIcon(icon(u"import"_s));
    m_export->setIcon(icon(u"export"_s));
}

QAction *DraftActions::add(const QString &text, const QKeySequence &keys,
                           void (DraftActions::*run)())
{
    auto *const action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    return action;
}

QList<QAction *> DraftActions::first() const
{
    return {m_open, m_begin, m_duplicate, m_remove};
}

QList<QAction *> DraftActions::further() const
{
    return {m_rename, m_asTemplate, m_versions};
}

QList<QAction *> DraftActions::files() const
{
    return {m_import, m_export};
}

QList<QAction *> DraftActions::edits() const
{
    return {m_rename, m_duplicate, m_remove};
}

QList<QAction *> DraftActions::all() const
{
    return first() + further() + files();
}

QWidget *DraftActions::window() const
{
    return static_cast<QWidget *>(parent());
}

const DraftRecord *DraftActions::one() const
{
    const QStringList uuids = m_selected();
    return uuids.size() == 1 ? m_store.find(uuids.first()) : nullptr;
}

void DraftActions::update()
{
    const DraftRecord *const record = one();
    for (QAction *const action : {m_open, m_begin, m_rename, m_duplicate, m_versions, m_export})
        action->setEnabled(record);
    m_asTemplate->setEnabled(record && !record->isTemplate);
    m_remove->setEnabled(!m_selected().isEmpty());
}

void DraftActions::activate()
{
    if (const DraftRecord *const record = one())
        record->isTemplate ? begin() : open();
}

void DraftActions::open()
{
    if (const DraftRecord *const record = one())
        Q_EMIT openWanted(QString(record->uuid));
}

void DraftActions::begin()
{
    if (const DraftRecord *const record = one())
        Q_EMIT newWanted(models::movedTo(record->draft, QDate::currentDate()));
}

void DraftActions::rename()
{
    const DraftRecord *const record = one();
    if (!record)
        return;
    auto *const dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename"));
    dialog->setLabelText(tr("&Name of the survey"));
    dialog->setTextValue(record->draft.name);
    dialog->setOkButtonText(tr("Rename"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, uuid = record->uuid](const QString &name) {
                m_store.rename(uuid, name);
                Q_EMIT added(uuid);
            });
    dialog->open();
    if (auto *const line = dialog->findChild<QLineEdit *>()) {
        line->setAccessibleName(tr("Name of the survey"));
        line->selectAll();
    }
}

void DraftActions::duplicate()
{
    if (const DraftRecord *const record = one())
        Q_EMIT added(m_store.duplicate(QString(record->uuid)));
}

void DraftActions::saveAsTemplate()
{
    const DraftRecord *const record = one();
    if (!record)
        return;
    const QString fresh = models::DraftStore::newId();
    const QString name = DraftListModel::nameOf(*record);
    m_store.save(fresh, models::SurveyDraft(record->draft), true, false);
    m_banner.show(Tone::Good, tr("“%1” is a template now, in addition to the draft.").arg(name));
    Q_EMIT added(fresh);
}

void DraftActions::showVersions()
{
    const DraftRecord *const record = one();
    if (!record)
        return;
    auto *const dialog = new VersionsDialog(m_store, *record, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VersionsDialog::restored, this, [this](const QDateTime &moment) {
        m_banner.show(Tone::Good,
                      tr("It is as it was on %1.")
                          .arg(QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat)),
                      tr("The former state is under Earlier versions."));
    });
    dialog->open();
}

void DraftActions::remove()
{
    const QStringList uuids = m_selected();
    if (uuids.isEmpty())
        return;
    const DraftRecord *const record = one();
    const QString what = record ? tr("“%1” is deleted.").arg(DraftListModel::nameOf(*record))
                                : tr("%Ln draft(s) deleted", nullptr, int(uuids.size()));
    m_store.remove(uuids);
    m_banner.show(Tone::Information, what);
    m_banner.addAction(tr("&Undo"), this, [this, uuids] {
        m_store.restore();
        m_banner.clear();
        Q_EMIT added(uuids.first());
    });
}

void DraftActions::importFile()
{
    m_prompt.openFile(window(), tr("Import a draft"), {tr("Drafts (*.json)"), tr("All files (*)")},
                      this, [this](const QStringList &paths) {
                          for (const QString &path : paths) {
                              if (!path.isEmpty())
                                  read(path);
                          }
                      });
}

void DraftActions::read(const QString &path)
{
    const auto work = [path] { return models::readDraftFile(path); };
    whenFinished(
        models::inWorker(work), this, [this, path](const tl::expected<DraftRecord, QString> &read) {
            if (!read)
                return m_banner.show(Tone::Error, tr("The draft could not be imported."),
                                     QDir::toNativeSeparators(path) + u'\n' + read.error());
            const QString uuid = models::DraftStore::newId();
            m_store.save(uuid, read->draft, read->isTemplate, false);
            m_banner.show(Tone::Good, tr("“%1” is imported.").arg(DraftListModel::nameOf(*read)));
            Q_EMIT added(uuid);
        });
}

void DraftActions::exportFile()
{
    const DraftRecord *const record = one();
    if (!record)
        return;
    const QString name = models::fileNameFrom(DraftListModel::nameOf(*record));
    m_prompt.saveFile(window(), tr("Export the draft"), name + u".json"_s, {tr("Drafts (*.json)")},
                      this, [this, kept = *record](const QString &path) {
                          if (!path.isEmpty())
                              write(kept, path);
                      });
}

void DraftActions::write(const DraftRecord &record, const QString &path)
{
    const auto work = [record, path] { return models::writeDraftFile(record, path); };
    whenFinished(models::inWorker(work), this, [this, path](const QString &problem) {
        if (problem.isEmpty())
            m_banner.show(Tone::Good, tr("The draft is exported."), QDir::toNativeSeparators(path));
        else
            m_banner.show(Tone::Error, tr("The draft could not be exported."), problem);
    });
}

} // namespace ui

#include "moc_draftactions.cpp"
