#pragma once
// Times and sizes as people read them. Pure.

#include "canary/core/time.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace canary::command {

std::string shown_ms(double ms);           ///< '1.50 ms', '20.0 ms', '1200 ms'
std::string shown_time(nanoseconds time);  ///< likewise
std::string shown_size(std::uint64_t n);   ///< '7 B', '20.0 KiB': no larger unit, so that a column can be compared
std::string shown_seconds(nanoseconds n);  ///< '0.4 s', '2 m 5 s'

/// '1,234,567'.
std::string with_commas(std::uint64_t number);

/// '640 B', '1.2 GiB': of what may be large.
std::string readable_bytes(std::uint64_t bytes);

/// '1 slice', '2 slices'.
std::string counted(std::uint64_t n, std::string_view noun);

}  // namespace canary::command
