// What every call works with: the data, the reference lists, the field, the clock, the options.
#pragma once

#include "sandbox/field/field.h"
#include "sandbox/seed/reference.h"
#include "sandbox/server/options.h"
#include "sandbox/server/signer.h"
#include "sandbox/store/store.h"

namespace sandbox {

struct Context
{
    Options options;
    Store store;
    Reference reference;
    Signer signer;
    Field field;

    explicit Context(Options given)
        : options(std::move(given))
        , signer(options.key)
        , field({options.seed, options.speed, options.clock()})
    {
    }

    QDateTime now() const { return options.clock(); }
    /// The date on this machine's wall: client and sandbox share it.
    QDate today() const { return now().toLocalTime().date(); }
};

} // namespace sandbox
