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
    if (which == SP_MessageBoxWarning)
        return icon(u"warning"_s);
    return QProxyStyle::standardIcon(which, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace ui

#include "moc_style.cpp"
