// From a brief: a client's text becomes a filled wizard, with account of what wasn't understood.
#pragma once

#include "models/briefs/briefnotemodel.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace models {
class ReferenceStore;
}

namespace ui {

class Banner;
class EmptyState;
class Prompt;

/// Shown with open(). Reads as one types; text and files can be dropped anywhere on it.
class BriefDialog : public QDialog
{
    Q_OBJECT

public:
    BriefDialog(models::ReferenceStore &reference, Prompt &prompt, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The dialog closes itself. `notes`: what became of each part of the brief.
    void surveyWanted(const models::SurveyDraft &draft, const QList<models::BriefNote> &notes);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QLayout *sides();
    QLayout *buttons();
    void openFile(const QString &path);
    void read();
    void showReading(const models::BriefReading &reading);
    void listen();
    bool isLoading(const models::BriefReading &reading) const;

    models::ReferenceStore &m_reference;
    Prompt &m_prompt;
    models::BriefReading m_reading;
    models::BriefNoteModel m_notes;
    QTimer m_pause; ///< of typing
    Banner *m_banner;
    QPlainTextEdit *m_text = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_fill = nullptr;
    bool m_hasFailed = false; ///< the standard qualifications can't be had
};

} // namespace ui
