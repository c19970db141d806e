// One brief for several countries: which ones, and what each has of its own.
#pragma once

#include "models/drafts/countryplanmodel.h"

#include <QDialog>

class QComboBox;
class QPushButton;
class QTableView;

namespace models {
class ReferenceStore;
}

namespace ui {

class CountriesDialog : public QDialog
{
    Q_OBJECT

public:
    CountriesDialog(models::ReferenceStore &reference, const models::SurveyDraft &brief,
                    QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QList<models::CountryPlan> &plans);

private:
    QLayout *picker();
    QTableView *table();
    void fillLanguages();
    void add();
    void update();

    models::ReferenceStore &m_reference;
    models::SurveyDraft m_brief;
    models::CountryPlanModel m_model;
    QComboBox *m_country;
    QComboBox *m_language;
    QPushButton *m_add;
    QTableView *m_table;
    QPushButton *m_remove;
    QPushButton *m_make;
};

} // namespace ui
