#include "canary/net/proxy_settings.hpp"

#include "canary/net/request_head.hpp"

#include <algorithm>
#include <charconv>

namespace canary::net {
namespace {

namespace ip = boost::asio::ip;

std::optional<ip::address> parse_address(std::string_view text) {
  boost::system::error_code error;
  const auto address = ip::make_address(std::string(text), error);
  if (error) return std::nullopt;
  // '::ffff:10.0.0.1' means 10.0.0.1.
  if (address.is_v6() && address.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

template <class Bytes>
bool same_prefix(const Bytes& a, const Bytes& b, int bits) {
  for (std::size_t i = 0; i < a.size() && bits > 0; ++i, bits -= 8) {
    const int shift = bits >= 8 ? 0 : 8 - bits;
    if (a[i] >> shift != b[i] >> shift) return false;
  }
  return true;
}

bool lies_in(const ip::address& address, const ip::address& network, int prefix) {
  if (address.is_v4() != network.is_v4()) return false;
  return address.is_v4() ? same_prefix(address.to_v4().to_bytes(), network.to_v4().to_bytes(), prefix)
                         : same_prefix(address.to_v6().to_bytes(), network.to_v6().to_bytes(), prefix);
}

int bits_of(const ip::address& address) { return address.is_v4() ? 32 : 128; }

std::string trimmed_lower(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == text.npos) return {};
  std::string result(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return result;
}

}  // namespace

proxy_settings::proxy_settings(const std::string& http_proxy, const std::string& https_proxy,
                               const std::string& no_proxy)
    : http_proxy_(http_proxy), https_proxy_(https_proxy) {
  std::string_view rest = no_proxy;
  while (!rest.empty()) {
    const auto comma = rest.find(',');
    const std::string entry = trimmed_lower(rest.substr(0, comma));
    rest = comma == rest.npos ? std::string_view() : rest.substr(comma + 1);
    if (entry == "*") except_all_ = true;
    if (auto parsed = parse_exception(entry)) exceptions_.push_back(std::move(*parsed));
  }
}

std::optional<proxy_settings::exception> proxy_settings::parse_exception(std::string_view text) {
  exception made;
  if (const auto slash = text.find('/'); slash != text.npos) {
    const auto network = parse_address(text.substr(0, slash));
    const auto prefix = parse_number<int>(text.substr(slash + 1));
    if (!network || !prefix || *prefix < 0 || *prefix > bits_of(*network)) return std::nullopt;
    made.address = *network;
    made.prefix = *prefix;
    return made;
  }
  // 'host:port', '[::1]:port', and a bare IPv6 address, whose colons are no port's.
  std::string_view host = text;
  const auto colon = text.rfind(':');
  if (colon != text.npos && (text.find(':') == colon || text[colon - 1] == ']')) {
    made.port = parse_number<std::uint16_t>(text.substr(colon + 1));
    if (!made.port) return std::nullopt;
    host = text.substr(0, colon);
  }
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  if (const auto address = parse_address(host)) {
    made.address = *address;
    made.prefix = bits_of(*address);
    return made;
  }
  if (host.starts_with("*.")) host.remove_prefix(1);
  if (host.empty() || host == ".") return std::nullopt;
  made.host_itself = host.front() != '.';
  made.suffix = (made.host_itself ? "." : "") + std::string(host);
  return made;
}

bool proxy_settings::is_excepted(const http_url& url) const {
  if (url.host == "localhost") return true;
  const auto address = parse_address(url.host);
  if (address && address->is_loopback()) return true;
  if (except_all_) return true;
  return std::any_of(exceptions_.begin(), exceptions_.end(), [&](const exception& e) {
    if (e.port && *e.port != url.port) return false;
    if (e.suffix.empty()) return address && lies_in(*address, e.address, e.prefix);
    return url.host.ends_with(e.suffix) || (e.host_itself && url.host == std::string_view(e.suffix).substr(1));
  });
}

result<proxy> parse_proxy(const std::string& text) {
  const auto scheme = text.find("://");
  if (scheme != text.npos && trimmed_lower(std::string_view(text).substr(0, scheme)) != "http") {
    return error{"only proxies at http:// URLs are spoken to"};
  }
  const auto parsed = parse_http_url(scheme == text.npos ? "http://" + text : text);
  if (!parsed) return parsed.error();
  proxy read{parsed->host, parsed->port, {}};
  if (parsed->has_userinfo) read.authorization = basic_authorization(parsed->user, parsed->password);
  return result<proxy>(boost::system::in_place_value, std::move(read));
}

result<std::optional<proxy>> proxy_settings::choose(const http_url& url) const {
  const std::string& setting = url.secure ? https_proxy_ : http_proxy_;
  if (setting.empty() || is_excepted(url)) return std::nullopt;
  auto chosen = parse_proxy(setting);
  if (!chosen) return error{std::string(url.secure ? "HTTPS_PROXY: " : "HTTP_PROXY: ") + chosen.error().message};
  return std::optional(std::move(*chosen));
}

}  // namespace canary::net
