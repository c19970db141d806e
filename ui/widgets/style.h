// Fusion, with what our own icons do better.
#pragma once

#include <QProxyStyle>

namespace ui {

class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();
    /// The mark of what doesn't fit into a menu bar or toolbar is ours: it follows the theme, and
    /// no picture has to be read before the first paint.
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
};

} // namespace ui
