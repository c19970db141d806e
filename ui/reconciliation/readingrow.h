// How the last file is read: its sheet, the column with the UIDs, that with the reasons, its
// header.
#pragma once

#include "models/reconciliation/uidfile.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace ui {

/// Quiet about what show() sets; tells what the person changes.
class ReadingRow : public QWidget
{
    Q_OBJECT

public:
    explicit ReadingRow(QWidget *parent);

    void show(const models::UidFile &file, const models::UidLayout &layout, bool isRejects);
    void setColumn(int column); ///< as if the person chose it
    const models::UidLayout &layout() const { return m_layout; }

Q_SIGNALS:
    void sheetChosen(const QString &sheet);
    void layoutChanged();

private:
    QComboBox *box(const QString &name);

    models::UidLayout m_layout;
    QComboBox *m_sheet;
    QComboBox *m_column;
    QComboBox *m_reason;
    QCheckBox *m_header;
};

} // namespace ui
