// The surveys as a table: look, columns that can be chosen, copying, and a selection that stays.
#pragma once

#include "models/surveys/surveymodel.h"

#include <QTableView>

namespace ui {

class SurveyTable : public QTableView
{
    Q_OBJECT

public:
    explicit SurveyTable(models::SurveyModel &model, QWidget *parent = nullptr);
    ~SurveyTable() override; ///< keeps widths, order and sort in the settings

    QList<api::Survey> selected() const;
    QList<int> shownColumns() const; ///< as they stand
    void showColumnMenu(const QPoint &at); ///< global
    void copy(bool withHeaders) const; ///< tab-separated and as an HTML table

Q_SIGNALS:
    void opened(const api::SurveyId &id); ///< Enter or a double click
    void selectionChangedByAny();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void keepSelectionOverResets();
    void restoreColumns();
    void resetColumns();
    void openCurrent(const QModelIndex &index);

    models::SurveyModel &m_model;
    QStringList m_selectedIds;
    QString m_currentId;
};

} // namespace ui
