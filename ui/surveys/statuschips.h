// The filters: a chip for each status and one for what needs a person, with their counts.
#pragma once

#include "api/types/survey.h"

#include <QSet>
#include <QWidget>

class QPushButton;

namespace ui {

class StatusChips : public QWidget
{
    Q_OBJECT

public:
    explicit StatusChips(QWidget *parent = nullptr);
    QSet<api::SurveyStatus> chosen() const; ///< empty: all
    bool needsAttention() const; ///< only those that need a person
    void choose(const QSet<api::SurveyStatus> &statuses, bool needsAttention);
    void clear();
    void count(const QList<api::Survey> &surveys, int needingAttention);

Q_SIGNALS:
    void changed();

private:
    QMap<api::SurveyStatus, QPushButton *> m_chips;
    QMap<api::SurveyStatus, QString> m_names;
    QPushButton *m_attention;
};

} // namespace ui
