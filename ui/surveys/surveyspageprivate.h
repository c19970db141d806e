// The parts of the surveys page, for its own sources only.
#pragma once

#include "models/connections/session.h"
#include "models/drafts/opencreations.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "ui/surveys/statuschips.h"
#include "ui/surveys/surveyactions.h"
#include "ui/surveys/surveyspage.h"
#include "ui/surveys/surveytable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tableexporter.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

namespace ui {

struct SurveysPage::Private
{
    models::SurveyStore &store;
    models::OpenCreations &creations;
    models::SurveyModel model;
    Banner *banner;
    SurveyTable *table;
    SurveyActions *actions = nullptr;
    QStackedWidget *stack = nullptr;
    QLabel *footer = nullptr;
    QLabel *age = nullptr;
    EmptyState *empty = nullptr;
    QProgressBar *progress = nullptr;
    QPushButton *cancel = nullptr;
    QAction *open = nullptr;
    QAction *clone = nullptr;
    QAction *copyId = nullptr;
    QAction *copy = nullptr;
    QAction *copyWithHeaders = nullptr;
    QList<QAction *> surveyActions {}; ///< in the order of the menus
    TableExporter *exporter = nullptr;
    QPushButton *columns = nullptr;
    QString searched {};
    QTimer time {};
    StatusChips *chips = nullptr;
    bool hasFailed = false;

    Private(models::Session &session, SurveysPage *page)
        : store(session.surveys())
        , creations(session.creations())
        , model(session.surveys(), session.reference())
        , banner(new Banner(page))
        , table(new SurveyTable(model, page))
    {
    }
};

} // namespace ui
