#include "models/files/exceltext.h"

#include <QString>

#include <algorithm>

namespace models {

namespace {

constexpr qsizetype length = 7; // of "_x0007_"

/// The sign that is written at `at`; -1 when none is.
int writtenAt(QByteArrayView text, qsizetype at)
{
    constexpr int hexadecimal = 16;
    if (text.size() - at < length || text[at] != '_' || text[at + 1] != 'x'
        || text[at + length - 1] != '_')
        return -1;
    bool isNumber = false;
    const int sign = text.sliced(at + 2, 4).toByteArray().toInt(&isNumber, hexadecimal);
    return isNumber ? sign : -1;
}

bool isControl(char sign)
{
    return uchar(sign) < ' ' && sign != '\t' && sign != '\n';
}

} // namespace

void excelText(QByteArrayView text, QByteArray &cell)
{
    cell.resize(0);
    cell.append(text);
    const bool isPlain = std::none_of(text.begin(), text.end(),
                                      [](char sign) { return sign == '_' || isControl(sign); });
    if (isPlain)
        return;
    cell.resize(0);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char sign = text[at];
        if (isControl(sign))
            cell +=
                "_x" + QByteArray::number(uchar(sign), 16).rightJustified(4, '0').toUpper() + '_';
        else if (sign == '_' && writtenAt(text, at) >= 0)
            cell += "_x005F_";
        else
            cell += sign;
    }
}

QByteArray fromExcelText(QByteArrayView cell)
{
    QByteArray text;
    for (qsizetype at = 0; at < cell.size(); ++at) {
        const int sign = cell[at] == '_' ? writtenAt(cell, at) : -1;
        if (sign < 0) {
            text += cell[at];
            continue;
        }
        text += QString(QChar(char16_t(sign))).toUtf8();
        at += length - 1;
    }
    return text;
}

} // namespace models
