// The creation as a checklist: what is done, what failed, and what can be done about it.
#pragma once

#include "models/drafts/creationchecklist.h"

#include <QWidget>

class QListView;
class QLabel;
class QPushButton;

namespace ui {

class Banner;
class Prompt;

class CreationPage : public QWidget
{
    Q_OBJECT

public:
    CreationPage(models::SurveyCreation &creation, Prompt &prompt, QWidget *parent = nullptr);

Q_SIGNALS:
    void backWanted(); ///< nothing was created: the draft can be changed
    void openWanted();
    void closeWanted();
    void draftWanted(); ///< Unknown: no longer to be looked for, its draft is to stay

private:
    QPushButton *button(const QString &text);
    void update();
    void showUnknown();
    void showFailed();
    void focusNext();
    void createAgain();
    void adoptChosen();

    models::SurveyCreation &m_creation;
    Prompt &m_prompt;
    models::CreationChecklist m_checklist;
    models::SurveyCreation::State m_shown = models::SurveyCreation::State::Idle;
    QLabel *m_title;
    Banner *m_banner;
    QListView *m_list;
    QPushButton *m_back;
    QPushButton *m_retry;
    QPushButton *m_check;
    QPushButton *m_adopt;
    QPushButton *m_again;
    QPushButton *m_draft;
    QPushButton *m_open;
    QPushButton *m_close;
};

} // namespace ui
