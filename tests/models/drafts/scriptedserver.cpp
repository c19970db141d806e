#include "tests/models/drafts/scriptedserver.h"

using namespace Qt::StringLiterals;

namespace support {

namespace {

Fate next(QList<Fate> &fates)
{
    return fates.isEmpty() ? Fate::Answered : fates.takeFirst();
}
bool acts(Fate fate)
{
    return fate == Fate::Answered || fate == Fate::LostAfter || fate == Fate::FailedAfter;
}

} // namespace

api::ApiError ScriptedServer::error(Fate fate)
{
    api::ApiError error;
    error.endpoint = u"endpoints/x"_s;
    switch (fate) {
    case Fate::NeverSent:
        error.kind = api::ErrorKind::Network;
        error.delivery = api::Delivery::NotSent;
        break;
    case Fate::Refused:
        error.kind = api::ErrorKind::Rejected;
        error.httpStatus = 422;
        error.serverMessage = u"Not today."_s;
        break;
    case Fate::FailedAfter:
        error.kind = api::ErrorKind::ServerError;
        error.httpStatus = 500;
        break;
    default:
        error.kind = api::ErrorKind::Timeout;
        error.delivery = api::Delivery::Ambiguous;
    }
    return error;
}

api::Task<QList<api::Survey>> ScriptedServer::list()
{
    calls.append(u"list"_s);
    if (isListDown)
        co_return tl::unexpected(error(Fate::LostBefore));
    co_return QList<api::Survey>(surveys); // QCoro 0.8 moves from what it is given
}

api::Task<api::Survey> ScriptedServer::create(api::NewSurvey survey)
{
    if (whenCreating)
        whenCreating();
    calls.append(u"create"_s);
    const Fate fate = next(creates);
    if (acts(fate))
        surveys.append(surveyOf(survey));
    if (fate == Fate::Answered) {
        api::Survey told = surveys.last();
        if (echo)
            echo(told);
        co_return told;
    }
    co_return tl::unexpected(error(fate));
}

api::Task<api::Interlocking> ScriptedServer::grid(api::SurveyId)
{
    calls.append(u"grid"_s);
    if (made)
        co_return api::Interlocking(*made);
    co_return api::Interlocking();
}

api::Task<api::Interlocking> ScriptedServer::interlock(api::SurveyId, QList<api::QualificationCode>)
{
    calls.append(u"interlock"_s);
    const Fate fate = next(interlocks);
    if (acts(fate))
        made = newGrid;
    if (fate == Fate::Answered)
        co_return api::Interlocking(*made);
    co_return tl::unexpected(error(fate));
}

api::Task<api::Interlocking> ScriptedServer::setCells(api::SurveyId, QList<api::CellChange> changes)
{
    calls.append(u"cells %1"_s.arg(changes.size()));
    const Fate fate = next(cells);
    if (acts(fate) && !keepsItsCells) {
        for (const api::CellChange &change : changes)
            for (api::Combination &cell : made->combinations)
                if (cell.id == change.id)
                    cell.quota = change.requiredCount;
    }
    if (fate == Fate::Answered) {
        api::Interlocking told = *made;
        if (cellEcho)
            cellEcho(told);
        co_return told;
    }
    co_return tl::unexpected(error(fate));
}

api::Task<QList<api::SurveyId>> ScriptedServer::exclusions(api::SurveyId)
{
    calls.append(u"exclusions"_s);
    co_return QList<api::SurveyId>(excluded);
}

api::Task<api::Done> ScriptedServer::exclude(api::SurveyId, QList<api::SurveyId> more)
{
    calls.append(u"exclude %1"_s.arg(more.size()));
    const Fate fate = next(excludes);
    if (acts(fate))
        excluded += more;
    if (fate == Fate::Answered)
        co_return api::Done {};
    co_return tl::unexpected(error(fate));
}

api::Task<api::Done> ScriptedServer::activate(api::SurveyId)
{
    calls.append(u"activate"_s);
    const Fate fate = next(activations);
    if (fate == Fate::Answered)
        co_return api::Done {};
    co_return tl::unexpected(error(fate));
}

api::Survey ScriptedServer::surveyOf(const api::NewSurvey &body, const QString &id)
{
    api::Survey survey;
    survey.id = {id};
    survey.code = u"ALGN1"_s;
    survey.name = body.name;
    survey.country = body.country;
    survey.language = body.language;
    survey.loi = body.loi;
    survey.ir = body.ir;
    survey.cpi = body.cpi;
    survey.completeNeeded = body.completeNeeded;
    survey.start = body.start;
    survey.end = body.end;
    survey.status = api::SurveyStatus::Inactive;
    return survey;
}

} // namespace support
