#include "models/briefs/briefsplit.h"

#include <QRegularExpression>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace models {

QList<BriefShare> evenShares(const BriefEntry &entry, const api::Qualification &question)
{
    static const QRegularExpression parts(u"^\\d{1,3}(?:\\s*/\\s*\\d{1,3})+\\s*%?$"_s);
    if (entry.shares.size() != 1 || !entry.shares[0].amount.isEmpty()
        || !parts.match(entry.shares[0].answer).hasMatch())
        return entry.shares;
    QStringList numbers = QString(entry.shares[0].answer).remove(u'%').remove(u' ').split(u'/');
    const bool isEven = numbers.count(numbers.first()) == numbers.size();
    const bool isWhole = isEven && std::abs(numbers.first().toInt() * numbers.size() - 100) <= 1;
    QStringList names;
    for (const api::Condition &option : question.conditions) {
        if (entry.field != BriefField::Gender || isSameGender(u"male"_s, option.name)
            || isSameGender(u"female"_s, option.name))
            names.append(option.name);
    }
    if (!isWhole || names.size() != numbers.size())
        return entry.shares;
    QList<BriefShare> shares;
    for (const QString &name : std::as_const(names))
        shares.append({name, numbers.first() + u'%'});
    return shares;
}

} // namespace models
