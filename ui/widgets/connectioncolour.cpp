#include "ui/widgets/connectioncolour.h"

#include <QCoreApplication>
#include <QIconEngine>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class Dot : public QIconEngine
{
public:
    explicit Dot(Role role)
        : m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const qreal inset = rect.width() / 5.0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::current().ink(m_role).text);
        painter->drawEllipse(QRectF(rect).adjusted(inset, inset, -inset, -inset));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new Dot(m_role); }

private:
    Role m_role;
};

} // namespace

QList<ConnectionColour> connectionColours()
{
    const auto word = [](const char *text) {
        return QCoreApplication::translate("ui::ConnectionColour", text);
    };
    return {
        {u"neutral"_s, word(QT_TRANSLATE_NOOP("ui::ConnectionColour", "Grey")), Role::Neutral},
        {u"good"_s, word(QT_TRANSLATE_NOOP("ui::ConnectionColour", "Green")), Role::Good},
        {u"information"_s, word(QT_TRANSLATE_NOOP("ui::ConnectionColour", "Blue")),
         Role::Information},
        {u"warning"_s, word(QT_TRANSLATE_NOOP("ui::ConnectionColour", "Amber")), Role::Warning},
        {u"error"_s, word(QT_TRANSLATE_NOOP("ui::ConnectionColour", "Red")), Role::Error},
    };
}

QIcon colourMark(const QString &key)
{
    for (const ConnectionColour &colour : connectionColours()) {
        if (colour.key == key)
            return QIcon(new Dot(colour.role));
    }
    return QIcon(new Dot(Role::Neutral));
}

} // namespace ui
