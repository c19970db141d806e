// Lists of UIDs that workers, tables and the database share without a copy.
#pragma once

#include "api/types/uidlist.h"

#include <memory>

namespace models {

using SharedUids = std::shared_ptr<const api::UidList>;

} // namespace models
