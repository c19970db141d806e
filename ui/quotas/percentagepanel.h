// Shares a total out among the answers of one question by percentages, with a preview first.
#pragma once

#include "models/quotas/quotamodel.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace ui {

/// Hidden until opened. What doesn't fit is said in the place of the preview.
class PercentagePanel : public QFrame
{
    Q_OBJECT

public:
    explicit PercentagePanel(models::QuotaModel &quotas, QWidget *parent = nullptr);
    void open(api::QualificationCode code);

Q_SIGNALS:
    void applied(const models::QuotaEdit &edit);

private:
    void build();
    QWidget *wishes();
    void offer();
    api::QualificationCode code() const;
    void compute();
    void showPlan();
    void apply();

    models::QuotaModel &m_quotas;
    QComboBox *m_question = nullptr;
    QLineEdit *m_total = nullptr;
    QPlainTextEdit *m_percentages = nullptr;
    QLabel *m_outcome = nullptr;
    QTableWidget *m_preview = nullptr;
    QPushButton *m_apply = nullptr;
    tl::expected<models::QuotaEdit, QString> m_plan = tl::unexpected(QString());
    QString m_note; ///< what was made of the percentages
};

} // namespace ui
