// What a survey's tab asks of each of its pages: Overview, Interlocking and the others.
#pragma once

#include <QWidget>

class QAction;

namespace ui {

/// Built when it is first shown; lives as long as the survey's tab.
class SurveySection : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void refresh() = 0; ///< F5: asks the server again
    virtual void readAgain() { refresh(); } ///< by itself: a message that stands there stays
    virtual QList<QAction *> editActions() const { return {}; } ///< undo, redo, copy, …
    /// What would be lost ("3 cells are not saved."), whole sentences without the survey's name;
    /// empty: nothing.
    virtual QString unsaved() const { return {}; }
    virtual QString unkeepable() const { return unsaved(); } ///< as Page::unkeepable()
    virtual void keepUnsaved() { } ///< as Page::keepUnsaved()
    virtual bool canSave() const { return true; } ///< as Page::canSave()
    virtual void saveUnsaved() { Q_EMIT saveEnded(); } ///< as Page::saveUnsaved()

Q_SIGNALS:
    void saveEnded();

protected:
    /// For saveUnsaved(), once the save was started: `saveEnded` follows when the section's store
    /// isn't busy any more, at once when it wasn't started.
    void beginSave(bool isBusy);
    void followSave(bool isBusy); ///< to be called with each change of the store's `isBusy`

private:
    bool m_isSaving = false;
};

} // namespace ui
