// A real server's TLS: nginx with a stapled response, and with client certificates.

#include "net/network.hpp"
#include "support/certificates.hpp"
#include "support/child_process.hpp"

#include <boost/asio/connect.hpp>
#include <fstream>

#include <cstdlib>
#include <filesystem>

using namespace canary;
using namespace canary::testing;
namespace fs = std::filesystem;

namespace {

bool has_nginx() {
  if (std::system("PATH=$PATH:/usr/sbin command -v nginx > /dev/null") == 0) return true;
  WARN("there is no nginx here");
  return false;
}

struct folder {
  folder() {
    std::string path = (fs::temp_directory_path() / "canary-nginx-XXXXXX").string();
    if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("mkdtemp");
    at = path;
  }
  ~folder() { fs::remove_all(at); }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(at / name, std::ios::binary) << content;
  }
  fs::path at;
};

std::string free_port(asio::io_context& loop) {
  const asio::ip::tcp::acceptor probe(loop, {asio::ip::address_v4::loopback(), 0});
  return std::to_string(probe.local_endpoint().port());
}

struct nginx {
  nginx(network& n, const certificate& authority, const certificate& server, const std::string& stapled)
      : open_port(free_port(n.loop)), strict_port(free_port(n.loop)), old_port(free_port(n.loop)) {
    files.write("ca.pem", authority.pem());
    files.write("server.pem", server.pem() + authority.pem());
    files.write("server.key", server.key_pem());
    files.write("stapled.der", stapled);
    files.write("nginx.conf", R"(
      daemon off; master_process off; pid nginx.pid; error_log stderr;
      events {}
      http {
        access_log off;
        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        ssl_protocols TLSv1.2 TLSv1.3;
        ssl_certificate server.pem; ssl_certificate_key server.key;
        server {
          listen 127.0.0.1:)" + open_port +
                                  R"( ssl;
          ssl_stapling on; ssl_stapling_file stapled.der;
          return 200 "open";
        }
        server {
          listen 127.0.0.1:)" + strict_port +
                                  R"( ssl;
          ssl_verify_client on; ssl_client_certificate ca.pem;
          return 200 "hello $ssl_client_s_dn";
        }
        server {
          listen 127.0.0.1:)" + old_port +
                                  R"( ssl;
          ssl_protocols TLSv1.1; ssl_ciphers DEFAULT:@SECLEVEL=0;
          return 200 "old";
        }
      })");
    process = std::make_unique<child_process>(std::vector<std::string>{
        "nginx", "-p", files.at.string() + "/", "-c", (files.at / "nginx.conf").string(), "-e", "stderr"});
    for (int i = 0; i < 500 && !listening(n); ++i) {
    }
  }

  bool listening(network& n) const {
    bool there = false;
    n.run([&](asio::yield_context yield) {
      boost::system::error_code error;
      asio::ip::tcp::socket probe(n.loop);
      probe.async_connect({asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(std::stoi(old_port))},
                          yield[error]);
      there = !error;
      asio::steady_timer pause(n.loop, std::chrono::milliseconds(10));
      if (error) pause.async_wait(yield[error]);
    });
    return there;
  }

  folder files;
  std::string open_port, strict_port, old_port;
  std::unique_ptr<child_process> process;
};

}  // namespace

TEST_CASE("nginx staples a response, wants client certificates, and speaks old TLS where it is made to") {
  if (!has_nginx()) return;
  const certificate authority({.name = "Test Authority", .authority = true});
  const certificate stranger({.name = "stranger"});
  const certificate client({.name = "canary"}, &authority);
  const certificate mine({.name = "shop", .alternatives = "IP:127.0.0.1"}, &authority);
  for (const bool revoked : {false, true}) {
    CAPTURE(revoked);
    network n;
    const nginx server(n, authority, mine,
                       authority.ocsp_response(mine, revoked ? V_OCSP_CERTSTATUS_REVOKED : V_OCSP_CERTSTATUS_GOOD));
    const auto get = [&](const std::string& port, const net::tls_options& tls) {
      return n.fetch({.url = "https://127.0.0.1:" + port + "/", .tls = tls});
    };
    const net::tls_options trusting{.ca = authority.pem()};
    const auto open = get(server.open_port, trusting);
    if (revoked) {
      CHECK(failure_of(open).code == failure_code::revoked);
      continue;
    }
    REQUIRE(open.response.has_value());
    CHECK(open.response->body == "open");
    CHECK(open.response->tls->version == "TLSv1.3");
    CHECK(open.response->tls->alpn == "http/1.1");
    CHECK(open.response->tls->ocsp == "good");
    CHECK(open.response->tls->chain.size() == 2);
    CHECK(failure_of(get(server.open_port, {})).code == failure_code::unknown_authority);

    // nginx takes the connection, and refuses the request.
    CHECK(get(server.strict_port, trusting).response.value().code == 400);
    auto with = trusting;
    with.cert = stranger.pem();
    with.key = stranger.key_pem();
    CHECK(get(server.strict_port, with).response.value().code == 400);
    with.cert = client.pem();
    with.key = client.key_pem();
    CHECK(get(server.strict_port, with).response.value().body == "hello CN=canary");

    CHECK(failure_of(get(server.old_port, trusting)).code == failure_code::tls_version);
    auto lenient = trusting;
    lenient.min_version = "1.1";
    CHECK(get(server.old_port, lenient).response.value().tls->version == "TLSv1.1");
  }
}
