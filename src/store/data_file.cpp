#include "data_file.hpp"

#include "canary/core/system_text.hpp"
#include "page_layout.hpp"
#include "reading.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <optional>
#include <utility>

namespace canary::store {
namespace {

using layout::meta_page;

constexpr off_t lock_size = 8192;  // with LMDB's 126 readers

std::string open_problem(const std::filesystem::path& path, int code) {
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  switch (code) {
    case ENOENT:
      return "cannot be made: there is no folder " + folder.string() + "; make it, or choose another --db.file";
    case EISDIR:
      return "is a folder; --db.file takes a file, such as " + (path / "canary.db").string();
    case ENOTDIR:
      return "cannot be opened: a part of its path is not a folder; choose another --db.file";
    case EACCES:
    case EPERM:
    case EROFS:
      return "cannot be written: " + system_text(code) + "; let canaryd's user write it and its folder " +
             folder.string() + ", or choose another --db.file";
    default:
      return "cannot be opened: " + system_text(code);
  }
}

std::optional<meta_page> read_meta(int descriptor, std::uint64_t offset) {
  meta_page page{};
  const ssize_t got = ::pread(descriptor, &page, sizeof page, static_cast<off_t>(offset));
  if (got != static_cast<ssize_t>(sizeof page) || page.magic != layout::magic) return std::nullopt;
  return page;
}

}  // namespace

error file_error(const std::filesystem::path& path, const std::string& what) {
  return error{"the database file " + path.string() + " " + what};
}

result<data_file> data_file::open(const std::filesystem::path& path, making how) {
  if (path.empty()) return error{"no database file is named; give one with --db.file"};
  const int making_too = how == making::where_missing ? O_CREAT : 0;
  // Where a file is put in place of this one before it is locked, the lock would be one on a file without a name.
  for (int attempts = 0; attempts < 100; ++attempts) {
    const int descriptor = ::open(path.c_str(), O_RDWR | making_too | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0640);
    if (descriptor < 0) return file_error(path, open_problem(path, errno));
    data_file file(path, descriptor);
    if (auto locked = file.lock(); !locked) return locked.error();
    if (!is_name_of(path, descriptor)) continue;
    if (auto checked = file.check_header(); !checked) return checked.error();
    return file;
  }
  return file_error(path, "is replaced again and again");
}

result<std::uint64_t> data_file::inspect(const std::filesystem::path& path) {
  if (path.empty()) return error{"no database file is named; give one with --db.file"};
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) {
    if (errno == ENOENT) return file_error(path, "does not exist; name one with --db.file");
    return file_error(path, "cannot be read: " + system_text(errno));
  }
  data_file file(path, descriptor);
  if (auto checked = file.check_header(); !checked) return checked.error();
  if (file.size_ == 0) return file_error(path, "is empty");
  return file.map_size_;
}

data_file::data_file(data_file&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      kept_(std::exchange(other.kept_, -1)),
      size_(other.size_),
      lacking_(other.lacking_),
      map_size_(other.map_size_) {}

data_file::~data_file() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (kept_ >= 0) ::close(kept_);
}

void data_file::keep_open(int descriptor) {
  if (kept_ >= 0) ::close(kept_);
  kept_ = descriptor;
}

result<void> data_file::lock() {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) return file_error(path_, "cannot be read: " + system_text(errno));
  if (!S_ISREG(status.st_mode)) return file_error(path_, "is not a regular file; choose another --db.file");
  // LMDB's own locks are on the file beside it and are of another kind (fcntl); they would let a second daemon in.
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) {
      const auto user = locked_by(path_);
      return file_error(path_, "is in use by another canaryd or canaryctl" +
                                   (user ? " (process " + std::to_string(*user) + ")" : std::string()) +
                                   "; stop that one, or name another file with --db.file");
    }
    return file_error(path_, "cannot be locked: " + system_text(errno));
  }
  return {};
}

result<void> data_file::check_header() {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) return file_error(path_, "cannot be read: " + system_text(errno));
  if (!S_ISREG(status.st_mode)) return file_error(path_, "is not a regular file; choose another --db.file");
  size_ = static_cast<std::uint64_t>(status.st_size);
  if (size_ == 0) return {};

  const auto first = read_meta(descriptor_, 0);
  if (!first) return file_error(path_, "is not a database of canaryd's; choose another --db.file, or move it away");
  if (first->version != layout::format) {
    return file_error(path_, "was written by another version of LMDB: its format is " + std::to_string(first->version) +
                                 ", and this canaryd reads " + std::to_string(layout::format));
  }
  const std::uint32_t page_size = first->trees[0].pad;
  if (!std::has_single_bit(page_size) || page_size < layout::least_page_size || page_size > layout::most_page_size) {
    return file_error(
        path_, "is damaged: its header tells a page size of " + std::to_string(page_size) + " bytes" + restore_advice);
  }
  const auto second = read_meta(descriptor_, page_size);
  if (!second || second->trees[0].pad != page_size || size_ < 2 * std::uint64_t{page_size}) {
    return file_error(path_, std::string("is damaged: its second header is missing") + restore_advice);
  }
  const meta_page& newest = second->transaction > first->transaction ? *second : *first;
  map_size_ = newest.map_size;
  const std::uint64_t pages = size_ / page_size;
  if (newest.last_page < pages) return {};
  if (newest.last_page > static_cast<std::uint64_t>(INT64_MAX) / page_size - 1) {
    return file_error(path_, std::string("is damaged: its header tells an impossible size") + restore_advice);
  }
  lacking_ = (newest.last_page + 1) * page_size - size_;
  if (size_ % page_size != 0) return cut_off();  // LMDB writes whole pages
  return {};
}

result<void> data_file::fill_up() {
  if (::ftruncate(descriptor_, static_cast<off_t>(size_ + lacking_)) != 0) return cut_off();
  return {};
}

error data_file::cut_off() const {
  return file_error(path_,
                    "is cut off: " + std::to_string(lacking_) + " bytes are missing at its end" + restore_advice);
}

std::filesystem::path file_behind(const std::filesystem::path& path) {
  std::filesystem::path at = path;
  std::error_code failed;
  constexpr int most_links = 40;  // as the system follows
  for (int links = 0; links < most_links && std::filesystem::is_symlink(at, failed); ++links) {
    const auto to = std::filesystem::read_symlink(at, failed);
    if (failed) return path;
    at = at.parent_path() / to;  // `to` alone where it is absolute
  }
  return at;
}

bool is_name_of(const std::filesystem::path& path, int descriptor) {
  struct stat ours {
  }, there{};
  return ::fstat(descriptor, &ours) == 0 && ::stat(path.c_str(), &there) == 0 && ours.st_ino == there.st_ino &&
         ours.st_dev == there.st_dev;
}

void resemble(int descriptor, const std::filesystem::path& other) {
  struct stat status {};
  if (::stat(other.c_str(), &status) != 0) return;
  [[maybe_unused]] const int owned = ::fchown(descriptor, status.st_uid, status.st_gid);
  ::fchmod(descriptor, status.st_mode & 07777);
}

void make_lock_file(const std::filesystem::path& path) {
  const std::string lock = path.string() + "-lock";
  // One that is there is not opened: closing it would give up this process's locks of it.
  const int descriptor = ::open(lock.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
  if (descriptor < 0) return;
  resemble(descriptor, path);
  ::close(descriptor);
}

result<void> data_file::reserve_lock_file() const {
  make_lock_file(path_);
  const std::filesystem::path lock = path_.string() + "-lock";
  const int descriptor = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0640);
  if (descriptor < 0) return {};
  const int failed = ::posix_fallocate(descriptor, 0, lock_size);
  ::close(descriptor);
  if (failed != ENOSPC && failed != EDQUOT && failed != EFBIG) return {};
  return file_error(path_, "cannot be opened: there is no room for " + lock.string() + " beside it (" +
                               system_text(failed) + "); make room on its disk");
}

int data_file::cannot_grow() const {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) return errno;
  if (::pwrite(descriptor_, "", 1, status.st_size) != 1) return errno;
  return ::ftruncate(descriptor_, status.st_size) == 0 ? 0 : errno;
}

void data_file::restore_size() {
  // What cannot be shortened again stays longer by zeros, which the next opening meets as it did now.
  [[maybe_unused]] const int done = ::ftruncate(descriptor_, static_cast<off_t>(size_));
}

}  // namespace canary::store
