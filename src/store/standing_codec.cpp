#include "standing_codec.hpp"

#include "bytes.hpp"

#include <limits>

namespace canary::store {
namespace {

constexpr std::uint8_t standing_version = 2, version_without_skipped = 1;

/// The last that 64 bits of nanoseconds reach.
constexpr std::uint64_t last_day = 106'751;

void put_id(byte_writer& out, const run_id& id) {
  for (const std::uint8_t b : id.bytes) out.byte(b);
}

run_id get_id(byte_reader& in) {
  run_id id;
  for (std::uint8_t& b : id.bytes) b = in.byte();
  return id;
}

}  // namespace

std::string encode_standing(const standing& of) {
  byte_writer out;
  const bool any_skipped = of.skipped > 0;
  const unsigned row_at = any_skipped ? 4 : 2;
  out.byte(any_skipped ? standing_version : version_without_skipped);
  out.byte(static_cast<std::uint8_t>(static_cast<unsigned>(of.last) | static_cast<unsigned>(of.row_of) << row_at));
  put_id(out, of.newest);
  out.varint(of.row);
  put_id(out, of.row_first);
  out.number(of.row_since.time_since_epoch().count());
  out.varint(of.passed);
  out.varint(of.failed);
  out.varint(of.interrupted);
  if (any_skipped) out.varint(of.skipped);
  out.varint(of.day);
  out.end();
  return out.take();
}

std::optional<standing> decode_standing(std::string_view bytes) {
  byte_reader in(bytes);
  const std::uint8_t version = in.byte();
  if (version != standing_version && version != version_without_skipped) return std::nullopt;
  const bool any_skipped = version == standing_version;
  standing out;
  const std::uint8_t kind = in.byte();
  const unsigned last = any_skipped ? kind & 15u : kind & 3u, row_of = any_skipped ? kind >> 4u : kind >> 2u;
  if (last > static_cast<unsigned>(run_status::skipped) || row_of > static_cast<unsigned>(run_status::interrupted)) {
    return std::nullopt;
  }
  out.last = static_cast<run_status>(last);
  out.row_of = static_cast<run_status>(row_of);
  out.newest = get_id(in);
  out.row = in.varint();
  out.row_first = get_id(in);
  out.row_since = wall_time{nanoseconds{in.number()}};
  out.passed = in.varint();
  out.failed = in.varint();
  out.interrupted = in.varint();
  if (any_skipped && (out.skipped = in.varint()) == 0) in.fail();
  out.day = static_cast<std::uint32_t>(in.varint(last_day));
  if (!in.finish()) return std::nullopt;
  return out;
}

}  // namespace canary::store
