#include "ui/wizard/basicspage.h"

#include "models/drafts/draftrules.h"
#include "models/reference/referencestore.h"
#include "models/support/plain.h"
#include "ui/widgets/form.h"
#include "ui/widgets/marketfields.h"
#include "ui/widgets/searchcombo.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int fieldsLeft = 132 + space::card; ///< where the fields of a Form begin
constexpr qsizetype mostShown = 60; ///< letters of a name on a button

} // namespace

BasicsPage::BasicsPage(models::ReferenceStore &reference, QWidget *parent)
    : WizardPage(parent)
    , m_reference(reference)
    , m_nameForm(new Form(this))
    , m_form(new Form(this))
    , m_name(new QLineEdit(this))
    , m_offer(new QPushButton(this))
    , m_market(new MarketFields(reference, this))
    , m_category(new QComboBox(this))
    , m_vertical(new QComboBox(this))
    , m_audience(new QComboBox(this))
    , m_pii(new QCheckBox(tr("Collects &personal data (PII)"), this))
{
    for (const auto audience :
         {api::AudienceType::B2C, api::AudienceType::B2B, api::AudienceType::HealthCare})
        m_audience->addItem(models::audienceName(audience), int(audience));
    for (QComboBox *const box : {m_category, m_vertical})
        makeSearchable(box);
    m_nameForm->add("name", tr("&Name"), m_name);
    m_offer->setAutoDefault(false);
    m_offer->hide();
    connect(m_offer, &QPushButton::clicked, this, [this] {
        m_name->setFocus(); // the button goes
        m_name->setText(m_offered);
    });
    m_form->add("country", tr("Countr&y"), m_market->countryBox());
    m_form->add("language", tr("&Language"), m_market->languageBox(),
                tr("Local languages are listed first."));
    m_form->add("category", tr("&Study category"), m_category);
    m_form->add("vertical", tr("&Vertical"), m_vertical);
    m_form->add("audience", tr("&Audience type"), m_audience);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    auto *const offer = new QHBoxLayout;
    offer->setContentsMargins(fieldsLeft, 0, 0, space::control);
    offer->addWidget(m_offer);
    offer->addStretch();
    rows->addWidget(m_nameForm);
    rows->addLayout(offer);
    rows->addWidget(m_form);
    rows->addWidget(m_pii);
    rows->addStretch();
    setFocusProxy(m_name);
    fill();
    connect(&reference, &models::ReferenceStore::changed, this, &BasicsPage::fill);
    connect(m_market, &MarketFields::edited, this, &WizardPage::edited);
    connect(m_name, &QLineEdit::textChanged, this, &WizardPage::edited);
    for (QComboBox *const box : {m_category, m_vertical, m_audience})
        connect(box, &QComboBox::currentIndexChanged, this, &WizardPage::edited);
    connect(m_pii, &QCheckBox::toggled, this, &WizardPage::edited);
}

void BasicsPage::fill()
{
    const QSignalBlocker quiet(this);
    models::SurveyDraft chosen = m_loaded;
    if (m_category->count() > 0)
        store(chosen);
    m_category->clear();
    m_vertical->clear();
    m_category->addItem(tr("None"), QString());
    for (const api::StudyCategory &category : m_reference.categories())
        m_category->addItem(models::plain(category.name), category.id.value);
    m_vertical->addItem(tr("None"), QString());
    for (const api::Vertical &vertical : m_reference.verticals())
        m_vertical->addItem(models::plain(vertical.name), vertical.id.value);
    choose(chosen);
}

bool BasicsPage::owns(const QByteArray &field) const
{
    return m_nameForm->owns(field) || m_form->owns(field);
}

void BasicsPage::load(const models::SurveyDraft &draft)
{
    const QSignalBlocker quiet(this);
    m_loaded = draft;
    m_name->setText(draft.name);
    m_pii->setChecked(draft.collectsPii);
    m_market->choose(draft.country, draft.language);
    choose(draft);
}

void BasicsPage::choose(const models::SurveyDraft &draft)
{
    m_category->setCurrentIndex(m_category->findData(draft.category.value));
    m_vertical->setCurrentIndex(m_vertical->findData(draft.vertical.value));
    m_audience->setCurrentIndex(m_audience->findData(int(draft.audience)));
}

void BasicsPage::store(models::SurveyDraft &draft) const
{
    draft.name = m_name->text();
    draft.country = m_market->country();
    draft.language = m_market->language();
    draft.category = {m_category->currentData().toString()};
    draft.vertical = {m_vertical->currentData().toString()};
    draft.audience = api::AudienceType(m_audience->currentData().toInt());
    draft.collectsPii = m_pii->isChecked();
}

void BasicsPage::offerName(const QString &name)
{
    m_offered = name;
    m_offer->setText(
        tr("&Use “%1”").arg(models::plain(name.left(mostShown)).replace(u'&', u"&&"_s)));
    m_offer->setVisible(!name.isEmpty());
}

void BasicsPage::focusField(const QByteArray &field)
{
    m_nameForm->focusField(field);
    m_form->focusField(field);
}

void BasicsPage::showIssues(const QList<models::Issue> &issues, bool isLeft)
{
    m_nameForm->showIssues(issues, isLeft);
    m_form->showIssues(issues, isLeft);
}

} // namespace ui

#include "moc_basicspage.cpp"
