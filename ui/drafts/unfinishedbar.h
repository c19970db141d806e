// Says which creations and drafts an earlier run left unfinished, and offers to go on with them.
#pragma once

#include "models/drafts/opencreations.h"

#include <QWidget>

namespace models {
class Session;
struct DraftRecord;
} // namespace models

namespace ui {

class Banner;
class Prompt;

/// Stands above the pages; takes no room while nothing is unfinished.
class UnfinishedBar : public QWidget
{
    Q_OBJECT

public:
    UnfinishedBar(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);

Q_SIGNALS:
    void resumeWanted(const models::CreationIntent &intent);
    void surveyWanted(const api::SurveyId &id);
    void draftWanted(const QString &uuid);
    void draftsWanted(); ///< all of them, to choose from

private:
    void update();
    void showInterrupted();
    void showLate();
    void showRecovered();
    void discard(const models::CreationIntent &intent);
    /// Those that no unfinished creation speaks of already.
    QList<models::DraftRecord> recovered() const;

    models::Session &m_session;
    Prompt &m_prompt;
    Banner *m_interrupted;
    Banner *m_late;
    Banner *m_recovered;
};

} // namespace ui
