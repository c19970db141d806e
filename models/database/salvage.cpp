#include "models/database/databasefile.h"

#include <QSqlQuery>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace models::databasefile {

namespace {

QStringList commonColumns(const QSqlDatabase &from, const QSqlDatabase &to, const QString &table)
{
    const QSqlRecord theirs = from.record(table);
    const QSqlRecord ours = to.record(table);
    QStringList common;
    for (int i = 0; i < ours.count(); ++i) {
        if (theirs.contains(ours.fieldName(i)))
            common.append(ours.fieldName(i));
    }
    return common;
}

int salvageTable(QSqlDatabase &from, QSqlDatabase &to, const QString &table)
{
    const QStringList columns = commonColumns(from, to, table);
    if (columns.isEmpty())
        return 0;
    QSqlQuery read(from);
    read.setForwardOnly(true);
    if (!read.exec(u"SELECT %1 FROM %2"_s.arg(columns.join(u','), table)))
        return 0;
    QSqlQuery write(to);
    const QStringList marks(columns.size(), u"?"_s);
    write.prepare(u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table, columns.join(u','),
                                                                     marks.join(u',')));
    int rows = 0;
    // next() ends at the first page that can't be read: what came before it is kept.
    while (read.next()) {
        for (int i = 0; i < columns.size(); ++i)
            write.bindValue(i, read.value(i));
        rows += write.exec() ? 1 : 0;
    }
    return rows;
}

} // namespace

int salvage(QSqlDatabase &from, QSqlDatabase &to)
{
    int rows = 0;
    to.transaction();
    for (const QString &table :
         {u"connections"_s, u"reconciliations"_s, u"reconciliation_plans"_s, u"intents"_s,
          u"drafts"_s, u"draft_versions"_s, u"snapshot_surveys"_s, u"snapshots"_s,
          u"feasibility_runs"_s, u"feasibility_points"_s})
        rows += salvageTable(from, to, table);
    to.commit();
    return rows;
}

} // namespace models::databasefile
