#include "copying.hpp"

#include "canary/core/system_text.hpp"
#include "data_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <future>
#include <utility>

namespace canary::store {
namespace {

std::uint64_t size_of(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

}  // namespace

result<new_file> new_file::make(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640);
  if (descriptor < 0) return error{path.string() + " cannot be made: " + system_text(errno)};
  new_file made(path, descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    made.kept_ = true;
    return error{path.string() + " is being written by another process"};
  }
  if (::ftruncate(descriptor, 0) != 0) return error{path.string() + " cannot be written: " + system_text(errno)};
  return made;
}

new_file::new_file(new_file&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)), kept_(other.kept_) {}

new_file::~new_file() {
  if (descriptor_ < 0) return;
  if (!kept_) ::unlink(path_.c_str());
  ::close(descriptor_);
}

void new_file::resemble(const std::filesystem::path& other) const { store::resemble(descriptor_, other); }

result<void> new_file::sync() const {
  if (::fsync(descriptor_) != 0) return error{path_.string() + " cannot be written: " + system_text(errno)};
  return {};
}

result<void> new_file::rename(const std::filesystem::path& to, bool replace) {
  // A name that is taken meanwhile is not taken from its file either.
  if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, to.c_str(), replace ? 0 : RENAME_NOREPLACE) != 0) {
    if (errno == EEXIST) return error{to.string() + " is there already; --force replaces it"};
    return error{path_.string() + " cannot be named " + to.string() + ": " + system_text(errno)};
  }
  path_ = to;
  kept_ = true;
  return {};
}

void copy_environment(const lmdb::environment& from, bool compact, const new_file& to,
                      const std::function<bool(std::uint64_t)>& meanwhile) {
  // LMDB writes from the descriptor's position, and tells nothing on the way.
  auto copying = std::async(std::launch::async, [&] { from.copy_to(to.descriptor(), compact); });
  do {
    if (meanwhile(size_of(to.descriptor()))) continue;
    // What is written to a full device fails, and that ends the copying.
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    ::dup3(full, to.descriptor(), O_CLOEXEC);
    ::close(full);
    copying.wait();
    throw lmdb::fault(ECANCELED, "copying");
  } while (copying.wait_for(std::chrono::milliseconds{50}) == std::future_status::timeout);
  copying.get();
}

result<void> sync_folder_of(const std::filesystem::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int why = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) return error{"the folder " + folder.string() + " cannot be written: " + system_text(why)};
  return {};
}

}  // namespace canary::store
