// What was changed in which survey, from what to what, here or elsewhere.
#pragma once

#include "api/types/survey.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QTimer>

namespace models {

class Database;

struct Change
{
    enum Origin { Here, Elsewhere };

    qint64 id = 0;
    QDateTime at {}; ///< UTC; elsewhere: when it was seen
    api::SurveyId survey {};
    QString what {}; ///< translated: "Status", "CPI"
    QString before {}; ///< as a person reads it
    QString after {};
    Origin origin = Here;
    bool operator==(const Change &) const = default;
};

/// What this program wrote into a survey since it was last read.
struct OwnWrites
{
    bool status = false;
    bool terms = false;
};

struct SubmissionRecord;

/// Status, LOI, CPI, completes needed and dates of two readings of one survey, as far as they
/// differ; without id, time and origin. Pure.
QList<Change> differences(const api::Survey &before, const api::Survey &after);

/// Keeps the newest `limit` changes of all accounts together. Writing is queued,
/// in one transaction for the changes of a moment.
class ChangeLog : public QObject
{
    Q_OBJECT

public:
    static constexpr int limit = 5000;
    static constexpr int gatheringTime = 100; ///< ms

    ChangeLog(Database &database, QString account, QObject *parent = nullptr);
    ~ChangeLog() override; ///< writes what waits

    /// A write of this computer that the server has taken. Texts as a person reads them.
    void add(const api::SurveyId &survey, const QString &what, const QString &before,
             const QString &after);
    void addWritten(const api::Survey &before, const api::Survey &after);
    /// Made elsewhere, but for what is in `own`.
    void addSeen(const api::Survey &before, const api::Survey &after, OwnWrites own = {});
    void addCreated(const api::Survey &survey);
    void addSubmission(const models::SubmissionRecord &record); ///< once it was answered, or not
    /// Newest first; of one survey when `survey` isn't empty.
    QFuture<QList<Change>> newest(int count, api::SurveyId survey = {});

Q_SIGNALS:
    void added(const models::Change &change);

private:
    void keep(Change change);
    void write();

    Database &m_database;
    QString m_account;
    QList<Change> m_waiting; ///< not yet given to the database
    QTimer m_gathering;
};

} // namespace models
