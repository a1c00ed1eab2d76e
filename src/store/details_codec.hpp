#pragma once
// How a run's logs, HTTP trace and script error are written, before details_packing.hpp makes them small. They stand
// apart from its record, so that listings never read them.
//
//   version         byte, 3; 2 is read too, which has no code at its end, and 1, which has no codes and no TLS at all
//   logs            varint count; each: at (number, ns after the entry before; the first after 1970), level (byte),
//                   message (text), fields (json_codec.hpp)
//   logs_dropped    varint
//   requests        varint count; each: started (number, ns after the one before), method, url, code (number), proto,
//                   remote_ip, remote_port (varint), reused (byte), eight timings (varint, whole ns), bytes_sent,
//                   bytes_received (varint), error's class (byte), message and code (varint), TLS (below)
//   requests_dropped varint
//   error           byte, 0 without one, else 1 and: message, stack, file, line (number), column (number), excerpt
//   code            varint, of the run's cause
//   end mark        byte, not zero (bytes.hpp)
//
// A handshake is written once, with the first exchange that it served. TLS of an exchange is a varint: 0 for none, else
// the number of the handshake, from 1. A number that is new is followed by the handshake: host, version, cipher, alpn,
// ocsp, and the chain as varint count; each: subject, issuer, sans (varint count and texts), serial, not_before,
// not_after (number, ns after 1970), sha256.

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
