#include "ui/reconciliation/readingrow.h"

#include "models/support/plain.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>

namespace ui {

ReadingRow::ReadingRow(QWidget *parent)
    : QWidget(parent)
    , m_sheet(box(tr("Sheet with the UIDs")))
    , m_column(box(tr("Column with the UIDs")))
    , m_reason(box(tr("Column with the reasons")))
    , m_header(new QCheckBox(tr("First line is a &header"), this))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(space::control);
    for (QWidget *const each : QList<QWidget *> {m_sheet, m_column, m_reason, m_header})
        row->addWidget(each);
    connect(m_sheet, &QComboBox::activated, this,
            [this](int at) { Q_EMIT sheetChosen(m_sheet->itemData(at).toString()); });
    connect(m_column, &QComboBox::activated, this, &ReadingRow::setColumn);
    connect(m_reason, &QComboBox::activated, this, [this](int at) {
        m_layout.reasonColumn = at - 1;
        Q_EMIT layoutChanged();
    });
    connect(m_header, &QCheckBox::clicked, this, [this](bool isHeader) {
        m_layout.hasHeader = isHeader;
        Q_EMIT layoutChanged();
    });
}

QComboBox *ReadingRow::box(const QString &name)
{
    constexpr int widest = 260;
    auto *const made = new QComboBox(this);
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setMaximumWidth(widest);
    return made;
}

void ReadingRow::setColumn(int column)
{
    if (m_layout.column == column)
        return;
    m_layout.column = column;
    m_column->setCurrentIndex(column);
    Q_EMIT layoutChanged();
}

void ReadingRow::show(const models::UidFile &file, const models::UidLayout &layout, bool isRejects)
{
    constexpr qsizetype longest = 40;
    m_layout = layout;
    m_sheet->clear();
    m_column->clear();
    m_reason->clear();
    for (const QString &sheet : file.sheets)
        m_sheet->addItem(tr("Sheet “%1”").arg(models::plain(sheet)), sheet);
    m_sheet->setCurrentIndex(int(file.sheet));
    m_sheet->setVisible(file.sheets.size() > 1);
    m_reason->addItem(tr("No reasons"));
    const QStringList first = file.preview.rows.value(0);
    for (int i = 0; i < file.preview.columnCount(); ++i) {
        const QString word = models::plain(first.value(i)).left(longest);
        m_column->addItem(tr("Column %1: %2").arg(i + 1).arg(word));
        m_reason->addItem(tr("Reason in column %1: %2").arg(i + 1).arg(word));
    }
    m_column->setCurrentIndex(layout.column);
    m_column->setVisible(m_column->count() > 1);
    m_reason->setCurrentIndex(layout.reasonColumn + 1);
    m_reason->setVisible(isRejects && m_column->count() > 1);
    m_header->setChecked(layout.hasHeader);
}

} // namespace ui

#include "moc_readingrow.cpp"
