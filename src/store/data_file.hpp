#pragma once
// The database file before LMDB sees it: can it be used, is it one of LMDB's, is it whole, and does nobody else use it?
//
// LMDB maps the file and trusts what its first pages say. A page size of 0 there would divide by it; a page that lies
// past the end of the file would raise SIGBUS when touched. So the two meta pages are read here first.

#include "canary/core/result.hpp"

#include <cstdint>
#include <filesystem>

namespace canary::store {

class data_file {
 public:
  /// Opens or makes it and locks it (flock) against another daemon for as long as this lives. The error is a sentence.
  static result<data_file> open(const std::filesystem::path& path);

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

  /// Says that what lacks was in use.
  error cut_off() const;

 private:
  data_file(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  result<void> check();

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  std::uint64_t lacking_ = 0;
};

/// 'the database file X ' and then `what`.
error file_error(const std::filesystem::path& path, const std::string& what);

}  // namespace canary::store
