#include "models/database/salvage.h"

#include "models/database/sql.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSqlError>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace models {

namespace {

using Visit = std::function<void(const QSqlQuery &)>;

struct SalvageText
{
    Q_DECLARE_TR_FUNCTIONS(models::Salvage)
};

/// False when a page can't be read; the rows before it were visited. Without a word in the log:
/// thousands of such attempts are made on a damaged file.
bool read(const QSqlDatabase &from, const QString &statement, const QVariantList &values,
          const Visit &visit)
{
    QSqlQuery query(from);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return false;
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return false;
    while (query.next())
        visit(query);
    return !query.lastError().isValid();
}

QStringList texts(const QSqlDatabase &database, const QString &statement)
{
    QStringList all;
    read(database, statement, {},
         [&all](const QSqlQuery &row) { all.append(row.value(0).toString()); });
    return all;
}

/// In the order in which they were created: a table comes behind those that it refers to.
QStringList tablesOf(const QSqlDatabase &database)
{
    return texts(database,
                 u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                 " ORDER BY rowid"_s);
}

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

/// Copies one table. Each row is `INSERT OR IGNORE`d, so that one that is met twice counts once.
class TableCopy
{
public:
    TableCopy(const QSqlDatabase &from, const QSqlDatabase &to, const QString &table)
        : m_from(from)
        , m_to(to)
        , m_table(table)
        , m_columns(commonColumns(from, to, table))
        , m_insertion(to)
    {
    }

    RescuedTable run()
    {
        RescuedTable result {.table = m_table};
        if (m_columns.isEmpty()) {
            result.isWhole = !tablesOf(m_from).isEmpty(); // older files lack a few
            return result;
        }
        const QStringList marks(m_columns.size(), u"?"_s);
        if (!m_insertion.prepare(u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(
                m_table, m_columns.join(u','), marks.join(u','))))
            return result;
        const QStringList keys = keyColumns();
        result.isWhole = keys.isEmpty() ? copyByNumber() : copyByKey(keys);
        result.rows = m_rows;
        return result;
    }

private:
    static constexpr int mostTries = 4000; ///< statements on one table; each ends at a bad page

    /// Of a table without rowid; empty when it has one.
    QStringList keyColumns() const
    {
        const QStringList without =
            texts(m_to, u"SELECT name FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%'"_s);
        if (!without.contains(m_table))
            return {};
        return texts(
            m_to,
            u"SELECT name FROM pragma_table_info('%1') WHERE pk > 0 ORDER BY pk"_s.arg(m_table));
    }

    void insert(const QSqlQuery &row, int first)
    {
        for (int i = 0; i < m_columns.size(); ++i)
            m_insertion.addBindValue(row.value(first + i));
        if (m_insertion.exec())
            m_rows += m_insertion.numRowsAffected();
    }

    bool copyByNumber()
    {
        qint64 last = 0;
        if (!read(m_from, u"SELECT max(rowid) FROM %1"_s.arg(m_table), {},
                  [&last](const QSqlQuery &row) { last = row.value(0).toLongLong(); }))
            last = qint64(1) << 24;
        return copySpan(0, last);
    }

    /// From both ends up to the pages that can't be read, then what is between them in halves.
    bool copySpan(qint64 low, qint64 high)
    {
        if (low > high)
            return true;
        if (++m_tries > mostTries)
            return false;
        const QString select = u"SELECT rowid, %1 FROM %2 WHERE rowid BETWEEN ? AND ?"
                               " ORDER BY rowid "_s.arg(m_columns.join(u','), m_table);
        if (read(m_from, select, {low, high}, [this, &low](const QSqlQuery &row) {
                low = row.value(0).toLongLong() + 1;
                insert(row, 1);
            }))
            return true;
        read(m_from, select + u"DESC"_s, {low, high}, [this, &high](const QSqlQuery &row) {
            high = row.value(0).toLongLong() - 1;
            insert(row, 1);
        });
        if (low < high) {
            const qint64 middle = low + (high - low) / 2;
            copySpan(low, middle);
            copySpan(middle + 1, high);
        }
        return false;
    }

    bool copyByKey(const QStringList &keys)
    {
        const QString select = u"SELECT %1 FROM %2"_s.arg(m_columns.join(u','), m_table);
        const Visit take = [this](const QSqlQuery &row) { insert(row, 0); };
        const QString forth = u" ORDER BY "_s + keys.join(u',');
        const QString back = u" ORDER BY "_s + keys.join(u" DESC,"_s) + u" DESC"_s;
        if (read(m_from, select + forth, {}, take))
            return true;
        read(m_from, select + back, {}, take);
        // What is between bad pages, by the keys that other tables know.
        const QString of = u" WHERE %1 = ?"_s.arg(keys.constFirst());
        for (const QString &key : knownKeys(keys.constFirst())) {
            if (!read(m_from, select + of + forth, {key}, take))
                read(m_from, select + of + back, {key}, take);
        }
        return false;
    }

    QStringList knownKeys(const QString &column) const
    {
        if (column == "uuid"_L1)
            return texts(m_to, u"SELECT uuid FROM drafts"_s);
        if (column == "run"_L1)
            return texts(m_to, u"SELECT uuid FROM feasibility_runs"_s);
        if (column == "survey"_L1)
            return texts(m_to, u"SELECT key FROM snapshot_surveys"_s);
        return texts(m_to, u"SELECT DISTINCT account FROM connections"_s);
    }

    const QSqlDatabase &m_from;
    const QSqlDatabase &m_to;
    QString m_table;
    QStringList m_columns;
    QSqlQuery m_insertion;
    int m_rows = 0;
    int m_tries = 0;
};

/// One table of merge().
sql::Result<sql::Done> mergeTable(const QSqlDatabase &from, const QSqlDatabase &to,
                                  const QString &table)
{
    QStringList columns = commonColumns(from, to, table);
    const bool isNumbered = columns.removeOne(u"id"_s)
        && texts(to, u"SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"_s)
               .contains(table);
    if (columns.isEmpty())
        return sql::Done {};
    if (!isNumbered && to.record(table).contains(u"id"_s))
        columns.prepend(u"id"_s);
    const QString list = columns.join(u", ");
    const QString marks = QStringList(columns.size(), u"?"_s).join(u", ");
    QStringList same;
    QStringList updates;
    for (const QString &column : columns) {
        same.append(column + u" IS ?"_s);
        updates.append(u"%1 = excluded.%1"_s.arg(column));
    }
    const QString keys =
        texts(to, u"SELECT name FROM pragma_table_info('%1') WHERE pk > 0 ORDER BY pk"_s.arg(table))
            .join(u", ");
    sql::Statement insertion(
        to,
        isNumbered
            ? u"INSERT INTO %1 (%2) SELECT %3 WHERE NOT EXISTS (SELECT 1 FROM %1 WHERE %4)"_s.arg(
                table, list, marks, same.join(u" AND "))
            : u"INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT (%4) DO UPDATE SET %5"_s.arg(
                table, list, marks, keys, updates.join(u", ")));
    sql::Result<sql::Done> done;
    const auto read =
        sql::each(from, u"SELECT %1 FROM %2"_s.arg(list, table), {}, [&](const QSqlQuery &row) {
            QVariantList values;
            for (qsizetype i = 0; i < columns.size(); ++i)
                values.append(row.value(int(i)));
            const auto inserted = insertion.exec(isNumbered ? values + values : values);
            if (!inserted && inserted.error().cause != sql::Cause::Refused)
                done = inserted;
        });
    return read || !done ? done : tl::unexpected(read.error());
}

/// A few kinds of rows that a person knows; empty for the others.
QString countOf(const QString &table, int rows)
{
    if (table == "connections"_L1)
        return SalvageText::tr("%n connection(s)", nullptr, rows);
    if (table == "drafts"_L1)
        return SalvageText::tr("%n draft(s)", nullptr, rows);
    if (table == "intents"_L1)
        return SalvageText::tr("records of %n created survey(s)", nullptr, rows);
    if (table == "reconciliations"_L1)
        return SalvageText::tr("%n submitted reconciliation(s)", nullptr, rows);
    if (table == "pending_edits"_L1)
        return SalvageText::tr("%n pending edit(s)", nullptr, rows);
    if (table == "exclusions"_L1)
        return SalvageText::tr("exclusions of %n survey(s)", nullptr, rows);
    if (table == "quota_completes"_L1)
        return SalvageText::tr("imported completes of %n survey(s)", nullptr, rows);
    if (table == "changes"_L1)
        return SalvageText::tr("%n change(s) in the log", nullptr, rows);
    if (table == "calls"_L1)
        return SalvageText::tr("%n call(s) in the log", nullptr, rows);
    return {};
}

} // namespace

QStringList cacheTables()
{
    return {u"surveys"_s, u"survey_lists"_s, u"reference_lists"_s, u"qualification_masters"_s,
            u"interlocking_grids"_s};
}

QList<RescuedTable> salvage(QSqlDatabase &from, QSqlDatabase &to)
{
    QList<RescuedTable> rescued;
    const QStringList caches = cacheTables();
    const auto copy = [&]() -> sql::Result<sql::Done> {
        for (const QString &table : tablesOf(to)) {
            if (!caches.contains(table))
                rescued.append(TableCopy(from, to, table).run());
        }
        return sql::Done {};
    };
    if (!sql::transaction(to, copy)) {
        for (RescuedTable &one : rescued)
            one = {.table = one.table, .rows = 0, .isWhole = false};
    }
    return rescued;
}

sql::Result<sql::Done> merge(QSqlDatabase &from, QSqlDatabase &to)
{
    const auto copy = [&]() -> sql::Result<sql::Done> {
        // An answer that came since is the same submission's.
        const auto known = sql::rows(
            from, u"SELECT account, survey, sha256, submitted FROM reconciliations"_s, {},
            [](const QSqlQuery &row) {
                return QVariantList {row.value(0), row.value(1), row.value(2), row.value(3)};
            });
        if (!known)
            return tl::unexpected(known.error());
        for (const QVariantList &one : *known) {
            const auto removed = sql::exec(to,
                                           u"DELETE FROM reconciliations WHERE account = ? AND"
                                           " survey = ? AND sha256 = ? AND submitted = ?"_s,
                                           one);
            if (!removed)
                return removed;
        }
        const QStringList left =
            cacheTables() + QStringList {u"snapshots"_s, u"snapshot_surveys"_s};
        for (const QString &table : tablesOf(to)) {
            if (left.contains(table))
                continue;
            if (const auto merged = mergeTable(from, to, table); !merged)
                return merged;
        }
        return sql::Done {};
    };
    return sql::transaction(to, copy);
}

QString describe(const QList<RescuedTable> &tables)
{
    QStringList counts;
    bool isWhole = true;
    for (const RescuedTable &one : tables) {
        isWhole = isWhole && one.isWhole;
        const QString count = one.rows > 0 ? countOf(one.table, one.rows) : QString();
        if (!count.isEmpty())
            counts.append(count);
    }
    const QString rescued = counts.isEmpty()
        ? SalvageText::tr("Nothing could be rescued from it.")
        //: %1: a list such as “3 drafts and 1 connection”
        : SalvageText::tr("Rescued: %1.").arg(QLocale().createSeparatedList(counts));
    return isWhole && !counts.isEmpty()
        ? rescued
        : rescued + u' ' + SalvageText::tr("The file may hold more that can’t be read.");
}

} // namespace models
