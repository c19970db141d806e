#include "ui/interlocking/gridchooser.h"

#include "models/drafts/surveydraft.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int listHeight = 240;
constexpr int listWidth = 520;

qsizetype answerCount(const api::Qualification &qualification)
{
    return qualification.conditions.size() + qualification.ranges.size()
        + qualification.zipCodes.size();
}

qint64 combinations(const QList<api::Qualification> &chosen)
{
    qint64 product = chosen.isEmpty() ? 0 : 1;
    for (const api::Qualification &qualification : chosen)
        product = std::min<qint64>(product * answerCount(qualification), 1'000'000);
    return product;
}

} // namespace

GridChooser::GridChooser(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_heading(plainLabel(this, LabelLook::Section, tr("No interlocking quotas")))
    , m_count(plainLabel(this, LabelLook::Muted))
    , m_create(new QPushButton(tr("&Create interlocking quotas…"), this))
    , m_keep(new QPushButton(tr("&Keep the present ones"), this))
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addStretch();
    rows->addWidget(m_heading, 0, Qt::AlignHCenter);
    rows->addWidget(
        plainLabel(this, LabelLook::Muted,
                   tr("Choose one to four qualifications to interlock; each combination "
                      "of their options gets a quota.")),
        0, Qt::AlignHCenter);
    m_list->setAccessibleName(tr("Qualifications to interlock"));
    m_list->setFixedWidth(listWidth);
    m_list->setMaximumHeight(listHeight);
    m_list->setMinimumHeight(0);
    rows->addWidget(m_list, 1, Qt::AlignHCenter);
    rows->addWidget(m_count, 0, Qt::AlignHCenter);
    setPrimary(m_create);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(space::control);
    buttons->addStretch();
    buttons->addWidget(m_keep);
    buttons->addWidget(m_create);
    buttons->addStretch();
    rows->addLayout(buttons);
    m_keep->hide();
    rows->addStretch();
    connect(m_list, &QListWidget::itemChanged, this, &GridChooser::update);
    connect(m_create, &QPushButton::clicked, this, [this] { Q_EMIT wanted(chosen()); });
    connect(m_keep, &QPushButton::clicked, this, &GridChooser::dismissed);
}

void GridChooser::setQualifications(const QList<api::Qualification> &qualifications)
{
    const QSignalBlocker quiet(m_list);
    m_qualifications = qualifications;
    m_list->clear();
    for (const api::Qualification &qualification : qualifications) {
        auto *const item =
            new QListWidgetItem(tr("%1: %n option(s)", nullptr, int(answerCount(qualification)))
                                    .arg(models::plain(qualification.title)),
                                m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(Qt::Unchecked);
    }
    update();
}

void GridChooser::setReplaced(const QStringList &titles)
{
    m_heading->setText(titles.isEmpty() ? tr("No interlocking quotas")
                                        : tr("Create the interlocking quotas again"));
    m_keep->setVisible(!titles.isEmpty());
    for (int row = 0; row < m_list->count(); ++row) {
        if (titles.contains(m_qualifications[row].title))
            m_list->item(row)->setCheckState(Qt::Checked);
    }
}

QList<api::Qualification> GridChooser::chosen() const
{
    QList<api::Qualification> chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            chosen.append(m_qualifications[row]);
    }
    return chosen;
}

void GridChooser::update()
{
    const QList<api::Qualification> all = chosen();
    const qint64 count = combinations(all);
    m_create->setEnabled(count > 0 && count <= models::mostCombinations
                         && all.size() <= models::mostInterlocked);
    if (m_qualifications.isEmpty())
        m_count->setText(tr("The survey has no qualifications to interlock."));
    else if (all.size() > models::mostInterlocked)
        m_count->setText(tr("At most %1 qualifications can be interlocked.")
                             .arg(models::countText(models::mostInterlocked)));
    else
        m_count->setText(
            tr("%1 of at most %2 combinations")
                .arg(models::countText(count), models::countText(models::mostCombinations)));
}

} // namespace ui

#include "moc_gridchooser.cpp"
