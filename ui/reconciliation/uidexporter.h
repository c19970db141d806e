// Export… of a list of UIDs: where to, how CSV is written, progress, Cancel, and what became of it.
#pragma once

#include "models/reconciliation/uidexport.h"

#include <QWidget>

#include <functional>

class QProgressBar;
class QPushButton;

namespace ui {

class Banner;
class Prompt;

/// A row of controls. `sheet` answers what is to be written in that format at the moment when a
/// file is chosen.
class UidExporter : public QWidget
{
    Q_OBJECT

public:
    using Sheet = std::function<models::UidSheet(models::UidFormat)>;

    UidExporter(Prompt &prompt, Banner &banner, Sheet sheet, QWidget *parent);
    ~UidExporter() override; ///< cancels what runs

    void setFileName(const QString &name) { m_fileName = name; } ///< "accepted", without an ending
    void setAvailable(bool isAvailable); ///< there is something to write

private:
    void addChoices();
    void ask();
    void write(const QString &path);
    void tell(const QString &path, const models::UidExport &result);
    void update();

    Prompt &m_prompt;
    Banner &m_banner;
    Sheet m_sheet;
    QString m_fileName;
    QPushButton *m_export;
    QPushButton *m_csv;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    models::WorkPointer m_work;
    bool m_isAvailable = false;
};

/// The file that was written, and a button that shows it in its folder.
void tellWritten(Banner &banner, const QString &path, QObject *context);

} // namespace ui
