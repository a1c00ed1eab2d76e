#pragma once
// How a rollup is written.
//
//   version         byte: 2 where there are skipped runs, else 1
//   outcomes        varints: passed, failed, interrupted; in version 2 also skipped, not 0
//   classes         varint: bit n is set where the count of failure class n is not 0; then those counts, varints
//   total duration  varint, ns
//   buckets         varint count; each: a varint, its index less the one after the bucket before it (the first: its
//                   index), doubled, and one more where its count is more than 1; where so, its count less 2, varint
//   end mark        byte, not zero (bytes.hpp)

#include "canary/store/rollup.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace canary::store {

std::string encode_rollup(const rollup& of);

/// Empty where `bytes` is not exactly what `encode_rollup` makes.
std::optional<rollup> decode_rollup(std::string_view bytes);

}  // namespace canary::store
