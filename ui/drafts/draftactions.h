// What can be done with drafts and templates that are selected, as actions.
#pragma once

#include "models/drafts/draftrecord.h"

#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace models {
class DraftStore;
}

namespace ui {

class Banner;
class Prompt;

class DraftActions : public QObject
{
    Q_OBJECT

public:
    using Selected = std::function<QStringList()>;

    /// `selected` answers uuids; results are told in `banner`.
    DraftActions(models::DraftStore &store, Prompt &prompt, Banner &banner, Selected selected,
                 QWidget *parent);

    void update(); ///< the selection or the drafts are others now
    void activate(); ///< a draft is opened, a template begins a new survey

    QList<QAction *> first() const; ///< those that are buttons
    QList<QAction *> further() const; ///< those behind More
    QList<QAction *> files() const; ///< import and export
    QList<QAction *> edits() const; ///< for the Edit menu
    QList<QAction *> all() const;

Q_SIGNALS:
    void openWanted(const QString &uuid);
    void newWanted(const models::SurveyDraft &draft);
    void added(const QString &uuid); ///< to be selected

private:
    QAction *add(const QString &text, const QKeySequence &keys, void (DraftActions::*run)());
    const models::DraftRecord *one() const; ///< nullptr unless exactly one is selected
    QWidget *window() const;
    void open();
    void begin();
    void rename();
    void duplicate();
    void saveAsTemplate();
    void showVersions();
    void remove();
    void importFile();
    void read(const QString &path);
    void exportFile();
    void write(const models::DraftRecord &record, const QString &path);

    models::DraftStore &m_store;
    Prompt &m_prompt;
    Banner &m_banner;
    Selected m_selected;
    QAction *m_open;
    QAction *m_begin;
    QAction *m_rename;
    QAction *m_duplicate;
    QAction *m_asTemplate;
    QAction *m_versions;
    QAction *m_remove;
    QAction *m_import;
    QAction *m_export;
};

} // namespace ui
