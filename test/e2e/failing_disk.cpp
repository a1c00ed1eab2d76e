// Preloaded into a daemon (LD_PRELOAD), this makes its disk fail as no test could have it fail otherwise: read-only
// from one moment to the next, or broken. The file that FAILING_DISK_ORDER names says how, while it is there: an
// error's number and 'all' or, for LMDB's last write of a commit alone, 'header'.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

constexpr off_t after_header = 8192;

std::atomic<bool> has_failed{false};

bool fails(off_t at) {
  const char* path = std::getenv("FAILING_DISK_ORDER");
  const int order = path != nullptr ? ::open(path, O_RDONLY | O_CLOEXEC) : -1;
  if (order < 0) return has_failed = false;
  char text[64] = {};
  const ssize_t got = ::read(order, text, sizeof text - 1);
  ::close(order);
  int number = 0;
  char what[16] = {};
  if (got <= 0 || std::sscanf(text, "%d %15s", &number, what) != 2) return false;
  const bool is_last = at < after_header;
  if (is_last ? std::strcmp(what, "header") != 0 && !has_failed : std::strcmp(what, "all") != 0) return false;
  errno = number;
  return has_failed = true;
}

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  return fails(at) ? -1 : next<decltype(pwrite)>("pwrite")(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  return fails(at) ? -1 : next<decltype(pwrite64)>("pwrite64")(file, bytes, size, at);
}

ssize_t pwritev(int file, const iovec* parts, int count, off_t at) {
  return fails(at) ? -1 : next<decltype(pwritev)>("pwritev")(file, parts, count, at);
}

int fdatasync(int file) { return fails(after_header) ? -1 : next<decltype(fdatasync)>("fdatasync")(file); }
}
