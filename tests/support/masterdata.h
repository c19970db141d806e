// A service's master data for tests of windows: countries, languages and the questions of one.
#pragma once

#include "models/connections/session.h"
#include "models/reference/referencestore.h"
#include "tests/support/faultserver.h"

#include <QTest>

#include <optional>

namespace support {

inline QByteArray listOf(const QByteArrayList &entries)
{
    return R"({"status":200,"data":[)" + entries.join(',') + "]}";
}

/// The United States with English and GENDER (43, Male and Female), unless a test says otherwise.
struct MasterData
{
    static inline const QByteArray unitedStates =
        R"({"country_id":"229","name":"United States","short_name":"US","iso_code":"USA",)"
        R"("country_code":"1","language":"5"})";
    static inline const QByteArray germany =
        R"({"country_id":"80","name":"Germany","short_name":"DE","iso_code":"DEU",)"
        R"("country_code":"49","language":"3"})";
    static inline const QByteArray english =
        R"({"language_id":"5","name":"English","short_name":"en"})";
    static inline const QByteArray german =
        R"({"language_id":"3","name":"German","short_name":"de"})";
    static inline const QByteArray gender =
        R"({"qualification_id":"43","Name":"GENDER","QuestionText":"Are you?",)"
        R"("question_type":"Single Punch","conditions":[)"
        R"({"condition_code":1,"condition_name":"Male"},)"
        R"({"condition_code":2,"condition_name":"Female"}]})";

    QByteArrayList countries {unitedStates};
    QByteArrayList languages {english};
    QByteArrayList questions {gender};

    /// Nothing for a call that asks for something else.
    std::optional<Reply> reply(const Seen &seen) const
    {
        if (seen.target.contains("type=country"))
            return json(200, listOf(countries));
        if (seen.target.contains("type=language"))
            return json(200, listOf(languages));
        if (seen.path().endsWith("/get_qualification_master"))
            return json(200, listOf(questions));
        return {};
    }

    /// Returns once `session` knows the countries and the languages.
    void load(models::Session &session) const
    {
        models::ReferenceStore &reference = session.reference();
        reference.load();
        if (!QTest::qWaitFor([&] {
                return reference.countries().size() == countries.size()
                    && reference.languages().size() == languages.size();
            }))
            qFatal("no reference data");
    }
};

} // namespace support
