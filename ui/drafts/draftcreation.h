// From drafts to surveys without the wizard: several at once, and one brief for several countries.
#pragma once

#include "models/drafts/batchcreation.h"
#include "models/drafts/countryspreader.h"

#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace models {
class Session;
struct DraftRecord;
} // namespace models

namespace ui {

class Banner;
class Prompt;

class DraftCreation : public QObject
{
    Q_OBJECT

public:
    using Selected = std::function<QStringList()>;

    /// `selected` answers uuids; progress and results are told in `banner`.
    DraftCreation(models::Session &session, Prompt &prompt, Banner &banner, Selected selected,
                  QWidget *parent);

    void update(); ///< the selection or the drafts are others now
    QAction *create() const { return m_create; }
    QAction *countries() const { return m_countries; }

Q_SIGNALS:
    void added(const QStringList &uuids); ///< to be selected

private:
    QList<models::DraftRecord> chosen() const; ///< no templates
    QWidget *window() const;
    void ask();
    void showProgress(const QString &name);
    void showResults();
    void askCountries();
    void tellMade(const QList<models::CountrySpreader::Made> &made);

    models::Session &m_session;
    Prompt &m_prompt;
    Banner &m_banner;
    Selected m_selected;
    std::unique_ptr<models::CreationCalls> m_calls;
    models::BatchCreation m_batch;
    models::CountrySpreader m_spreader;
    QAction *m_create;
    QAction *m_countries;
};

} // namespace ui
