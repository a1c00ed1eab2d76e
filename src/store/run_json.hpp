#pragma once
// A run as one line of JSON, with all that is stored of it: what `canaryctl db export` writes and `import` reads.
//
// Times are RFC 3339, or whole nanoseconds since 1970 where that cannot tell them; durations whole nanoseconds. Members
// that have nothing to tell are left out. A handshake stands once in `handshakes`; exchanges name it by its place, from
// 1.

#include "canary/core/result.hpp"
#include "canary/core/run_record.hpp"

#include <string>
#include <string_view>

namespace canary::store {

struct whole_run {
  run_record record;
  run_details details;  ///< empty while it is running
};

/// Appends the line, its newline included.
void append_run_line(std::string& out, const run_record& record, const run_details& details);

/// The inverse, of a line without its newline. The error says which member is wrong, and what would be right.
result<whole_run> parse_run_line(std::string_view line);

}  // namespace canary::store
