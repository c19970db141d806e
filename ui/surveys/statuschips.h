// The filter by status: a chip each, with how many surveys have it.
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
    void clear();
    void count(const QList<api::Survey> &surveys);

Q_SIGNALS:
    void changed();

private:
    QMap<api::SurveyStatus, QPushButton *> m_chips;
    QMap<api::SurveyStatus, QString> m_names;
};

} // namespace ui
