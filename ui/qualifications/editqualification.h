// Changes which answers of one of a survey's qualifications qualify.
#pragma once

#include "api/types/apierror.h"
#include "models/qualifications/targetingeffect.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace ui {

class Banner;
class Prompt;
class QualificationEditor;

/// Shown with open(). Says what the change does to quotas and grid as one edits, and asks before
/// something of them goes. Stays until the server has taken it: whoever makes the call answers
/// `wanted` with showFailure(), showOutdated() or accept().
class EditQualification : public QDialog
{
    Q_OBJECT

public:
    EditQualification(Prompt &prompt, const api::Qualification &own,
                      const models::BuiltOnAnswers &built, QWidget *parent = nullptr);

    /// Offers the other answers of the master list too; what is edited stays.
    void setMaster(const QList<api::Qualification> &master);
    void setBuilt(const models::BuiltOnAnswers &built);
    void showFailure(const api::ApiError &error);
    void showDeclined(); ///< another change is on its way: nothing was sent
    /// Others changed it meanwhile, or removed it (no code): nothing was sent.
    void showOutdated(const api::Qualification &theirs);
    /// The service took the change, and this is what was read back.
    void showKeptOther(const api::Qualification &theirs);
    api::QualificationCode code() const { return m_own.code; }

Q_SIGNALS:
    void wanted(const models::TargetedQualification &before,
                const models::TargetedQualification &after, bool overwrites);

private:
    void build();
    void check();
    void save();
    void send(bool overwrites);
    void compare(const QString &what, const api::Qualification &theirs);
    models::TargetedQualification before() const;

    Prompt &m_prompt;
    api::Qualification m_own; ///< as the server had it when editing began
    QList<api::Qualification> m_master;
    models::BuiltOnAnswers m_built;
    Banner *m_banner;
    QualificationEditor *m_editor;
    QLabel *m_effect;
    QPushButton *m_save;
    bool m_isSending = false;
};

} // namespace ui
