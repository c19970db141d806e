// Export… of a table: asks where to, writes in a worker, and says what became of it.
#pragma once

#include "models/files/tableexport.h"

#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace ui {

class Banner;
class Prompt;

/// What it is called there, translated.
struct ExportWords
{
    QString title; ///< of the file dialog: "Export surveys"
    QString fileName; ///< proposed, without an ending
    QString failure; ///< "The surveys could not be exported."
};

/// Owns the action. `table` answers what is to be written at the moment when a file is chosen.
class TableExporter : public QObject
{
    Q_OBJECT

public:
    using Table = std::function<models::ExportTable()>;

    TableExporter(ExportWords words, Prompt &prompt, Banner &banner, Table table, QWidget *parent);
    ~TableExporter() override; ///< cancels what runs

    QAction *action() const { return m_action; }

private:
    void ask();
    void write(const QString &path);
    void tell(const QString &path, qsizetype rows, const models::TableExport &result);

    ExportWords m_words;
    Prompt &m_prompt;
    Banner &m_banner;
    Table m_table;
    QAction *m_action;
    models::WorkPointer m_work;
};

} // namespace ui
