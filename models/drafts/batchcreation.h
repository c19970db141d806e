// Creates the surveys of several drafts, one after another, with a result for each.
#pragma once

#include "models/drafts/surveycreation.h"

#include <QDate>

namespace models {

class DraftStore;
class OpenCreations;
class SurveyStore;

/// Each survey is created as by the wizard and stays inactive. A draft with errors isn't sent; one
/// that is in doubt doesn't hold up the others. What was created is no draft any longer.
class BatchCreation : public QObject
{
    Q_OBJECT

public:
    enum Outcome { Created, Incomplete, Refused, Unknown, NotSent };
    struct Result
    {
        QString name;
        Outcome outcome = NotSent;
        QString text; ///< code, or why not
        bool operator==(const Result &) const = default;
    };

    /// `calls` outlive it. `creations` follows each of its creations.
    BatchCreation(CreationCalls &calls, Database &database, QString account, DraftStore &drafts,
                  const SurveyStore &surveys, OpenCreations &creations, QObject *parent = nullptr);
    ~BatchCreation() override;

    void start(const QStringList &uuids, QDate today);
    void cancel(); ///< after the survey that is being created
    bool isBusy() const { return m_creation != nullptr || !m_left.isEmpty(); }
    int count() const { return m_count; }
    const QList<Result> &results() const { return m_results; }

Q_SIGNALS:
    void began(const QString &name); ///< of the next one
    void finished();

private:
    void next();
    bool isSendable(const QString &uuid, Result &result) const;
    void create(const QString &uuid);
    void follow();
    void end(const Result &result);

    CreationCalls &m_calls;
    Database &m_database;
    QString m_account;
    DraftStore &m_drafts;
    const SurveyStore &m_surveys;
    OpenCreations &m_creations;
    QStringList m_left;
    int m_count = 0;
    QDate m_today;
    QList<Result> m_results;
    std::unique_ptr<SurveyCreation> m_creation;
};

} // namespace models
