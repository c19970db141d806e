// Chooses another survey, whose interlocking grid is read for its pattern.
#pragma once

#include "models/interlocking/interlockingstore.h"

#include <QWidget>

class QComboBox;

namespace models {
class Session;
}

namespace ui {

/// Reads only, and only when a survey is chosen; without the server the grid as it was known last.
class OtherGrid : public QWidget
{
    Q_OBJECT

public:
    explicit OtherGrid(models::Session &session, QWidget *parent = nullptr);
    /// All of the session can be chosen, without `own`; what is chosen already stays chosen.
    void offerAllBut(const api::SurveyId &own);

    const std::optional<models::InterlockingGrid> &grid() const { return m_grid; }
    QString problem() const { return m_problem; } ///< why there is none, a whole sentence

Q_SIGNALS:
    void changed();

private:
    void read();
    void tell(const QString &problem);

    models::Session &m_session;
    QComboBox *m_surveys;
    std::unique_ptr<models::InterlockingStore> m_store;
    std::optional<models::InterlockingGrid> m_grid;
    QString m_problem;
};

} // namespace ui
