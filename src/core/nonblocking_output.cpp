#include "canary/core/nonblocking_output.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <string>

namespace canary {
namespace {

output_way best_way(int descriptor) {
  struct stat about {};
  if (::fstat(descriptor, &about) != 0) return output_way::polled;
  if (S_ISREG(about.st_mode)) return output_way::direct;
  if (S_ISSOCK(about.st_mode)) return output_way::socket;
  return output_way::reopened;
}

bool ready(int descriptor, std::chrono::milliseconds at_most) {
  pollfd asked{descriptor, POLLOUT, 0};
  return ::poll(&asked, 1, static_cast<int>(std::clamp<std::int64_t>(at_most.count(), 0, INT_MAX))) > 0;
}

}  // namespace

nonblocking_output::nonblocking_output(int descriptor) : nonblocking_output(descriptor, best_way(descriptor)) {}

nonblocking_output::nonblocking_output(int descriptor, output_way way) : descriptor_(descriptor), way_(way) {
  if (way_ != output_way::reopened) return;
  const std::string path = "/proc/self/fd/" + std::to_string(descriptor);
  const int own = ::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (own < 0) {
    way_ = output_way::polled;
    return;
  }
  descriptor_ = own;
  owned_ = true;
}

nonblocking_output::~nonblocking_output() {
  if (owned_) ::close(descriptor_);
}

nonblocking_output::written nonblocking_output::write(std::string_view data) {
  written done;
  while (done.bytes < data.size()) {
    const char* rest = data.data() + done.bytes;
    std::size_t size = data.size() - done.bytes;
    if (way_ == output_way::polled) {
      // Room for one byte of a pipe is room for PIPE_BUF, since pipes are made of pages.
      if (!ready(descriptor_, {})) return done;
      size = std::min<std::size_t>(size, PIPE_BUF);
    }
    const ssize_t n = way_ == output_way::socket ? ::send(descriptor_, rest, size, MSG_DONTWAIT | MSG_NOSIGNAL)
                                                 : ::write(descriptor_, rest, size);
    if (n >= 0) {
      done.bytes += static_cast<std::size_t>(n);
    } else if (errno != EINTR) {
      done.failed = errno != EAGAIN && errno != EWOULDBLOCK;
      return done;
    }
  }
  return done;
}

bool nonblocking_output::wait(std::chrono::milliseconds at_most) const { return ready(descriptor_, at_most); }

}  // namespace canary
