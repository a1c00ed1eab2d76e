#include "run/upload.hpp"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace canary::run {
namespace {

class descriptor {
 public:
  explicit descriptor(int number) : number_(number) {}
  ~descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  int number() const noexcept { return number_; }

 private:
  int number_;
};

// The kernel itself sees to it that no step of the path leaves the folder. What is no file does not keep it waiting.
int open_beneath(int folder, const std::string& path) {
  open_how how{};
  how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  return static_cast<int>(::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how));
}

failure refuse(const std::string& path, const std::string& why) {
  return {failure_class::script, "the file '" + path.substr(0, 500) + "' cannot be sent: " + why};
}

std::string describe(int error) {
  switch (error) {
    case EXDEV:
      return "it does not lie in the work directory";
    case ENOENT:
      return "it is not there (paths are relative to --work.dir)";
    default:
      return std::strerror(error);
  }
}

}  // namespace

failure append_upload(const std::filesystem::path& folder, const std::string& path, std::string& to,
                      const std::function<failure()>& pause) {
  if (path.find('\0') != path.npos) return refuse(path, "its name holds a zero byte");
  const descriptor root(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (root.number() < 0) return refuse(path, std::string("the work directory: ") + std::strerror(errno));
  const descriptor file(open_beneath(root.number(), path));
  if (file.number() < 0) return refuse(path, describe(errno));
  struct stat found {};
  if (::fstat(file.number(), &found) != 0) return refuse(path, std::strerror(errno));
  if (!S_ISREG(found.st_mode)) return refuse(path, "it is not a regular file");
  const auto size = static_cast<std::size_t>(found.st_size);
  const auto too_big = [&] {
    return failure{failure_class::limit, "the file '" + path.substr(0, 500) +
                                             "' makes the request's body larger than " +
                                             std::to_string(upload_limit >> 20) + " MiB"};
  };
  if (size > upload_limit || to.size() > upload_limit - size) return too_big();
  // The disk is asked for all of it at once, and what it has brought is read without waiting for more than a piece.
  ::posix_fadvise(file.number(), 0, 0, POSIX_FADV_WILLNEED);
  constexpr std::size_t piece = 128u << 10;
  to.reserve(to.size() + size + piece);
  for (;;) {
    const std::size_t filled = to.size();
    if (filled > upload_limit) return too_big();  // it grows while it is read
    to.resize(filled + piece);
    const ssize_t got = ::read(file.number(), to.data() + filled, piece);
    to.resize(filled + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0) return refuse(path, std::strerror(errno));
    if (got == 0) return {};
    if (failure ended = pause(); ended.kind != failure_class::none) return ended;
  }
}

}  // namespace canary::run
