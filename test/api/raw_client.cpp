#include "api/raw_client.hpp"

#include "support/catch.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

raw_client::raw_client(std::uint16_t port, int receive_buffer)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const timeval bound{10, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &bound, sizeof bound);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &bound, sizeof bound);
  if (receive_buffer > 0) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
}

raw_client::~raw_client() { ::close(socket_); }

bool raw_client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void raw_client::finish_sending() { ::shutdown(socket_, SHUT_WR); }

bool raw_client::receive() {
  char buffer[16 * 1024];
  const auto length = ::recv(socket_, buffer, sizeof buffer, 0);
  if (length <= 0) return false;
  received_.append(buffer, static_cast<std::size_t>(length));
  return true;
}

bool raw_client::closed() {
  char buffer[16 * 1024];
  for (;;) {
    const auto length = ::recv(socket_, buffer, sizeof buffer, 0);
    if (length == 0) return true;
    if (length < 0) return errno == ECONNRESET;
  }
}

namespace {

// Of a status line and headers, each with its end; the body is left out.
reply parse_head(const std::string& text) {
  reply out;
  out.status = std::stoi(text.substr(9, 3));
  for (std::size_t at = text.find("\r\n") + 2; at < text.size();) {
    const auto line_end = text.find("\r\n", at);
    const auto colon = text.find(": ", at);
    auto name = text.substr(at, colon - at);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    out.headers[name] = text.substr(colon + 2, line_end - colon - 2);
    at = line_end + 2;
  }
  return out;
}

}  // namespace

std::optional<reply> take_reply(std::string& received, const std::function<bool()>& receive, bool with_body) {
  std::size_t end;
  while ((end = received.find("\r\n\r\n")) == std::string::npos) {
    if (!receive()) return std::nullopt;
  }
  reply out = parse_head(received.substr(0, end + 2));
  received.erase(0, end + 4);
  const auto length = out.headers.find("content-length");
  if (!with_body || length == out.headers.end()) return out;
  const auto size = static_cast<std::size_t>(std::stoul(length->second));
  while (received.size() < size) {
    if (!receive()) return std::nullopt;
  }
  out.body = received.substr(0, size);
  received.erase(0, size);
  return out;
}

std::optional<reply> raw_client::read(bool with_body) {
  return take_reply(
      received_, [this] { return receive(); }, with_body);
}

std::string get(std::string_view target, std::string_view headers) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(headers) + "\r\n";
}

std::string post_head(std::size_t length) {
  return "POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
         std::to_string(length) + "\r\nExpect: 100-continue\r\n\r\n";
}
