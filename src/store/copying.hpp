#pragma once
// One environment written into a new file, whole and on disk when that is done.

#include "canary/core/result.hpp"
#include "lmdb.hpp"

#include <chrono>
#include <filesystem>
#include <functional>

namespace canary::store {

/// A file that is being made, and is removed with this unless it is kept.
class new_file {
 public:
  /// In place of one that was left behind. The error is a sentence.
  static result<new_file> make(const std::filesystem::path& path);

  new_file(new_file&& other) noexcept;
  new_file& operator=(new_file&&) = delete;
  ~new_file();

  int descriptor() const { return descriptor_; }
  const std::filesystem::path& path() const { return path_; }

  /// Gives it the owner and the permissions of another file, as far as this process may.
  void resemble(const std::filesystem::path& other) const;

  /// Onto the disk.
  result<void> sync() const;

  /// It stays when this goes.
  void keep() { kept_ = true; }

  /// Under another name, in whose place it comes at once. `replace`: also where there is a file of that name.
  result<void> rename(const std::filesystem::path& to, bool replace);

 private:
  new_file(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  std::filesystem::path path_;
  int descriptor_ = -1;
  bool kept_ = false;
};

/// Calls `meanwhile` every now and then with the bytes that are written; where it returns false, the copying ends with
/// an error. Throws `lmdb::fault`.
void copy_environment(const lmdb::environment& from, bool compact, const new_file& to,
                      const std::function<bool(std::uint64_t)>& meanwhile);

/// The entry of a folder that has changed, onto the disk.
result<void> sync_folder_of(const std::filesystem::path& file);

}  // namespace canary::store
