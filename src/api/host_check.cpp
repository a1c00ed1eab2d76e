#include "canary/api/host_check.hpp"

#include "canary/core/ascii.hpp"

#include <algorithm>

namespace canary::api {
namespace {

bool is_port(std::string_view text) {
  return text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
  });
}

std::optional<boost::asio::ip::address> parse_address(const std::string& text) {
  boost::system::error_code failed;
  const auto address = boost::asio::ip::make_address(text, failed);
  if (failed) return std::nullopt;
  return address;
}

}  // namespace

std::optional<std::string> host_of(std::string_view authority) {
  std::string text(authority);
  for (char& c : text) c = ascii_lower(c);
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == std::string::npos) return std::nullopt;
    const auto rest = text.substr(end + 1);
    if (!rest.empty() && (rest.front() != ':' || !is_port(rest.substr(1)))) return std::nullopt;
    auto inside = text.substr(1, end - 1);
    // The system's parser stops at a NUL, and takes the name of an interface, which no URL can hold.
    if (inside.find_first_not_of("0123456789abcdef:.") != std::string::npos) return std::nullopt;
    const auto address = parse_address(inside);
    if (!address || !address->is_v6()) return std::nullopt;
    return inside;
  }
  if (const auto colon = text.find(':'); colon != std::string::npos) {
    if (!is_port(std::string_view(text).substr(colon + 1))) return std::nullopt;
    text.resize(colon);
  }
  if (text.ends_with('.')) text.pop_back();
  if (!is_name(text)) return std::nullopt;
  return text;
}

host_check::host_check(std::string_view configured, const std::vector<std::string>& allowed) : names_{"localhost"} {
  const auto add = [this](const std::string& name) {
    if (auto host = host_of(name)) {
      names_.push_back(std::move(*host));
    } else if (auto address =
                   host_of('[' + name.substr(0, name.find('%')) + ']')) {  // an IPv6 address as flags write it
      names_.push_back(std::move(*address));
    }
  };
  add(std::string(configured));
  for (const auto& name : allowed) add(name);
}

bool host_check::allows(std::string_view authority, const boost::asio::ip::address& local) const {
  const auto host = host_of(authority);
  if (!host) return false;
  if (const auto address = parse_address(*host); address && (address->is_loopback() || *address == local)) return true;
  return std::find(names_.begin(), names_.end(), *host) != names_.end();
}

}  // namespace canary::api
