#include "sandbox/seed/reference.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

// Outside the namespace: the macro declares a function at file scope.
static void loadResources()
{
    Q_INIT_RESOURCE(sandbox);
}

namespace sandbox {

namespace {

QJsonDocument read(const QString &name)
{
    QFile file(u":/sandbox/"_s + name);
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return QJsonDocument::fromJson(file.readAll());
}

/// "1,000 - 4,999 EUR" for each pair of neighbours, with the two open ends.
QStringList brackets(const QJsonArray &limits, const QString &currency, qint64 scale)
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    QStringList names;
    qint64 from = 0;
    for (const QJsonValue &limit : limits) {
        const qint64 to = limit.toInteger() * scale;
        names.append(names.isEmpty() ? u"Less than %1 %2"_s.arg(english.toString(to), currency)
                                     : u"%1 - %2 %3"_s.arg(english.toString(from),
                                                           english.toString(to - 1), currency));
        from = to;
    }
    names.append(u"%1 %2 or more"_s.arg(english.toString(from), currency));
    names.append(u"Prefer not to answer"_s);
    return names;
}

} // namespace

Reference::Reference()
{
    loadResources();
    for (const QJsonValue &value : read(u"countries.json"_s).array()) {
        QJsonObject country = value.toObject();
        m_places.insert(country[u"country_id"_s].toString(),
                        {country[u"short_name"_s].toString(), country[u"currency"_s].toString(),
                         country[u"scale"_s].toInteger(1),
                         country[u"language"_s].toString().split(u',')});
        country.remove(u"currency"_s);
        country.remove(u"scale"_s);
        m_countries.append(country);
    }
    for (const QJsonValue &value : read(u"languages.json"_s).array()) {
        QJsonObject language = value.toObject();
        m_languageCodes.insert(language[u"language_id"_s].toString(),
                               language.take(u"iso_639_3"_s).toString());
        m_languages.append(language);
    }
    m_categories = read(u"categories.json"_s).array();
    m_verticals = read(u"verticals.json"_s).array();
    m_templates = read(u"qualifications.json"_s).array();
    m_regions = read(u"regions.json"_s).object();
    m_translations = read(u"translations.json"_s).object();
}

bool Reference::speaks(const QString &country, const QString &language) const
{
    return m_places.value(country).languages.contains(language);
}

QStringList Reference::optionsOf(const QJsonObject &model, const Place &place) const
{
    if (model.contains(u"income"_s))
        return brackets(model[u"income"_s].toArray(), place.currency, place.scale);
    if (model.contains(u"money"_s))
        return brackets(model[u"money"_s].toArray(), place.currency, place.scale);
    const QJsonArray list = model.contains(u"regions"_s) ? m_regions[place.shortName].toArray(
                                {u"Capital region"_s, u"North"_s, u"East"_s, u"South"_s, u"West"_s})
                                                         : model[u"options"_s].toArray();
    QStringList options;
    for (const QJsonValue &option : list)
        options.append(option.toString());
    return options;
}

QJsonObject Reference::build(const QJsonObject &model, const Place &place,
                             const QJsonObject &words) const
{
    const auto local = [&](const QString &text) { return words[text].toString(text); };
    QJsonObject built {{u"qualification_id"_s, model[u"code"_s]},
                       {u"Name"_s, model[u"name"_s]},
                       {u"QuestionText"_s, local(model[u"text"_s].toString())},
                       {u"questionType"_s, model[u"type"_s]}};
    if (model.contains(u"range"_s)) {
        const QJsonObject range {{u"from"_s, model[u"range"_s][0]},
                                 {u"to"_s, model[u"range"_s][1]}};
        built[u"range_sets"_s] = QJsonArray {range};
        return built;
    }
    if (model.contains(u"zip"_s)) {
        built[u"zipcodes"_s] = QJsonArray();
        return built;
    }
    QJsonArray conditions;
    for (const QString &option : optionsOf(model, place))
        conditions.append(
            QJsonObject {{u"condition_code"_s, QString::number(conditions.size() + 1)},
                         {u"condition_name"_s, local(option)}});
    built[u"conditions"_s] = conditions;
    return built;
}

QJsonArray Reference::qualifications(const QString &country, const QString &language) const
{
    if (!speaks(country, language))
        return {};
    QJsonArray &built = m_built[country + u'/' + language];
    if (built.isEmpty()) {
        const QJsonObject words = m_translations[language].toObject();
        for (const QJsonValue &model : m_templates)
            built.append(build(model.toObject(), m_places[country], words));
    }
    return built;
}

QJsonObject Reference::qualification(const QString &country, const QString &language,
                                     qint64 code) const
{
    for (const QJsonValue &one : qualifications(country, language)) {
        if (one[u"qualification_id"_s].toInteger() == code)
            return one.toObject();
    }
    return {};
}

std::optional<std::pair<QString, QString>> Reference::place(const QString &locale) const
{
    const QString country = countryNamed(locale.section(u'_', 1).toUpper());
    for (const QString &language : m_places.value(country).languages) {
        if (m_languageCodes.value(language) == locale.section(u'_', 0, 0))
            return std::pair(country, language);
    }
    return std::nullopt;
}

QString Reference::countryNamed(const QString &shortName) const
{
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place) {
        if (place->shortName == shortName)
            return place.key();
    }
    return {};
}

QString Reference::mainLanguage(const QString &country) const
{
    return m_places.value(country).languages.value(0);
}

QString Reference::shortName(const QString &country) const
{
    return m_places.value(country).shortName;
}

} // namespace sandbox
