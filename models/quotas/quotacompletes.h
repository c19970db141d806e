// Completes per quota that a person imported: the server tells none, so they stay on this computer.
#pragma once

#include "api/types/ids.h"
#include "api/types/quota.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <functional>

namespace models {

class Database;

struct ImportedCompletes
{
    QList<api::Quota> counts; ///< each count the completes of its target
    QDateTime at; ///< UTC; invalid: none were imported
    bool operator==(const ImportedCompletes &) const = default;
};

class QuotaCompletes : public QObject
{
    Q_OBJECT

public:
    QuotaCompletes(Database &database, QString account, QObject *parent = nullptr);

    /// `handle` gets them later if `context` still exists then.
    void ask(const api::SurveyId &survey, QObject *context,
             std::function<void(const ImportedCompletes &)> handle);
    /// In place of those before; none forgets them. Then `changed`.
    void keep(const api::SurveyId &survey, const ImportedCompletes &imported);

Q_SIGNALS:
    void changed(const api::SurveyId &survey);
    /// They are in memory only; `why` is a whole sentence. Written again when that works.
    void notSaved(const api::SurveyId &survey, const QString &why);

private:
    void store(const api::SurveyId &survey, const ImportedCompletes &imported);
    void writeUnsaved();

    Database &m_database;
    QString m_account;
    QHash<api::SurveyId, ImportedCompletes> m_unsaved;
};

} // namespace models
