// The cards of a survey that are only read: quotas as set, links as submitted, the cost ledger.
#pragma once

#include "models/drafts/surveydraft.h"
#include "models/quotas/quotacompletes.h"
#include "models/quotas/quotamodel.h"
#include "models/surveys/ledgermodel.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QTableView;

namespace ui {

class QuotaCard : public QFrame
{
    Q_OBJECT

public:
    explicit QuotaCard(QWidget *parent = nullptr);
    void show(const api::Survey &survey);
    void showCompletes(const models::ImportedCompletes &imported);

private:
    void arrange();

    models::QuotaModel m_model;
    models::ImportedCompletes m_imported;
    QTableView *m_table;
    QLabel *m_note;
};

class LinksCard : public QFrame
{
    Q_OBJECT

public:
    explicit LinksCard(QWidget *parent = nullptr);
    /// Nothing: the survey wasn't created by this program.
    void show(const std::optional<models::SurveyDraft> &submitted);

private:
    QLabel *m_note;
    QWidget *m_links;
    QLineEdit *m_live; ///< a field, since an address is too long for a line and is copied whole
    QLineEdit *m_test;
};

class LedgerCard : public QFrame
{
    Q_OBJECT

public:
    explicit LedgerCard(QWidget *parent = nullptr);
    void show(const QList<models::LedgerRow> &rows, const QString &currency);

private:
    models::LedgerModel m_model;
    QTableView *m_table;
    QLabel *m_note;
};

} // namespace ui
