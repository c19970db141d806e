// The place Activity: all calls of the connection and what was changed.
#pragma once

#include "ui/widgets/page.h"

namespace models {
class Session;
}

namespace ui {

class ActivityView;
class Prompt;

class ActivityPage : public Page
{
    Q_OBJECT

public:
    ActivityPage(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);

    void refresh() override;
    QString searchHint() const override;
    QString searched() const override { return m_searched; }
    void search(const QString &text) override;
    QList<QAction *> editActions() const override;

private:
    ActivityView *m_view;
    QString m_searched;
};

} // namespace ui
