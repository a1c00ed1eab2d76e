// Servers that shake hands well, and misbehave in the session or at its end.

#include "net/tls_records.hpp"

namespace canary::testing {
namespace {

const certificate& server() {
  static const certificate made({.name = "server", .alternatives = "IP:127.0.0.1"});
  return made;
}

misbehaviour row(std::string name, misdeed script, failure_class kind, int code, std::string message,
                 int version = TLS1_3_VERSION) {
  auto context = std::make_shared<asio::ssl::context>(server().server_context());
  SSL_CTX_set_max_proto_version(context->native_handle(), version);
  return {.name = std::move(name),
          .script = std::move(script),
          .kind = kind,
          .error_code = code,
          .message = std::move(message),
          .tls = std::move(context),
          .request = {.tls = {.ca = server().pem()}}};
}

// Past TLS, on the bare connection, after the request and `first`.
misdeed says_bare(std::string plain, std::string first = "") {
  return [=](scripted_connection& c, virtual_clock&) {
    c.read_request();
    if (!first.empty()) c.send(first);
    asio::async_write(c.socket(), asio::buffer(plain), c.yield());
    c.close();
  };
}

// Says `response`, and goodbye in TLS' own way.
misdeed says_goodbye_after(std::string response) {
  return [=](scripted_connection& c, virtual_clock&) {
    c.read_request();
    if (!response.empty()) c.send(response);
    c.say_goodbye();
    c.close();
  };
}

// Begins a response, and does `each` before each of its headers, for longer than the client waits.
misdeed repeats(std::function<void(SSL*)> each) {
  return [each](scripted_connection& c, virtual_clock& time) {
    c.read_request();
    c.send("HTTP/1.1 200 OK\r\n");
    // OpenSSL's server may wait for the client, who must not be waited for then.
    asio::spawn(
        c.socket().get_executor(),
        [&time, executor = c.socket().get_executor()](asio::yield_context yield) {
          asio::steady_timer pause(executor, std::chrono::milliseconds{100});
          pause.async_wait(yield);
          time.advance(patience);
        },
        asio::detached);
    do {
      c.wait(std::chrono::milliseconds{1});
      each(c.tls_session());
    } while (c.send("X-A: b\r\n"));
  };
}

}  // namespace

std::vector<misbehaviour> tls_session_misbehaviours() {
  using enum failure_class;
  using namespace std::string_literals;
  const std::string head = "HTTP/1.1 200 OK\r\n";
  const std::string ten = head + "Content-Length: 10\r\n\r\n";
  const std::string chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
  const auto cut = [](const std::string& where) { return failed("the server closed the connection " + where); };
  const std::string half_a_record = "\x17\x03\x03\x01\x00half"s;
  return {
      row("closes after the handshake", says(""), http, 1801, cut("without answering")),
      row("says goodbye after the handshake", says_goodbye_after(""), http, 1801, cut("without answering")),
      row("resets after the handshake", says_and_resets(""), connect, 1220,
          failed("the connection to ADDRESS was reset before it answered")),
      row("says nothing after the handshake", says_and_stalls(""), timeout, 1050,
          timed_out("waiting for the response")),
      row("closes without a goodbye within the headers", says(head), http, 1802,
          cut("in the middle of the response's headers")),
      row("closes without a goodbye within a body", says(ten + "12345"), http, 1802,
          cut("after 5 of 10 bytes of the body")),
      row("closes without a goodbye within a chunk", says(chunked + "5\r\nab"), http, 1802,
          cut("after 2 bytes of the body, before its last chunk")),
      row("closes without a goodbye before the last chunk", says(chunked + "5\r\nabcde\r\n"), http, 1802,
          cut("after 5 bytes of the body, before its last chunk")),
      row("says goodbye within a body", says_goodbye_after(ten + "12345"), http, 1802,
          cut("after 5 of 10 bytes of the body")),
      row("says goodbye before the last chunk", says_goodbye_after(chunked + "5\r\nabcde\r\n"), http, 1802,
          cut("after 5 bytes of the body, before its last chunk")),
      row("closes a body that ends with the connection without a goodbye", says(head + "\r\nwhole"), none, 200,
          "whole"),
      row("closes within a record, within a body", says_bare(half_a_record, ten + "12345"), http, 1802,
          cut("after 5 of 10 bytes of the body")),
      row("closes within a record, within a chunk", says_bare(half_a_record, chunked + "5\r\nab"), http, 1802,
          cut("after 2 bytes of the body, before its last chunk")),
      row("closes within a record of a body that ends with the connection",
          says_bare(half_a_record, head + "\r\n12345"), http, 1802,
          cut("in the middle of a TLS record, after 5 bytes of the body")),
      row("closes within a record, before any answer", says_bare(half_a_record), http, 1801, cut("without answering")),
      row("resets within a body", says_and_resets(ten + "12345"), http, 1802,
          failed("the connection to ADDRESS was reset after 5 of 10 bytes of the body")),
      row("sends plain text", says_bare("HTTP/1.1 200 OK\r\n\r\n"), tls, 1300,
          failed("the TLS session broke: wrong version number")),
      row("sends plain text within a body", says_bare("plain text", ten + "12345"), tls, 1300,
          failed("the TLS session broke: wrong version number")),
      row("sends a record that is not encrypted for us", says_bare(record(data_record, std::string(32, 'x'))), tls,
          1300, failed("the TLS session broke: decryption failed or bad record mac")),
      row("sends such a record, by TLS 1.2", says_bare(record(data_record, std::string(32, 'x'))), tls, 1300,
          failed("the TLS session broke: cipher operation failed"), TLS1_2_VERSION),
      row("sends a record that is too long", says_bare("\x17\x03\x03\x50\x00"s + std::string(0x5000, 'x')), tls, 1300,
          failed("the TLS session broke: packet length too long")),
      row("sends a record that is too short", says_bare(record(data_record, "x")), tls, 1300,
          failed("the TLS session broke: decryption failed or bad record mac")),
      row("sends a plain alert", says_bare(alert(80)), tls, 1300, failed("the TLS session broke: bad record type")),
      row("sends a plain alert, by TLS 1.2", says_bare(alert(80)), tls, 1300,
          failed("the TLS session broke: decryption failed or bad record mac"), TLS1_2_VERSION),
      row("sends a plain handshake message", says_bare(message(0, "")), tls, 1300,
          failed("the TLS session broke: bad record type")),
      row(
          "sends an old record again",
          [](scripted_connection& c, virtual_clock&) {
            c.read_request();
            c.send("HTTP/1.1 200 OK\r\n");
            asio::async_write(c.socket(), asio::buffer(record(data_record, std::string(40, 'o'))), c.yield());
            wait_until_gone(c);
          },
          tls, 1300, failed("the TLS session broke: decryption failed or bad record mac")),
      row("asks for renegotiation without end, by TLS 1.2", repeats([](SSL* s) { SSL_renegotiate(s); }), timeout, 1050,
          timed_out("reading the response"), TLS1_2_VERSION),
      row("sends session tickets without end", repeats([](SSL* s) { SSL_new_session_ticket(s); }), timeout, 1050,
          timed_out("reading the response")),
      row("changes its keys without end", repeats([](SSL* s) { SSL_key_update(s, SSL_KEY_UPDATE_NOT_REQUESTED); }),
          timeout, 1050, timed_out("reading the response")),
      row("has the client change its keys without end",
          repeats([](SSL* s) { SSL_key_update(s, SSL_KEY_UPDATE_REQUESTED); }), timeout, 1050,
          timed_out("reading the response")),
      row("dribbles its headers in records of one byte", dribbles(head, "X-A: b\r\n"), timeout, 1050,
          timed_out("reading the response")),
      row("sends headers without end", says_without_end(head, "X-Small: value\r\n"), limit, 1810,
          failed("the response's headers are over the limit of 65536 bytes")),
      row("sends a body without end", says_without_end(head + "\r\n", std::string(65536, 'x')), limit, 1811,
          failed("the response's body is over the limit of 1000000 bytes")),
  };
}

}  // namespace canary::testing
