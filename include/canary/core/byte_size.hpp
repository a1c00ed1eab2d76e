#pragma once
// Sizes as people write them: '64MiB', '10GiB', '1.5GB'.

#include "canary/core/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace canary {

/// Reads a number, with an optional fraction, and a unit: B, or a power of 1024 (KiB, MiB, GiB, TiB) or of 1000 (kB,
/// MB, GB, TB); in either case of letters; or a plain '0'. A fraction of a byte is dropped. The error names what is
/// wrong in `text`. Fails also where the size does not fit into 64 bits.
result<std::uint64_t> parse_byte_size(std::string_view text);

/// In the largest unit of 1024 that leaves no fraction: '64MiB', '1536KiB', '1000B', '0B'.
std::string format_byte_size(std::uint64_t bytes);

}  // namespace canary
