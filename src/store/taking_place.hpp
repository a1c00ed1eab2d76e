#pragma once
// A database file takes the place of another one's, without a moment at which somebody could be misled.
//
// LMDB coordinates processes by a lock file beside the data, which belongs to that very data: who opens one data with
// the other's lock corrupts it. So both get their names while the new lock is held as LMDB does while it sets it up,
// exclusively. Whoever comes meanwhile waits, finds that the file which it opened has another name by then, and opens
// anew (reading.hpp). Whoever came before goes on with the old data and the old lock, which have no names any more.

#include "canary/core/result.hpp"

#include <filesystem>

namespace canary::store {

/// A descriptor of a lock file that LMDB has open, too. The system gives up all of a process's locks of a file when it
/// closes any descriptor of it: this must outlive LMDB's.
class lock_descriptor {
 public:
  lock_descriptor() = default;
  explicit lock_descriptor(int number) : number_(number) {}
  lock_descriptor(lock_descriptor&& other) noexcept;
  lock_descriptor& operator=(lock_descriptor&&) = delete;
  ~lock_descriptor();

  int number() const { return number_; }
  int release();

 private:
  int number_ = -1;
};

/// `copied`, which this process has open by LMDB, and its lock exchange their names with `file` and its lock, on disk;
/// or all is as it was, and the error says why. `original` is what was copied, open: where another file has its name,
/// moved there by somebody, that one stays.
result<void> take_place(const std::filesystem::path& copied, const std::filesystem::path& file, int original,
                        lock_descriptor& lock);

/// Why a file cannot be compacted that has lost its name.
error lost_its_name(const std::filesystem::path& file);

/// The lock file that LMDB has beside `file`, opened.
result<lock_descriptor> open_lock(const std::filesystem::path& file);

/// Removes what has the name of a copy that is being made, and its lock. The file must be locked.
void remove_unfinished_copy(const std::filesystem::path& file);

}  // namespace canary::store
