// Questions to name servers: to dnsmasq with a zone of ours, to one that never answers, and to none.

#include "canary/net/dns_query.hpp"

#include "net/network.hpp"
#include "support/child_process.hpp"
#include "support/name_server.hpp"

#include <boost/asio/ip/udp.hpp>

#include <cstdlib>

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;
using net::dns_question;
using net::dns_type;

namespace {

using udp = asio::ip::udp;

outcome<std::vector<net::dns_record>> ask(network& n, const dns_question& question, const address_guard& guard = {}) {
  outcome<std::vector<net::dns_record>> answer = failure{};
  n.run([&](asio::yield_context yield) {
    answer = net::ask_name_server(n.loop.get_executor(), n.time, guard, question, n.stop, yield);
  });
  return answer;
}

std::vector<std::string> data_of(const outcome<std::vector<net::dns_record>>& answer) {
  if (!answer) return {to_string(answer.error().kind).data() + (": " + answer.error().message)};
  std::vector<std::string> all;
  for (const auto& record : *answer) all.push_back(record.data);
  std::sort(all.begin(), all.end());
  return all;
}

// Free for both: dnsmasq listens with TCP, too.
std::uint16_t free_port(asio::io_context& loop) {
  for (;;) {
    const udp::socket probe(loop, udp::endpoint(asio::ip::address_v4::loopback(), 0));
    const std::uint16_t port = probe.local_endpoint().port();
    asio::ip::tcp::socket other(loop, asio::ip::tcp::v4());
    boost::system::error_code taken;
    other.bind({asio::ip::address_v4::loopback(), port}, taken);
    if (!taken) return port;
  }
}

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    text += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    text += "0123456789abcdef"[c & 15];
  }
  return text;
}

// dnsmasq on a free port of loopback, with the zone canary.test.
struct zone {
  explicit zone(network& n) {
    // A port that was free may be somebody else's by the time dnsmasq wants it, which then ends.
    for (int tries = 0; tries < 20; ++tries) {
      start(std::to_string(free_port(n.loop)));
      if (answers(n)) return;
    }
    throw std::runtime_error("dnsmasq does not answer");
  }

  void start(const std::string& port) {
    server = "127.0.0.1:" + port;
    own_name = "at-" + port + "-of-" + std::to_string(::getpid()) + ".canary.test";
    process = std::make_unique<child_process>(std::vector<std::string>{
        "dnsmasq",
        "--keep-in-foreground",
        "--conf-file=/dev/null",
        "--port=" + port,
        "--user=",
        "--listen-address=127.0.0.1",
        "--bind-interfaces",
        "--no-resolv",
        "--no-hosts",
        "--pid-file=",
        "--local=/canary.test/",
        "--local-ttl=77",
        "--host-record=" + own_name + ",10.0.0.3",
        "--host-record=shop.canary.test,10.0.0.1,fd00::1",
        "--host-record=shop.canary.test,10.0.0.2",
        "--cname=www.canary.test,shop.canary.test",
        "--mx-host=canary.test,mail.canary.test,10",
        "--txt-record=canary.test,v=spf1 -all",
        "--srv-host=_sip._tcp.canary.test,sip.canary.test,5060,1,2",
        "--caa-record=canary.test,0,issue,ca.test",
        "--ptr-record=1.0.0.10.in-addr.arpa,shop.canary.test",
        "--dns-rr=canary.test,2," + hex({"\2ns\6canary\4test\0", 16}),
        "--dns-rr=canary.test,6," + hex({"\2ns\0\5admin\0\0\0\7\xea\0\0\0\1\0\0\0\2\0\0\0\3\0\0\0\4", 31}),
        "--txt-record=long.canary.test" + long_text()});
  }

  // Waits until this dnsmasq answers, and no other at the same port, or has ended. A port at which nobody listens yet
  // refuses at once: without a pause, any number of questions would be through before a busy machine has started it.
  bool answers(network& n) {
    for (int tries = 0; tries < 2000 && !process->ended(); ++tries) {
      if (ask(n, {.name = own_name, .server = server, .timeout = 50ms})) return true;
      n.run([&](asio::yield_context yield) { asio::steady_timer(n.loop, 5ms).async_wait(yield); });
    }
    return false;
  }

  // More than a UDP answer without EDNS holds.
  static std::string long_text() {
    std::string text;
    for (int i = 0; i < 10; ++i) text += "," + std::string(200, static_cast<char>('a' + i));
    return text;
  }

  std::string server, own_name;
  std::unique_ptr<child_process> process;
};

bool has_dnsmasq() {
  if (std::system("PATH=$PATH:/usr/sbin command -v dnsmasq > /dev/null") == 0) return true;
  WARN("there is no dnsmasq here");
  return false;
}

// A name server that takes questions and answers none.
struct silent_server {
  explicit silent_server(network& n) : socket(n.loop, udp::endpoint(asio::ip::address_v4::loopback(), 0)) {}
  std::string address() const { return "127.0.0.1:" + std::to_string(socket.local_endpoint().port()); }
  udp::socket socket;
};

}  // namespace

TEST_CASE("a real name server is asked for each type of record") {
  if (!has_dnsmasq()) return;
  network n;
  const zone dnsmasq(n);
  using list = std::vector<std::string>;
  const auto at = [&](const std::string& name, dns_type type) {
    return ask(n, {.name = name, .type = type, .server = dnsmasq.server});
  };
  CHECK(data_of(at("shop.canary.test", dns_type::a)) == list{"10.0.0.1", "10.0.0.2"});
  CHECK(data_of(at("shop.canary.test", dns_type::aaaa)) == list{"fd00::1"});
  CHECK(data_of(at("www.canary.test", dns_type::cname)) == list{"shop.canary.test"});
  CHECK(data_of(at("www.canary.test", dns_type::a)) == list{"10.0.0.1", "10.0.0.2"});
  CHECK(data_of(at("canary.test", dns_type::mx)) == list{"10 mail.canary.test"});
  CHECK(data_of(at("canary.test", dns_type::txt)) == list{"\"v=spf1 -all\""});
  CHECK(data_of(at("_sip._tcp.canary.test", dns_type::srv)) == list{"1 2 5060 sip.canary.test"});
  CHECK(data_of(at("canary.test", dns_type::caa)) == list{"0 issue \"ca.test\""});
  CHECK(data_of(at("canary.test", dns_type::ns)) == list{"ns.canary.test"});
  CHECK(data_of(at("canary.test", dns_type::soa)) == list{"ns admin 2026 1 2 3 4"});
  CHECK(data_of(at("10.0.0.1", dns_type::ptr)) == list{"shop.canary.test"});
  CHECK(at("shop.canary.test", dns_type::a).value().front().ttl == 77);
  // No record of that type is an answer; no such name is none.
  CHECK(data_of(at("shop.canary.test", dns_type::mx)).empty());
  CHECK(data_of(at("nobody.canary.test", dns_type::a)) ==
        list{"dns: there is no name 'nobody.canary.test', says name server " + dnsmasq.server});
  CHECK(at("nobody.canary.test", dns_type::a).error().code == failure_code::no_such_host);
  CHECK(data_of(at("elsewhere.example", dns_type::a)) ==
        list{"dns: name server " + dnsmasq.server + " refused to answer about A of 'elsewhere.example' (REFUSED)"});
  // What does not fit into a datagram comes by TCP.
  const auto text = at("long.canary.test", dns_type::txt);
  REQUIRE(text.has_value());
  CHECK(text->front().fields.at("text").as_string().size() == 2000);
}

TEST_CASE("a name server that never answers delays the run that asked, and nobody else") {
  network n;
  const silent_server silent(n);
  name_server answering(n.loop.get_executor());
  answering.set("a.test", {"10.0.0.1"});
  interrupter others;
  outcome<std::vector<net::dns_record>> delayed = failure{};
  bool ended = false;
  asio::spawn(
      n.loop,
      [&](asio::yield_context yield) {
        delayed = net::ask_name_server(n.loop.get_executor(), n.time, {},
                                       {.name = "a.test", .server = silent.address(), .timeout = 60s}, others, yield);
        ended = true;
      },
      asio::detached);
  for (int i = 0; i < 3; ++i) {
    CHECK(data_of(ask(n, {.name = "a.test", .server = answering.address()})) == std::vector<std::string>{"10.0.0.1"});
  }
  CHECK_FALSE(ended);
  const failure reason{failure_class::timeout, "the run's time is up"};
  others.stop(reason);
  n.run([&](asio::yield_context yield) { asio::post(yield); });
  CHECK(ended);
  CHECK(delayed.error() == reason);
}

TEST_CASE("a question has a time of its own, and one that finds nobody says so") {
  network n;
  const silent_server silent(n);
  const auto late = ask(n, {.name = "a.test", .type = dns_type::mx, .server = silent.address(), .timeout = 30ms});
  CHECK(late.error() == failure{failure_class::dns, "name server " + silent.address() +
                                                        " did not answer about MX of 'a.test' within 30ms"});
  CHECK(late.error().code == failure_code::name_server_silent);
  const std::string nobody = "127.0.0.1:" + std::to_string(free_port(n.loop));
  const auto refused = ask(n, {.name = "a.test", .server = nobody});
  CHECK(refused.error() ==
        failure{failure_class::dns, "name server " + nobody + " cannot be reached to ask about A of 'a.test'"});
  CHECK(refused.error().code == failure_code::name_server_unreachable);
}

TEST_CASE("a name server is given as an address, and denied like any other address") {
  network n;
  for (const char* server : {"a.test", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:70000", "[::1", "[::1]53", "::1]", ":53",
                             "127.0.0.1,127.0.0.2"}) {
    CAPTURE(server);
    CHECK(ask(n, {.name = "a.test", .server = server}).error() ==
          failure{failure_class::script, "the server '" + std::string(server) +
                                             "' is no address; one such as 10.0.0.53 or [::1]:5353 is wanted"});
  }
  const address_guard guard({parse_ip_network("127.0.0.0/8").value()});
  const auto denied = ask(n, {.name = "a.test", .server = "127.0.0.1:5353"}, guard);
  CHECK(denied.error() ==
        failure{failure_class::connect, "connect to 127.0.0.1:5353 is not allowed: --deny.net has 127.0.0.0/8"});
}

TEST_CASE("a name server is an address, with or without a port") {
  struct row {
    std::string text, host;
    std::uint16_t port;
  };
  for (const auto& row : {row{"10.0.0.53", "10.0.0.53", 53}, row{"10.0.0.53:5353", "10.0.0.53", 5353},
                          row{"::1", "::1", 53}, row{"[::1]", "::1", 53}, row{"[::1]:5353", "::1", 5353}}) {
    CAPTURE(row.text);
    const auto server = net::parse_name_server(row.text);
    REQUIRE(server.has_value());
    CHECK(server->address().to_string() == row.host);
    CHECK(server->port() == row.port);
  }
  for (const std::string& text : {std::string("10.0.0.53\0x", 11), std::string("10.0.0.53:0"), std::string("[::1]x"),
                                  std::string("[::1"), std::string("a.test:53"), std::string("10.0.0.53:")}) {
    CAPTURE(text);
    CHECK_FALSE(net::parse_name_server(text).has_value());
  }
}

TEST_CASE("what cannot be a name is not asked for") {
  network n;
  name_server server(n.loop.get_executor());
  for (const std::string& name : {std::string(), std::string(300, 'x'), std::string(64, 'x') + ".test",
                                  std::string("a\0b", 3), std::string("a..test")}) {
    CAPTURE(name);
    const auto answer = ask(n, {.name = name, .server = server.address()});
    CHECK(answer.error() == failure{failure_class::dns, "'" + name + "' is not a name that can be looked up"});
  }
  CHECK(server.queries() == 0);
}
