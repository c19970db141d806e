#include "models/briefs/briefwords.h"

#include "models/support/collation.h"

#include <QHash>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Words
{
    BriefField field;
    const char16_t *words; ///< as briefWord() makes them, told apart by a line
};

constexpr std::array known {
    Words {BriefField::Name,
           u"name|project|project name|survey|survey name|study|study name|title"},
    Words {BriefField::Country, u"country|market|geo|geography|land|pays|pais"},
    Words {BriefField::Language, u"language|lang|sprache|langue|idioma"},
    Words {BriefField::Audience, u"audience|audience type|sample type|panel type"},
    Words {BriefField::Category, u"category|study category|study type"},
    Words {BriefField::Vertical, u"vertical|industry|sector"},
    Words {BriefField::Pii, u"pii|collects pii|personal data|collects personal data"},
    Words {BriefField::Completes,
           u"completes|complete|completes needed|n|sample|sample size|interviews|total n|total "
           u"completes"},
    Words {BriefField::Ir, u"ir|incidence|incidence rate"},
    Words {BriefField::Loi,
           u"loi|length|length of interview|interview length|length of survey|duration|loi "
           u"minutes|length of interview minutes|loi min"},
    Words {BriefField::Cpi, u"cpi|price|cost per interview|cost per complete|price per complete"},
    Words {BriefField::Start, u"start|start date|field start|launch|launch date|from"},
    Words {BriefField::End, u"end|end date|field end|close|close date|until"},
    Words {BriefField::FieldDates,
           u"field|fieldwork|field time|field dates|field period|fieldwork dates|dates|timing"},
    Words {BriefField::LiveLink, u"live link|live url|link|url|survey link|survey url"},
    Words {BriefField::TestLink, u"test link|test url"},
    Words {BriefField::Age,
           u"age|ages|age band|age bands|age group|age groups|age range|age ranges|alter"},
    Words {BriefField::Gender, u"gender|sex|gender split|geschlecht|genre"},
    Words {BriefField::Region, u"region|regions|area|areas|state|states|bundesland"},
    Words {BriefField::Zip,
           u"zip|zips|zip code|zip codes|zipcode|zipcodes|postcode|postcodes|postal code|postal "
           u"codes|plz"},
};

constexpr std::array genders {
    u"male|males|man|men|m|mann|manner|mannlich|homme|hommes|hombre|hombres|masculino|uomo|男性|男",
    u"female|females|woman|women|f|w|frau|frauen|weiblich|femme|femmes|mujer|mujeres|femenino|"
    u"donna|女性|女",
};

QHash<QString, BriefField> byWord()
{
    QHash<QString, BriefField> all;
    for (const Words &one : known) {
        for (const QString &word : QString::fromUtf16(one.words).split(u'|'))
            all.insert(word, one.field);
    }
    return all;
}

} // namespace

QString briefWord(const QString &text)
{
    QString word;
    for (const QChar letter : folded(text.left(200))) {
        if (letter.isLetterOrNumber())
            word += letter;
        else if (!word.endsWith(u' ') && letter != u'\'' && letter != u'’')
            word += u' ';
    }
    word = word.trimmed();
    return word.startsWith(u"standard ") ? word.mid(9) : word;
}

BriefField briefField(const QString &word)
{
    static const QHash<QString, BriefField> all = byWord();
    return all.value(briefWord(word), BriefField::Question);
}

bool hasAnswers(BriefField field)
{
    return field >= BriefField::Age;
}

bool isSameGender(const QString &a, const QString &b)
{
    static const QList<QStringList> groups {QString::fromUtf16(genders[0]).split(u'|'),
                                            QString::fromUtf16(genders[1]).split(u'|')};
    const QString first = briefWord(a);
    for (const QStringList &words : groups) {
        if (words.contains(first))
            return words.contains(briefWord(b));
    }
    return false;
}

} // namespace models
