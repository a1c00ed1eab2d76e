#pragma once
// The network's coroutines wait with the helper that everybody has.

#include "canary/core/event.hpp"

namespace canary::net {

using canary::event;

}  // namespace canary::net
