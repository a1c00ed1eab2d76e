#include "command/database_streams.hpp"

#include "canary/core/system_text.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace canary::command {
descriptor descriptor::standard_output() { return descriptor(STDOUT_FILENO, false); }

result<descriptor> descriptor::to_read(const std::filesystem::path& file) {
  if (file == "-") return descriptor(STDIN_FILENO, false);
  const int number = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (number >= 0) return descriptor(number, true);
  return error{file.string() + " cannot be read: " + system_text(errno)};
}

descriptor::descriptor(descriptor&& other) noexcept
    : number_(other.number_), owned_(std::exchange(other.owned_, false)), trouble_(std::move(other.trouble_)) {}

descriptor::~descriptor() {
  if (owned_) ::close(number_);
}

bool descriptor::wait(short what) const {
  pollfd one{number_, what, 0};
  return ::poll(&one, 1, -1) > 0 || errno == EINTR;
}

bool descriptor::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(number_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      return false;
    } else if (errno != EINTR && (errno != EAGAIN || !wait(POLLOUT))) {
      trouble_ = error{"what is exported cannot be written: " + system_text(errno)};
      return false;
    }
  }
  return true;
}

std::size_t descriptor::read(char* to, std::size_t size) {
  while (true) {
    const ssize_t got = ::read(number_, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno == EINTR || (errno == EAGAIN && wait(POLLIN))) continue;
    trouble_ = error{"what is imported cannot be read: " + system_text(errno)};
    return 0;
  }
}

std::uint64_t descriptor::size() const {
  struct stat status {};
  return ::fstat(number_, &status) == 0 && S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
}

}  // namespace canary::command
