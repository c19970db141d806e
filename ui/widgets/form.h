// Labelled fields under one another, each with its problem beside it as one types.
#pragma once

#include "models/support/issue.h"

#include <QMap>
#include <QSet>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace ui {

/// A field is known by the name that rules give it (models::Issue::field).
class Form : public QWidget
{
    Q_OBJECT

public:
    explicit Form(QWidget *parent = nullptr);

    /// `label` holds the mnemonic; `editor` becomes its buddy and gets its name. `hint` stands
    /// under the field while nothing is wrong.
    void add(const QByteArray &field, const QString &label, QWidget *editor,
             const QString &hint = {});
    void setHint(const QByteArray &field, const QString &hint);
    bool owns(const QByteArray &field) const { return m_rows.contains(field); }

    /// Shows what belongs to a field of this form. A field in which nobody wrote or chose anything
    /// keeps quiet unless `isEverything`.
    void showIssues(const QList<models::Issue> &issues, bool isEverything);
    void focusField(const QByteArray &field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isTouching(QObject *watched, const QEvent *event);
    struct Row
    {
        QWidget *editor = nullptr;
        QLabel *note = nullptr;
        QString hint;
    };

    void show(const Row &row, const models::Issue *issue);

    QGridLayout *m_grid;
    QMap<QByteArray, Row> m_rows;
    QSet<QByteArray> m_touched;
    QMap<QByteArray, QVariant> m_entered; ///< what a field held when the focus came
    QList<models::Issue> m_issues; ///< as last shown, for a field that is touched now
};

} // namespace ui
