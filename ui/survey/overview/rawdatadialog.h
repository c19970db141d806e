// A survey as the server tells it, letter by letter, to read and to copy.
#pragma once

#include "api/http/client.h"

#include <QDialog>

class QPlainTextEdit;

namespace ui {

class Banner;

/// Asks the server when it is made; only blanks and line breaks are added to what comes.
class RawDataDialog : public QDialog
{
    Q_OBJECT

public:
    RawDataDialog(api::Client &client, api::SurveyId survey, QWidget *parent);

private:
    void load();

    api::Client &m_client;
    api::SurveyId m_survey;
    Banner *m_banner;
    QPlainTextEdit *m_text;
};

} // namespace ui
