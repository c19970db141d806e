#include "ui/wizard/basicspage.h"

#include "models/drafts/draftrules.h"
#include "models/reference/referencestore.h"
#include "models/support/plain.h"
#include "ui/widgets/form.h"
#include "ui/widgets/searchcombo.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

BasicsPage::BasicsPage(models::ReferenceStore &reference, QWidget *parent)
    : WizardPage(parent)
    , m_reference(reference)
    , m_form(new Form(this))
    , m_name(new QLineEdit(this))
    , m_country(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_category(new QComboBox(this))
    , m_vertical(new QComboBox(this))
    , m_audience(new QComboBox(this))
    , m_pii(new QCheckBox(tr("Collects &personal data (PII)"), this))
{
    for (const auto audience :
         {api::AudienceType::B2C, api::AudienceType::B2B, api::AudienceType::HealthCare})
        m_audience->addItem(models::audienceName(audience), int(audience));
    for (QComboBox *const box : {m_country, m_language, m_category, m_vertical})
        makeSearchable(box);
    m_form->add("name", tr("&Name"), m_name);
    m_form->add("country", tr("Countr&y"), m_country);
    m_form->add("language", tr("&Language"), m_language,
                tr("The country’s own languages stand first."));
    m_form->add("category", tr("&Study category"), m_category);
    m_form->add("vertical", tr("&Vertical"), m_vertical);
    m_form->add("audience", tr("&Audience type"), m_audience);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(m_form);
    rows->addWidget(m_pii);
    rows->addStretch();
    setFocusProxy(m_name);
    fill();
    connect(&reference, &models::ReferenceStore::changed, this, &BasicsPage::fill);
    connect(m_country, &QComboBox::currentIndexChanged, this, [this] {
        fillLanguages();
        Q_EMIT edited();
    });
    connect(m_name, &QLineEdit::textChanged, this, &WizardPage::edited);
    for (QComboBox *const box : {m_language, m_category, m_vertical, m_audience})
        connect(box, &QComboBox::currentIndexChanged, this, &WizardPage::edited);
    connect(m_pii, &QCheckBox::toggled, this, &WizardPage::edited);
}

void BasicsPage::fill()
{
    const QSignalBlocker quiet(this);
    models::SurveyDraft chosen = m_loaded;
    if (m_country->count() > 0)
        store(chosen);
    for (QComboBox *const box : {m_country, m_category, m_vertical})
        box->clear();
    for (const api::Country &country : m_reference.countries())
        m_country->addItem(models::plain(country.name), country.id.value);
    m_category->addItem(tr("None"), QString());
    for (const api::StudyCategory &category : m_reference.categories())
        m_category->addItem(models::plain(category.name), category.id.value);
    m_vertical->addItem(tr("None"), QString());
    for (const api::Vertical &vertical : m_reference.verticals())
        m_vertical->addItem(models::plain(vertical.name), vertical.id.value);
    choose(chosen);
}

void BasicsPage::fillLanguages()
{
    const QSignalBlocker quiet(m_language);
    const QString before = m_language->currentData().toString();
    const auto country =
        std::ranges::find(m_reference.countries(),
                          api::CountryId {m_country->currentData().toString()}, &api::Country::id);
    const QList<api::LanguageId> own =
        country == m_reference.countries().end() ? QList<api::LanguageId>() : country->languages;
    m_language->clear();
    for (const api::LanguageId &id : own)
        m_language->addItem(models::plain(m_reference.languageName(id)), id.value);
    const int owns = m_language->count();
    for (const api::Language &language : m_reference.languages()) {
        if (!own.contains(language.id))
            m_language->addItem(models::plain(language.name), language.id.value);
    }
    const int kept = m_language->findData(before);
    m_language->setCurrentIndex(kept >= 0 && (before.isEmpty() || kept < owns) ? kept
                                    : owns > 0                                 ? 0
                                                                               : kept);
}

bool BasicsPage::owns(const QByteArray &field) const
{
    return m_form->owns(field);
}

void BasicsPage::load(const models::SurveyDraft &draft)
{
    const QSignalBlocker quiet(this);
    m_loaded = draft;
    m_name->setText(draft.name);
    m_pii->setChecked(draft.collectsPii);
    choose(draft);
}

void BasicsPage::choose(const models::SurveyDraft &draft)
{
    m_country->setCurrentIndex(m_country->findData(draft.country.value));
    fillLanguages();
    m_language->setCurrentIndex(m_language->findData(draft.language.value));
    m_category->setCurrentIndex(m_category->findData(draft.category.value));
    m_vertical->setCurrentIndex(m_vertical->findData(draft.vertical.value));
    m_audience->setCurrentIndex(m_audience->findData(int(draft.audience)));
}

void BasicsPage::store(models::SurveyDraft &draft) const
{
    draft.name = m_name->text();
    draft.country = {m_country->currentData().toString()};
    draft.language = {m_language->currentData().toString()};
    draft.category = {m_category->currentData().toString()};
    draft.vertical = {m_vertical->currentData().toString()};
    draft.audience = api::AudienceType(m_audience->currentData().toInt());
    draft.collectsPii = m_pii->isChecked();
}

void BasicsPage::showIssues(const QList<models::Issue> &issues, bool isLeft)
{
    m_form->showIssues(issues, isLeft);
}

} // namespace ui

#include "moc_basicspage.cpp"
