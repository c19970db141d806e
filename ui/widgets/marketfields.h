// Country and language as two fields that belong together.
#pragma once

#include "api/types/ids.h"

#include <QObject>

class QComboBox;
class QWidget;

namespace models {
class ReferenceStore;
}

namespace ui {

/// The country's own languages stand first, and the first of them is chosen with the country. Fills
/// the boxes again when the lists arrive. The boxes belong to `parent`, as does this.
class MarketFields : public QObject
{
    Q_OBJECT

public:
    MarketFields(models::ReferenceStore &reference, QWidget *parent);

    QComboBox *countryBox() const { return m_countryBox; }
    QComboBox *languageBox() const { return m_languageBox; }
    api::CountryId country() const; ///< empty: none is chosen
    api::LanguageId language() const;
    void choose(const api::CountryId &country, const api::LanguageId &language); ///< no `edited`

Q_SIGNALS:
    void edited();

private:
    void fill();
    void fillLanguages();

    models::ReferenceStore &m_reference;
    api::CountryId m_country; ///< what to choose again when the lists arrive
    api::LanguageId m_language;
    QComboBox *m_countryBox;
    QComboBox *m_languageBox;
};

} // namespace ui
