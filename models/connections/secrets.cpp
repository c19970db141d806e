#include "models/connections/secrets.h"

namespace models {

QCoro::Task<std::optional<Credentials>> MemorySecrets::read(QString name)
{
    const auto found = m_entries.constFind(name);
    if (found == m_entries.cend())
        co_return std::nullopt;
    co_return *found;
}

QCoro::Task<> MemorySecrets::write(QString name, Credentials credentials)
{
    m_entries.insert(name, credentials);
    co_return;
}

QCoro::Task<> MemorySecrets::remove(QString name)
{
    m_entries.remove(name);
    co_return;
}

} // namespace models
