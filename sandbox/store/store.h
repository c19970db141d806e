// The sandbox's data: surveys and reconciliations in SQLite. Every failure throws StoreError.
#pragma once

#include "sandbox/store/database.h"
#include "sandbox/store/reconciliation.h"
#include "sandbox/store/survey.h"

#include <QList>

#include <functional>
#include <optional>

class QSqlQuery;

namespace sandbox {

class Store
{
public:
    void open(const QString &file) { m_database.open(file); }
    QString notice() const { return m_database.notice(); }

    /// True until markFilled(): a seeding that was interrupted is thus begun anew.
    bool isNew() const;
    void markFilled(quint64 seed);
    /// The seed that the data were made with, whatever the command line says now.
    quint64 seed() const;

    qint64 surveyCount() const;
    /// The newest first.
    QList<Survey> surveys(qint64 offset, qint64 limit) const;
    QList<Survey> activeSurveys() const;
    std::optional<Survey> survey(const QString &projectId) const;

    /// Stores a new survey and gives it its number (unless it has one).
    void add(Survey &survey);
    void save(const Survey &survey);
    /// Only the field's part of each, in one transaction.
    void saveProgress(const QList<Survey> &surveys);

    std::optional<Reconciliation> reconciliation(const QString &projectId) const;
    void add(const Reconciliation &reconciliation);

    /// All of `work` or, when it throws, nothing.
    void transaction(const std::function<void()> &work);
    void clear();

private:
    QSqlQuery run(const QString &statement, const QVariantList &values = {}) const;
    QList<Survey> read(const QString &tail, const QVariantList &values) const;

    Database m_database;
};

} // namespace sandbox
