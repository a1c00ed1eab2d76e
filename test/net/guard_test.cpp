// --deny.net: whatever leads to an address, it is not connected to.

#include "net/network.hpp"
#include "support/name_server.hpp"

using namespace canary;
using namespace canary::testing;

namespace {

// 127.0.0.1 is where canaries may go; 127.6.0.0/16 stands for what they must not reach.
struct guarded : network {
  guarded() {
    options.deny_networks = {parse_ip_network("127.6.0.0/16").value(), parse_ip_network("169.254.0.0/16").value(),
                             parse_ip_network("fd00:ec2::254").value()};
  }
};

std::string denied(const std::string& address, const std::string& network) {
  return "connect to " + address + " is not allowed: --deny.net has " + network;
}

}  // namespace

TEST_CASE("an address in the URL is denied, in whatever form") {
  guarded n;
  struct row {
    std::string host, address, network;
  };
  for (const auto& row : {
           row{"127.6.0.1", "127.6.0.1:80", "127.6.0.0/16"},
           row{"[::ffff:127.6.0.1]", "[::ffff:127.6.0.1]:80", "127.6.0.0/16"},
           row{"169.254.169.254", "169.254.169.254:80", "169.254.0.0/16"},
           row{"[fd00:ec2::254]", "[fd00:ec2::254]:80", "fd00:ec2::254/128"},
       }) {
    CAPTURE(row.host);
    const auto why = failure_of(n.get("http://" + row.host + "/latest/meta-data/"));
    CHECK(why.kind == failure_class::connect);
    CHECK(why.code == failure_code::address_denied);
    CHECK(why.message.ends_with(" failed: " + denied(row.address, row.network)));
  }
}

TEST_CASE("a name is denied by the address that it has, and reached by those of its addresses that are allowed") {
  guarded n;
  name_server names(n.loop.get_executor());
  n.options.name_servers = names.address();
  scripted_server server(n.loop.get_executor(), answering(ok("x")));
  const std::string port = std::to_string(server.port());
  names.set("metadata.test", {"127.6.0.1"});
  names.set("both.test", {"127.6.0.1", "127.0.0.1"});
  CHECK(failure_of(n.get("http://metadata.test:" + port + "/")).message ==
        "GET http://metadata.test:" + port + "/ failed: " + denied("127.6.0.1:" + port, "127.6.0.0/16"));
  const auto result = n.get("http://both.test:" + port + "/");
  REQUIRE(result.response.has_value());
  CHECK(result.response->remote_ip == "127.0.0.1");
}

TEST_CASE("a redirect does not lead to what is denied") {
  guarded n;
  scripted_server inner(n.loop.get_executor(), answering(ok("secret")), nullptr, "127.6.0.1");
  const std::string target = "127.6.0.1:" + std::to_string(inner.port());
  scripted_server server(
      n.loop.get_executor(),
      answering("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://" + target + "/\r\n\r\n"));
  const auto result = n.get(server.url());
  CHECK(failure_of(result).message == "GET http://" + target + "/ failed: " + denied(target, "127.6.0.0/16"));
  CHECK(result.exchanges.size() == 2);
  CHECK(inner.connections() == 0);
}

TEST_CASE("neither a proxy that is denied is asked, nor one that is not for an address that is") {
  guarded n;
  scripted_server proxy(n.loop.get_executor(), answering(ok("secret")));
  n.options.http_proxy = "http://127.0.0.1:" + std::to_string(proxy.port());
  n.options.https_proxy = "http://127.6.0.1:3128";
  CHECK(failure_of(n.get("http://169.254.169.254/")).message ==
        "GET http://169.254.169.254/ failed: " + denied("169.254.169.254:80", "169.254.0.0/16"));
  CHECK(proxy.connections() == 0);
  CHECK(n.get("http://a.test/").response.has_value());
  CHECK(failure_of(n.get("https://a.test/")).message ==
        "GET https://a.test/ failed: proxy 127.6.0.1:3128: " + denied("127.6.0.1:3128", "127.6.0.0/16"));
}
