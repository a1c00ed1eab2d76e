#include "bench/servers.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>

#include <array>
#include <deque>
#include <functional>
#include <new>

namespace canary::bench {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

std::string url_of(const tcp::endpoint& place) { return "http://127.0.0.1:" + std::to_string(place.port()) + "/"; }

tcp::endpoint any_port() { return {asio::ip::address_v4::loopback(), 0}; }

tcp::endpoint free_place() {
  asio::io_context unused;
  return tcp::acceptor(unused, any_port()).local_endpoint();
}

bool listens(const tcp::endpoint& place) {
  asio::io_context unused;
  tcp::socket socket(unused);
  boost::system::error_code refused;
  socket.connect(place, refused);
  return !refused;
}

// Reads one request of each connection, and holds on to them all.
void be_silent(tcp::acceptor& at, asio::io_context& loop, std::atomic<std::size_t>& requests) {
  struct client {
    tcp::socket socket;
    std::array<char, 1024> room;
  };
  std::deque<client> clients;
  std::function<void()> accept = [&] {
    at.async_accept([&](const boost::system::error_code& failed, tcp::socket socket) {
      if (failed) return;
      client& one = clients.emplace_back(client{std::move(socket), {}});
      one.socket.async_read_some(asio::buffer(one.room), [&requests](const auto& gone, std::size_t) {
        if (!gone) ++requests;
      });
      accept();
    });
  };
  accept();
  loop.run();
}

}  // namespace

nginx::nginx() {
  const auto place = free_place();
  url_ = url_of(place);
  folder_.write(
      "nginx.conf",
      "daemon off; master_process off; worker_processes 1; pid nginx.pid; error_log stderr crit;\n"
      "events { worker_connections 16384; }\n"
      "http { access_log off; keepalive_requests 1000000000;\n"
      "  client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;\n"
      "  server { listen 127.0.0.1:" +
          std::to_string(place.port()) + " backlog=4096; location / { return 200 \"ok\\n\"; } } }\n");
  process_ = std::make_unique<testing::child_process>(
      std::vector<std::string>{"taskset", "-c", std::to_string(server_core()), "nginx", "-p", folder_.path() + "/",
                               "-c", folder_.path() + "/nginx.conf", "-e", "stderr"});
  for (int tries = 0; !listens(place); ++tries) {
    if (tries == 500) throw std::runtime_error("nginx does not listen");
    ::poll(nullptr, 0, 10);
  }
}

silent_server::silent_server() {
  void* shared = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) throw std::bad_alloc{};
  requests_ = new (shared) std::atomic<std::size_t>(0);
  asio::io_context loop(1);
  tcp::acceptor at(loop, any_port());
  url_ = url_of(at.local_endpoint());
  loop.notify_fork(asio::io_context::fork_prepare);
  pid_ = ::fork();
  if (pid_ < 0) throw std::runtime_error("no process");
  if (pid_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    loop.notify_fork(asio::io_context::fork_child);
    stay_on_core(server_core());
    be_silent(at, loop, *requests_);
    ::_exit(0);
  }
  loop.notify_fork(asio::io_context::fork_parent);
}

silent_server::~silent_server() {
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  ::munmap(requests_, 4096);
}

wrk_figures run_wrk(const std::string& url, int seconds) {
  const auto ran =
      run_program({"taskset", "-c", "0", "wrk", "-t", "1", "-c", "64", "-d", std::to_string(seconds), url});
  const auto after = [&](const std::string& word) {
    const auto at = ran.output.find(word);
    if (at == ran.output.npos) throw std::runtime_error("wrk says: " + ran.output);
    return at;
  };
  // '  505072 requests in 5.00s, …' and 'Requests/sec: 101014.83'
  const auto line = ran.output.rfind('\n', after(" requests in ")) + 1;
  const double requests = std::stod(ran.output.substr(line));
  const double per_second = std::stod(ran.output.substr(after("Requests/sec:") + 13));
  return {per_second, static_cast<double>(ran.cpu.count()) / 1e3 / requests};
}

}  // namespace canary::bench
