#include "rollup_codec.hpp"

#include "bytes.hpp"

#include <limits>

namespace canary::store {
namespace {

constexpr std::uint8_t rollup_version = 2, version_without_skipped = 1;

void put_classes(byte_writer& out, const rollup& of) {
  unsigned present = 0;
  for (std::size_t i = 1; i < rollup::classes; ++i) present |= of.by_class[i] > 0 ? 1u << i : 0u;
  out.varint(present);
  for (std::size_t i = 1; i < rollup::classes; ++i) {
    if (of.by_class[i] > 0) out.varint(of.by_class[i]);
  }
}

void get_classes(byte_reader& in, rollup& out) {
  const std::uint64_t present = in.varint((1u << rollup::classes) - 1);
  if ((present & 1) != 0) in.fail();
  for (std::size_t i = 1; i < rollup::classes; ++i) {
    if ((present >> i & 1) == 0) continue;
    out.by_class[i] = in.varint();
    if (out.by_class[i] == 0) in.fail();
  }
}

void put_buckets(byte_writer& out, const std::vector<quantile_sketch::bucket>& buckets) {
  out.varint(buckets.size());
  unsigned next = 0;
  for (const auto& [index, count] : buckets) {
    out.varint((index - next) * 2u + (count > 1 ? 1u : 0u));
    if (count > 1) out.varint(count - 2);
    next = index + 1u;
  }
}

std::optional<quantile_sketch> get_buckets(byte_reader& in) {
  std::vector<quantile_sketch::bucket> buckets;
  std::uint64_t left = in.varint(quantile_sketch::last_index + 1u);
  if (left > in.remaining()) in.fail();
  for (std::uint64_t next = 0; left > 0 && in.good(); --left) {
    const std::uint64_t head = in.varint();
    const std::uint64_t index = next + head / 2;
    if (index > quantile_sketch::last_index) return std::nullopt;
    const std::uint64_t count = head % 2 == 0 ? 1 : in.varint(std::numeric_limits<std::uint64_t>::max() - 2) + 2;
    buckets.push_back({static_cast<std::uint16_t>(index), count});
    next = index + 1;
  }
  return quantile_sketch::from(std::move(buckets));
}

}  // namespace

std::string encode_rollup(const rollup& of) {
  byte_writer out;
  out.byte(of.skipped > 0 ? rollup_version : version_without_skipped);
  out.varint(of.passed);
  out.varint(of.failed);
  out.varint(of.interrupted);
  if (of.skipped > 0) out.varint(of.skipped);
  put_classes(out, of);
  out.varint(static_cast<std::uint64_t>(of.total_duration.count()));
  put_buckets(out, of.durations.buckets());
  out.end();
  return out.take();
}

std::optional<rollup> decode_rollup(std::string_view bytes) {
  byte_reader in(bytes);
  const std::uint8_t version = in.byte();
  if (version != rollup_version && version != version_without_skipped) return std::nullopt;
  rollup out;
  out.passed = in.varint();
  out.failed = in.varint();
  out.interrupted = in.varint();
  if (version == rollup_version && (out.skipped = in.varint()) == 0) in.fail();
  get_classes(in, out);
  out.total_duration = nanoseconds{static_cast<std::int64_t>(in.varint(std::numeric_limits<std::int64_t>::max()))};
  auto durations = get_buckets(in);
  if (!durations || !in.finish()) return std::nullopt;
  out.durations = std::move(*durations);
  return out;
}

}  // namespace canary::store
