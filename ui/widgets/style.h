// Fusion, with what our own icons do better.
#pragma once

#include <QProxyStyle>

namespace ui {

class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();
    /// The marks of a warning and of what doesn't fit into a menu bar or toolbar are ours: they
    /// follow the theme, and no picture has to be read before the first paint.
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
    /// No pictures on the buttons of questions: no other button has one of that kind.
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr,
                  const QWidget *widget = nullptr, QStyleHintReturn *data = nullptr) const override;
};

} // namespace ui
