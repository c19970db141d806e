#include "models/reconciliation/evidence.h"

#include "models/reconciliation/comparison.h"
#include "models/support/plain.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QUuid>

#include <cstdio>
#include <zip.h>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct EvidenceText
{
    Q_DECLARE_TR_FUNCTIONS(models::Evidence)
};

struct Piece
{
    QByteArray name;
    QByteArray bytes;
};

QString utcText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QByteArray listText(const Comparison &all, quint32 kinds)
{
    QByteArray text;
    for (qsizetype row = 0; row < all.size(); ++row) {
        if ((kinds >> all.kind(row) & 1U) == 0)
            continue;
        text += all.uid(row);
        text += '\n';
    }
    return text;
}

/// At which CPI how many completes came, as far as this program saw it.
QJsonArray pricesOf(const Prices &prices)
{
    QJsonArray list;
    for (const LedgerRow &period : prices.periods)
        list.append(QJsonObject {{u"from"_s, utcText(period.from)},
                                 {u"to"_s, utcText(period.to)},
                                 {u"cpi"_s, period.cpi.toFixed()},
                                 {u"completes"_s, period.completes}});
    return list;
}

/// What the service accepted is known; of any other, 0 would mean that it accepted none.
bool isSettled(const SubmissionRecord &record)
{
    return record.state == SubmissionState::Completed;
}

/// The file in which the list of the `at`-th of them is.
QString otherName(qsizetype at)
{
    return u"other-submissions/%1.txt"_s.arg(at + 1);
}

/// What else was submitted for the survey, refused or not.
QJsonArray othersOf(const QList<SubmissionRecord> &others)
{
    QJsonArray list;
    for (qsizetype at = 0; at < others.size(); ++at)
        list.append(QJsonObject {
            {u"file"_s, otherName(at)},
            {u"submitted"_s, others[at].uids->size()},
            {u"accepted"_s, isSettled(others[at]) ? others[at].accepted->size() : QJsonValue()},
            {u"contact_email"_s, others[at].email},
            {u"submitted_at"_s, utcText(others[at].submitted)},
            {u"sha256_of_sorted_uids"_s, QString::fromLatin1(others[at].fingerprint.toHex())},
            {u"state"_s, stateText(others[at].state)},
            {u"service_status"_s, others[at].word},
            {u"answer"_s, others[at].message},
            {u"answered_at"_s, utcText(others[at].answered)}});
    return list;
}

QByteArray linesOf(const api::UidList &uids)
{
    QByteArray text;
    text.reserve(uids.byteCount() + uids.size());
    for (qsizetype at = 0; at < uids.size(); ++at) {
        text += uids.at(at);
        text += '\n';
    }
    return text;
}

using Figure = api::SurveyFigure;

QJsonObject countsOf(const SubmissionRecord &record, const Comparison &all,
                     const Comparison &strangers)
{
    const auto told = [&record](qint64 count) { return isSettled(record) ? count : QJsonValue(); };
    const qint64 never = strangers.count(Comparison::NeverSubmitted);
    return {
        {u"submitted"_s, record.uids->size()},
        {u"accepted"_s, told(all.countOf(Comparison::paid))},
        {u"not_accepted"_s, told(all.count(Comparison::NotAccepted))},
        {u"accepted_of_other_submissions"_s, told(all.count(Comparison::NeverSubmitted) - never)},
        {u"never_submitted"_s, told(never)}};
}

/// `strangers` are in no list that was submitted.
QByteArray aboutText(const Evidence &evidence, const Comparison &all, const Comparison &strangers)
{
    const SubmissionRecord &record = evidence.record;
    const qint64 accepted = all.countOf(Comparison::paid);
    const Cost cost = evidence.prices.costOf(accepted);
    const auto known = [&evidence](api::SurveyFigure figure, const QJsonValue &value) {
        return evidence.survey.knows(figure) ? value : QJsonValue();
    };
    const QJsonValue toPay = cost.isKnown && isSettled(record)
        ? QJsonObject {{u"least"_s, cost.least.toFixed()},
                       {u"most"_s, cost.most.toFixed()},
                       {u"currency"_s, evidence.currency}}
        : QJsonValue();
    const QJsonObject survey {
        {u"project_id"_s, evidence.survey.id.value},
        {u"code"_s, evidence.survey.code},
        {u"name"_s, evidence.survey.name},
        {u"cpi"_s, known(Figure::Cpi, evidence.survey.cpi.toFixed())},
        {u"currency_id"_s, evidence.survey.currency},
        {u"completes_counted"_s, known(Figure::Complete, evidence.survey.progress.complete)}};
    const QJsonObject about {
        {u"written_by"_s, QStringLiteral("AlignDesk " ALIGNDESK_VERSION)},
        {u"survey"_s, survey},
        {u"contact_email"_s, record.email},
        {u"submitted_at"_s, utcText(record.submitted)},
        {u"sha256_of_sorted_uids"_s, QString::fromLatin1(record.fingerprint.toHex())},
        {u"state"_s, stateText(record.state)},
        {u"service_status"_s, record.word},
        {u"answer"_s, record.message},
        {u"answered_at"_s, utcText(record.answered)},
        {u"counts"_s, countsOf(record, all, strangers)},
        {u"to_pay"_s, toPay},
        {u"prices"_s, pricesOf(evidence.prices)},
        {u"other_submissions"_s, othersOf(evidence.others)}};
    return QJsonDocument(about).toJson();
}

QList<Piece> pieces(const Evidence &evidence)
{
    const Comparison all(evidence.record.uids, *evidence.record.accepted);
    QList<SharedUids> lists = submittedLists(evidence.others);
    lists.prepend(evidence.record.uids);
    const Comparison strangers(joined(lists), *evidence.record.accepted);
    const quint32 submitted = ~(1U << Comparison::NeverSubmitted);
    QList<Piece> files {{"submission.json", aboutText(evidence, all, strangers)},
                        {"submitted.txt", listText(all, submitted)}};
    if (isSettled(evidence.record))
        files += {{"accepted.txt", listText(all, Comparison::paid)},
                  {"not-accepted.txt", listText(all, 1U << Comparison::NotAccepted)},
                  {"never-submitted.txt", listText(strangers, 1U << Comparison::NeverSubmitted)}};
    for (qsizetype at = 0; at < evidence.others.size(); ++at) {
        const SubmissionRecord &other = evidence.others[at];
        files.append({otherName(at).toUtf8(), linesOf(*other.uids)});
        if (isSettled(other))
            files.append({otherName(at).toUtf8().replace(".txt", "-accepted.txt"),
                          linesOf(*other.accepted)});
    }
    QByteArray sums;
    for (const Piece &file : std::as_const(files))
        sums += QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex() + "  "
            + file.name + '\n';
    files.append({"SHA256SUMS", sums});
    return files;
}

/// The reason why not; empty when it is written.
QString pack(const QList<Piece> &files, const QString &path, Work &work)
{
    zip_t *const archive =
        zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_EXCL, nullptr);
    if (!archive)
        return qt_error_string();
    auto dropping = qScopeGuard([archive] { zip_discard(archive); });
    for (const Piece &file : files) {
        zip_source_t *const source =
            zip_source_buffer(archive, file.bytes.constData(), zip_uint64_t(file.bytes.size()), 0);
        if (zip_file_add(archive, file.name.constData(), source, ZIP_FL_ENC_UTF_8) < 0)
            return QString::fromUtf8(zip_strerror(archive));
    }
    constexpr double steps = 0.01;
    constexpr int thousand = 1000;
    zip_register_progress_callback_with_state(
        archive, steps,
        [](zip_t *, double done, void *task) {
            static_cast<Work *>(task)->setDone(qint64(done * thousand), thousand);
        },
        nullptr, &work);
    zip_register_cancel_callback_with_state(
        archive,
        [](zip_t *, void *task) { return static_cast<Work *>(task)->isCancelled() ? 1 : 0; },
        nullptr, &work);
    if (zip_close(archive) != 0)
        return QString::fromUtf8(zip_strerror(archive));
    dropping.dismiss(); // it is gone
    return {};
}

} // namespace

QString shortFingerprint(const QByteArray &fingerprint)
{
    constexpr qsizetype few = 4; // bytes
    return QString::fromLatin1(fingerprint.left(few).toHex());
}

QString stateText(SubmissionState state)
{
    switch (state) {
    case SubmissionState::Sending:
        return EvidenceText::tr("Sending");
    case SubmissionState::Submitted:
        return EvidenceText::tr("Submitted");
    case SubmissionState::Processing:
        return EvidenceText::tr("Processing");
    case SubmissionState::Completed:
        return EvidenceText::tr("Completed");
    case SubmissionState::Rejected:
        return EvidenceText::tr("Refused");
    case SubmissionState::Unknown:
        return EvidenceText::tr("Unknown");
    }
    return {};
}

QString stateText(SubmissionState state, const QString &word)
{
    const bool isOther = state == SubmissionState::Processing && !word.trimmed().isEmpty()
        && word.compare("Processing"_L1, Qt::CaseInsensitive) != 0;
    return isOther ? plain(word.simplified()) : stateText(state);
}

UidExport writeEvidence(const Evidence &evidence, const QString &path, Work &work)
{
    const QString part = path + u".part-"_s + QUuid::createUuid().toString(QUuid::Id128);
    const auto cleaning = qScopeGuard([&part] { QFile::remove(part); });
    const QList<Piece> files = pieces(evidence);
    QString reason = pack(files, part, work);
    if (work.isCancelled())
        return {.isWritten = false, .isCancelled = true, .problem = {}};
    if (reason.isEmpty() && std::rename(QFile::encodeName(part), QFile::encodeName(path)) != 0)
        reason = qt_error_string();
    if (!reason.isEmpty())
        return {.isWritten = false,
                .isCancelled = false,
                .problem =
                    EvidenceText::tr("%1 can’t be written: %2. What was there before is unchanged.")
                        .arg(QDir::toNativeSeparators(path), reason)};
    work.setDone(1, 1);
    return {.isWritten = true, .isCancelled = false, .problem = {}};
}

} // namespace models
