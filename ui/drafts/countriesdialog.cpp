#include "ui/drafts/countriesdialog.h"

#include "models/drafts/draftreuse.h"
#include "models/reference/referencestore.h"
#include "models/support/plain.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/searchcombo.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using models::CountryPlanModel;

namespace ui {

namespace {

constexpr QSize countriesSize {780, 460};
constexpr int surveyWidth = 170;
constexpr int termWidth = 96;

} // namespace

CountriesDialog::CountriesDialog(models::ReferenceStore &reference,
                                 const models::SurveyDraft &brief, QWidget *parent)
    : QDialog(parent)
    , m_reference(reference)
    , m_brief(models::movedTo(brief, QDate::currentDate()))
    , m_model(reference)
    , m_country(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_table(table())
    , m_remove(new QPushButton(tr("Re&move"), this))
    , m_make(new QPushButton(tr("Make &drafts"), this))
{
    setWindowTitle(tr("Several countries"));
    resize(countriesSize);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    buttons->addButton(m_make, QDialogButtonBox::ActionRole);
    setPrimary(m_make);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(plainLabel(this, LabelLook::Title,
                               tr("“%1” for several countries").arg(models::plain(brief.name))));
    QLabel *const text = plainLabel(
        this, LabelLook::Muted,
        tr("Each country becomes a draft of its own. Quotas and cells keep their proportions; "
           "completes, CPI and dates are edited here."));
    text->setWordWrap(true);
    rows->addWidget(text);
    rows->addLayout(picker());
    rows->addWidget(m_table, 1);
    rows->addWidget(m_remove, 0, Qt::AlignLeft);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(m_model.plans());
        accept();
    });
    connect(m_remove, &QPushButton::clicked, this,
            [this] { m_model.remove(m_table->currentIndex().row()); });
    connect(&m_model, &CountryPlanModel::plansChanged, this, &CountriesDialog::update);
    fillLanguages();
    update();
}

QLayout *CountriesDialog::picker()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    const auto label = [this, row](const QString &text, QComboBox *box) {
        QLabel *const caption = plainLabel(this, LabelLook::Text, text);
        caption->setBuddy(box);
        box->setAccessibleName(QString(text).remove(QLatin1Char('&')));
        makeSearchable(box);
        row->addWidget(caption);
        row->addWidget(box, 1);
    };
    for (const api::Country &country : m_reference.countries())
        m_country->addItem(models::plain(country.name), country.id.value);
    m_country->setCurrentIndex(-1);
    label(tr("&Country"), m_country);
    label(tr("&Language"), m_language);
    row->addWidget(m_add);
    connect(m_country, &QComboBox::currentIndexChanged, this, &CountriesDialog::fillLanguages);
    connect(m_language, &QComboBox::currentIndexChanged, this, &CountriesDialog::update);
    connect(m_add, &QPushButton::clicked, this, &CountriesDialog::add);
    for (QPushButton *const button : {m_add, m_remove, m_make})
        button->setAutoDefault(false);
    return row;
}

QTableView *CountriesDialog::table()
{
    auto *const view = new QTableView(this);
    setTableLook(view);
    view->setModel(&m_model);
    view->setAccessibleName(tr("Countries"));
    view->setSelectionBehavior(QAbstractItemView::SelectItems);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::AllEditTriggers ^ QAbstractItemView::CurrentChanged);
    for (int column = 0; column < CountryPlanModel::ColumnCount; ++column)
        view->setColumnWidth(column,
                             column < CountryPlanModel::Completes ? surveyWidth : termWidth);
    view->horizontalHeader()->setStretchLastSection(true);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CountriesDialog::update);
    return view;
}

/// The country's own languages first.
void CountriesDialog::fillLanguages()
{
    const api::CountryId chosen {m_country->currentData().toString()};
    const auto country = std::ranges::find(m_reference.countries(), chosen, &api::Country::id);
    QList<api::Language> languages = m_reference.languages();
    if (country != m_reference.countries().end())
        std::ranges::stable_partition(languages, [&country](const api::Language &one) {
            return country->languages.contains(one.id);
        });
    m_language->clear();
    for (const api::Language &language : std::as_const(languages))
        m_language->addItem(models::plain(language.name), language.id.value);
    m_language->setCurrentIndex(languages.isEmpty() || chosen.isEmpty() ? -1 : 0);
    update();
}

void CountriesDialog::add()
{
    m_model.append({{m_country->currentData().toString()},
                    {m_language->currentData().toString()},
                    m_brief.completes,
                    m_brief.cpi,
                    m_brief.start,
                    m_brief.end});
    update();
}

void CountriesDialog::update()
{
    const bool isChosen = m_country->currentIndex() >= 0 && m_language->currentIndex() >= 0;
    m_add->setEnabled(isChosen
                      && !m_model.contains({m_country->currentData().toString()},
                                           {m_language->currentData().toString()}));
    m_remove->setEnabled(m_table->currentIndex().isValid() && m_model.rowCount() > 0);
    m_make->setEnabled(m_model.rowCount() > 0);
}

} // namespace ui

#include "moc_countriesdialog.cpp"
