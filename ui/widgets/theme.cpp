#include "ui/widgets/theme.h"

#include "ui/widgets/style.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QSettings>
#include <QStyleHints>
#include <QWidget>

using namespace Qt::StringLiterals;

/// A static library's resources need a word from the program, outside of any namespace.
static void useStyle()
{
    Q_INIT_RESOURCE(style);
}

namespace ui {

namespace {

Theme *made = nullptr; // the last one; see Theme::current()

constexpr auto inParts = "isDressedInParts";

QColor between(const QColor &one, const QColor &other)
{
    return {(one.red() + other.red()) / 2, (one.green() + other.green()) / 2,
            (one.blue() + other.blue()) / 2};
}

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette(tokens.panel, tokens.window);
    palette.setColor(QPalette::Base, tokens.panel);
    palette.setColor(QPalette::AlternateBase, tokens.window);
    palette.setColor(QPalette::ToolTipBase, tokens.panel);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText,
                            QPalette::ToolTipText, QPalette::HighlightedText})
        palette.setColor(role, tokens.text);
    palette.setColor(QPalette::PlaceholderText, tokens.muted);
    palette.setColor(QPalette::Button, tokens.panel);
    palette.setColor(QPalette::Highlight, tokens.selection);
    palette.setColor(QPalette::Link, tokens.accent);
    palette.setColor(QPalette::LinkVisited, tokens.accent);
    palette.setColor(QPalette::BrightText, tokens.accent);
    for (const auto role : {QPalette::Mid, QPalette::Midlight, QPalette::Dark})
        palette.setColor(role, tokens.line);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.muted);
    return palette;
}

/// The sheet names tokens as @window, @panel, …; the longest names are put in first.
QString sheetOf(const Tokens &tokens)
{
    QFile file(u":/style/aligndesk.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<QString, QColor> names[] = {
        {u"@accentSurface"_s, tokens.accentSurface},
        {u"@selection"_s, tokens.selection},
        {u"@onAccent"_s, tokens.panel},
        {u"@warningText"_s, tokens.ink(Role::Warning).text},
        {u"@warningSurface"_s, tokens.ink(Role::Warning).surface},
        {u"@errorText"_s, tokens.ink(Role::Error).text},
        {u"@errorSurface"_s, tokens.ink(Role::Error).surface},
        {u"@goodText"_s, tokens.ink(Role::Good).text},
        {u"@goodSurface"_s, tokens.ink(Role::Good).surface},
        {u"@informationText"_s, tokens.ink(Role::Information).text},
        {u"@informationSurface"_s, tokens.ink(Role::Information).surface},
        {u"@neutralText"_s, tokens.ink(Role::Neutral).text},
        {u"@neutralSurface"_s, tokens.ink(Role::Neutral).surface},
        {u"@window"_s, tokens.window},
        {u"@soft"_s, between(tokens.muted, tokens.panel)},
        {u"@accent"_s, tokens.accent},
        {u"@panel"_s, tokens.panel},
        {u"@muted"_s, tokens.muted},
        {u"@line"_s, tokens.line},
        {u"@text"_s, tokens.text},
    };
    for (const auto &[name, colour] : names)
        sheet.replace(name, colour.name());
    return sheet.replace(u"@scheme"_s, tokens.isDark ? u"dark"_s : u"light"_s);
}

} // namespace

Ink Tokens::ink(Role role) const
{
    switch (role) {
    case Role::Good:
        return isDark ? Ink {0x6fd58c, 0x173a23} : Ink {0x17702f, 0xdcf5e3};
    case Role::Warning:
        return isDark ? Ink {0xf2c14e, 0x3d3212} : Ink {0x8a5a00, 0xfff1cc};
    case Role::Error:
        return isDark ? Ink {0xff9b93, 0x45201d} : Ink {0xb3261e, 0xfde7e5};
    case Role::Information:
        return isDark ? Ink {0x8ab8ff, 0x1b3050} : Ink {0x1f5fbf, 0xe3edfb};
    case Role::Accent:
        return {accent, accentSurface};
    case Role::Neutral:
        break;
    }
    return isDark ? Ink {0xa8b3c0, 0x2c343d} : Ink {0x5b6776, 0xeceff3};
}

QColor Tokens::bar() const
{
    return between(accent, panel);
}

Tokens Tokens::light()
{
    return {false, 0xf5f6f8, 0xffffff, 0xdfe3e8, 0x1b2430, 0x5b6776, 0x0b6e66, 0xe0f2f0, 0xe6f3f2};
}

Tokens Tokens::dark()
{
    return {true, 0x16191d, 0x1e2329, 0x333b45, 0xe6eaf0, 0x9aa6b4, 0x4fc3b8, 0x17423f, 0x20383a};
}

Theme::Theme(QApplication &application)
    : m_application(application)
    , m_isDesktopDark(application.palette().color(QPalette::Window).lightness() < 128)
{
    useStyle();
    application.installEventFilter(this);
    made = this;
    QApplication::setStyle(new Style);
    m_choice = Choice(qBound(0, QSettings().value(u"theme"_s, 0).toInt(), 2));
    apply();
}

Theme::~Theme()
{
    if (made == this)
        made = nullptr;
}

void Theme::dressInParts(QWidget &window)
{
    window.setProperty(inParts, true);
}

void Theme::dress(QWidget &part)
{
    if (made && !made->isDressed(part) && part.window()->property(inParts).toBool())
        made->give(part);
}

/// Whether it, or what it has its looks from, has a sheet.
bool Theme::isDressed(const QWidget &widget) const
{
    for (const QWidget *each = &widget; each; each = each->parentWidget()) {
        if (!each->styleSheet().isEmpty())
            return true;
    }
    return false;
}

void Theme::give(QWidget &widget)
{
    m_dressed.removeIf([](const QPointer<QWidget> &each) { return !each; });
    m_dressed.append(&widget);
    widget.setStyleSheet(m_sheet);
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Polish && event->type() != QEvent::Show)
        return QObject::eventFilter(watched, event);
    if (auto *const widget = qobject_cast<QWidget *>(watched)) {
        if (widget->isWindow() && !widget->property(inParts).toBool() && !isDressed(*widget))
            give(*widget);
        else if (event->type() == QEvent::Show && !widget->styleSheet().isEmpty()
                 && widget->styleSheet() != m_sheet && m_dressed.contains(widget))
            widget->setStyleSheet(m_sheet); // it was hidden when the theme changed
    }
    return QObject::eventFilter(watched, event);
}

void Theme::setDesktopDark(bool isDark)
{
    m_isDesktopDark = isDark;
    apply();
}

void Theme::choose(Choice choice)
{
    m_choice = choice;
    QSettings().setValue(u"theme"_s, int(choice));
    apply();
}

Theme::Choice Theme::choice() const
{
    return m_choice;
}

const Tokens &Theme::tokens() const
{
    return m_tokens;
}

const Tokens &Theme::current()
{
    static const Tokens fallback = Tokens::light();
    return made ? made->m_tokens : fallback;
}

void Theme::apply()
{
    const bool isDark = m_choice == Choice::System ? m_isDesktopDark : m_choice == Choice::Dark;
    if (m_isApplied && m_tokens.isDark == isDark)
        return;
    m_isApplied = true;
    m_tokens = isDark ? Tokens::dark() : Tokens::light();
    m_application.setPalette(paletteOf(m_tokens));
    m_sheet = sheetOf(m_tokens);
    const QList<QPointer<QWidget>> dressed = m_dressed; // windows may open meanwhile
    for (const QPointer<QWidget> &each : dressed) {
        if (each && each->isVisible())
            each->setStyleSheet(m_sheet);
    }
    Q_EMIT changed();
}

} // namespace ui

#include "moc_theme.cpp"
