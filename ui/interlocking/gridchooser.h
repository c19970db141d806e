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
    /// The survey has a grid, of the qualifications with these titles, that another would replace.
    void setReplaced(const QStringList &titles);

Q_SIGNALS:
    void wanted(const QList<api::Qualification> &crossed);
    void dismissed(); ///< the present grid is kept

private:
    QList<api::Qualification> chosen() const;
    void update();

    QList<api::Qualification> m_qualifications;
    QListWidget *m_list;
    QLabel *m_heading;
    QLabel *m_count;
    QPushButton *m_create;
    QPushButton *m_keep;
};

} // namespace ui
