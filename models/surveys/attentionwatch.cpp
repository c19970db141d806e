#include "models/surveys/attentionwatch.h"

#include "models/surveys/surveystore.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int schema = 1;

/// A target is told as reached, not a second time as attention; who pauses one knows it.
constexpr AttentionKinds quiet = AttentionKind::TargetReached | AttentionKind::Paused;

const QString schemaKey = u"attention/schema"_s;

/// A number of the settings within its range, or what there is without one.
template <class Number>
Number kept(const QSettings &settings, const QString &name, Number usual, Number least, Number most)
{
    bool isNumber = false;
    const double value = settings.value(u"attention/"_s + name).toDouble(&isNumber);
    return isNumber && value >= double(least) && value <= double(most) ? Number(value) : usual;
}

} // namespace

AttentionThresholds keptThresholds()
{
    const QSettings settings;
    AttentionThresholds all;
    if (settings.value(schemaKey).toInt() != schema)
        return all;
    all.behindBelow = kept(settings, u"behindBelow"_s, all.behindBelow, 0.05, 1.0);
    all.aheadAbove = kept(settings, u"aheadAbove"_s, all.aheadAbove, 1.0, 10.0);
    all.conversionShareOfIr =
        kept(settings, u"conversionShareOfIr"_s, all.conversionShareOfIr, 0.05, 1.0);
    all.fewestEntrants = kept(settings, u"fewestEntrants"_s, all.fewestEntrants, 1, 100'000);
    all.hoursBeforePace = kept(settings, u"hoursBeforePace"_s, all.hoursBeforePace, 0, 240);
    return all;
}

void keepThresholds(const AttentionThresholds &thresholds)
{
    QSettings settings;
    settings.setValue(schemaKey, schema);
    settings.setValue(u"attention/behindBelow"_s, thresholds.behindBelow);
    settings.setValue(u"attention/aheadAbove"_s, thresholds.aheadAbove);
    settings.setValue(u"attention/conversionShareOfIr"_s, thresholds.conversionShareOfIr);
    settings.setValue(u"attention/fewestEntrants"_s, thresholds.fewestEntrants);
    settings.setValue(u"attention/hoursBeforePace"_s, thresholds.hoursBeforePace);
}

AttentionWatch::AttentionWatch(SurveyStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock([] { return QDateTime::currentDateTime(); })
    , m_thresholds(keptThresholds())
{
    // Not at every page that arrives: half a list would be judged again and again. Time goes by
    // too, so that after a refresh all are judged.
    connect(&store, &SurveyStore::busyChanged, this, [this](bool isBusy) {
        if (!isBusy)
            look(m_store.surveys(), true);
    });
    connect(&store, &SurveyStore::changed, this, [this](const SurveyNews &news) {
        if (m_store.isBusy())
            return;
        QList<api::Survey> fresh;
        for (const api::SurveyId &id : news.fresh) {
            if (const api::Survey *const survey = m_store.find(id))
                fresh.append(*survey);
        }
        look(fresh, true);
    });
}

AttentionWatch::~AttentionWatch() = default;

void AttentionWatch::setThresholds(const AttentionThresholds &thresholds)
{
    if (m_thresholds == thresholds)
        return;
    m_thresholds = thresholds;
    keepThresholds(thresholds);
    look(m_store.surveys(), false);
    Q_EMIT changed();
}

void AttentionWatch::setClock(Clock clock)
{
    m_clock = std::move(clock);
    Q_EMIT changed();
}

void AttentionWatch::setHistory(History history)
{
    m_history = std::move(history);
    Q_EMIT changed();
}

void AttentionWatch::setBegun(Begun begun)
{
    m_begun = std::move(begun);
    Q_EMIT changed();
}

QDateTime AttentionWatch::begun(const api::SurveyId &id) const
{
    return m_begun ? m_begun(id) : QDateTime();
}

FieldSituation AttentionWatch::situation(const api::Survey &survey, const QDateTime &now) const
{
    FieldSituation situation {survey, now, m_thresholds, {}, begun(survey.id)};
    if (m_history && survey.status == api::SurveyStatus::Active)
        situation.dayAgo = m_history(survey.id);
    return situation;
}

Assessment AttentionWatch::assess(const api::Survey &survey, const QDateTime &now) const
{
    const FieldSituation found = situation(survey, now);
    return {pace(found), attention(found), found.begun};
}

/// `isNews`: what is found since the last look is told; moved thresholds are no news.
void AttentionWatch::look(const QList<api::Survey> &surveys, bool isNews)
{
    const QDateTime now = m_clock();
    QList<api::Survey> reached;
    QList<api::Survey> wanting;
    for (const api::Survey &survey : surveys) {
        const Assessment found = assess(survey, now);
        const bool isReached = found.pace == Pace::Done;
        auto before = m_seen.find(survey.id);
        if (before == m_seen.end()) {
            m_seen.insert(survey.id, {isReached, found.kinds});
            continue;
        }
        const AttentionKinds news = found.kinds & ~before->kinds & ~quiet;
        if (isReached && !before->isReached)
            reached.append(survey);
        else if (news)
            wanting.append(survey);
        *before = {isReached, found.kinds};
    }
    if (isNews && !reached.isEmpty())
        Q_EMIT targetReached(reached);
    if (isNews && !wanting.isEmpty())
        Q_EMIT needed(wanting);
}

} // namespace models

#include "moc_attentionwatch.cpp"
