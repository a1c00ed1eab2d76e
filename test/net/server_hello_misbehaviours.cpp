// Servers that answer a client's hello with what it has not offered, or go on with what cannot follow.

#include "net/tls_records.hpp"

namespace canary::testing {
namespace {

// The random that makes a server's hello a request for another one (RFC 8446, 4.1.3).
const std::string another_hello(
    "\xcf\x21\xad\x74\xe5\x9a\x61\x11\xbe\x1d\x8c\x02\x1e\x65\xb8\x91\xc2\xa2\x11\x16\x7a\xbb\x8c\x5e\x07\x9e\x09\xe2"
    "\xc8\xa8\x33\x9c",
    32);

std::string version_13() { return extension(43, bytes(0x0304, 2)); }

// TLS 1.3, with these extensions.
misdeed answers_13(std::string random, std::string extensions, int times = 1) {
  return [=](scripted_connection& c, virtual_clock&) {
    for (int i = 0; i < times; ++i) {
      const std::string hello = read_hello(c);
      c.send(
          server_hello({.random = random, .session = session_of(hello), .cipher = 0x1301, .extensions = extensions}));
    }
    wait_until_gone(c);
  };
}

misbehaviour row(std::string name, misdeed script, int code, std::string message) {
  return {std::move(name), std::move(script), failure_class::tls, code, std::move(message), {}, true};
}

}  // namespace

std::vector<misbehaviour> server_hello_misbehaviours() {
  using namespace std::string_literals;
  const auto broke = [](const std::string& why) { return failed("TLS handshake failed: " + why); };
  const std::string hello = server_hello({});
  const std::string safe = hello_wish{}.extensions;
  return {
      row("sends a hello that is garbage", replies(message(2, "zzzz")), 1300,
          failed("TLS handshake failed: length mismatch")),
      row("sends a hello of 16 MB", replies(message(2, "", 0xffffff)), 1300,
          failed("TLS handshake failed: excessive message size")),
      row("begins with its end", replies(message(20, "")), 1300, broke("unexpected message")),
      row("begins with its certificate", replies(message(11, bytes(0, 3))), 1300, broke("unexpected message")),
      row("chooses SSL 3.0", replies(server_hello({.version = 0x0300})), 1302,
          failed("the server speaks no TLS version that is accepted, which are 1.2 and 1.3 (unsupported protocol)")),
      row("chooses TLS 1.1", replies(server_hello({.version = 0x0302})), 1302,
          failed("the server speaks no TLS version that is accepted, which are 1.2 and 1.3 (unsupported protocol)")),
      row("chooses a version that there is not", answers_13(std::string(32, 'r'), extension(43, bytes(0x0399, 2))),
          1300, failed("TLS handshake failed: bad protocol version number")),
      row("chooses TLS 1.2 and marks it as a downgrade",
          replies(server_hello({.random = std::string(24, 'r') + "DOWNGRD\x01"})), 1300,
          broke("inappropriate fallback")),
      row("chooses a cipher that was not offered", replies(server_hello({.cipher = 0x003b})), 1300,
          broke("wrong cipher returned")),
      row("chooses a cipher that there is not", replies(server_hello({.cipher = 0x7777})), 1300,
          failed("TLS handshake failed: unknown cipher returned")),
      row("chooses compression", replies(server_hello({.compression = 1})), 1300,
          failed("TLS handshake failed: compression disabled")),
      row("knows no safe renegotiation", replies(server_hello({.extensions = ""})), 1300,
          broke("unsafe legacy renegotiation disabled")),
      row("sends an extension that was not asked for", replies(server_hello({.extensions = safe + extension(0, "")})),
          1300, failed("TLS handshake failed: unsolicited extension")),
      row("sends an extension twice", replies(server_hello({.extensions = safe + safe})), 1300,
          failed("TLS handshake failed: bad extension")),
      row("sends an extension longer than the hello",
          replies(server_hello({.extensions = safe + bytes(16, 2) + bytes(999, 2)})), 1300,
          failed("TLS handshake failed: bad extension")),
      row("asks for a key of a kind that was not offered",
          answers_13(another_hello, version_13() + extension(51, bytes(0xfafa, 2))), 1300,
          failed("TLS handshake failed: bad key share")),
      row("asks for another hello, and again",
          answers_13(another_hello, version_13() + extension(51, bytes(0x0017, 2)), 2), 1300,
          failed("TLS handshake failed: unexpected message")),
      row("chooses TLS 1.3 without a key", answers_13(std::string(32, 'r'), version_13()), 1300,
          failed("TLS handshake failed: no suitable key share")),
      row("chooses TLS 1.3 with a key that is none",
          answers_13(std::string(32, 'r'), version_13() + extension(51, bytes(0x001d, 2) + bytes(5, 2) + "short")),
          1300, failed("TLS handshake failed: bad ecpoint")),
      row("says that it is done before it showed its certificate", replies(hello + message(14, "")), 1300,
          broke("unexpected message")),
      row("shows no certificate", replies(hello + message(11, bytes(0, 3))), 1300,
          failed("TLS handshake failed: length mismatch")),
      row("shows a certificate that is garbage",
          replies(hello + message(11, bytes(11, 3) + bytes(8, 3) + "\x30\x06zzzzzz"s)), 1317,
          failed("the server's certificate is damaged (too long)")),
      row("announces a certificate of 2 MB", replies(hello + message(11, "", 2 << 20)), 1300,
          broke("excessive message size")),
  };
}

}  // namespace canary::testing
