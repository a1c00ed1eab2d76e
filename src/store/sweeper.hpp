#pragma once
// Removes what retention keeps no longer, a slice at a time, so that the writer can write in between.
//
// Passes are found by walking `runs` from where the last slice has come to; it leaves behind what failed, which is then
// found by `failures`. So each run is looked at twice in its life, however many are kept.

#include "canary/store/retention.hpp"
#include "lmdb.hpp"
#include "retention_marks.hpp"
#include "schema.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace canary::store {

/// Runs that one slice looks at, at most.
inline constexpr std::size_t most_swept = 500;

class sweeper {
 public:
  /// `max_size` is the file's limit in bytes.
  sweeper(const retention& rules, std::uint64_t max_size) : rules_(rules), max_size_(max_size) {}

  struct progress {
    bool more = false;       ///< whether there may be more to do
    std::size_t looked = 0;  ///< entries that were looked at; at least 1 where there may be more
  };

  /// Removes some of what is too old at `now`, or too much, in a transaction of its own that is committed. Without a
  /// date, only what is too much. `removed` grows. Throws `lmdb::fault`; where the file is full, the next slice is a
  /// smaller one.
  progress sweep(lmdb::environment& env, const tables& in, std::optional<retention_date> now, removed_runs& removed);

  /// Whether so much of the file is in use that there may be something to do, whatever the time is. Cheap.
  bool is_near_full(const lmdb::environment& env) const;

 private:
  /// Why a slice removes what is not too old.
  enum class pressure { none, count, size };
  struct slice;

  pressure feel_pressure(lmdb::environment& env, const tables& in);
  progress sweep_slice(lmdb::transaction& txn, const tables& in, std::optional<retention_date> now, pressure from,
                       removed_runs& removed);
  void sweep_passes(slice& s) const;
  void sweep_failures(slice& s, std::uint8_t part, nanoseconds age) const;
  void sweep_rollups(slice& s, lmdb::table table, std::uint32_t before) const;

  const retention rules_;
  const std::uint64_t max_size_;
  bool is_full_ = false;
  std::size_t budget_ = most_swept;
};

}  // namespace canary::store
