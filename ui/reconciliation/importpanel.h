// Takes UIDs from a file, the clipboard or a drop, and shows what is the matter with which line.
#pragma once

#include "models/reconciliation/findingmodel.h"
#include "models/reconciliation/reconciliationtable.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class EmptyState;
class FigureCard;
class Prompt;

class ImportPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPanel(Prompt &prompt, QWidget *parent = nullptr);
    ~ImportPanel() override; ///< ends a running import

    void importFile(const QString &path);
    void importText(const QString &text);
    models::SharedUids chosen() const; ///< what is to be submitted; empty before an import
    bool isBusy() const { return m_work != nullptr; }

Q_SIGNALS:
    void changed();
    void failed(const QString &sentence);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QHBoxLayout *actions();
    QWidget *cards();
    QHBoxLayout *choices();
    void start(const models::UidSource &source);
    void offerColumns(const models::UidPreview &preview);
    void read();
    void show(models::UidImport result);
    void choose();
    void showFindings();
    void setBusy(bool isBusy);

    Prompt &m_prompt;
    models::UidSource m_source;
    models::UidLayout m_layout;
    models::UidImport m_import;
    models::SharedUids m_chosen = std::make_shared<api::UidList>();
    models::WorkPointer m_work;
    models::FindingModel m_findings;
    QWidget *m_figures = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_state = nullptr;
    QList<FigureCard *> m_cards;
    QPushButton *m_open = nullptr;
    QPushButton *m_paste = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    QComboBox *m_column = nullptr;
    QCheckBox *m_header = nullptr;
    QCheckBox *m_suspicious = nullptr;
};

} // namespace ui
