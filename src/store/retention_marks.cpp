#include "retention_marks.hpp"

#include "bytes.hpp"

namespace canary::store {
namespace {

constexpr const char *passes_key = "swept", *failures_key = "swept-failures", *expiry_key = "swept-at";
constexpr std::chrono::hours longest_doubt{48};

run_id read_mark(const lmdb::transaction& txn, const tables& in, const char* key) {
  const auto bytes = txn.get(in.meta, key);
  return bytes ? id_of(*bytes).value_or(run_id{}) : run_id{};
}

}  // namespace

retention_marks read_marks(const lmdb::transaction& txn, const tables& in) {
  return {read_mark(txn, in, passes_key), read_mark(txn, in, failures_key)};
}

void write_marks(lmdb::transaction& txn, const tables& in, const retention_marks& marks) {
  txn.put(in.meta, passes_key, key_of(marks.passes));
  txn.put(in.meta, failures_key, key_of(marks.failures));
}

std::optional<retention_date> read_expiry(const lmdb::transaction& txn, const tables& in) {
  const auto bytes = txn.get(in.meta, expiry_key);
  if (!bytes) return std::nullopt;
  byte_reader of(*bytes);
  // Half of what there is leaves room to add to it.
  const std::uint64_t date = of.varint(static_cast<std::uint64_t>(wall_time::max().time_since_epoch().count()) / 2);
  const std::uint64_t doubted = of.varint(static_cast<std::uint64_t>(nanoseconds{longest_doubt}.count()));
  if (!of.finish()) return std::nullopt;
  return retention_date{wall_time{nanoseconds{static_cast<std::int64_t>(date)}},
                        nanoseconds{static_cast<std::int64_t>(doubted)}};
}

void write_expiry(lmdb::transaction& txn, const tables& in, const retention_date& date) {
  byte_writer out;
  for (const std::int64_t ns : {date.date.time_since_epoch().count(), date.doubted_for.count()}) {
    out.varint(static_cast<std::uint64_t>(std::max<std::int64_t>(ns, 0)));
  }
  out.end();
  txn.put(in.meta, expiry_key, out.take());
}

}  // namespace canary::store
