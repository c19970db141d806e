#include "models/files/workbookproblem.h"

#include <cerrno>

namespace models {

QString closedWorkbookProblem(lxw_workbook *book, lxw_error earlier)
{
    errno = 0;
    const lxw_error ofFile = workbook_close(book);
    const int reason = errno;
    const lxw_error error = earlier != LXW_NO_ERROR ? earlier : ofFile;
    if (error == LXW_NO_ERROR)
        return {};
    if (reason != 0)
        return qt_error_string(reason);
    QString text = QString::fromUtf8(lxw_strerror(error));
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace models
