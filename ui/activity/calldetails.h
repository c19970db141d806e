// One call of the journal with what was asked and answered, and as a command line.
#pragma once

#include "api/http/callrecord.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class CallDetails : public QWidget
{
    Q_OBJECT

public:
    explicit CallDetails(QUrl baseUrl, QWidget *parent = nullptr);

    void show(const api::CallRecord &call);
    void clear();
    void copyAsCurl();

private:
    QPlainTextEdit *addText(QLayout *into, const QString &title);

    QUrl m_baseUrl;
    api::CallRecord m_call;
    QLabel *m_title;
    QPushButton *m_copy;
    QPlainTextEdit *m_request = nullptr;
    QPlainTextEdit *m_answer = nullptr;
};

} // namespace ui
