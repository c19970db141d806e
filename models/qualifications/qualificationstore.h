// One survey's qualifications: read, added, changed and removed, with what is built on them.
#pragma once

#include "api/http/client.h"
#include "models/qualifications/targetingeffect.h"

#include <QDateTime>
#include <QObject>

namespace models {

/// Makes the calls for one survey; what is being edited stays with whoever edits it. One thing runs
/// at a time: a write cuts a reading off. A reading that is asked for meanwhile is left out; a
/// write is `declined`. After each write that may have acted the survey is read again.
class QualificationStore : public QObject
{
    Q_OBJECT

public:
    QualificationStore(api::Client &client, api::SurveyId survey, QObject *parent = nullptr);
    ~QualificationStore() override; ///< ends its readings

    /// What is known before the server answers, and since when (invalid: unknown); not over what
    /// the server told this store itself.
    void setKnown(const QList<api::Qualification> &qualifications, const BuiltOnAnswers &built,
                  const QDateTime &since);
    void load(); ///< `arrived` or `failed`
    /// Call 8: what the service has of this one; `arrived` or `failed`. All are read where the
    /// survey no longer asks it.
    void refreshOne(api::QualificationCode code);
    /// Call 9, sent once. `written` for each, or `writeFailed`; existing ones are named there.
    void add(const QList<TargetedQualification> &targets);
    /// Call 10. Reads first: when the survey's answers are no longer those of `before`, nothing is
    /// sent and `outdated` tells what they are; `overwrites` sends nevertheless. It is `written`
    /// once it has been read back; `keptOther` when the service has something else then.
    void update(const TargetedQualification &before, const TargetedQualification &after,
                bool overwrites = false);
    /// Call 11. Reads first: when its answers are no longer those of `question`, nothing is sent
    /// and `outdated` tells what they are. One that is gone already is no failure.
    void remove(const api::Qualification &question);
    void cancel(); ///< a reading; what is being written comes to its end

    bool isBusy() const;
    bool isWriting() const;
    bool isKnown() const; ///< there is something to show
    const QList<api::Qualification> &qualifications() const;
    const BuiltOnAnswers &built() const;
    QDateTime updated() const; ///< when the server told them; invalid: unknown

Q_SIGNALS:
    void arrived();
    void failed(const api::ApiError &error); ///< of a reading
    /// The server has it. Texts as a person reads them; "not asked" where it wasn't or no longer
    /// is.
    void written(const QString &title, const QString &before, const QString &after);
    void saved(); ///< behind the `written` of one act
    void unchanged(); ///< the service had it already
    void keptOther(const api::Qualification &theirs); ///< it took the change and has this
    void writeFailed(const api::ApiError &error);
    void outdated(const api::Qualification &theirs); ///< without a code: it is gone
    void declined(); ///< another write is under way: nothing was done
    void busyChanged(bool isBusy);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
