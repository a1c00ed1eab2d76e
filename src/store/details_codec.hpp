#pragma once
// How a run's logs, HTTP trace and script error are written. They stand apart from its record, so that listings never
// read them.
//
//   version         byte, 1
//   logs            varint count; each: at (number, ns after the entry before; the first after 1970), level (byte),
//                   message (text), fields (json_codec.hpp)
//   logs_dropped    varint
//   requests        varint count; each: started (number, ns after the one before), method, url, code (number), proto,
//                   remote_ip, remote_port (varint), reused (byte), eight timings (varint, whole ns), bytes_sent,
//                   bytes_received (varint), error's class (byte) and message
//   requests_dropped varint
//   error           byte, 0 without one, else 1 and: message, stack, file, line (number), column (number), excerpt
//   end mark        byte, not zero (bytes.hpp)

#include "canary/core/run_record.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace canary::store {

/// Times keep whole nanoseconds; a timing that is negative or no number is stored as 0.
std::string encode_details(const run_details& details);

/// Empty where `bytes` is not what `encode_details` makes. Memory is bounded by some hundred times the size of `bytes`.
std::optional<run_details> decode_details(std::string_view bytes);

/// Whether there is nothing to store.
bool is_empty(const run_details& details);

}  // namespace canary::store
