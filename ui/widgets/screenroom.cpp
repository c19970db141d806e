#include "ui/widgets/screenroom.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QWidget>

namespace ui {

namespace {

constexpr int frameHeight = 32; ///< of a usual window manager, until the window has one
constexpr int frameWidth = 2;

bool isOwnWindow(const QWidget &widget)
{
    return widget.isWindow() && widget.windowType() != Qt::Popup
        && widget.windowType() != Qt::ToolTip && widget.windowType() != Qt::SplashScreen
        && !widget.isMaximized() && !widget.isFullScreen();
}

void keep(QWidget &window)
{
    const QRect room = roomFor(window);
    // What its layout asks for doesn't make it larger than that.
    if (QLayout *const layout = window.layout(); layout
        && (window.minimumSizeHint().width() > room.width()
            || window.minimumSizeHint().height() > room.height())) {
        layout->setSizeConstraint(QLayout::SetNoConstraint);
        window.setMinimumSize(window.minimumSize().boundedTo(room.size()));
    }
    const QRect now = window.geometry();
    const QRect wanted = within(now, room);
    if (wanted.size() != now.size())
        window.resize(wanted.size());
    if (wanted.topLeft() != now.topLeft() && window.testAttribute(Qt::WA_Moved))
        window.move(window.pos() + wanted.topLeft() - now.topLeft());
}

class Keeper : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show && !event->spontaneous() && watched->isWidgetType()) {
            auto *const widget = static_cast<QWidget *>(watched);
            if (isOwnWindow(*widget))
                keep(*widget);
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

QRect roomFor(const QWidget &window)
{
    return window.screen()->availableGeometry().adjusted(frameWidth, frameHeight, -frameWidth,
                                                         -frameWidth);
}

QRect within(QRect wanted, const QRect &room)
{
    wanted.setSize(wanted.size().boundedTo(room.size()));
    if (wanted.right() > room.right())
        wanted.moveRight(room.right());
    if (wanted.bottom() > room.bottom())
        wanted.moveBottom(room.bottom());
    if (wanted.left() < room.left())
        wanted.moveLeft(room.left());
    if (wanted.top() < room.top())
        wanted.moveTop(room.top());
    return wanted;
}

void keepWindowsOnScreen(QApplication &application)
{
    application.installEventFilter(new Keeper(&application));
}

} // namespace ui
