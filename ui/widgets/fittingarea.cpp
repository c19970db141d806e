#include "ui/widgets/fittingarea.h"

#include <QApplication>
#include <QFocusEvent>
#include <QLayout>
#include <QScrollBar>

namespace ui {

namespace {

constexpr QSize leastRoom {96, 72};
constexpr int margin = 4; ///< around what has the focus: its frame

} // namespace

FittingArea::FittingArea(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    setContent(content);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && now != widget() && widget() && widget()->isAncestorOf(now))
            ensureWidgetVisible(now, margin, margin);
    });
}

void FittingArea::setContent(QWidget *content)
{
    setWidget(content);
    content->setAutoFillBackground(false);
    fit();
    content->show();
}

QSize FittingArea::sizeHint() const
{
    return widget()->sizeHint();
}

QSize FittingArea::minimumSizeHint() const
{
    return leastRoom.boundedTo(widget()->minimumSizeHint());
}

QSize FittingArea::sizeIn(QSize room) const
{
    QSize least = widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
    const int width = std::max(room.width(), least.width());
    if (const QLayout *const layout = widget()->layout(); layout && layout->hasHeightForWidth())
        least.setHeight(layout->minimumHeightForWidth(width));
    return {width, std::max(room.height(), least.height())};
}

void FittingArea::fit()
{
    const QSize whole = maximumViewportSize();
    QSize room = whole;
    QSize size = sizeIn(room);
    if (size.height() > room.height()) {
        room.rwidth() -= verticalScrollBar()->sizeHint().width();
        size = sizeIn(room);
    }
    if (size.width() > room.width()) {
        room.rheight() -= horizontalScrollBar()->sizeHint().height();
        size = sizeIn(room);
        if (size.height() > room.height() && room.width() == whole.width())
            size = sizeIn(room - QSize(verticalScrollBar()->sizeHint().width(), 0));
    }
    if (widget()->size() != size)
        widget()->resize(size);
}

void FittingArea::focusInEvent(QFocusEvent *event)
{
    QScrollArea::focusInEvent(event);
    widget()->setFocus(event->reason());
}

void FittingArea::resizeEvent(QResizeEvent *event)
{
    fit();
    QScrollArea::resizeEvent(event);
}

void FittingArea::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (widget() && (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange))
        fit();
}

bool FittingArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        fit();
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace ui

#include "moc_fittingarea.cpp"
