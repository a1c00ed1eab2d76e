#include "canary/net/host_name.hpp"

#include <idn2.h>

#include <algorithm>
#include <memory>

namespace canary::net {

bool is_host_name(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.front() == '.' || host.find("..") != host.npos) return false;
  return std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_';
  });
}

result<std::string> ascii_host_name(std::string_view utf8) {
  std::string name(utf8);
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return (c & 0x80) == 0; });
  if (!ascii) {
    // Longer names cannot become short enough, and cost time.
    constexpr std::size_t longest = 1024;
    if (name.size() > longest || name.find('\0') != name.npos) return error{"its host is not a host name"};
    char* found = nullptr;
    const int status = idn2_to_ascii_8z(name.c_str(), &found, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT);
    const std::unique_ptr<char, void (*)(void*)> owned(found, idn2_free);
    if (status != IDN2_OK) {
      return error{std::string("its host is not an internationalized host name: ") + idn2_strerror(status)};
    }
    name = found;
  }
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  if (!is_host_name(name)) return error{"its host is not a host name"};
  return result<std::string>(boost::system::in_place_value, std::move(name));
}

}  // namespace canary::net
