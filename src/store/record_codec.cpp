#include "record_codec.hpp"

#include "bytes.hpp"

#include <algorithm>
#include <limits>

namespace canary::store {
namespace {

constexpr std::uint8_t record_version = 2, version_without_usage = 1;
constexpr std::size_t outcome_room_without_usage = 10;

/// In the place of the class, with the outcome 'passed': a skipped run, which has no class.
constexpr std::uint8_t class_of_skipped = 15;

std::uint8_t kind_of(const run_record& record) {
  const bool skipped = record.status == run_status::skipped;
  const auto status = static_cast<unsigned>(skipped ? run_status::passed : record.status);
  const unsigned kind = skipped ? class_of_skipped : static_cast<unsigned>(record.cause.kind);
  return static_cast<std::uint8_t>(status | static_cast<unsigned>(record.trigger) << 2 | kind << 4);
}

// run_id::time() counts in milliseconds of 48 bits, which as nanoseconds need not fit into 64: a hostile id wraps.
std::int64_t made_at(const run_id& id) {
  std::uint64_t ms = 0;
  for (std::size_t i = 0; i < 6; ++i) ms = ms << 8 | id.bytes[i];
  return static_cast<std::int64_t>(ms * 1'000'000);
}

std::int64_t count_of(wall_time t) { return t.time_since_epoch().count(); }

wall_time time_of(std::int64_t count) { return wall_time{nanoseconds{count}}; }

void put_usage(byte_writer& out, const std::optional<run_usage>& usage) {
  if (!usage) return out.varint(0);
  out.varint(static_cast<std::uint64_t>(std::max(usage->cpu.count(), std::int64_t{0})) + 1);
  out.varint(usage->peak_memory_bytes);
  out.varint(usage->slices);
  out.varint(usage->allocations);
}

std::optional<run_usage> get_usage(byte_reader& in) {
  const std::uint64_t cpu = in.varint(std::uint64_t{1} << 63);
  if (cpu == 0) return std::nullopt;
  run_usage usage;
  usage.cpu = nanoseconds{static_cast<std::int64_t>(cpu - 1)};
  usage.peak_memory_bytes = in.varint();
  usage.slices = in.varint();
  usage.allocations = in.varint();
  return usage;
}

}  // namespace

std::string encode_record(const run_record& record, std::uint32_t test_number) {
  byte_writer out;
  out.byte(record_version);
  out.byte(kind_of(record));
  out.varint(test_number);
  out.number(wrapping_difference(count_of(record.start_at), made_at(record.id)));
  out.number(record.lateness.count());
  out.varint(record.attempt);
  if (record.status == run_status::running) {
    out.zeros(outcome_room);
    out.end();
    return out.take();
  }
  const std::int64_t expected_end = wrapping_sum(count_of(record.start_at), record.duration.count());
  out.number(record.duration.count());
  out.number(wrapping_difference(count_of(record.end_at.value_or(time_of(expected_end))), expected_end));
  out.text(record.cause.message);
  put_usage(out, record.usage);
  out.end();
  return out.take();
}

std::optional<stored_run> decode_record(const run_id& id, std::string_view bytes) {
  byte_reader in(bytes);
  const std::uint8_t version = in.byte();
  if (version != record_version && version != version_without_usage) return std::nullopt;
  const std::uint8_t kind = in.byte();
  if ((kind >> 2 & 3) > static_cast<unsigned>(run_trigger::command_line)) return std::nullopt;
  const bool skipped = kind >> 4 == class_of_skipped && static_cast<run_status>(kind & 3) == run_status::passed;
  if (!skipped && kind >> 4 > static_cast<unsigned>(failure_class::interrupted)) return std::nullopt;

  stored_run out;
  run_record& record = out.record;
  record.id = id;
  record.status = skipped ? run_status::skipped : static_cast<run_status>(kind & 3);
  record.trigger = static_cast<run_trigger>(kind >> 2 & 3);
  if (!skipped) record.cause.kind = static_cast<failure_class>(kind >> 4);
  out.test_number = static_cast<std::uint32_t>(in.varint(std::numeric_limits<std::uint32_t>::max()));
  record.start_at = time_of(wrapping_sum(made_at(id), in.number()));
  record.lateness = nanoseconds{in.number()};
  record.attempt = static_cast<std::uint32_t>(in.varint(std::numeric_limits<std::uint32_t>::max()));
  if (record.status == run_status::running) {
    if (record.cause.kind != failure_class::none) return std::nullopt;
    in.zeros(version == version_without_usage ? outcome_room_without_usage : outcome_room);
  } else {
    record.duration = nanoseconds{in.number()};
    if (record.duration < nanoseconds{0}) return std::nullopt;
    const std::int64_t expected_end = wrapping_sum(count_of(record.start_at), record.duration.count());
    record.end_at = time_of(wrapping_sum(expected_end, in.number()));
    record.cause.message = in.text();
    if (version != version_without_usage) record.usage = get_usage(in);
  }
  if (!in.finish()) return std::nullopt;
  return out;
}

}  // namespace canary::store
