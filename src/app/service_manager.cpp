#include "canary/app/service_manager.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstring>

namespace canary::app {
namespace {

std::optional<std::int64_t> number(const char* text) {
  if (text == nullptr) return std::nullopt;
  std::int64_t value = 0;
  const char* end = text + std::strlen(text);
  const auto [stopped, failed] = std::from_chars(text, end, value);
  if (failed != std::errc{} || stopped != end) return std::nullopt;
  return value;
}

bool is_for_us(const char* pid) { return pid == nullptr || number(pid) == static_cast<std::int64_t>(::getpid()); }

}  // namespace

service_manager::service_manager(clock& time, const std::function<const char*(const char*)>& get) : time_(time) {
  if (const char* path = get("NOTIFY_SOCKET"); path != nullptr && (path[0] == '/' || path[0] == '@')) {
    path_ = path;
    socket_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  }
  if (const auto usec = number(get("WATCHDOG_USEC")); usec && *usec > 0 && is_for_us(get("WATCHDOG_PID"))) {
    watchdog_ = std::chrono::microseconds{*usec};
  }
  const char* listen_pid = get("LISTEN_PID");
  if (const auto count = number(get("LISTEN_FDS"));
      count && *count > 0 && listen_pid != nullptr && is_for_us(listen_pid)) {
    inherited_socket_ = 3;  // SD_LISTEN_FDS_START
    ::fcntl(inherited_socket_, F_SETFD, FD_CLOEXEC);
  }
}

service_manager::~service_manager() {
  if (socket_ >= 0) ::close(socket_);
}

service_manager::sending service_manager::send(const std::string& state) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path_.size() >= sizeof address.sun_path) return sending::done;
  std::memcpy(address.sun_path, path_.data(), path_.size());
  if (address.sun_path[0] == '@') address.sun_path[0] = '\0';  // the abstract namespace
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path_.size());
  const auto sent =
      ::sendto(socket_, state.data(), state.size(), MSG_NOSIGNAL, reinterpret_cast<sockaddr*>(&address), length);
  return sent < 0 && (errno == EAGAIN || errno == ENOBUFS) ? sending::no_room : sending::done;
}

void service_manager::tell(std::string state) {
  if (socket_ < 0) return;
  const auto kind = state.substr(0, state.find('='));
  std::erase_if(waiting_, [&](const std::string& older) { return older.substr(0, older.find('=')) == kind; });
  waiting_.push_back(std::move(state));
  send_waiting();
}

void service_manager::send_waiting() {
  const auto unsent =
      std::find_if(waiting_.begin(), waiting_.end(), [this](const auto& s) { return send(s) == sending::no_room; });
  waiting_.erase(waiting_.begin(), unsent);
  if (waiting_.empty()) return;
  // A datagram socket that has no peer does not tell when there is room.
  if (!retry_) retry_ = time_.make_timer();
  retry_->start(time_.mono() + std::chrono::milliseconds{100}, [this] { send_waiting(); });
}

void service_manager::ready(std::string_view status) { tell("READY=1\nSTATUS=" + std::string(status)); }

void service_manager::reloading() {
  const auto usec = std::chrono::duration_cast<std::chrono::microseconds>(time_.mono().time_since_epoch()).count();
  tell("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(usec));
}

void service_manager::starting(std::string_view status, nanoseconds wait) {
  const auto usec = std::chrono::duration_cast<std::chrono::microseconds>(wait).count();
  tell("EXTEND_TIMEOUT_USEC=" + std::to_string(usec) + "\nSTATUS=" + std::string(status));
}

void service_manager::stopping(std::string_view status) { tell("STOPPING=1\nSTATUS=" + std::string(status)); }
void service_manager::status(std::string_view text) { tell("STATUS=" + std::string(text)); }

void service_manager::feed_watchdog() {
  if (!watchdog_ || socket_ < 0) return;
  if (!feeding_) feeding_ = time_.make_timer();
  tell("WATCHDOG=1");
  feeding_->start(time_.mono() + *watchdog_ / 2, [this] { feed_watchdog(); });
}

}  // namespace canary::app
