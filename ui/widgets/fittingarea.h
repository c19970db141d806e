// Room for a page that may be larger than its window: it is scrolled to, never cut off.
#pragma once

#include <QScrollArea>

namespace ui {

/// Gives its content the room that there is, and scrolls where that is less than the content's
/// minimum. It asks for little room itself, so that no page makes a window larger than its screen.
/// What takes the focus is scrolled to. The focus that it is given itself goes to the content, not
/// by a focus proxy: Tab would come back to that from behind the content, and never leave.
class FittingArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit FittingArea(QWidget *content, QWidget *parent = nullptr); ///< owns the content

    void setContent(QWidget *content); ///< in place of the one before, which is deleted

    QSize sizeHint() const override; ///< the content's own
    QSize minimumSizeHint() const override;

protected:
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    QSize sizeIn(QSize room) const; ///< of the content
};

} // namespace ui
