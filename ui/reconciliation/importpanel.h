// Takes UIDs from files, the clipboard or a drop, and shows what is the matter with which line.
#pragma once

#include "api/types/money.h"
#include "models/reconciliation/uidchoice.h"
#include "models/reconciliation/uidfile.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class Banner;
class EmptyState;
class FigureCard;
class PreviewTable;
class Prompt;
class ReadingRow;
class UidListView;

class ImportPanel : public QWidget
{
    Q_OBJECT

public:
    ImportPanel(Prompt &prompt, Banner &banner, QWidget *parent = nullptr);
    ~ImportPanel() override; ///< ends a running import

    /// These add to what was imported before; those of rejects take off from it.
    void importFiles(const QStringList &paths, bool isRejects = false);
    void importText(const QString &text);
    void startOver();
    void setReading(const models::UidChoice &reading)
    {
        m_reading = reading;
    } ///< for the next file
    /// What the service counts, and what each costs: for what would be left out.
    void setCompletes(qint64 completes, api::Money cpi);
    models::SharedUids chosen() const { return m_chosen; } ///< what is to be submitted
    bool isBusy() const { return m_work != nullptr; }

Q_SIGNALS:
    void changed();
    void failed(const QString &sentence);
    void readingChosen(const models::UidChoice &reading); ///< by the person

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Waiting
    {
        QString path;
        bool isRejects = false;
    };

    QBoxLayout *actions();
    QBoxLayout *choices();
    QWidget *cards();
    void ask(bool isRejects);
    void begin();
    void openNext();
    void openFile(const Waiting &what, const QString &sheet);
    void opened(const Waiting &what, const tl::expected<models::UidFile, QString> &file);
    void start(const models::UidFile &file, const models::UidLayout &layout, bool isRejects);
    void layoutChanged();
    void read();
    void show(models::UidImport result);
    void showCards();
    void showLeftOut();
    void choose();
    void take(models::SharedUids chosen);
    void showState();
    QString sourceText() const;

    Prompt &m_prompt;
    QList<models::UidPart> m_parts; ///< the choices are of the last one
    QList<Waiting> m_waiting; ///< what comes after the running import
    Waiting m_last; ///< of the last part; its path is empty when it was pasted
    models::UidFile m_file; ///< likewise
    models::UidChoice m_reading;
    bool m_replaces = false; ///< another sheet takes the last part's place
    bool m_isFresh = false; ///< the last part has just come
    models::UidImport m_import;
    int m_choice = 0; ///< only the last one made counts
    models::SharedUids m_chosen = std::make_shared<api::UidList>();
    models::WorkPointer m_work;
    qint64 m_completes = 0;
    api::Money m_cpi;
    QWidget *m_figures = nullptr;
    QList<FigureCard *> m_cards;
    ReadingRow *m_row = nullptr;
    UidListView *m_list = nullptr;
    PreviewTable *m_preview = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_paste = nullptr;
    QPushButton *m_rejects = nullptr;
    QPushButton *m_startOver = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_showPreview = nullptr;
    QProgressBar *m_progress = nullptr;
    QCheckBox *m_suspicious = nullptr;
};

} // namespace ui
