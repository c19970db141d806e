// A draft that every rule accepts, for tests to spoil in one place each.
#pragma once

#include "models/drafts/surveydraft.h"

namespace support {

using namespace Qt::StringLiterals;

inline const QDate today {2026, 7, 14};

inline api::Qualification genderQuestion()
{
    api::Qualification question;
    question.code = {43};
    question.title = u"GENDER"_s;
    question.text = u"Are you...?"_s;
    question.questionType = u"Single Punch"_s;
    question.conditions = {{1, u"Male"_s}, {2, u"Female"_s}};
    return question;
}

inline api::Qualification ageQuestion()
{
    api::Qualification question;
    question.code = {42};
    question.title = u"AGE"_s;
    question.text = u"What is your age?"_s;
    question.kind = api::QualificationKind::Ranges;
    question.ranges = {{18, 60}};
    return question;
}

inline api::Qualification zipQuestion()
{
    api::Qualification question;
    question.code = {45};
    question.title = u"ZIP"_s;
    question.kind = api::QualificationKind::ZipCodes;
    return question;
}

inline api::Qualification petQuestion()
{
    api::Qualification question;
    question.code = {639};
    question.title = u"STANDARD_PETS"_s;
    question.conditions = {
        {5, u"Amphibians (frogs, toads, etc.)"_s},
        {6, u"Small animals or rodents (hamsters, mice, rabbits, ferrets, etc.)"_s},
        {4, u"Fish"_s}};
    return question;
}

inline models::SurveyDraft goodDraft()
{
    models::SurveyDraft draft;
    draft.name = u"Snack tracker W14"_s;
    draft.country = {u"229"_s};
    draft.language = {u"5"_s};
    draft.audience = api::AudienceType::B2C;
    draft.ir = 12;
    draft.loi = 12;
    draft.cpi = {450};
    draft.completes = 400;
    draft.start = today;
    draft.end = today.addDays(14);
    draft.liveLink = u"https://survey.example/live?uid=[identifier]"_s;
    draft.testLink = u"https://survey.example/test?uid=[identifier]"_s;
    draft.qualifications = {{genderQuestion(), {1, 2}, {}, {}},
                            {ageQuestion(), {}, {{18, 24}, {25, 34}}, {}}};
    return draft;
}

/// GENDER crossed by AGE, and the grid that a service makes of it.
inline models::SurveyDraft crossedDraft()
{
    models::SurveyDraft draft = goodDraft();
    draft.interlocked = {{43}, {42}};
    return draft;
}

inline api::Interlocking gridOfCrossedDraft()
{
    api::Interlocking grid;
    grid.qualifications = {{u"2"_s, u"GENDER"_s, u"Male,Female"_s},
                           {u"1"_s, u"AGE"_s, u"18-24,25-34"_s}};
    grid.combinations = {{{u"a"_s}, u"Male,18-24"_s, 50},
                         {{u"b"_s}, u"Male,25-34"_s, 100},
                         {{u"c"_s}, u"Female,18-24"_s, 50},
                         {{u"d"_s}, u"Female,25-34"_s, 5}};
    return grid;
}

} // namespace support
