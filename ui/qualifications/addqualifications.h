// Asks which standard qualifications a survey shall ask as well.
#pragma once

#include "api/types/apierror.h"
#include "api/types/survey.h"
#include "models/drafts/surveydraft.h"

#include <QDialog>
#include <QSet>

class QLabel;
class QPushButton;

namespace models {
class ReferenceStore;
}

namespace ui {

class Banner;
class Prompt;
class QualificationPicker;

/// Shown with open(). Stays until the server has taken what was chosen, so that nothing is chosen
/// twice: whoever makes the call answers `wanted` with showFailure() or accept().
class AddQualifications : public QDialog
{
    Q_OBJECT

public:
    /// Offers the list of the survey's country and language without `asked`.
    AddQualifications(models::ReferenceStore &reference, Prompt &prompt, const api::Survey &survey,
                      const QSet<api::QualificationCode> &asked, QWidget *parent = nullptr);

    /// Names the questions that the server has already, and offers to add the others.
    void showFailure(const api::ApiError &error);
    void showDeclined(); ///< another change is on its way: nothing was sent

Q_SIGNALS:
    void wanted(const QList<models::TargetedQualification> &targets);

private:
    void build();
    void check();
    void send();
    QList<models::TargetedQualification> others(const QStringList &existing) const;

    QualificationPicker *m_picker;
    QLabel *m_summary;
    QLabel *m_problems;
    Banner *m_banner;
    QPushButton *m_add;
    bool m_isSending = false;
};

} // namespace ui
