// Asks before pages go that hold something unsaved: save it, keep it as pending, or discard it.
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class QMessageBox;

namespace models {
class PendingEdits;
} // namespace models

namespace ui {

class Page;

/// What is about to go, and why.
struct Leave
{
    QString title; ///< a question that names what goes: "Close “Snacks W14”?"
    QList<Page *> pages; ///< those that go
    QStringList creations; ///< names of surveys that are being created and would be cut off
    models::PendingEdits *pending = nullptr; ///< where edits can wait; nullptr: there are none
    bool canKeep = true; ///< false: what waits goes too
};

/// The one place that asks. Doesn't block: the question is open over the window, and what was to be
/// done is done when it is answered. A later question takes the place of an open one.
class Leaving : public QObject
{
    Q_OBJECT

public:
    explicit Leaving(QWidget *window);

    /// Runs `go` at once when nothing is unsaved, else once the person has agreed to it and all
    /// is saved or kept. What can't be saved stops it: `stayed`.
    void ask(const Leave &leave, std::function<void()> go);
    void cancel(); ///< an open question, as Cancel does; the pages may be gone

Q_SIGNALS:
    void stayed(const QString &what, const QString &why); ///< something could not be saved

private:
    QStringList unsaved() const;
    QStringList unkeepable() const;
    void show(const QStringList &unsaved);
    void answer(const QString &act);
    void save();
    void keep();
    void endSave(qsizetype pendingBefore);
    void go();

    QWidget *m_window;
    QPointer<QMessageBox> m_box;
    QString m_title;
    QList<QPointer<Page>> m_pages;
    QStringList m_creations;
    models::PendingEdits *m_pending = nullptr;
    bool m_canKeep = true;
    std::function<void()> m_go;
    quint64 m_turn = 0; ///< tells the end of an earlier saving from the present one's
};

} // namespace ui
