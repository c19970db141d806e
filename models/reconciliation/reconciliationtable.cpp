#include "models/reconciliation/reconciliationtable.h"

#include "models/database/sql.h"
#include "models/reconciliation/comparison.h"

#include <array>

using namespace Qt::StringLiterals;

namespace models {

SubmissionSummary summaryOf(const SubmissionRecord &record, std::optional<qint64> submitted)
{
    return {.state = record.state,
            .submitted = record.submitted,
            .submittedCount = submitted,
            .acceptedCount = record.accepted->size(),
            .word = record.word};
}

QList<SharedUids> submittedLists(const QList<SubmissionRecord> &records)
{
    QList<SharedUids> lists;
    for (const SubmissionRecord &record : records)
        if (record.state != SubmissionState::Rejected && !record.uids->isEmpty()
            && !lists.contains(record.uids))
            lists.append(record.uids);
    return lists;
}

qint64 uidCount(const QList<SharedUids> &lists)
{
    return lists.isEmpty() ? 0 : joined(lists)->size();
}

bool isUnsettled(SubmissionState state)
{
    return state == SubmissionState::Rejected;
}

} // namespace models

namespace models::reconciliationtable {

namespace {

constexpr std::array words {"sending",   "submitted", "processing",
                            "completed", "rejected",  "unknown"};

QString wordOf(SubmissionState state)
{
    return QString::fromLatin1(words[size_t(state)]);
}

SubmissionState stateOf(const QString &word)
{
    for (size_t i = 0; i < words.size(); ++i)
        if (word == QLatin1String(words[i]))
            return i == 0 ? SubmissionState::Unknown : SubmissionState(i);
    return SubmissionState::Unknown;
}

QByteArray joined(const api::UidList &uids)
{
    QByteArray text("");
    text.reserve(uids.byteCount() + uids.size());
    for (qsizetype i = 0; i < uids.size(); ++i) {
        text += uids.at(i);
        text += '\n';
    }
    return text;
}

SharedUids split(QByteArrayView text)
{
    auto uids = std::make_shared<api::UidList>();
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        uids->append(end < 0 ? text : text.first(end));
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return uids;
}

/// The server's sentence on a line of its own, then what it accepted.
QByteArray answerOf(const SubmissionRecord &record)
{
    return record.message.simplified().toUtf8() + '\n' + joined(*record.accepted);
}

SubmissionRecord recordFrom(const QSqlQuery &query, const api::SurveyId &survey)
{
    SubmissionRecord record;
    record.id = query.value(0).toLongLong();
    record.survey = survey;
    record.email = query.value(1).toString();
    record.uids = split(query.value(2).toByteArray());
    record.fingerprint = query.value(3).toByteArray();
    record.submitted = QDateTime::fromMSecsSinceEpoch(query.value(4).toLongLong(), Qt::UTC);
    record.state = stateOf(query.value(5).toString());
    const QByteArray answer = query.value(6).toByteArray();
    const qsizetype end = answer.indexOf('\n');
    record.message = QString::fromUtf8(answer.left(end));
    record.accepted = split(end < 0 ? QByteArray() : answer.mid(end + 1));
    if (!query.isNull(7))
        record.answered = QDateTime::fromMSecsSinceEpoch(query.value(7).toLongLong(), Qt::UTC);
    record.word = query.value(8).toString();
    record.before = query.value(9).toByteArray();
    return record;
}

/// Without how many were submitted, which a row doesn't tell.
SubmissionSummary summaryFrom(const QSqlQuery &query)
{
    return {.state = stateOf(query.value(1).toString()),
            .submitted = QDateTime::fromMSecsSinceEpoch(query.value(2).toLongLong(), Qt::UTC),
            .submittedCount = std::nullopt,
            .acceptedCount = query.value(4).toLongLong(),
            .word = query.value(5).toString()};
}

} // namespace

QHash<api::SurveyId, SubmissionSummary> summaries(QSqlDatabase &database, const QString &account)
{
    QHash<api::SurveyId, SubmissionSummary> all;
    QHash<api::SurveyId, QHash<QByteArray, qint64>> sets; // what the service may have
    const auto take = [&all, &sets](const QSqlQuery &query) {
        const SubmissionSummary one = summaryFrom(query);
        const api::SurveyId survey {query.value(0).toString()};
        const auto known = all.find(survey);
        if (known == all.end())
            all.insert(survey, one);
        else if (one.state != SubmissionState::Rejected
                 || known->state == SubmissionState::Rejected)
            *known = one;
        if (one.state != SubmissionState::Rejected)
            sets[survey].insert(query.value(6).toByteArray(), query.value(3).toLongLong());
    };
    // Those before a page that can't be read are shown all the same; the database reports it.
    std::ignore =
        sql::each(database,
                  u"SELECT survey, state, submitted, uid_count, accepted_count, service_status,"
                  " sha256 FROM reconciliations WHERE account = ? ORDER BY id"_s,
                  {account}, take);
    for (auto one = all.begin(); one != all.end(); ++one) {
        const QHash<QByteArray, qint64> lists = sets.value(one.key());
        if (lists.size() > 1) // they may have UIDs in common
            one->submittedCount = uidCount(submittedLists(read(database, account, one.key())));
        else
            one->submittedCount = lists.isEmpty() ? 0 : lists.cbegin().value();
    }
    return all;
}

QList<SubmissionRecord> read(QSqlDatabase &database, const QString &account,
                             const api::SurveyId &survey)
{
    QList<SubmissionRecord> records;
    std::ignore = sql::each(
        database,
        u"SELECT id, contact_email, uids, sha256, submitted, state, answer, answered,"
        " service_status, before_mark FROM reconciliations WHERE account = ? AND survey = ?"
        " ORDER BY id"_s,
        {account, survey.value},
        [&records, &survey](const QSqlQuery &row) { records.append(recordFrom(row, survey)); });
    return records;
}

qint64 insert(QSqlDatabase &database, const QString &account, const SubmissionRecord &record)
{
    const auto inserted =
        sql::exec(database,
                  u"INSERT INTO reconciliations (account, survey, contact_email, uids, uid_count,"
                  " sha256, submitted, state, answer, accepted_count, before_mark)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                  {account, record.survey.value, record.email, joined(*record.uids),
                   record.uids->size(), record.fingerprint, record.submitted.toMSecsSinceEpoch(),
                   wordOf(record.state), answerOf(record), record.accepted->size(),
                   record.before.isEmpty() ? QVariant() : QVariant(record.before)});
    return inserted ? inserted->id : 0;
}

void update(QSqlDatabase &database, const SubmissionRecord &record)
{
    // The service can be asked again; the database reports that the answer isn't kept.
    std::ignore = sql::exec(
        database,
        u"UPDATE reconciliations SET state = ?, answer = ?, accepted_count = ?, answered = ?,"
        " service_status = ? WHERE id = ?"_s,
        {wordOf(record.state), answerOf(record), record.accepted->size(),
         record.answered.isValid() ? QVariant(record.answered.toMSecsSinceEpoch()) : QVariant(),
         record.word, record.id});
}

} // namespace models::reconciliationtable
