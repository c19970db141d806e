#include "sandbox/seed/chance.h"

#include <QString>

namespace sandbox {

namespace {

/// The finalizer of splitmix64 (Steele, Lea and Flood, 2014).
constexpr quint64 mixed(quint64 bits)
{
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ull;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebull;
    return bits ^ (bits >> 31);
}

} // namespace

quint64 chance(quint64 seed, QStringView name, quint64 index)
{
    quint64 bits = mixed(seed + 0x9e3779b97f4a7c15ull);
    for (const QChar letter : name)
        bits = (bits ^ letter.unicode()) * 0x100000001b3ull;
    return mixed(mixed(bits) + index * 0x9e3779b97f4a7c15ull);
}

double share(quint64 seed, QStringView name, quint64 index)
{
    return double(chance(seed, name, index) >> 11) / double(1ull << 53);
}

QString lettersAndDigits(quint64 bits, int length)
{
    static constexpr char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QString text(length, Qt::Uninitialized);
    for (QChar &letter : text) {
        letter = QLatin1Char(alphabet[bits % 62]);
        bits /= 62;
        // 64 bits hold ten letters; go on with fresh ones.
        if (bits < 62)
            bits = mixed(bits + 0x9e3779b97f4a7c15ull * quint64(length));
    }
    return text;
}

} // namespace sandbox
