#pragma once
// How one run's record is written: what listings read, a few dozen bytes.
//
//   version     byte, 2
//   kind        byte: status in bits 0-1, trigger in bits 2-3, failure class in bits 4-7; of a skipped run, status
//               passed and class 15
//   test        varint, the test's number (schema.hpp)
//   start_at    number, ns after the millisecond that the run's id tells
//   lateness    number, ns
//   attempt     varint
//   while running: `outcome_room` zero bytes
//   afterwards:
//   duration    number, ns
//   end_at      number, ns after start_at + duration, which differ where the clock was set
//   message     text, the cause's
//   usage       varint: 0 where nothing is known of it; else its CPU time in ns and one more, followed by
//               peak memory in bytes, slices, allocations: varints
//   in both cases:
//   end mark    byte, not zero (bytes.hpp)
//
// Version 1 had no usage, and kept 10 zero bytes while running. It is read, and never written.
//
// The zero bytes keep a place for the outcome. Runs are appended, so that pages are full; were an ended run longer than
// it was while running, each end would split a page.

#include "canary/core/run_record.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace canary::store {

inline constexpr std::size_t outcome_room = 20;

/// A record and its test's number; the record's own `test` is left empty, for the name is stored once for all runs.
struct stored_run {
  run_record record;
  std::uint32_t test_number = 0;
};

std::string encode_record(const run_record& record, std::uint32_t test_number);

/// Empty where `bytes` is not exactly what `encode_record` makes, or made in version 1, for a run of this id: cut
/// short, grown, of another version, or with a number that names nothing.
std::optional<stored_run> decode_record(const run_id& id, std::string_view bytes);

}  // namespace canary::store
