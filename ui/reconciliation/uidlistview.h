// A list of UIDs by the million: chips that filter, a search, a table, counts, money and Export….
#pragma once

#include "models/reconciliation/uidexport.h"
#include "models/reconciliation/uidrowsmodel.h"
#include "models/surveys/prices.h"
#include "ui/widgets/chipdelegate.h"

#include <QWidget>

#include <functional>
#include <optional>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ui {

class Banner;
class Prompt;
class UidExporter;

/// What a chip shows; it stands there while there is some of it.
struct UidGroup
{
    QString name;
    quint32 kinds = 0;
    Role role = Role::Neutral;
};

/// How a list is shown and written.
struct UidListStyle
{
    QString name; ///< accessible, of the table
    QString fileName; ///< that Export… suggests, without an ending
    ChipDelegate::RoleOf roleOf;
    bool hasLines = true; ///< Line and Reason are of use
    bool hasSources = true; ///< Source is of use
    quint32 plainKinds = ~0U; ///< are exported as UIDs alone; others with their findings
    /// How the list is exported, in place of that; as text, rows of one kind are UIDs alone.
    std::function<models::UidSheet(models::UidRows::Pointer, models::UidOrder::Pointer)> sheet = {};
    quint32 paidKinds = 0; ///< whose UIDs cost the price
};

class UidListView : public QWidget
{
    Q_OBJECT

public:
    UidListView(UidListStyle style, Prompt &prompt, Banner &banner, QWidget *parent);
    ~UidListView() override;

    void setGroups(const QList<UidGroup> &groups);
    void setRows(models::UidRows::Pointer rows);
    /// Of those that are paid; without it no money.
    void setPrices(const models::Prices &prices, const QString &currency);
    void setFileName(const QString &name); ///< that Export… suggests, without an ending
    void choose(quint32 kinds); ///< presses the chips of these kinds alone

private:
    QBoxLayout *head();
    void makeTable();
    void filter();
    void count();
    void copy();
    quint32 chosenKinds() const;
    models::UidSheet sheet(models::UidFormat format) const;
    QString moneyText() const;

    UidListStyle m_style;
    Banner &m_banner;
    models::UidRowsModel m_model;
    QList<UidGroup> m_groups;
    QList<QPushButton *> m_chips;
    QBoxLayout *m_chipRow = nullptr;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_count = nullptr;
    UidExporter *m_exporter = nullptr;
    std::optional<models::Prices> m_prices;
    QString m_currency;
};

} // namespace ui
