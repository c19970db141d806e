#include "ui/widgets/amountfield.h"

#include "ui/widgets/arrival.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLocale>

#include <utility>

namespace ui {

void AmountField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    m_isFirstClick = event->reason() == Qt::MouseFocusReason;
    if (isArrival(event->reason()))
        selectAll();
}

void AmountField::mouseReleaseEvent(QMouseEvent *event)
{
    QLineEdit::mouseReleaseEvent(event);
    if (std::exchange(m_isFirstClick, false) && !hasSelectedText())
        selectAll();
}

/// Keyboards have one of the two marks on the keypad, whatever the locale's is.
void AmountField::keyPressEvent(QKeyEvent *event)
{
    const bool isMark = event->key() == Qt::Key_Period || event->key() == Qt::Key_Comma;
    if (isMark && event->modifiers() == Qt::KeypadModifier && !isReadOnly())
        insert(QLocale().decimalPoint());
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace ui

#include "moc_amountfield.cpp"
