// Countries, languages, categories, verticals and standard qualifications of one connection.
#pragma once

#include "api/http/client.h"
#include "api/types/masterdata.h"
#include "api/types/qualification.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

namespace models {

class Database;

/// Answers from the local database at once and from the server when that is missing or older than
/// a day; `changed` follows each arrival. Names for unknown ids are the id itself.
class ReferenceStore : public QObject
{
    Q_OBJECT

public:
    /// `account`: whose rows in the database (Session::account).
    ReferenceStore(api::Client &client, Database &database, QString account,
                   QObject *parent = nullptr);
    ~ReferenceStore() override;

    void loadCached(); ///< what the database has, without the network
    /// Loads all four lists: the cache first, then the server where needed.
    void load();
    void refresh(); ///< from the server, whatever the age

    const QList<api::Country> &countries() const; ///< sorted by name as people do
    const QList<api::Language> &languages() const;
    const QList<api::StudyCategory> &categories() const;
    const QList<api::Vertical> &verticals() const;
    QString countryName(const api::CountryId &id) const;
    QString languageName(const api::LanguageId &id) const;
    QDateTime updated() const; ///< invalid before the first answer

    /// The master list of a country and language; kept in the database. `qualificationsChanged`
    /// tells when it arrives, `failed` when it doesn't. Empty until then.
    const QList<api::Qualification> &qualifications(const api::CountryId &country,
                                                    const api::LanguageId &language) const;
    void loadQualifications(const api::CountryId &country, const api::LanguageId &language);
    /// From the server, whatever the age.
    void refreshQualifications(const api::CountryId &country, const api::LanguageId &language);
    QDateTime qualificationsUpdated(const api::CountryId &country,
                                    const api::LanguageId &language) const; ///< invalid: never
    bool isBusy() const; ///< a call for any of them is on its way

Q_SIGNALS:
    void changed();
    void qualificationsChanged(const api::CountryId &country, const api::LanguageId &language);
    void failed(const api::ApiError &error); ///< of any of them
    /// Of this master list; `failed` follows.
    void qualificationsFailed(const api::CountryId &country, const api::LanguageId &language,
                              const api::ApiError &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
