// Takes UIDs from files, the clipboard or a drop, and shows what is the matter with which line.
#pragma once

#include "models/reconciliation/importsession.h"
#include "models/surveys/prices.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QCheckBox;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class Banner;
class EmptyState;
class ImportCards;
class PreviewTable;
class Prompt;
class ReadingRow;
class UidListView;

/// Shows one ImportSession at a time: another survey, and Start over, begin another one.
class ImportPanel : public QWidget
{
    Q_OBJECT

public:
    ImportPanel(Prompt &prompt, Banner &banner, QWidget *parent = nullptr);
    ~ImportPanel() override; ///< ends a running import

    void importFiles(const QStringList &paths, bool isRejects = false);
    void importText(const QString &text);
    void startOver();
    void setReading(const models::UidChoice &reading); ///< for the next file
    /// What the service counts, and what each costs: for what would be left out.
    void setCompletes(std::optional<qint64> completes, const models::Prices &prices,
                      const QString &currency);
    models::SharedUids chosen() const; ///< what is to be submitted
    QString chosenText() const; ///< how many of which kind, a sentence; of what is left out too
    bool isBusy() const;

Q_SIGNALS:
    void changed();
    void startOverRequested(); ///< by the person; startOver() does it
    void failed(const QString &sentence);
    void readingChosen(const models::UidChoice &reading); ///< by the person

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QBoxLayout *actions();
    QBoxLayout *choices();
    void listenTo(models::ImportSession &session);
    void ask(bool isRejects);
    void showSource();
    void showCards();
    void showState();
    QString sourceText() const;

    Prompt &m_prompt;
    std::unique_ptr<models::ImportSession> m_session;
    models::UidChoice m_reading;
    std::optional<qint64> m_completes;
    models::Prices m_prices;
    QString m_currency;
    ImportCards *m_cards = nullptr;
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
