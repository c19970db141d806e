#include "models/files/pastedrows.h"

#include "models/files/atomicwriter.h"
#include "models/files/csvreader.h"

namespace models {

QList<QStringList> rowsFromText(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    while (utf8.endsWith('\n') || utf8.endsWith('\r'))
        utf8.chop(1);
    QList<QStringList> rows;
    CsvReader reader(utf8, '\t');
    while (reader.next()) {
        QStringList cells;
        for (int i = 0; i < reader.size(); ++i)
            cells.append(QString::fromUtf8(withoutGuard(reader.field(i))).trimmed());
        rows.append(cells);
    }
    return rows.isEmpty() ? QList<QStringList> {{QString()}} : rows;
}

} // namespace models
