// How workbooks write signs that XML has no place for: a control sign as "_x0007_".
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace models {

/// `text` as a cell holds it, into `cell`: what only looks so written becomes "_x005F_x0007_".
void excelText(QByteArrayView text, QByteArray &cell);

/// The reverse, for what a cell holds.
QByteArray fromExcelText(QByteArrayView cell);

} // namespace models
