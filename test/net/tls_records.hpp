#pragma once
// TLS by hand (RFC 8446, RFC 5246): what OpenSSL's server would never send.

#include "net/misbehaviours.hpp"

#include <array>

namespace canary::testing {

inline constexpr char alert_record = '\x15', handshake_record = '\x16', data_record = '\x17';

/// `value` in so many bytes, the highest first.
inline std::string bytes(std::size_t value, int count) {
  std::string all;
  while (count-- > 0) all += static_cast<char>(value >> (8 * count) & 255);
  return all;
}

inline std::string record(char type, const std::string& content) {
  return type + bytes(0x0303, 2) + bytes(content.size(), 2) + content;
}

/// Level 2 is fatal, 1 a warning.
inline std::string alert(int description, int level = 2) {
  return record(alert_record,
                bytes(static_cast<std::size_t>(level), 1) + bytes(static_cast<std::size_t>(description), 1));
}

/// A handshake message in a record of its own; it may announce another size than it has.
inline std::string message(int type, const std::string& content, std::size_t announced) {
  return record(handshake_record, bytes(static_cast<std::size_t>(type), 1) + bytes(announced, 3) + content);
}
inline std::string message(int type, const std::string& content) { return message(type, content, content.size()); }

inline std::string extension(int type, const std::string& content) {
  return bytes(static_cast<std::size_t>(type), 2) + bytes(content.size(), 2) + content;
}

struct hello_wish {
  int version = 0x0303;
  std::string random = std::string(32, 'r');
  std::string session = {};
  int cipher = 0xc02f;  // ECDHE-RSA-AES128-GCM-SHA256
  int compression = 0;
  std::string extensions = extension(0xff01, std::string(1, '\0'));  // secure renegotiation, which has to be there
};

inline std::string server_hello(const hello_wish& wish) {
  return message(2, bytes(static_cast<std::size_t>(wish.version), 2) + wish.random + bytes(wish.session.size(), 1) +
                        wish.session + bytes(static_cast<std::size_t>(wish.cipher), 2) +
                        bytes(static_cast<std::size_t>(wish.compression), 1) + bytes(wish.extensions.size(), 2) +
                        wish.extensions);
}

/// The client's next message, which arrives in one piece. Not for connections that speak TLS.
inline std::string read_hello(scripted_connection& c) {
  std::array<char, 4096> room{};
  boost::system::error_code error;
  const auto size = c.socket().async_read_some(asio::buffer(room), c.yield()[error]);
  return {room.data(), size};
}

/// The session that a client's hello names, which TLS 1.3 wants to hear again.
inline std::string session_of(const std::string& hello) {
  constexpr std::size_t at = 5 + 4 + 2 + 32;
  return hello.size() > at ? hello.substr(at + 1, static_cast<unsigned char>(hello[at])) : "";
}

/// Takes the client's hello, says `answer`, and then nothing more.
inline misdeed replies(std::string answer) {
  return [answer = std::move(answer)](scripted_connection& c, virtual_clock&) {
    read_hello(c);
    c.send(answer);
    wait_until_gone(c);
  };
}

}  // namespace canary::testing
