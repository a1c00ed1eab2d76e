#pragma once
// What systemd and a service tell each other: sd_notify(3), sd_listen_fds(3), sd_watchdog_enabled(3).

#include "canary/core/clock.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canary::app {

/// Sends states to the service manager; does nothing where there is none. Never blocks: what the manager has no room
/// for waits, in order, and is tried again ten times a second; of each kind of state only the newest waits. A manager
/// that has gone loses what is sent to it.
class service_manager {
 public:
  /// `get` looks up an environment variable (NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID, LISTEN_FDS, LISTEN_PID).
  /// `time` outlives this.
  service_manager(clock& time, const std::function<const char*(const char*)>& get);
  ~service_manager();
  service_manager(const service_manager&) = delete;
  service_manager& operator=(const service_manager&) = delete;

  void ready(std::string_view status);
  void reloading();
  /// Not ready yet: start-up takes longer, and is to be waited for so much longer.
  void starting(std::string_view status, nanoseconds wait);
  void stopping(std::string_view status);
  void status(std::string_view text);

  /// Tells the manager, at half the interval that it asks for, that the loop still turns. Nothing where it asks for
  /// none.
  void feed_watchdog();

  /// A listening socket that the manager has opened for us, or -1.
  int inherited_socket() const noexcept { return inherited_socket_; }

 private:
  enum class sending : unsigned char { done, no_room };

  void tell(std::string state);
  void send_waiting();
  sending send(const std::string& state);

  clock& time_;
  int socket_ = -1;
  std::string path_;
  int inherited_socket_ = -1;
  std::optional<nanoseconds> watchdog_;
  std::unique_ptr<timer> feeding_;
  std::vector<std::string> waiting_;  ///< states that the manager had no room for, oldest first
  std::unique_ptr<timer> retry_;
};

}  // namespace canary::app
