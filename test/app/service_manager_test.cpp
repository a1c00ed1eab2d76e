#include "canary/app/service_manager.hpp"

#include "support/catch.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <map>

using namespace canary;
using namespace canary::app;
using namespace std::chrono_literals;

namespace {

// systemd's end of NOTIFY_SOCKET.
class notify_socket {
 public:
  enum class kind { file, abstract };

  explicit notify_socket(kind of = kind::file) {
    descriptor_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    REQUIRE(descriptor_ >= 0);
    static int made = 0;
    const std::string unique = "canary-notify-" + std::to_string(::getpid()) + "-" + std::to_string(++made);
    name_ = of == kind::file ? "/tmp/" + unique : "@" + unique;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    name_.copy(address.sun_path, sizeof address.sun_path - 1);
    if (of == kind::abstract) address.sun_path[0] = '\0';
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name_.size());
    REQUIRE(::bind(descriptor_, reinterpret_cast<sockaddr*>(&address), length) == 0);
  }
  ~notify_socket() {
    ::close(descriptor_);
    if (name_[0] == '/') ::unlink(name_.c_str());
  }
  notify_socket(const notify_socket&) = delete;
  notify_socket& operator=(const notify_socket&) = delete;

  const std::string& name() const { return name_; }

  /// What has come since the last call, a string a datagram.
  std::vector<std::string> received() const {
    std::vector<std::string> all;
    char buffer[4096];
    for (ssize_t n; (n = ::recv(descriptor_, buffer, sizeof buffer, 0)) >= 0;)
      all.emplace_back(buffer, static_cast<std::size_t>(n));
    return all;
  }

 private:
  int descriptor_ = -1;
  std::string name_;
};

using variables = std::map<std::string, std::string>;
using strings = std::vector<std::string>;

std::function<const char*(const char*)> environment(const variables& of) {
  return [&of](const char* name) {
    const auto found = of.find(name);
    return found == of.end() ? nullptr : found->second.c_str();
  };
}

}  // namespace

TEST_CASE("the service manager is told of each state in its own words") {
  for (const auto kind : {notify_socket::kind::file, notify_socket::kind::abstract}) {
    const notify_socket manager(kind);
    const variables env{{"NOTIFY_SOCKET", manager.name()}};
    CAPTURE(manager.name());
    virtual_clock time;
    time.advance(1234567890ns);
    service_manager us(time, environment(env));
    CHECK(manager.received().empty());
    us.starting("opening", 90s);
    us.ready("3 tests");
    us.status("running 2");
    us.reloading();
    us.ready("4 tests");
    us.stopping("draining");
    const auto usec = std::chrono::duration_cast<std::chrono::microseconds>(time.mono().time_since_epoch()).count();
    CHECK(manager.received() == strings{"EXTEND_TIMEOUT_USEC=90000000\nSTATUS=opening", "READY=1\nSTATUS=3 tests",
                                        "STATUS=running 2", "RELOADING=1\nMONOTONIC_USEC=" + std::to_string(usec),
                                        "READY=1\nSTATUS=4 tests", "STOPPING=1\nSTATUS=draining"});
  }
}

TEST_CASE("without a service manager, or with an impossible one, nothing happens") {
  for (const std::string name : {"", "relative", "/no/such/folder/socket", "@canary-nobody-listens", "vsock:2:1234"}) {
    CAPTURE(name);
    const variables env{{"NOTIFY_SOCKET", name}, {"WATCHDOG_USEC", "1000000"}};
    virtual_clock time;
    service_manager us(time, environment(env));
    us.ready("x");
    us.feed_watchdog();
    us.stopping("x");
  }
  const variables nothing, endless{{"NOTIFY_SOCKET", "/" + std::string(300, 'x')}};
  virtual_clock time;
  service_manager(time, environment(nothing)).ready("x");
  service_manager(time, environment(endless)).ready("x");
}

TEST_CASE("a manager that does not read is not waited for, and hears the newest when it reads again") {
  const notify_socket manager;
  const variables env{{"NOTIFY_SOCKET", manager.name()}};
  virtual_clock time;
  service_manager us(time, environment(env));
  for (int i = 0; i < 5000; ++i) us.status("number " + std::to_string(i));
  const auto received = manager.received();
  CHECK(!received.empty());
  CHECK(received.size() < 5000);
  CHECK(manager.received().empty());
  time.advance(100ms);
  CHECK(manager.received() == strings{"STATUS=number 4999"});
  CHECK(!time.next_expiry());
  us.status("again");
  CHECK(manager.received() == strings{"STATUS=again"});
}

TEST_CASE("what a manager had no room for comes later, in order, and of each kind the newest") {
  const notify_socket manager;
  const variables env{{"NOTIFY_SOCKET", manager.name()}};
  virtual_clock time;
  service_manager us(time, environment(env)), other(time, environment(env));
  for (int i = 0; i < 5000; ++i) other.status("noise");  // fills the socket
  us.status("starting");
  us.ready("3 tests");
  us.reloading();
  us.status("loading");
  us.ready("4 tests");
  time.advance(1s);  // still no room
  const auto noise = manager.received();
  CHECK(std::all_of(noise.begin(), noise.end(), [](const auto& state) { return state == "STATUS=noise"; }));
  time.advance(100ms);
  auto told = manager.received();
  std::erase(told, "STATUS=noise");
  REQUIRE(told.size() == 3);
  CHECK(told[0].starts_with("RELOADING=1\n"));
  CHECK(told[1] == "STATUS=loading");
  CHECK(told[2] == "READY=1\nSTATUS=4 tests");
  CHECK(!time.next_expiry());
}

TEST_CASE("the watchdog is fed at half of its interval, as long as timers run") {
  const notify_socket manager;
  const variables env{{"NOTIFY_SOCKET", manager.name()}, {"WATCHDOG_USEC", "2000000"}};
  virtual_clock time;
  service_manager us(time, environment(env));
  us.feed_watchdog();
  CHECK(manager.received() == strings{"WATCHDOG=1"});
  time.advance(999ms);
  CHECK(manager.received().empty());
  time.advance(1ms);
  CHECK(manager.received() == strings{"WATCHDOG=1"});
  time.advance(10s);
  CHECK(manager.received().size() == 10);
}

TEST_CASE("a watchdog that is not asked for, or is another's, is not fed") {
  const notify_socket manager;
  const std::string us_pid = std::to_string(::getpid()), other_pid = std::to_string(::getpid() + 1);
  const struct {
    const char* title;
    variables env;
    std::size_t fed;
  } rows[] = {{"none", {}, 0},
              {"zero", {{"WATCHDOG_USEC", "0"}}, 0},
              {"negative", {{"WATCHDOG_USEC", "-5"}}, 0},
              {"not a number", {{"WATCHDOG_USEC", "soon"}}, 0},
              {"with a tail", {{"WATCHDOG_USEC", "1000000us"}}, 0},
              {"ours", {{"WATCHDOG_USEC", "1000000"}, {"WATCHDOG_PID", us_pid}}, 1},
              {"another's", {{"WATCHDOG_USEC", "1000000"}, {"WATCHDOG_PID", other_pid}}, 0},
              {"nobody's in particular", {{"WATCHDOG_USEC", "1000000"}}, 1}};
  for (const auto& r : rows) {
    CAPTURE(r.title);
    variables env = r.env;
    env["NOTIFY_SOCKET"] = manager.name();
    virtual_clock time;
    service_manager us(time, environment(env));
    us.feed_watchdog();
    CHECK(manager.received().size() == r.fed);
  }
}

TEST_CASE("a socket is inherited only where it is meant for this process") {
  const std::string us_pid = std::to_string(::getpid()), other_pid = std::to_string(::getpid() + 1);
  const struct {
    const char* title;
    variables env;
    int socket;
  } rows[] = {{"none", {}, -1},
              {"ours", {{"LISTEN_FDS", "1"}, {"LISTEN_PID", us_pid}}, 3},
              {"another's", {{"LISTEN_FDS", "1"}, {"LISTEN_PID", other_pid}}, -1},
              {"without a process", {{"LISTEN_FDS", "1"}}, -1},
              {"zero of them", {{"LISTEN_FDS", "0"}, {"LISTEN_PID", us_pid}}, -1},
              {"no number", {{"LISTEN_FDS", "one"}, {"LISTEN_PID", us_pid}}, -1}};
  for (const auto& r : rows) {
    CAPTURE(r.title);
    virtual_clock time;
    const service_manager us(time, environment(r.env));
    CHECK(us.inherited_socket() == r.socket);
  }
}
