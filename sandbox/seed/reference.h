// The reference lists that surveys refer to: countries, languages, qualifications and so on.
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace sandbox {

/// Read from resources/sandbox, once. Countries and their regions are those of ISO 3166; what is
/// asked where (currency, regions, local wording) is put together when it is first wanted.
class Reference
{
public:
    Reference();

    /// As they are answered by get_master_data.
    const QJsonArray &countries() const { return m_countries; }
    const QJsonArray &languages() const { return m_languages; }
    const QJsonArray &categories() const { return m_categories; }
    const QJsonArray &verticals() const { return m_verticals; }

    bool hasCountry(const QString &country) const { return m_places.contains(country); }
    bool speaks(const QString &country, const QString &language) const;

    /// The standard qualifications of a country in a language, as get_qualification_master answers
    /// them; empty if it isn't spoken there.
    QJsonArray qualifications(const QString &country, const QString &language) const;
    /// One of them; empty if there is none.
    QJsonObject qualification(const QString &country, const QString &language, qint64 code) const;

    /// "eng_us" (ISO 639-3 and ISO 3166-1) as country and language id.
    std::optional<std::pair<QString, QString>> place(const QString &locale) const;

    /// The id of "US".
    QString countryNamed(const QString &shortName) const;
    /// The country's first language.
    QString mainLanguage(const QString &country) const;
    QString shortName(const QString &country) const;

private:
    struct Place
    {
        QString shortName;
        QString currency;
        qint64 scale = 1; ///< what a sum in dollars is multiplied by to be a usual one there
        QStringList languages;
    };

    QJsonObject build(const QJsonObject &model, const Place &place, const QJsonObject &words) const;
    QStringList optionsOf(const QJsonObject &model, const Place &place) const;

    QJsonArray m_countries, m_languages, m_categories, m_verticals, m_templates;
    QJsonObject m_regions, m_translations;
    QHash<QString, Place> m_places;
    QHash<QString, QString> m_languageCodes; ///< ISO 639-3 by language id
    mutable QHash<QString, QJsonArray> m_built;
};

} // namespace sandbox
