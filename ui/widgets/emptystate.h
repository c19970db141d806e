// What stands where nothing is: what would be here, why it isn't, and the one next step.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    /// An empty `step` offers none.
    void show(const QString &title, const QString &text, const QString &step = {});

Q_SIGNALS:
    void stepped();

private:
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_step;
};

} // namespace ui
