// A whole number that may be missing: the field is empty then, and typing begins at once.
#pragma once

#include <QSpinBox>

#include <optional>

namespace ui {

/// Shows a placeholder while nothing is entered, which is another thing than 0. All of it is
/// selected when the focus arrives, whether by a key, a button or the first click. A number that is
/// too large for its purpose can be entered: the rules say what is wrong with it, since a field
/// that refuses the last digit turns 600 into 60. The wheel turns it only while it has the focus.
class NumberField : public QSpinBox
{
    Q_OBJECT

public:
    explicit NumberField(QWidget *parent = nullptr);

    std::optional<int> number() const; ///< from 0; nothing while the field is empty
    void setNumber(std::optional<int> number);
    /// The same for values that have 0 where nothing is known: an entered 0 stays as it was typed.
    int count() const { return number().value_or(0); }
    void setCount(int count);
    void setPlaceholder(const QString &text);

    void stepBy(int steps) override; ///< from empty to 1

protected:
    QValidator::State validate(QString &text, int &position) const override;
    QString textFromValue(int value) const override;
    int valueFromText(const QString &text) const override;
    void focusInEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_isFirstClick = false; ///< the one that brought the focus
};

} // namespace ui
