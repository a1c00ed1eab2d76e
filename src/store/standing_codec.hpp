#pragma once
// How a test's standing is written.
//
//   version     byte: 2 where there are skipped runs, else 1
//   kind        byte: outcome of the newest run in bits 0-1, of the row in bits 2-3; in version 2 in bits 0-3 and 4-7
//   newest      16 bytes, a run's id
//   row         varint; the first's id, 16 bytes; when it started (number, ns since 1970)
//   totals      varints: passed, failed, interrupted; in version 2 also skipped, not 0
//   day         varint
//   end mark    byte, not zero (bytes.hpp)

#include "canary/store/standing.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace canary::store {

std::string encode_standing(const standing& of);

/// Empty where `bytes` is not exactly what `encode_standing` makes.
std::optional<standing> decode_standing(std::string_view bytes);

}  // namespace canary::store
