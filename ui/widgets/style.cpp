#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"

using namespace Qt::StringLiterals;

namespace ui {

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option,
                          const QWidget *widget) const
{
    if (which == SP_ToolBarHorizontalExtensionButton || which == SP_ToolBarVerticalExtensionButton)
        return icon(u"more"_s);
    return QProxyStyle::standardIcon(which, option, widget);
}

} // namespace ui

#include "moc_style.cpp"
