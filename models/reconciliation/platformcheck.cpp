#include "models/reconciliation/platformcheck.h"

#include "models/support/plain.h"

#include <QLocale>

#include <algorithm>

namespace models {

namespace {

std::optional<double> share(qint64 part, qint64 all)
{
    return all > 0 ? std::optional(double(part) / double(all)) : std::nullopt;
}

std::optional<double> median(std::vector<float> values)
{
    if (values.empty())
        return {};
    const auto middle = values.begin() + qsizetype(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return double(*middle);
    return (double(*middle) + double(*std::max_element(values.begin(), middle))) / 2;
}

} // namespace

PlatformCheck::PlatformCheck(std::shared_ptr<const PlatformExport> exported,
                             const QList<Outcome> &meanings, const SharedUids &accepted)
    : m_export(std::move(exported))
{
    m_uids = SharedUids(m_export, &m_export->uids);
    const Kind complete = accepted ? OnlyThere : NotCompared;
    for (const quint16 status : m_export->statuses)
        add(meanings.value(status, Outcome::Other) == Outcome::Complete ? complete : NoComplete);
    if (accepted)
        compare(*accepted);
    count(meanings);
}

void PlatformCheck::compare(const api::UidList &accepted)
{
    const UidIndex index(*m_uids);
    UidTable strangers;
    std::vector<bool> isTaken(size_t(m_uids->size())); // the service may name one twice
    for (qsizetype i = 0; i < accepted.size(); ++i) {
        const qsizetype row = index.find(accepted.at(i));
        if (row < 0)
            strangers.insert(accepted.at(i));
        else if (!isTaken[size_t(row)])
            change(row, kind(row) == OnlyThere ? Both : OnlyHere);
        if (row >= 0)
            isTaken[size_t(row)] = true;
    }
    m_further = strangers.take();
    for (qsizetype i = 0; i < m_further.size(); ++i)
        add(OnlyHere);
}

void PlatformCheck::count(const QList<Outcome> &meanings)
{
    PlatformFigures &all = m_figures;
    std::vector<float> loi;
    all.options.resize(m_export->optionWords.size());
    for (qsizetype i = 0; i < all.options.size(); ++i)
        all.options[i].word = m_export->optionWords[i];
    for (size_t i = 0; i < m_export->statuses.size(); ++i) {
        const Outcome outcome = meanings.value(m_export->statuses[i], Outcome::Other);
        ++all.outcomes[size_t(outcome)];
        const bool isAccepted = kind(qsizetype(i)) == Both || kind(qsizetype(i)) == OnlyHere;
        if (!m_export->options.empty()) {
            PlatformFigures::Option &option = all.options[m_export->options[i]];
            option.completes += outcome == Outcome::Complete ? 1 : 0;
            option.accepted += isAccepted ? 1 : 0;
        }
        if (outcome == Outcome::Complete && !m_export->loi.empty() && m_export->loi[i] >= 0)
            loi.push_back(m_export->loi[i]);
    }
    all.both = UidRows::count(Both);
    all.onlyThere = UidRows::count(OnlyThere);
    all.onlyHere = UidRows::count(OnlyHere);
    all.accepted = all.both + all.onlyHere;
    all.incidence =
        share(all.completes(), all.completes() + all.outcomes[size_t(Outcome::ScreenedOut)]);
    all.dropShare =
        share(all.outcomes[size_t(Outcome::Dropped)], qint64(m_export->statuses.size()));
    all.medianLoi = median(std::move(loi));
}

QString PlatformCheck::word(int kind) const
{
    switch (kind) {
    case Both:
        return tr("Both");
    case OnlyThere:
        return tr("Only there");
    case OnlyHere:
        return tr("Only here");
    case NotCompared:
        return tr("Complete there");
    default:
        return tr("Not complete");
    }
}

QString PlatformCheck::reason(qsizetype row) const
{
    if (row >= m_uids->size())
        return tr("unknown to the platform");
    const QString status = plain(m_export->statusWords.value(m_export->statuses[size_t(row)]));
    if (m_export->loi.empty() || m_export->loi[size_t(row)] < 0)
        return status;
    return tr("%1, %2 min")
        .arg(status, QLocale().toString(double(m_export->loi[size_t(row)]), 'f', 1));
}

} // namespace models
