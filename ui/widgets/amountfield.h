// An amount of money as text: typing begins at once, and the keypad's point is the locale's.
#pragma once

#include <QLineEdit>

namespace ui {

/// What is entered is judged by models::moneyFromText(). All of it is selected when the focus
/// arrives, whether by a key, a button or the first click.
class AmountField : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

protected:
    void focusInEvent(QFocusEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_isFirstClick = false; ///< the one that brought the focus
};

} // namespace ui
