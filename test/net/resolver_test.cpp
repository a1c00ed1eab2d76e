#include "canary/net/resolver.hpp"

#include "net/network.hpp"
#include "support/name_server.hpp"

#include <fstream>
#include <sstream>

using namespace canary;
using namespace canary::testing;
using addresses = std::vector<boost::asio::ip::address>;

namespace {

addresses parse(const std::vector<std::string>& texts) {
  addresses all;
  for (const auto& text : texts) all.push_back(boost::asio::ip::make_address(text));
  return all;
}

// The resolver alone, with a name server of the test's.
struct looking_up {
  network n;
  name_server server{n.loop.get_executor()};
  std::unique_ptr<net::resolver> names{
      net::create_resolver(n.loop.get_executor(), n.time, {.servers = server.address()})};

  outcome<addresses> operator()(const std::string& host, net::name_cache cache = net::name_cache::unused) {
    outcome<addresses> found = failure{};
    n.run([&](asio::yield_context yield) { found = names->resolve(host, cache, n.stop, yield); });
    return found;
  }
};

}  // namespace

TEST_CASE("literal addresses and localhost need no name server") {
  looking_up look_up;
  CHECK(look_up("127.0.0.1").value() == parse({"127.0.0.1"}));
  CHECK(look_up("::1").value() == parse({"::1"}));
  CHECK(look_up("localhost").value() == parse({"127.0.0.1", "::1"}));
  CHECK(look_up("api.localhost.").value() == parse({"127.0.0.1", "::1"}));
  CHECK(look_up.server.queries() == 0);
}

TEST_CASE("a name is asked of the name server, each time anew") {
  looking_up look_up;
  look_up.server.set("a.test", {"10.0.0.1", "10.0.0.2"});
  auto found = look_up("a.test").value();
  std::sort(found.begin(), found.end());
  CHECK(found == parse({"10.0.0.1", "10.0.0.2"}));
  look_up.server.set("a.test", {"fd00::1"});
  CHECK(look_up("a.test").value() == parse({"fd00::1"}));
}

TEST_CASE("a name that cannot be had fails with class dns, and why") {
  looking_up look_up;
  look_up.server.set("empty.test", {});
  CHECK(look_up("nobody.test").error() == failure{failure_class::dns, "no such host 'nobody.test'"});
  CHECK(look_up("empty.test").error() == failure{failure_class::dns, "host 'empty.test' has no address"});
  const std::string long_label(64, 'x');
  CHECK(look_up(long_label + ".test").error() ==
        failure{failure_class::dns, "'" + long_label + ".test' is not a host name"});
}

TEST_CASE("names of /etc/hosts are found without asking") {
  std::ifstream hosts("/etc/hosts");
  std::string line, address, name;
  while (std::getline(hosts, line)) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::string first, second;
    if (words >> first >> second && second.find("localhost") == second.npos && first.find(':') == first.npos) {
      address = first;
      name = second;
    }
  }
  if (name.empty()) return;  // a machine whose file has nothing but localhost
  CAPTURE(name);
  looking_up look_up;
  const auto found = look_up(name).value();
  CHECK(std::count(found.begin(), found.end(), boost::asio::ip::make_address(address)) == 1);
  CHECK(look_up.server.queries() == 0);
}

TEST_CASE("a name server that does not answer delays only who asked, and not beyond the end of its run") {
  looking_up look_up;
  look_up.server.silence("silent.test");
  look_up.server.set("a.test", {"10.0.0.1"});
  interrupter others;
  outcome<addresses> silent = failure{};
  bool ended = false;
  asio::spawn(
      look_up.n.loop,
      [&](asio::yield_context yield) {
        silent = look_up.names->resolve("silent.test", net::name_cache::unused, others, yield);
        ended = true;
      },
      asio::detached);
  CHECK(look_up("a.test").value() == parse({"10.0.0.1"}));
  CHECK_FALSE(ended);
  const failure reason{failure_class::timeout, "the run's time is up"};
  others.stop(reason);
  look_up.n.run([&](asio::yield_context yield) { asio::post(yield); });
  CHECK(ended);
  CHECK(silent.error() == reason);
  // The query that nobody waits for any more does no harm, answered or not.
  CHECK(look_up("a.test").has_value());
}

TEST_CASE("a request to a name connects to its address, and counts the look-up") {
  network n;
  name_server names(n.loop.get_executor());
  names.set("a.test", {"127.0.0.1"});
  n.options.name_servers = names.address();
  std::string request;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    request = c.read_request();
    c.send(ok("x"));
  });
  const auto result = n.get("http://a.test:" + std::to_string(server.port()) + "/");
  REQUIRE(result.response.has_value());
  CHECK(result.exchanges[0].timings.looking_up > 0);
  CHECK(sums_up(result.exchanges[0].timings));
  CHECK(request.find("\r\nHost: a.test:" + std::to_string(server.port()) + "\r\n") != request.npos);

  const auto missing = n.get("http://b.test/");
  CHECK(failure_of(missing) == failure{failure_class::dns, "GET http://b.test/ failed: no such host 'b.test'"});
  CHECK(missing.exchanges.at(0).remote_ip.empty());
}

TEST_CASE("a request that waits for a silent name server times out saying so") {
  network n;
  name_server names(n.loop.get_executor());
  names.silence("silent.test");
  n.options.name_servers = names.address();
  CHECK(failure_of(n.fetch({.url = "http://silent.test/", .timeout = std::chrono::milliseconds(30)})) ==
        failure{failure_class::timeout, "GET http://silent.test/ timed out after 30ms while looking up the host"});
}

TEST_CASE("where the cache is used, an answer serves as long as the name server said") {
  virtual_clock time;
  network n(time);
  name_server server(n.loop.get_executor());
  server.set("a.test", {"10.0.0.1"});  // for 60 s
  const auto names = net::create_resolver(n.loop.get_executor(), time, {.servers = server.address()});
  const auto look_up = [&](net::name_cache cache) {
    outcome<addresses> found = failure{};
    n.run([&](asio::yield_context yield) { found = names->resolve("a.test", cache, n.stop, yield); });
    return found.value();
  };
  using net::name_cache;
  CHECK(look_up(name_cache::used) == parse({"10.0.0.1"}));
  server.set("a.test", {"10.0.0.2"});
  const int asked = server.queries();
  time.advance(std::chrono::seconds{59});
  CHECK(look_up(name_cache::used) == parse({"10.0.0.1"}));
  CHECK(server.queries() == asked);
  CHECK(look_up(name_cache::unused) == parse({"10.0.0.2"}));
  CHECK(look_up(name_cache::used) == parse({"10.0.0.1"}));
  time.advance(std::chrono::seconds{1});
  CHECK(look_up(name_cache::used) == parse({"10.0.0.2"}));
}

TEST_CASE("a name that was not found is asked for again, cache or not") {
  looking_up look_up;
  CHECK(look_up("a.test", net::name_cache::used).has_error());
  look_up.server.set("a.test", {"10.0.0.1"});
  CHECK(look_up("a.test", net::name_cache::used).has_value());
}

TEST_CASE("a session that uses the cache looks a name up once") {
  network n;
  name_server names(n.loop.get_executor());
  names.set("a.test", {"127.0.0.1"});
  n.options.name_servers = names.address();
  scripted_server server(n.loop.get_executor(), answering(ok("x", "Connection: close\r\n")));
  n.get("http://127.0.0.1:" + std::to_string(server.port()) + "/");  // makes the client
  for (const auto cache : {net::name_cache::unused, net::name_cache::used}) {
    const auto session = net::open_http_session(n.client, {.names = cache});
    const int before = names.queries();
    for (int i = 0; i < 3; ++i) {
      n.run([&](asio::yield_context yield) {
        session->perform({.url = "http://a.test:" + std::to_string(server.port()) + "/"}, n.stop, yield);
      });
    }
    const int each = 2;  // for IPv4 and for IPv6
    CHECK(names.queries() - before == (cache == net::name_cache::used ? each : 3 * each));
  }
}
