#include "models/database/sql.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>
#include <QSqlDatabase>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace models::sql {

namespace {

Q_LOGGING_CATEGORY(log, "aligndesk.database")

struct SqlText
{
    Q_DECLARE_TR_FUNCTIONS(models::Sql)
};

thread_local std::optional<Error> firstFailure;

/// SQLite's primary result codes (sqlite3.h).
enum Code {
    Permission = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Protocol = 15,
    Constraint = 19,
    NotADatabase = 26,
};

/// The statement holds no values, so that nothing private comes into the log.
Error failed(const QSqlError &error, const QString &statement)
{
    const int code = error.nativeErrorCode().toInt();
    const Error found {causeOf(code), code};
    if (found.cause == Cause::Refused)
        return found;
    if (!firstFailure)
        firstFailure = found;
    qCWarning(log, "%s failed with SQLite's code %d",
              qUtf8Printable(statement.section(u' ', 0, 2).simplified()), code);
    return found;
}

QVariant bound(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QString>() && value.toString().isNull())
        return u""_s;
    if (value.metaType() == QMetaType::fromType<QByteArray>() && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

/// The file is open and takes writes after it was deleted, and all of it is lost in the end.
bool isGone(const QSqlDatabase &database)
{
    const QString name = database.databaseName();
    return !name.startsWith(u':') && !name.startsWith("file:"_L1) && !QFile::exists(name);
}

Result<Done> unlessGone(const QSqlDatabase &database, const Result<Done> &result)
{
    if (!result || !isGone(database))
        return result;
    const Error error {Cause::Unreachable, 0};
    if (!firstFailure)
        firstFailure = error;
    return tl::unexpected(error);
}

} // namespace

Cause causeOf(int code)
{
    switch (code & 0xff) {
    case Full:
        return Cause::Full;
    case Busy:
    case Locked:
    case Protocol:
        return Cause::Busy;
    case Permission:
    case ReadOnly:
        return Cause::ReadOnly;
    case InputOutput:
    case CannotOpen:
        return Cause::Unreachable;
    case Corrupt:
    case NotADatabase:
        return Cause::Damaged;
    case Constraint:
        return Cause::Refused;
    default:
        return Cause::Other;
    }
}

QString sentence(const Error &error)
{
    switch (error.cause) {
    case Cause::Full:
        return SqlText::tr("The disk is full.");
    case Cause::Busy:
        return SqlText::tr("Another program is using the local database.");
    case Cause::ReadOnly:
        return SqlText::tr("The local database or its folder is read-only.");
    case Cause::Unreachable:
        return SqlText::tr("The disk reports an error, or the folder no longer exists.");
    case Cause::Damaged:
        return SqlText::tr("The local database is damaged.");
    case Cause::Refused:
    case Cause::Other:
        break;
    }
    //: %1: a number
    return SqlText::tr("The local database reports error %1.").arg(error.code);
}

Statement::Statement(const QSqlDatabase &database, const QString &statement)
    : m_query(database)
{
    m_query.setForwardOnly(true);
    if (!m_query.prepare(statement))
        m_problem = failed(m_query.lastError(), statement);
}

Result<Done> Statement::exec(const QVariantList &values)
{
    if (m_problem)
        return tl::unexpected(*m_problem);
    for (const QVariant &value : values)
        m_query.addBindValue(bound(value));
    if (!m_query.exec())
        return tl::unexpected(failed(m_query.lastError(), m_query.lastQuery()));
    const Done result {m_query.numRowsAffected(), m_query.lastInsertId().toLongLong()};
    m_query.finish();
    return result;
}

Result<qint64> Statement::each(const QVariantList &values,
                               const std::function<void(const QSqlQuery &)> &visit)
{
    if (m_problem)
        return tl::unexpected(*m_problem);
    for (const QVariant &value : values)
        m_query.addBindValue(bound(value));
    if (!m_query.exec())
        return tl::unexpected(failed(m_query.lastError(), m_query.lastQuery()));
    qint64 count = 0;
    while (m_query.next()) {
        visit(m_query);
        ++count;
    }
    // A page that can't be read ends the rows like their end does.
    const QSqlError error = m_query.lastError();
    m_query.finish();
    if (error.isValid())
        return tl::unexpected(failed(error, m_query.lastQuery()));
    return count;
}

Result<Done> exec(const QSqlDatabase &database, const QString &statement,
                  const QVariantList &values)
{
    return unlessGone(database, Statement(database, statement).exec(values));
}

Result<qint64> each(const QSqlDatabase &database, const QString &statement,
                    const QVariantList &values, const std::function<void(const QSqlQuery &)> &visit)
{
    return Statement(database, statement).each(values, visit);
}

Result<Done> begin(QSqlDatabase &database)
{
    return Statement(database, u"BEGIN"_s).exec();
}

Result<Done> commit(QSqlDatabase &database)
{
    // As a statement: the driver's own commit() tells no code, and with it no cause.
    return exec(database, u"COMMIT"_s);
}

void rollback(QSqlDatabase &database)
{
    database.rollback();
}

std::optional<Error> takeFailure()
{
    return std::exchange(firstFailure, std::nullopt);
}

} // namespace models::sql
