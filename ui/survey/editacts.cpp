#include "ui/survey/editacts.h"

#include "models/connections/session.h"
#include "models/surveys/surveystore.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QCoreApplication>
#include <QPushButton>

namespace ui {

namespace {

struct EditActsText
{
    Q_DECLARE_TR_FUNCTIONS(ui::EditActs)
};

} // namespace

QString editHindrance(models::Session &session, const api::SurveyId &survey)
{
    const api::Survey *const known = session.surveys().find(survey);
    if (known && known->status == api::SurveyStatus::Closed)
        return EditActsText::tr("The survey is closed: it can’t be changed any more.");
    if (!session.isReachable())
        return EditActsText::tr(
            "The service can’t be reached: nothing can be changed until it is.");
    return {};
}

void setPossible(QAction *action, bool isPossible, const QString &hindrance)
{
    action->setEnabled(isPossible && hindrance.isEmpty());
    action->setStatusTip(hindrance); // an empty tool tip would be the action's text
}

void showDeclined(Banner &banner)
{
    banner.show(Tone::Warning, EditActsText::tr("Another change is still being saved."),
                EditActsText::tr("Nothing was done. Try again when it is finished."));
}

QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *const button = new QPushButton(action->text(), parent);
    button->setAutoDefault(false);
    const auto follow = [button, action] {
        const QString reason = action->isEnabled() ? QString() : action->statusTip();
        button->setEnabled(action->isEnabled());
        button->setToolTip(reason);
        button->setAccessibleDescription(reason);
    };
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, follow);
    follow();
    return button;
}

} // namespace ui
