#pragma once
// The database file before LMDB sees it: can it be used, is it one of LMDB's, is it whole, and does nobody else use it?
//
// LMDB maps the file and trusts what its first pages say. A page size of 0 there would divide by it; a page that lies
// past the end of the file would raise SIGBUS when touched. So the two meta pages are read here first.

#include "canary/core/result.hpp"

#include <cstdint>
#include <filesystem>

namespace canary::store {

/// What may be done about a damaged file: the end of every sentence that tells of one at its opening.
inline constexpr const char* restore_advice =
    "; restore it from a copy, or move it away, and canaryd will begin a new one";

class data_file {
 public:
  enum class making : unsigned char { where_missing, never };

  /// Opens or makes it and locks it (flock) against another daemon for as long as this lives. The error is a sentence.
  static result<data_file> open(const std::filesystem::path& path, making how = making::where_missing);

  /// Looks at its header, also while a daemon uses it: locks nothing, makes nothing. Returns how far it may grow, in
  /// bytes, as who wrote last had it.
  static result<std::uint64_t> inspect(const std::filesystem::path& path);

  data_file(data_file&& other) noexcept;
  data_file& operator=(data_file&&) = delete;
  ~data_file();

  /// Makes LMDB's lock file as large as it will be. LMDB maps it, and a page of it for which the disk has no room would
  /// be a SIGBUS when touched. What else may be wrong with it is for LMDB to say.
  result<void> reserve_lock_file() const;

  /// Why the file cannot be one byte longer: an errno, or 0 where it can. It stays as it is.
  int cannot_grow() const;

  int descriptor() const { return descriptor_; }
  std::uint64_t size() const { return size_; }

  /// Bytes that its header says are in use and that the file lacks. LMDB leaves free pages at the end unwritten, so
  /// that some may lack in a file that is whole; in one that was cut off, pages that are in use lack.
  std::uint64_t lacking() const { return lacking_; }

  /// Appends `lacking()` bytes of zeros, so that no page lies past the end; `restore_size` takes them away again.
  result<void> fill_up();
  void restore_size();

  /// Goes by another name from now on.
  void renamed(const std::filesystem::path& path) { path_ = path; }

  /// Another descriptor, which is closed with this.
  void keep_open(int descriptor);

  /// Says that what lacks was in use.
  error cut_off() const;

 private:
  data_file(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  result<void> lock();
  result<void> check_header();

  std::filesystem::path path_;
  int descriptor_ = -1, kept_ = -1;
  std::uint64_t size_ = 0;
  std::uint64_t lacking_ = 0;
  std::uint64_t map_size_ = 0;
};

/// The file that a name stands for, symbolic links followed, also where it is not there yet. The lock is beside it: two
/// names of one file must not have a lock each, and what takes its place must not take a link's.
std::filesystem::path file_behind(const std::filesystem::path& path);

/// Whether `path` names the open file.
bool is_name_of(const std::filesystem::path& path, int descriptor);

/// Gives an open file the owner and the permissions of another one, as far as this process may.
void resemble(int descriptor, const std::filesystem::path& other);

/// Makes an empty lock file beside `path` where there is none, which whoever may use the database may use, too: LMDB
/// would make one of its caller's, and root's keeps canaryd's user away.
void make_lock_file(const std::filesystem::path& path);

/// 'the database file X ' and then `what`.
error file_error(const std::filesystem::path& path, const std::string& what);

}  // namespace canary::store
