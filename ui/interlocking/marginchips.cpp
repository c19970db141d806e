#include "ui/interlocking/marginchips.h"

#include "models/interlocking/interlockingmodel.h"
#include "models/support/plain.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/looks.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// How one qualification stands to its quotas.
struct MarginStanding
{
    bool isKnown = false;
    QStringList differing; ///< "18-24 quota 73, 3 short"
};

MarginStanding standingOf(const models::InterlockingModel &model, qsizetype dimension)
{
    using models::InterlockingModel;
    MarginStanding standing;
    const QStringList &options = model.grid().dimensions[dimension].options;
    for (qsizetype option = 0; option < options.size(); ++option) {
        const auto [text, agrees] = model.agreement(dimension, option);
        standing.isKnown = standing.isKnown || agrees != InterlockingModel::Unknown;
        if (agrees == InterlockingModel::Short || agrees == InterlockingModel::Over)
            standing.differing.append(models::plain(options[option]) + u' ' + text);
    }
    return standing;
}

} // namespace

MarginChips::MarginChips(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout)
    , m_differing(plainLabel(this, LabelLook::Muted))
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    m_row->setSpacing(space::control);
    m_row->addStretch();
    m_differing->setWordWrap(true);
    rows->addLayout(m_row);
    rows->addWidget(m_differing);
}

Chip *MarginChips::chip(qsizetype at)
{
    while (m_chips.size() <= at) {
        m_chips.append(new Chip(this));
        m_row->insertWidget(m_row->count() - 1, m_chips.last());
    }
    return m_chips[at];
}

void MarginChips::show(const models::InterlockingModel &model)
{
    QStringList texts;
    qsizetype used = 0;
    for (qsizetype i = 0; i < model.grid().dimensions.size(); ++i) {
        const MarginStanding standing = standingOf(model, i);
        if (!standing.isKnown)
            continue;
        const QString title = models::plain(model.grid().dimensions[i].title);
        const bool agrees = standing.differing.isEmpty();
        Chip *const each = chip(used++);
        each->setText(agrees ? tr("%1 ✓").arg(title) : tr("%1 differs").arg(title),
                      agrees ? Role::Good : Role::Warning);
        each->setAccessibleName(agrees ? tr("%1 agrees with its quotas").arg(title)
                                       : tr("%1 differs from its quotas").arg(title));
        each->setToolTip(each->accessibleName());
        if (!agrees)
            texts.append(title + u": "_s + standing.differing.join(u"; "_s));
    }
    for (qsizetype at = 0; at < m_chips.size(); ++at)
        m_chips[at]->setVisible(at < used);
    m_differing->setText(texts.join(u"  ·  "_s));
    m_differing->setVisible(!texts.isEmpty());
    setVisible(used > 0);
}

} // namespace ui

#include "moc_marginchips.cpp"
