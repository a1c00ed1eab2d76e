// Servers that do not speak TLS, or break off in the handshake. What is wrong within their hello is in
// server_hello_misbehaviours.cpp.

#include "net/tls_records.hpp"

namespace canary::testing {
namespace {

// Waits for the client's first message, does `then`, and says nothing more.
misdeed after_hello(std::function<void(scripted_connection&)> then) {
  return [then = std::move(then)](scripted_connection& c, virtual_clock&) {
    read_hello(c);
    then(c);
    wait_until_gone(c);
  };
}

misdeed floods(std::string piece) {
  return after_hello([piece](scripted_connection& c) { c.flood(piece); });
}

misbehaviour row(std::string name, misdeed script, failure_class kind, int code, std::string message) {
  return {std::move(name), std::move(script), kind, code, std::move(message), {}, true};
}

}  // namespace

std::vector<misbehaviour> handshake_misbehaviours() {
  using enum failure_class;
  using namespace std::string_literals;
  const auto no_tls = [](const std::string& why) {
    return failed("the server does not speak TLS on this port (" + why + ")");
  };
  const auto ended = [](const std::string& why) { return failed("the server ended the TLS handshake: " + why); };
  const auto broke = [](const std::string& why) { return failed("TLS handshake failed: " + why); };
  const std::string closed = failed("the server closed the connection during the TLS handshake");
  const std::string reset = failed("the server reset the connection during the TLS handshake");
  const std::string versions = failed("the server speaks no TLS version that is accepted, which are 1.2 and 1.3 (");
  return {
      row("speaks HTTP", replies("HTTP/1.1 400 Bad Request\r\n\r\n"), tls, 1301, no_tls("wrong version number")),
      row("speaks SSH", replies("SSH-2.0-OpenSSH_9.2p1\r\n"), tls, 1301, no_tls("wrong version number")),
      row(
          "speaks SMTP, and first",
          [](scripted_connection& c, virtual_clock&) {
            c.send("220 mail.test ESMTP\r\n");
            wait_until_gone(c);
          },
          tls, 1301, no_tls("wrong version number")),
      row("sends a record too long", replies("\x16\x03\x03\xff\xff"s + std::string(70'000, 'x')), tls, 1301,
          no_tls("packet length too long")),
      row("sends an alert: close", replies(alert(0, 1)), tls, 1304, closed),
      row("sends an alert: handshake failure", replies(alert(40)), tls, 1303, ended("handshake failure")),
      row("sends an alert: access denied", replies(alert(49)), tls, 1303, ended("access denied")),
      row("sends an alert: decode error", replies(alert(50)), tls, 1303, ended("decode error")),
      row("sends an alert: protocol version", replies(alert(70)), tls, 1302, versions + "protocol version)"),
      row("sends an alert: insufficient security", replies(alert(71)), tls, 1303, ended("insufficient security")),
      row("sends an alert: internal error", replies(alert(80)), tls, 1303, ended("internal error")),
      row("sends an alert: inappropriate fallback", replies(alert(86)), tls, 1303, ended("inappropriate fallback")),
      row("sends an alert: user cancelled", replies(alert(90)), tls, 1303, ended("user cancelled")),
      row("sends an alert: unrecognized name", replies(alert(112)), tls, 1303,
          ended("it knows no host '127.0.0.1' (tlsv1 unrecognized name)")),
      row("sends an alert: certificate required", replies(alert(116)), tls, 1303, ended("certificate required")),
      row("sends an alert: no application protocol", replies(alert(120)), tls, 1303, ended("no application protocol")),
      row("sends an alert that nobody knows", replies(alert(77)), tls, 1303,
          failed("the server ended the TLS handshake: alert 77, which is unknown")),
      row("sends an alert of a level that there is not", replies(alert(40, 9)), tls, 1300,
          failed("TLS handshake failed: unknown alert type")),
      row("sends half an alert", replies(record(alert_record, "\x02")), tls, 1300,
          failed("TLS handshake failed: invalid alert")),
      row("warns without end", floods(alert(90, 1)), tls, 1300, broke("too many warn alerts")),
      row("sends empty records without end", floods(record(handshake_record, "")), tls, 1300,
          broke("record too small")),
      row("sends a record of a type that there is not", replies(record('\x63', "what")), tls, 1300,
          failed("TLS handshake failed: unexpected message")),
      row("sends a heartbeat", replies(record('\x18', "\x01\x40\x00"s)), tls, 1300,
          failed("TLS handshake failed: unexpected message")),
      row("sends data before the handshake", replies(record(data_record, "data")), tls, 1300,
          failed("TLS handshake failed: unexpected message")),
      row("changes the cipher before the handshake", floods(record('\x14', "\x01")), tls, 1300,
          failed("TLS handshake failed: unexpected message")),
      row("closes", after_hello([](scripted_connection& c) { c.close(); }), tls, 1304, closed),
      row("closes within a record", after_hello([](scripted_connection& c) {
            c.send("\x16\x03\x03\x01\x00\x02"s);
            c.close();
          }),
          tls, 1304, closed),
      row("resets", after_hello([](scripted_connection& c) { c.reset(); }), tls, 1304, reset),
      row("resets within a record", after_hello([](scripted_connection& c) {
            c.send("\x16\x03\x03\x01\x00\x02"s);
            c.wait(std::chrono::milliseconds{20});
            c.reset();
          }),
          tls, 1304, reset),
      row("takes the connection, and says nothing", run_out, timeout, 1050, timed_out("waiting for the TLS handshake")),
      row(
          "takes the hello, and says nothing",
          [](scripted_connection& c, virtual_clock& time) {
            read_hello(c);
            run_out(c, time);
          },
          timeout, 1050, timed_out("waiting for the TLS handshake")),
      row(
          "dribbles an endless hello",
          [](scripted_connection& c, virtual_clock& time) {
            read_hello(c);
            c.send("\x16\x03\x03\x40\x00\x02\x00\x3f\xfc\x03\x03"s);
            for (int i = 0; i < 5; ++i) {
              c.drip(std::string(20, 'x'), std::chrono::milliseconds{1});
              time.advance(patience / 5);
            }
            wait_until_gone(c);
          },
          timeout, 1050, timed_out("waiting for the TLS handshake")),
  };
}

}  // namespace canary::testing
