// Shown while a page talks to the server: a running bar, and Cancel beside it.
#pragma once

#include <QWidget>

class QPushButton;

namespace ui {

/// Hidden while nothing runs.
class CallIndicator : public QWidget
{
    Q_OBJECT

public:
    /// `cancel`: the button's text, with a mnemonic that is free on the page.
    explicit CallIndicator(const QString &cancel, QWidget *parent = nullptr);
    void follow(bool isBusy, bool canCancel = true); ///< what is being written can't be cancelled

Q_SIGNALS:
    void cancelled();

private:
    QPushButton *m_cancel;
};

} // namespace ui
