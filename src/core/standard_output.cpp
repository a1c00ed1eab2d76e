#include "canary/core/standard_output.hpp"

#include "canary/core/system_text.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace canary {

std::string finish_standard_output() {
  const int before = std::exchange(errno, 0);
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return {};
  const int why = errno != 0 ? errno : before;  // an earlier write may have failed, and left nothing to do
  pollfd reader{STDOUT_FILENO, POLLOUT, 0};
  if (::poll(&reader, 1, 0) == 1 && (reader.revents & POLLERR) != 0) return {};
  return "standard output cannot be written" + (why != 0 ? ": " + system_text(why) : std::string());
}

}  // namespace canary
