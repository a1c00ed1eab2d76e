#pragma once
// How it is written what an operator has said of a test.
//
//   version       byte, 1
//   kind          byte: bit 0 paused, bit 1 in maintenance
//   maintenance   where it is in it: since and until (numbers, ns since 1970), reason and by (text)
//   end mark      byte, not zero (bytes.hpp)

#include "canary/core/intervention.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace canary::store {

std::string encode_intervention(const intervention& of);

/// Empty where `bytes` is not exactly what `encode_intervention` makes.
std::optional<intervention> decode_intervention(std::string_view bytes);

}  // namespace canary::store
