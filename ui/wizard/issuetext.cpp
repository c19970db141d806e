#include "ui/wizard/issuetext.h"

#include "ui/widgets/looks.h"

#include <QStringList>

namespace ui {

void showIssueText(QLabel *label, const QList<models::Issue> &issues,
                   const std::function<bool(const QByteArray &)> &owns)
{
    QStringList lines;
    bool isError = false;
    for (const models::Issue &issue : issues) {
        if (!owns(issue.field))
            continue;
        lines.append(issue.text);
        isError = isError || issue.severity == models::Severity::Error;
    }
    label->setProperty("isProblem", isError);
    label->setProperty("isWarning", !isError);
    label->setText(lines.join(QLatin1Char('\n')));
    label->setVisible(!lines.isEmpty());
    repolish(label);
}

} // namespace ui
