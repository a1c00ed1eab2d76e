// Servers that misbehave below HTTP: in records, in the handshake, and after it.

#include "net/network.hpp"
#include "support/certificates.hpp"

#include <array>

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

const certificate& authority() {
  static const certificate made({.name = "Test Authority", .authority = true});
  return made;
}

struct misdeed {
  std::string name;
  scripted_server::script script;
  failure_code code;
  std::string cause;
};

// The client's first message, which arrives in one piece.
void read_hello(scripted_connection& c) {
  std::array<char, 4096> bytes{};
  boost::system::error_code error;
  c.socket().async_read_some(asio::buffer(bytes), c.yield()[error]);
}

void wait_until_gone(scripted_connection& c) {
  while (!c.wait_for_close()) {
  }
}

// Waits for the client's first message, says `bytes`, and then nothing more.
scripted_server::script says(std::string bytes) {
  return [bytes](scripted_connection& c) {
    read_hello(c);
    c.send(bytes);
    wait_until_gone(c);
  };
}

std::string alert(int description) {
  return std::string("\x15\x03\x03\x00\x02\x02", 6) + static_cast<char>(description);
}

std::string zero(std::size_t count) { return std::string(count, '\0'); }

}  // namespace

TEST_CASE("a server that misbehaves in the handshake fails the request with class tls, and is not waited for") {
  const std::string record = std::string("\x16\x03\x03", 3);
  const std::vector<misdeed> misdeeds = {
      {"speaks HTTP", says("HTTP/1.1 400 Bad Request\r\n\r\n"), failure_code::not_tls,
       "the server does not speak TLS on this port (wrong version number)"},
      {"speaks SSH", says("SSH-2.0-OpenSSH_9.2p1\r\n"), failure_code::not_tls,
       "the server does not speak TLS on this port (wrong version number)"},
      {"speaks SMTP", says("220 mail.test ESMTP\r\n"), failure_code::not_tls,
       "the server does not speak TLS on this port (wrong version number)"},
      {"sends a record too long", says(record + "\xff\xff" + std::string(70'000, 'x')), failure_code::not_tls,
       "the server does not speak TLS on this port (packet length too long)"},
      {"sends empty records without end",
       [record](scripted_connection& c) {
         read_hello(c);
         c.flood(record + zero(2));
       },
       failure_code::tls, "TLS handshake failed: record too small"},
      {"sends a handshake message of 16 MB", says(record + std::string("\x00\x04\x02\xff\xff\xff", 6)),
       failure_code::tls, "TLS handshake failed: "},
      {"sends a server hello that is garbage", says(record + std::string("\x00\x08\x02\x00\x00\x04zzzz", 10)),
       failure_code::tls, "TLS handshake failed: "},
      {"begins with its end", says(record + std::string("\x00\x04\x14\x00\x00\x00", 6)), failure_code::tls,
       "TLS handshake failed: unexpected message"},
      {"sends data before the handshake", says(std::string("\x17\x03\x03\x00\x04", 5) + "data"), failure_code::tls,
       "TLS handshake failed: "},
      {"sends an alert that nobody knows", says(alert(77)), failure_code::tls_refused,
       "the server ended the TLS handshake: "},
      {"refuses", says(alert(40)), failure_code::tls_refused, "the server ended the TLS handshake: handshake failure"},
      {"has no version in common", says(alert(70)), failure_code::tls_version,
       "the server speaks no TLS version that is accepted, which are 1.2 and 1.3 (protocol version)"},
      {"does not know the host", says(alert(112)), failure_code::tls_refused,
       "the server ended the TLS handshake: it knows no host '127.0.0.1' (tlsv1 unrecognized name)"},
      {"has an internal error", says(alert(80)), failure_code::tls_refused,
       "the server ended the TLS handshake: internal error"},
      {"says goodbye at once", says(std::string("\x15\x03\x03\x00\x02\x01\x00", 7)), failure_code::tls_broken_off,
       "the server closed the connection during the TLS handshake"},
      {"closes",
       [](scripted_connection& c) {
         read_hello(c);
         c.close();
       },
       failure_code::tls_broken_off, "the server closed the connection during the TLS handshake"},
      {"closes within a record",
       [](scripted_connection& c) {
         read_hello(c);
         c.send(std::string("\x16\x03\x03\x01\x00\x02", 6));
         c.close();
       },
       failure_code::tls_broken_off, " the connection during the TLS handshake"},
      {"resets",
       [](scripted_connection& c) {
         read_hello(c);
         c.reset();
       },
       failure_code::tls_broken_off, "the server reset the connection during the TLS handshake"},
      {"warns without end",
       [](scripted_connection& c) {
         read_hello(c);
         c.flood(std::string("\x15\x03\x03\x00\x02\x01\x5a", 7));
       },
       failure_code::tls, "TLS handshake failed: too many warn alerts"},
  };
  for (const auto& row : misdeeds) {
    CAPTURE(row.name);
    network n;
    scripted_server server(n.loop.get_executor(), row.script);
    const std::string url = "https://127.0.0.1:" + std::to_string(server.port()) + "/";
    const auto why = failure_of(n.fetch({.url = url, .timeout = 10s}));
    CAPTURE(why.message);
    CHECK(to_string(why.kind) == "tls");
    CHECK(static_cast<int>(why.code) == static_cast<int>(row.code));
    CHECK(why.message.find("GET " + url + " failed: ") == 0);
    CHECK(why.message.find(row.cause) != std::string::npos);
  }
}

TEST_CASE("a server that stalls in the handshake is waited for as long as the request has time") {
  network n;
  scripted_server mute(n.loop.get_executor(), wait_until_gone);
  const std::string url = "https://127.0.0.1:" + std::to_string(mute.port()) + "/";
  const auto why = failure_of(n.fetch({.url = url, .timeout = 30ms}));
  CHECK(why ==
        failure{failure_class::timeout, "GET " + url + " timed out after 30ms while waiting for the TLS handshake"});
}

TEST_CASE("a certificate that was made wrongly is told from one that is not trusted") {
  const certificate no_authority({.name = "no authority", .alternatives = "DNS:x"}, &authority());
  struct row {
    certificate shown;
    const certificate* between;
    failure_code code;
    std::string cause;
  };
  row rows[] = {
      {certificate({.name = "leaf", .alternatives = "IP:127.0.0.1"}, &no_authority), &no_authority,
       failure_code::bad_certificate, "certificate 'no authority' signed another one, and is no authority's"},
      {certificate({.name = "short", .alternatives = "IP:127.0.0.1", .weak_rsa_bits = 1024}, &authority()), nullptr,
       failure_code::weak_certificate, "certificate 'short' has a key that is too short to be safe"},
      {certificate({.name = "nobody"}, &authority()), nullptr, failure_code::wrong_host,
       "certificate is not for host '127.0.0.1' but for nobody"},
  };
  for (auto& row : rows) {
    CAPTURE(row.cause);
    auto context = row.shown.server_context();
    if (row.between) SSL_CTX_add1_chain_cert(context.native_handle(), row.between->get());
    network n;
    scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
    const auto why = failure_of(n.fetch({.url = server.url(), .tls = {.ca = authority().pem()}}));
    CHECK(why.message == "GET " + server.url() + " failed: " + row.cause);
    CHECK(static_cast<int>(why.code) == static_cast<int>(row.code));
  }
}

TEST_CASE("a server that breaks TLS after the handshake is told of as such") {
  const certificate mine({.name = "x", .alternatives = "IP:127.0.0.1"}, &authority());
  auto context = mine.server_context();
  struct row {
    std::string name, bytes, cause;
  };
  const row rows[] = {
      {"sends plain text", "HTTP/1.1 200 OK\r\n\r\n", "the TLS session broke: "},
      {"sends a record that is not encrypted for us", std::string("\x17\x03\x03\x00\x20", 5) + std::string(32, 'x'),
       "the TLS session broke: "},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    network n;
    scripted_server server(
        n.loop.get_executor(),
        [&](scripted_connection& c) {
          c.read_request();
          asio::async_write(c.socket(), asio::buffer(row.bytes), c.yield());
          c.wait_for_close();
        },
        &context);
    const auto why = failure_of(n.fetch({.url = server.url(), .timeout = 10s, .tls = {.ca = authority().pem()}}));
    CHECK(to_string(why.kind) == "tls");
    CHECK(why.message.find("GET " + server.url() + " failed: " + row.cause) == 0);
  }
}
