// What the wizard asks of each of its steps.
#pragma once

#include "models/drafts/surveydraft.h"
#include "models/support/issue.h"

#include <QWidget>

namespace ui {

/// The code behind a field such as "qualifications/43"; nothing for one without.
std::optional<api::QualificationCode> questionOf(const QByteArray &field);

/// A step shows its part of the draft and writes it back. The wizard owns the draft: it loads a
/// step when it is shown, stores it when the step says `edited` or is left, and hands out what the
/// rules found, all steps' issues at once; a step picks its own fields.
class WizardPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString title() const = 0; ///< in the list of steps
    /// Its line in the list of steps when the draft holds nothing of it: "Quotas: none". Empty when
    /// it does: then it is done.
    virtual QString emptyText(const models::SurveyDraft & /*draft*/) const { return {}; }
    /// Whether an issue of `field` (models/drafts/draftrules.h) is mended on this step.
    virtual bool owns(const QByteArray &field) const = 0;
    virtual void load(const models::SurveyDraft &draft) = 0; ///< says no `edited`
    virtual void store(models::SurveyDraft &draft) const = 0; ///< writes only this step's members
    /// Beside the fields. Until `isLeft`, fields that nobody touched yet keep quiet.
    virtual void showIssues(const QList<models::Issue> &issues, bool isLeft) = 0;
    /// The focus to the field of an issue that it owns, while it is shown.
    virtual void focusField(const QByteArray & /*field*/) { setFocus(); }

Q_SIGNALS:
    void edited();
};

} // namespace ui
