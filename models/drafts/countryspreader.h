// Makes the drafts of several countries out of one brief, with each country's own questions.
#pragma once

#include "models/drafts/countrydrafts.h"

#include <QObject>

namespace models {

class DraftStore;
class ReferenceStore;

/// Reads the standard questions of one country after another; what can't be read leaves that
/// country's draft without questions, and says so. One brief at a time.
class CountrySpreader : public QObject
{
    Q_OBJECT

public:
    struct Made
    {
        QString uuid; ///< in the store
        QString name;
        QStringList lost; ///< as CountryDraft
        bool operator==(const Made &) const = default;
    };

    CountrySpreader(DraftStore &drafts, ReferenceStore &reference, QObject *parent = nullptr);

    void start(const SurveyDraft &brief, const QList<CountryPlan> &plans); ///< then `finished`
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void finished(const QList<models::CountrySpreader::Made> &made);

private:
    void next();
    void make(const CountryPlan &plan);

    DraftStore &m_drafts;
    ReferenceStore &m_reference;
    SurveyDraft m_brief;
    QList<CountryPlan> m_plans;
    QStringList m_marks;
    QList<Made> m_made;
    bool m_isBusy = false;
};

} // namespace models
