// Chooses another survey, whose interlocking grid is read for its pattern.
#pragma once

#include "api/types/survey.h"
#include "models/interlocking/interlockingstore.h"

#include <QWidget>

class QComboBox;

namespace ui {

/// Reads only, and only when a survey is chosen.
class OtherGrid : public QWidget
{
    Q_OBJECT

public:
    explicit OtherGrid(api::Client &client, QWidget *parent = nullptr);
    /// All that can be chosen, without `own`; what is chosen already stays chosen.
    void setSurveys(const QList<api::Survey> &surveys, const api::SurveyId &own);

    const std::optional<models::InterlockingGrid> &grid() const { return m_grid; }
    QString problem() const { return m_problem; } ///< why there is none, a whole sentence

Q_SIGNALS:
    void changed();

private:
    void read();
    void tell(const QString &problem);

    api::Client &m_client;
    QComboBox *m_surveys;
    std::unique_ptr<models::InterlockingStore> m_store;
    std::optional<models::InterlockingGrid> m_grid;
    QString m_problem;
};

} // namespace ui
