// The countries of one brief as a table whose figures and dates can be edited.
#pragma once

#include "models/drafts/countrydrafts.h"

#include <QAbstractTableModel>

namespace models {

class ReferenceStore;

/// Completes, CPI, start and end take what a person writes in the locale's form, dates in ISO form
/// too; what can't be read is refused.
class CountryPlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Country, Language, Completes, Cpi, Start, End, ColumnCount };

    CountryPlanModel(const ReferenceStore &reference, QObject *parent = nullptr);

    const QList<CountryPlan> &plans() const { return m_plans; }
    bool contains(const api::CountryId &country, const api::LanguageId &language) const;
    void append(const CountryPlan &plan);
    void remove(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void plansChanged();

private:
    QString text(const CountryPlan &plan, int column) const;
    QString editText(const CountryPlan &plan, int column) const;

    const ReferenceStore &m_reference;
    QList<CountryPlan> m_plans;
};

} // namespace models
