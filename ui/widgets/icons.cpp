#include "ui/widgets/icons.h"

#include "ui/widgets/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

static void useIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace ui {

namespace {

/// Renders the outline anew for each size and state, so that it follows theme and scale.
class Engine : public QIconEngine
{
public:
    explicit Engine(QByteArray drawing)
        : m_drawing(std::move(drawing))
    {
    }

    void paint(QPainter *painter, const QRect &area, QIcon::Mode mode, QIcon::State) override
    {
        const Tokens &tokens = Theme::current();
        const QColor ink = mode == QIcon::Disabled ? tokens.muted
            : mode == QIcon::Selected              ? tokens.accent
                                                   : tokens.text;
        QByteArray drawing = m_drawing;
        drawing.replace("#000", ink.name().toLatin1());
        QSvgRenderer(drawing).render(painter, area);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return picture;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal /*scale*/) override
    {
        return pixmap(size, mode, state);
    }

    QIconEngine *clone() const override { return new Engine(m_drawing); }

private:
    QByteArray m_drawing;
};

} // namespace

QIcon icon(const QString &name)
{
    useIcons();
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        Q_ASSERT_X(false, "ui::icon", "no such icon");
        return {};
    }
    return QIcon(new Engine(file.readAll()));
}

QIcon applicationIcon()
{
    useIcons();
    return QIcon(u":/icons/org.aligndesk.AlignDesk.svg"_s);
}

} // namespace ui
