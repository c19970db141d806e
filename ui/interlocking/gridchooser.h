// Chooses which of a survey's qualifications its interlocking grid crosses.
#pragma once

#include "api/types/qualification.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui {

/// Counts the combinations as one chooses; offers the grid only within the contract's limits.
class GridChooser : public QWidget
{
    Q_OBJECT

public:
    explicit GridChooser(QWidget *parent = nullptr);
    void setQualifications(const QList<api::Qualification> &qualifications);

Q_SIGNALS:
    void wanted(const QList<api::QualificationCode> &codes, const QString &names);

private:
    QList<api::Qualification> chosen() const;
    void update();

    QList<api::Qualification> m_qualifications;
    QListWidget *m_list;
    QLabel *m_count;
    QPushButton *m_create;
};

} // namespace ui
