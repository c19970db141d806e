// Zip codes as pasted or imported text, with account of what is no zip code.
#pragma once

#include "models/qualifications/zipcodes.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace ui {

class Prompt;

class ZipEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ZipEditor(Prompt &prompt, QWidget *parent = nullptr);

    void setCodes(const QStringList &codes);
    const QStringList &codes() const { return m_found.codes; }
    QStringList notes() const; ///< counts, what was left out and why, and how the import went
    void import(const QString &path); ///< adds to what is there
    void paste(const QString &text); ///< adds to what is there

Q_SIGNALS:
    void changed();

private:
    void read();

    QPlainTextEdit *m_text;
    QPushButton *m_import;
    models::ZipCodes m_found;
    QString m_importNote; ///< until the text is changed by hand
};

} // namespace ui
