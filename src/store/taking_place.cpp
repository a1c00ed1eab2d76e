#include "taking_place.hpp"

#include "canary/core/system_text.hpp"
#include "canary/store/maintenance.hpp"
#include "copying.hpp"
#include "data_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace canary::store {
namespace {

std::filesystem::path lock_of(const std::filesystem::path& file) { return file.string() + "-lock"; }

/// LMDB locks the first byte: shared while it has the file open, exclusively while it sets it up.
bool set_lock(int descriptor, short kind) {
  struct flock lock {};
  lock.l_type = kind;
  lock.l_whence = SEEK_SET;
  lock.l_len = 1;
  return ::fcntl(descriptor, F_SETLK, &lock) == 0;
}

result<void> exchange(const std::filesystem::path& a, const std::filesystem::path& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return {};
  return error{a.string() + " and " + b.string() + " cannot exchange their names: " + system_text(errno) +
               "; `canaryctl db backup --compact` makes a smaller copy, to be moved there while canaryd is stopped"};
}

}  // namespace

lock_descriptor::lock_descriptor(lock_descriptor&& other) noexcept : number_(other.release()) {}

lock_descriptor::~lock_descriptor() {
  if (number_ >= 0) ::close(number_);
}

int lock_descriptor::release() { return std::exchange(number_, -1); }

result<lock_descriptor> open_lock(const std::filesystem::path& file) {
  const int lock = ::open(lock_of(file).c_str(), O_RDWR | O_CLOEXEC);
  if (lock >= 0) return lock_descriptor(lock);
  return error{lock_of(file).string() + " cannot be opened: " + system_text(errno)};
}

error lost_its_name(const std::filesystem::path& file) {
  return file_error(file, "is another one by now than the one in use, which was moved or removed; nothing was done");
}

result<void> take_place(const std::filesystem::path& copied, const std::filesystem::path& file, int original,
                        lock_descriptor& lock) {
  if (!is_name_of(file, original)) return lost_its_name(file);
  if (!set_lock(lock.number(), F_WRLCK)) return error{copied.string() + " is being read by another process"};
  struct share_again {
    int lock;
    ~share_again() { set_lock(lock, F_RDLCK); }
  } const at_end{lock.number()};
  resemble(lock.number(), lock_of(file));
  if (auto locks = exchange(lock_of(copied), lock_of(file)); !locks) return locks.error();
  auto done = exchange(copied, file);
  if (done) {
    // Between the look above and the exchange, too, somebody may have moved another file there.
    done = is_name_of(copied, original) ? sync_folder_of(file) : lost_its_name(file);
    // Where the names cannot be given back, the copy stays: after a power cut either may be there, and both are whole.
    if (!done && !exchange(copied, file)) done = {};
  }
  if (!done) static_cast<void>(exchange(lock_of(copied), lock_of(file)));
  return done;
}

void remove_unfinished_copy(const std::filesystem::path& file) {
  const auto copied = unfinished_copy(file);
  ::unlink(copied.c_str());
  ::unlink(lock_of(copied).c_str());
}

}  // namespace canary::store
