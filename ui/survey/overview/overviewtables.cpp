#include "ui/survey/overview/overviewtables.h"

#include "models/support/dates.h"
#include "ui/widgets/looks.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int questionWidth = 108;
constexpr int mostRows = 10; ///< beyond, the table scrolls

/// The page scrolls, so a short table shows all of itself.
void fitHeight(QTableView *table)
{
    const int rows = std::clamp(table->model()->rowCount(), 1, mostRows);
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() + rows * space::row
                          + 2 * table->frameWidth());
}

QTableView *table(QAbstractItemModel &model, const QString &name, QWidget *parent)
{
    auto *const view = new QTableView(parent);
    setTableLook(view);
    view->setModel(&model);
    view->setAccessibleName(name);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setStretchLastSection(false);
    return view;
}

QVBoxLayout *begin(QFrame *card, const QString &title)
{
    card->setProperty("isCard", true);
    auto *const rows = new QVBoxLayout(card);
    rows->setContentsMargins(space::padding, space::padding, space::padding, space::padding);
    rows->setSpacing(space::control);
    rows->addWidget(plainLabel(card, LabelLook::Section, title));
    return rows;
}

QLabel *note(QWidget *parent)
{
    QLabel *const label = plainLabel(parent, LabelLook::Muted);
    label->setWordWrap(true);
    return label;
}

} // namespace

QuotaCard::QuotaCard(QWidget *parent)
    : QFrame(parent)
    , m_table(table(m_model, tr("Quotas"), this))
    , m_note(note(this))
{
    QVBoxLayout *const rows = begin(this, tr("Quotas"));
    m_table->horizontalHeader()->setSectionResizeMode(models::QuotaModel::AnswerName,
                                                      QHeaderView::Stretch);
    // The card is narrow: a long question is cut, its answers are not.
    m_table->horizontalHeader()->setSectionResizeMode(models::QuotaModel::Question,
                                                      QHeaderView::Fixed);
    m_table->setColumnWidth(models::QuotaModel::Question, questionWidth);
    m_table->setColumnHidden(models::QuotaModel::Share, true);
    rows->addWidget(m_table);
    rows->addWidget(m_note);
}

void QuotaCard::show(const api::Survey &survey)
{
    models::QuotaSheet sheet =
        models::sheetOf(survey.qualifications, survey.quotas, survey.completeNeeded);
    sheet.setImportedCompletes(m_imported.counts);
    m_model.setSheet(sheet);
    arrange();
}

void QuotaCard::showCompletes(const models::ImportedCompletes &imported)
{
    m_imported = imported;
    models::QuotaSheet sheet = m_model.sheet();
    sheet.setImportedCompletes(imported.counts);
    m_model.setSheet(sheet);
    arrange();
}

void QuotaCard::arrange()
{
    const bool hasCompletes = !m_model.sheet().importedCompletes().isEmpty();
    m_model.setCompletesShown(hasCompletes);
    if (hasCompletes)
        m_table->setColumnHidden(models::QuotaModel::Remaining, true); // the card is narrow
    fitHeight(m_table);
    m_table->setVisible(m_model.rowCount() > 0);
    if (m_model.rowCount() == 0)
        m_note->setText(tr("The service reports no qualifications of this survey."));
    else if (hasCompletes)
        m_note->setText(tr("Completes as entered on %1; the service reports none per quota.")
                            .arg(models::momentText(m_imported.at)));
    else
        m_note->setText(tr("The service reports no completes per quota: these are the quotas as"
                           " they were set."));
}

LinksCard::LinksCard(QWidget *parent)
    : QFrame(parent)
    , m_note(note(this))
    , m_links(new QWidget(this))
    , m_live(new QLineEdit(m_links))
    , m_test(new QLineEdit(m_links))
{
    QVBoxLayout *const rows = begin(this, tr("Links as submitted"));
    m_live->setAccessibleName(tr("Live link"));
    m_test->setAccessibleName(tr("Test link"));
    auto *const links = new QVBoxLayout(m_links);
    links->setContentsMargins({});
    links->setSpacing(space::unit);
    for (QLineEdit *const link : {m_live, m_test}) {
        link->setReadOnly(true);
        links->addWidget(plainLabel(m_links, LabelLook::Muted, link->accessibleName()));
        links->addWidget(link);
    }
    m_note->setText(tr("Not known: the service doesn’t report them, and the survey wasn’t created"
                       " with this program."));
    rows->addWidget(m_links);
    rows->addWidget(m_note);
    show(std::nullopt);
}

void LinksCard::show(const std::optional<models::SurveyDraft> &submitted)
{
    m_links->setVisible(submitted.has_value());
    m_note->setVisible(!submitted);
    if (!submitted)
        return;
    m_live->setText(submitted->liveLink);
    m_test->setText(submitted->testLink);
}

LedgerCard::LedgerCard(QWidget *parent)
    : QFrame(parent)
    , m_table(table(m_model, tr("Cost ledger"), this))
    , m_note(note(this))
{
    QVBoxLayout *const rows = begin(this, tr("Cost ledger"));
    m_table->horizontalHeader()->setSectionResizeMode(models::LedgerModel::Period,
                                                      QHeaderView::Stretch);
    rows->addWidget(m_table);
    rows->addWidget(m_note);
    show({}, {});
}

void LedgerCard::show(const QList<models::LedgerRow> &ledger, const QString &currency)
{
    m_model.sync(ledger, &models::LedgerRow::from);
    fitHeight(m_table);
    m_table->setVisible(!ledger.isEmpty());
    if (ledger.isEmpty())
        return m_note->setText(
            tr("Nothing seen yet: completes are counted at each CPI from the first refresh on."));
    const QString since = tr("Completes from before %1 count at the CPI that was seen first.")
                              .arg(models::momentText(ledger.first().from));
    m_note->setText(currency.isEmpty() ? since : tr("Amounts in %1. %2").arg(currency, since));
}

} // namespace ui

#include "moc_overviewtables.cpp"
