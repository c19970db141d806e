#include "ui/widgets/screenroom.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QSettings>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QMargins usualFrame {2, 32, 2, 2}; ///< until the window has one

constexpr auto frameProperty = "keptFrame"; ///< of a window that was put back: as it was last
const QString insideKey = u"window/inside"_s;
const QString frameKey = u"window/frame"_s; ///< around the inside, both as of one moment
const QString maximizedKey = u"window/isMaximized"_s;

/// None while the window manager hasn't framed it.
QMargins frameNow(const QWidget &window)
{
    const QRect inside = window.geometry();
    const QRect whole = window.frameGeometry();
    return {inside.left() - whole.left(), inside.top() - whole.top(),
            whole.right() - inside.right(), whole.bottom() - inside.bottom()};
}

QMargins frameOf(const QWidget &window)
{
    if (const QMargins now = frameNow(window); !now.isNull())
        return now;
    const QVariant kept = window.property(frameProperty);
    return kept.isValid() ? kept.value<QMargins>() : usualFrame;
}

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
    return window.screen()->availableGeometry().marginsRemoved(frameOf(window));
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

void savePlace(const QWidget &window, QSettings &settings)
{
    settings.setValue(maximizedKey, window.isMaximized());
    if (window.isMaximized() || window.isFullScreen()) {
        settings.setValue(insideKey, window.normalGeometry());
        return; // its frame is another now
    }
    settings.setValue(insideKey, window.geometry());
    const QMargins frame = frameNow(window);
    settings.setValue(frameKey,
                      QVariantList {frame.left(), frame.top(), frame.right(), frame.bottom()});
}

void restorePlace(QWidget &window, const QSettings &settings)
{
    const QRect inside = settings.value(insideKey).toRect();
    if (!inside.isValid())
        return;
    const QVariantList sides = settings.value(frameKey).toList();
    if (sides.size() == 4) {
        const QMargins frame(sides[0].toInt(), sides[1].toInt(), sides[2].toInt(),
                             sides[3].toInt());
        if (!frame.isNull())
            window.setProperty(frameProperty, QVariant::fromValue(frame));
    }
    if (QScreen *const screen = QGuiApplication::screenAt(inside.center()))
        window.setScreen(screen);
    window.setGeometry(within(inside, roomFor(window)));
    if (settings.value(maximizedKey).toBool())
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
}

void keepWindowsOnScreen(QApplication &application)
{
    application.installEventFilter(new Keeper(&application));
}

} // namespace ui
