#include "canary/net/http_message.hpp"

#include "canary/net/request_head.hpp"

namespace canary::net {

std::string canonical_header_name(std::string_view name) {
  std::string canonical(name);
  if (!is_token(name)) return canonical;
  bool first = true;
  for (char& c : canonical) {
    if (first && c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
    if (!first && c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    first = c == '-';
  }
  return canonical;
}

}  // namespace canary::net
