// What every page of the window answers to the window's toolbar and menus.
#pragma once

#include <QWidget>

class QAction;

namespace ui {

/// A page owns its actions; the window shows them in its menus while the page is in front.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void refresh() = 0; ///< F5: asks the server again
    virtual QString searchHint() const { return {}; } ///< empty: nothing to search here
    virtual QString searched() const { return {}; } ///< what is searched for here just now
    virtual void search(const QString & /*text*/) { } ///< as one types
    virtual QList<QAction *> editActions() const { return {}; } ///< undo, redo, copy, …
    virtual QList<QAction *> surveyActions() const { return {}; } ///< for the Survey menu
    /// Why the page can't be left just now ("3 cells are not saved"), a whole sentence; empty: it
    /// can.
    virtual QString unsaved() const { return {}; }
    /// What of unsaved() can't wait to be sent later, whole sentences; empty: all of it can.
    virtual QString unkeepable() const { return unsaved(); }
    /// Keeps what can wait as pending edits (models::PendingEdits). Nothing is sent.
    virtual void keepUnsaved() { }
    /// False: saveUnsaved() can do nothing for what is unsaved.
    virtual bool canSave() const { return true; }
    /// Sends what is unsaved. `saveEnded` follows, also when nothing could be sent; then unsaved()
    /// tells what is left.
    virtual void saveUnsaved() { Q_EMIT saveEnded(); }

Q_SIGNALS:
    void saveEnded(); ///< saveUnsaved() has come to its end
    void actionsChanged(); ///< editActions() or surveyActions() are others now
};

} // namespace ui
