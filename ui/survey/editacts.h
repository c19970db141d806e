// Why a survey can't be edited just now, and buttons that say so.
#pragma once

#include "api/types/ids.h"

class QAction;
class QPushButton;
class QString;
class QWidget;

namespace models {
class Session;
}

namespace ui {

class Banner;

/// A whole sentence: the survey is closed, or the server can't be reached. Empty: it can.
QString editHindrance(models::Session &session, const api::SurveyId &survey);

/// Enabled without `hindrance` and when `isPossible`; the hindrance is its status tip.
void setPossible(QAction *action, bool isPossible, const QString &hindrance);

/// Says that nothing was done, since another change is on its way.
void showDeclined(Banner &banner);

/// Triggers the action and follows it; its tool tip tells why it can't be pressed.
QPushButton *buttonFor(QAction *action, QWidget *parent);

} // namespace ui
