// Says that the server can't be reached, and which edits wait to be sent.
#pragma once

#include "ui/widgets/banner.h"

#include <QWidget>

namespace models {
class Session;
}

namespace ui {

class Prompt;

/// Stands above the pages; takes no room while the server answers and nothing waits.
class PendingBar : public QWidget
{
    Q_OBJECT

public:
    PendingBar(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);

private:
    void update();
    void present(Tone tone, const QString &title, const QString &text);
    QString waiting() const;
    void discard();

    models::Session &m_session;
    Prompt &m_prompt;
    Banner *m_banner;
    QStringList m_shown; ///< by the banner
};

} // namespace ui
