// Statements on the local database: each is checked, and says why it failed.
#pragma once

#include <QList>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <optional>
#include <tl/expected.hpp>

namespace models::sql {

/// What a failed statement says about the file.
enum class Cause {
    Full, ///< no room on the disk
    Busy, ///< another program holds the file
    ReadOnly, ///< the file or its folder can't be written to
    Unreachable, ///< the disk fails, or the file is gone
    Damaged, ///< the file is broken or isn't a database
    Refused, ///< a constraint: the statement's own fault
    Other, ///< a mistake in the statement, out of memory, …
};

struct Error
{
    Cause cause = Cause::Other;
    int code = 0; ///< SQLite's extended result code; 0 when it gave none
    bool operator==(const Error &) const = default;
};

/// What a statement did. `id` is the rowid of what was inserted last.
struct Done
{
    qint64 rows = 0;
    qint64 id = 0;
    bool operator==(const Done &) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

/// A translated whole sentence: “The disk is full.”
QString sentence(const Error &error);

/// The cause behind one of SQLite's result codes, extended or not.
Cause causeOf(int code);

/// A statement that is prepared once and run any number of times. A text or bytes that are null are
/// bound as empty ones, since columns are NOT NULL; a QVariant without a value is NULL.
class Statement
{
public:
    Statement(const QSqlDatabase &database, const QString &statement);

    [[nodiscard]] Result<Done> exec(const QVariantList &values = {});
    /// Calls `visit` with each row; how many there were. An error may come behind some rows.
    [[nodiscard]] Result<qint64> each(const QVariantList &values,
                                      const std::function<void(const QSqlQuery &)> &visit);

private:
    QSqlQuery m_query;
    std::optional<Error> m_problem; ///< it can't be prepared
};

[[nodiscard]] Result<Done> exec(const QSqlDatabase &database, const QString &statement,
                                const QVariantList &values = {});
[[nodiscard]] Result<qint64> each(const QSqlDatabase &database, const QString &statement,
                                  const QVariantList &values,
                                  const std::function<void(const QSqlQuery &)> &visit);

/// What `reader` makes of each row.
template <class Reader>
[[nodiscard]] auto rows(const QSqlDatabase &database, const QString &statement,
                        const QVariantList &values, Reader reader)
    -> Result<QList<std::invoke_result_t<Reader, const QSqlQuery &>>>
{
    QList<std::invoke_result_t<Reader, const QSqlQuery &>> all;
    const auto read = each(database, statement, values,
                           [&all, &reader](const QSqlQuery &row) { all.append(reader(row)); });
    if (!read)
        return tl::unexpected(read.error());
    return all;
}

/// Runs `work()`, which answers a Result, in a transaction: all of it is kept, or none.
template <class Work>
[[nodiscard]] auto transaction(QSqlDatabase &database, Work work) -> std::invoke_result_t<Work>;

/// Begins, commits or takes back; transaction() is what callers use.
[[nodiscard]] Result<Done> begin(QSqlDatabase &database);
[[nodiscard]] Result<Done> commit(QSqlDatabase &database);
void rollback(QSqlDatabase &database); ///< of a database that failed this may fail too

/// The first failure in this thread since the last call, other than Refused: the database tells it
/// to the person, so that no caller can lose it.
std::optional<Error> takeFailure();

template <class Work>
auto transaction(QSqlDatabase &database, Work work) -> std::invoke_result_t<Work>
{
    if (const Result<Done> begun = begin(database); !begun)
        return tl::unexpected(begun.error());
    auto result = work();
    if (result) {
        const Result<Done> kept = commit(database);
        if (kept)
            return result;
        result = tl::unexpected(kept.error());
    }
    rollback(database);
    return result;
}

} // namespace models::sql
