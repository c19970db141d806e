// What every page of the window answers to the window's toolbar and menus.
#pragma once

#include <QWidget>

#include <optional>

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
    /// What is searched for here, for pages that keep it; nothing: the field stays as it is.
    virtual std::optional<QString> searched() const { return std::nullopt; }
    virtual void search(const QString & /*text*/) { } ///< as one types
    virtual QList<QAction *> editActions() const { return {}; } ///< undo, redo, copy, …
    virtual QList<QAction *> surveyActions() const { return {}; } ///< for the Survey menu
    /// Why the page can't be left just now ("3 cells are not saved"), a whole sentence; empty: it
    /// can.
    virtual QString unsaved() const { return {}; }

Q_SIGNALS:
    void actionsChanged(); ///< editActions() or surveyActions() are others now
};

} // namespace ui
