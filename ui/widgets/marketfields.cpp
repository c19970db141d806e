#include "ui/widgets/marketfields.h"

#include "models/reference/referencestore.h"
#include "models/support/plain.h"
#include "ui/widgets/searchcombo.h"

#include <QComboBox>

#include <algorithm>

namespace ui {

MarketFields::MarketFields(models::ReferenceStore &reference, QWidget *parent)
    : QObject(parent)
    , m_reference(reference)
    , m_countryBox(new QComboBox(parent))
    , m_languageBox(new QComboBox(parent))
{
    makeSearchable(m_countryBox);
    makeSearchable(m_languageBox);
    fill();
    connect(&reference, &models::ReferenceStore::changed, this, &MarketFields::fill);
    connect(m_countryBox, &QComboBox::currentIndexChanged, this, [this] {
        fillLanguages();
        Q_EMIT edited();
    });
    connect(m_languageBox, &QComboBox::currentIndexChanged, this, &MarketFields::edited);
}

api::CountryId MarketFields::country() const
{
    return {m_countryBox->currentData().toString()};
}

api::LanguageId MarketFields::language() const
{
    return {m_languageBox->currentData().toString()};
}

void MarketFields::choose(const api::CountryId &country, const api::LanguageId &language)
{
    const QSignalBlocker quiet(this);
    m_country = country;
    m_language = language;
    m_countryBox->setCurrentIndex(m_countryBox->findData(country.value));
    fillLanguages();
    m_languageBox->setCurrentIndex(m_languageBox->findData(language.value));
}

void MarketFields::fill()
{
    const QSignalBlocker quiet(this);
    const bool wasFilled = m_countryBox->count() > 0;
    const api::CountryId chosenCountry = wasFilled ? country() : m_country;
    const api::LanguageId chosenLanguage = wasFilled ? language() : m_language;
    m_countryBox->clear();
    for (const api::Country &one : m_reference.countries())
        m_countryBox->addItem(models::plain(one.name), one.id.value);
    choose(chosenCountry, chosenLanguage);
}

void MarketFields::fillLanguages()
{
    const QSignalBlocker quiet(m_languageBox);
    const QString before = m_languageBox->currentData().toString();
    const auto chosen = std::ranges::find(m_reference.countries(), country(), &api::Country::id);
    const QList<api::LanguageId> own =
        chosen == m_reference.countries().end() ? QList<api::LanguageId>() : chosen->languages;
    m_languageBox->clear();
    for (const api::LanguageId &id : own)
        m_languageBox->addItem(models::plain(m_reference.languageName(id)), id.value);
    const int owns = m_languageBox->count();
    for (const api::Language &language : m_reference.languages()) {
        if (!own.contains(language.id))
            m_languageBox->addItem(models::plain(language.name), language.id.value);
    }
    const int kept = m_languageBox->findData(before);
    m_languageBox->setCurrentIndex(kept >= 0 && (before.isEmpty() || kept < owns) ? kept
                                       : owns > 0                                 ? 0
                                                                                  : kept);
}

} // namespace ui

#include "moc_marketfields.cpp"
