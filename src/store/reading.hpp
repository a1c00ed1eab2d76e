#pragma once
// A database file that is read from outside, beside whoever writes it.

#include "canary/core/result.hpp"
#include "lmdb.hpp"
#include "schema.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

namespace canary::store {

class reading {
 public:
  /// The error says what is wrong with the file, or that it cannot be read.
  static result<std::unique_ptr<reading>> open(const std::filesystem::path& file);

  const lmdb::transaction& txn() const { return *txn_; }
  lmdb::environment& env() { return *env_; }
  const tables& in() const { return in_; }
  std::uint32_t schema() const { return schema_; }
  bool holds_ids(lmdb::table table) const {
    return table == in_.by_test || table == in_.recent || table == in_.failures || table == in_.retries;
  }

  /// An error where the file is of an older version, or is being brought to this one.
  result<void> require_current(const std::filesystem::path& file) const;

  /// Notes that these bytes of the file were looked at, and whatever lies between them and others.
  void touched(std::string_view bytes);

  /// Gives up the snapshot, and the memory that pages took between the first and the last that were `touched`. Views
  /// that were read before lead nowhere.
  void rest();

  /// Likewise, and takes a new snapshot. Throws `lmdb::fault`.
  void renew();

  /// Calls `body` and makes an error of what it throws. `lmdb::fault` becomes a sentence about the file.
  template <class Body>
  static auto guarded(const std::filesystem::path& file, Body body) -> decltype(body()) {
    try {
      return body();
    } catch (const lmdb::fault& fault) {
      return problem(file, fault);
    }
  }
  static error problem(const std::filesystem::path& file, const lmdb::fault& fault);

 private:
  reading() = default;
  void forget_memory();

  std::unique_ptr<lmdb::environment> env_;
  std::unique_ptr<lmdb::transaction> txn_;
  tables in_;
  std::uint32_t schema_ = 0;
  bool resting_ = false;
  const char *lowest_ = nullptr, *highest_ = nullptr;  ///< of what was touched
};

/// The process that has locked it against other daemons, as the kernel tells everybody.
std::optional<int> locked_by(const std::filesystem::path& file);

/// What a walk does after an entry.
enum class step : unsigned char { on, end_slice, end };

/// Walks a table from `start` to its end. Each slice of some hundred entries is read in one snapshot; `visit` gets each
/// entry, and may look up others in `from.txn()`, which are as they were at the same moment. An entry that is there all
/// the time is visited once. `after_slice` is called where no snapshot is held, and returns
/// whether to go on.
void walk_in_slices(reading& from, lmdb::table table, lmdb::shape shape, std::string_view start,
                    const std::function<step(const lmdb::entry&)>& visit, const std::function<bool()>& after_slice);

}  // namespace canary::store
