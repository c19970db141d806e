// The window: toolbar, menus, status bar, banners, and the pages of the open connection.
#pragma once

#include "api/types/ids.h"

#include <QMainWindow>

#include <functional>
#include <memory>

namespace models {
class Connections;
class Session;
struct SurveyDraft;
} // namespace models

namespace ui {

class Notices;
class Page;
class Prompt;
class Theme;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(models::Connections &connections, Prompt &prompt, Theme &theme,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Something that concerns the whole program; `retry` may be empty.
    void showProblem(const QString &what, const QString &why, std::function<void()> retry = {});
    Notices &notices(); ///< what stays on screen until the person dismisses it
    void raiseForPerson(); ///< a second start wants it in front
    void openSurvey(const api::SurveyId &id); ///< of the session that is open
    /// Runs `go`, which may replace the open connection, once nothing unsaved would be lost by it.
    /// `canKeep`: edits that are kept as pending outlive it.
    void leaveThen(std::function<void()> go, bool canKeep = true);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildActions();
    void buildMenus();
    void setSession(models::Session *session);
    void showPage(Page *page);
    void connectWizards();
    void followConnections();
    void restore();
    void saveItsPlace() const;

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
