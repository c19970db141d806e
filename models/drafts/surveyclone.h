// A survey of the service as a draft for the next one like it.
#pragma once

#include "api/flows/wholesurvey.h"
#include "models/drafts/creationintent.h"
#include "models/drafts/takennames.h"

#include <QObject>

namespace models {

class Database;
class ReferenceStore;

struct Clone
{
    SurveyDraft draft;
    /// What neither the service nor this program knows of the original, as a person calls it:
    /// "links". To be looked at before it is created.
    QStringList unknown;
    QStringList notes; ///< what else came out otherwise than in the original; whole sentences
    api::Survey original;
    bool operator==(const Clone &) const = default;
};

/// The service tells terms, audience, quotas and grid; `local`, if this program created the
/// original, links, audience type, personal data, category and vertical. Questions are worded and
/// have all their answers as in `master`. `excluded`: whom the original excludes, nothing when that
/// could not be read. The field starts `today`, the name is `name`.
Clone cloneOf(const api::flows::WholeSurvey &whole, const std::optional<CreationIntent> &local,
              const std::optional<QList<api::SurveyId>> &excluded,
              const QList<api::Qualification> &master, const QString &name, QDate today);

/// Reads what a clone is made of. One at a time; nothing is sent that changes anything.
class SurveyCloner : public QObject
{
    Q_OBJECT

public:
    SurveyCloner(api::Client &client, Database &database, QString account,
                 ReferenceStore &reference, QObject *parent = nullptr);

    /// `ready` or `failed`. `taken`: names of surveys.
    void start(const api::SurveyId &original, const TakenNames &taken, QDate today);
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void ready(const models::Clone &clone);
    void failed(const api::ApiError &error);

private:
    void askExclusions();
    void askLocal();
    void askMaster();
    void finish(bool isMasterRead);

    api::Client &m_client;
    Database &m_database;
    QString m_account;
    ReferenceStore &m_reference;
    bool m_isBusy = false;
    api::flows::WholeSurvey m_whole;
    std::optional<CreationIntent> m_local;
    std::optional<QList<api::SurveyId>> m_excluded; ///< nothing: they could not be read
    bool m_isMasterAsked = false;
    TakenNames m_taken;
    QDate m_today;
};

} // namespace models
