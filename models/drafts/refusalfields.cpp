#include "models/drafts/refusalfields.h"

#include "models/support/plain.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct RefusalFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(RefusalFields)
};

struct WireName
{
    const char *field; ///< of the draft
    const char *pattern; ///< blanks and low lines are alike
};

constexpr std::array<WireName, 17> wireNames {
    {{"name", "(?:project|survey) name|\\bname\\b"},
     {"country", "\\bcountry\\b"},
     {"language", "\\blanguage\\b"},
     {"category", "study category|\\bcategory\\b"},
     {"vertical", "\\bvertical\\b"},
     {"cpi", "\\bcpi\\b|cost per (?:interview|complete)"},
     {"audience", "audience type|\\baudience\\b"},
     {"ir", "\\bir\\b|incidence"},
     {"loi", "\\bloi\\b|length of interview"},
     {"completes", "complete needed|completes? needed|complete goal|sample size|\\bcompletes\\b"},
     {"start", "start date"},
     {"end", "end date"},
     {"liveLink", "live (?:link|url)"},
     {"testLink", "test (?:link|url)"},
     {"quotas", "\\bquotas?\\b|required count"},
     {"qualifications", "\\bqualifications?\\b"},
     {"excluded", "\\bexclusions?\\b|exclusion project"}}};

/// The field that `text` names first: "The minimum CPI for this audience type" is about the CPI.
QByteArray fieldIn(const QString &text)
{
    const QString words = QString(text).replace(u'_', u' ').replace(u'.', u' ');
    QByteArray field;
    qsizetype first = words.size() + 1;
    for (const WireName &name : wireNames) {
        const QRegularExpression pattern(QLatin1StringView(name.pattern),
                                         QRegularExpression::CaseInsensitiveOption);
        const auto match = pattern.match(words);
        if (match.hasMatch() && match.capturedStart() < first) {
            first = match.capturedStart();
            field = name.field;
        }
    }
    return field;
}

/// "qualifications/5", where the sentence tells the code of a question.
QByteArray withCode(const QByteArray &field, const QString &sentence)
{
    if (field != "qualifications" && field != "quotas")
        return field;
    static const QRegularExpression code(u"(?:codes?\\b[^:\\d]*:?\\s*|system:\\s*)(\\d{1,9})\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = code.match(sentence);
    return match.hasMatch() ? field + '/' + match.captured(1).toLatin1() : field;
}

} // namespace

QList<Issue> refusalIssues(const api::ApiError &error)
{
    const bool isRefusal = error.delivery == api::Delivery::Answered
        && (error.kind == api::ErrorKind::Rejected || error.kind == api::ErrorKind::Conflict
            || error.kind == api::ErrorKind::NotFound);
    QList<Issue> issues;
    if (!isRefusal)
        return issues;
    const auto add = [&issues](const QByteArray &field, const QString &sentence) {
        if (!field.isEmpty())
            issues.append(
                {withCode(field, sentence), Severity::Warning,
                 RefusalFieldsText::tr("The service refused this: %1").arg(plain(sentence))});
    };
    // An `error` that is an object comes as a line "loi: The loi is …" for each of its members.
    static const QRegularExpression named(u"^([\\w.\\-]{1,100}): (.+)$"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    for (const QString &line : error.serverMessage.split(u'\n', Qt::SkipEmptyParts)) {
        const auto match = named.match(line);
        const QByteArray field = match.hasMatch() ? fieldIn(match.captured(1)) : QByteArray();
        if (field.isEmpty())
            add(fieldIn(line), line);
        else
            add(field, match.captured(2));
    }
    return issues;
}

} // namespace models
