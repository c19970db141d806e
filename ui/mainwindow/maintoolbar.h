// The window's toolbar: the first actions, the search of the page in front, the connection.
#pragma once

#include <QToolBar>

class QLineEdit;

namespace models {
class Connections;
}

namespace ui {

struct Actions;

class MainToolBar : public QToolBar
{
    Q_OBJECT

public:
    MainToolBar(const Actions &actions, models::Connections &connections,
                QWidget *parent = nullptr);

    void setSearchHint(const QString &hint); ///< empty: there is nothing to search
    void focusSearch();
    void clearSearch();
    void setSearch(const QString &text); ///< as the page has it: `searched` isn't told
    void setSandbox(bool isSandbox); ///< says that nothing is bought

Q_SIGNALS:
    void searched(const QString &text); ///< as one types
    void resultsWanted(); ///< Return or Down in the search
    void exportWanted(); ///< Ctrl+E in the search: what was found is to be exported
    void connectWanted();
    void openWanted(const QString &name); ///< another connection

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addPicker(models::Connections &connections);
    void addButton(QAction *action, const QString &text, bool isPrimary);

    QLineEdit *m_search;
    QAction *m_searchAction = nullptr; ///< shows the field
    QAction *m_picker = nullptr; ///< once the connections are read
    QAction *m_sandbox = nullptr; ///< once a sandbox was open
    QString m_searchKeys;
};

} // namespace ui
