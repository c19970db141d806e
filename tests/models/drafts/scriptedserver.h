// A server in memory that answers the calls of a creation as a test wants, and remembers them.
#pragma once

#include "models/drafts/creationcalls.h"

#include <QStringList>

namespace support {

/// How a call ends, and whether the server acted on it.
enum class Fate {
    Answered, ///< done and said
    Refused, ///< not done and said
    NeverSent,
    LostAfter, ///< done, and the answer was lost
    LostBefore, ///< not done, and no answer came
    FailedAfter, ///< done, and a 500 came
};

class ScriptedServer : public models::CreationCalls
{
public:
    QList<api::Survey> surveys;
    QStringList calls; ///< what it saw, in order
    QList<Fate> creates, interlocks, cells, excludes,
        activations; ///< the next ones' fates, then Answered
    bool isListDown = false;
    std::optional<api::Interlocking> made;
    api::Interlocking newGrid; ///< what an interlock makes
    bool keepsItsCells = false;
    QList<api::SurveyId> excluded;
    std::function<void()> whenCreating;
    std::function<void(api::Survey &)> echo; ///< spoils what a create answers
    std::function<void(api::Interlocking &)> cellEcho; ///< spoils what setting cells answers

    static api::ApiError error(Fate fate);
    static api::Survey surveyOf(const api::NewSurvey &body,
                                const QString &id = QStringLiteral("new"));

    api::Task<QList<api::Survey>> list() override;
    api::Task<api::Survey> create(api::NewSurvey survey) override;
    api::Task<api::Interlocking> grid(api::SurveyId id) override;
    api::Task<api::Interlocking> interlock(api::SurveyId id,
                                           QList<api::QualificationCode> codes) override;
    api::Task<api::Interlocking> setCells(api::SurveyId id,
                                          QList<api::CellChange> changes) override;
    api::Task<QList<api::SurveyId>> exclusions(api::SurveyId id) override;
    api::Task<api::Done> exclude(api::SurveyId id, QList<api::SurveyId> more) override;
    api::Task<api::Done> activate(api::SurveyId id) override;
};

} // namespace support
