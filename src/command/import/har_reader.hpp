#pragma once
// HTTP archives (HAR 1.2), as browsers and `canaryctl run --har` write them. Pure.

#include "canary/core/result.hpp"
#include "command/import/left_out.hpp"
#include "command/import/recording.hpp"

#include <string>
#include <string_view>

namespace canary::command {

inline constexpr std::size_t largest_archive = 128u << 20;  ///< bytes; what is read takes several times that

/// The requests of an archive, without those that `wish` leaves out; a note counts those. `file` is its name in
/// messages. The error has line and column, and where the JSON is sound the way to the value:
/// 'log.entries[3].request.url'.
result<recording> read_har(std::string_view text, const std::string& file, const import_wish& wish);

}  // namespace canary::command
