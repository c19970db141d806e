// The look's tokens: the only place that names a colour, a radius or a space.
#pragma once

#include <QColor>
#include <QList>
#include <QObject>
#include <QPalette>
#include <QPointer>

class QApplication;
class QWidget;

namespace ui {

/// Pairs of text and surface of look.md.
enum class Role { Neutral, Good, Warning, Error, Information, Accent };

struct Ink
{
    QColor text;
    QColor surface;
};

struct Tokens
{
    bool isDark = false;
    QColor window, panel, line, text, muted, accent, accentSurface, selection;
    Ink ink(Role role) const;
    QColor bar() const; ///< the done part of a progress bar; `text` is readable on it
    static Tokens light();
    static Tokens dark();
};

namespace space {
constexpr int unit = 4;
constexpr int control = 8; ///< between controls
constexpr int card = 12; ///< between cards
constexpr int padding = 16; ///< inside a card
constexpr int page = 20; ///< around a page
constexpr int radius = 6; ///< of controls
constexpr int cardRadius = 8;
constexpr int row = 32; ///< height of a table's row
} // namespace space

/// Sets style, palette and sheet. Each window gets the sheet, not the application, for which Qt
/// styles each widget once for each of its ancestors. A window with many hidden pages is dressed in
/// parts: a part that isn't visible gets a new sheet when it is shown, so that a switch costs only
/// what is seen. Follows the desktop's light or dark: at first by its palette, then as
/// setDesktopDark() tells.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };
    explicit Theme(QApplication &application);
    ~Theme() override;
    void choose(Choice choice); ///< kept in the settings
    Choice choice() const;
    /// Leaves a window without a sheet of its own: its parts are dressed one by one.
    static void dressInParts(QWidget &window);
    /// Gives a part of such a window the sheet, best before its children are made. Nothing outside
    /// of such a window, or in a part that has the sheet already. Other windows get it by
    /// themselves when they are first shown; dialogs have it from their parents.
    static void dress(QWidget &part);
    void setDesktopDark(bool isDark); ///< what the desktop says, for Choice::System
    const Tokens &tokens() const;

    /// The theme that was made last, for delegates that paint without a path to it.
    static const Tokens &current();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void give(QWidget &widget);
    bool isDressed(const QWidget &widget) const;
    QApplication &m_application;
    Choice m_choice = Choice::System;
    bool m_isDesktopDark = false;
    bool m_isApplied = false;
    Tokens m_tokens;
    QString m_sheet;
    QList<QPointer<QWidget>>
        m_dressed; ///< windows and parts that have the sheet, or had an earlier
};

} // namespace ui
