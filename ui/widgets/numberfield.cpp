#include "ui/widgets/numberfield.h"

#include "ui/widgets/arrival.h"

#include <QLineEdit>
#include <QWheelEvent>

#include <algorithm>

namespace ui {

namespace {

constexpr int nothing = -1;
constexpr int most = 999'999'999;

} // namespace

NumberField::NumberField(QWidget *parent)
    : QSpinBox(parent)
{
    setRange(nothing, most);
    setValue(nothing);
    setFocusPolicy(Qt::StrongFocus);
    setPlaceholder(tr("Not entered"));
    lineEdit()->installEventFilter(this);
}

std::optional<int> NumberField::number() const
{
    return value() == nothing ? std::nullopt : std::optional(value());
}

void NumberField::setNumber(std::optional<int> number)
{
    setValue(number.value_or(nothing));
}

void NumberField::setCount(int count)
{
    if (this->count() != count)
        setNumber(count > 0 ? std::optional(count) : std::nullopt);
}

void NumberField::setPlaceholder(const QString &text)
{
    lineEdit()->setPlaceholderText(text);
}

void NumberField::stepBy(int steps)
{
    if (number())
        QSpinBox::stepBy(steps);
    else if (steps > 0)
        setValue(1);
}

QValidator::State NumberField::validate(QString &text, int &position) const
{
    text = text.trimmed(); // a pasted number brings blanks with it
    position = std::min(position, int(text.size()));
    if (text.isEmpty())
        return QValidator::Acceptable;
    if (text.startsWith(locale().negativeSign()))
        return QValidator::Invalid;
    return QSpinBox::validate(text, position);
}

QString NumberField::textFromValue(int value) const
{
    return value == nothing ? QString() : QSpinBox::textFromValue(value);
}

int NumberField::valueFromText(const QString &text) const
{
    return text.isEmpty() ? nothing : QSpinBox::valueFromText(text);
}

void NumberField::focusInEvent(QFocusEvent *event)
{
    QSpinBox::focusInEvent(event);
    m_isFirstClick = event->reason() == Qt::MouseFocusReason;
    if (isArrival(event->reason()))
        selectAll();
}

void NumberField::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QSpinBox::wheelEvent(event);
    else
        event->ignore(); // the page scrolls
}

bool NumberField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease && std::exchange(m_isFirstClick, false)
        && !lineEdit()->hasSelectedText())
        selectAll();
    return QSpinBox::eventFilter(watched, event);
}

} // namespace ui

#include "moc_numberfield.cpp"
