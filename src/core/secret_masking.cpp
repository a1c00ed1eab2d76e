#include "canary/core/secret_masking.hpp"

#include <algorithm>

namespace canary {
namespace {

// RFC 3986's unreserved characters stay; `space` is '+' in forms.
std::string encoded(std::string_view value, std::string_view space, std::string_view kept) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       kept.find(c) != std::string_view::npos;
    if (c == ' ') {
      out += space;
    } else if (plain) {
      out += c;
    } else {
      out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return out;
}

}  // namespace

void secret_masking::add(std::string_view value) {
  if (value.size() < shortest_secret) return;
  // As it is, as encodeURIComponent writes it, as a form does, and as a query does in which only what must be is
  // encoded.
  for (auto text : {std::string(value), encoded(value, "%20", "-_.~!*'()"), encoded(value, "%20", "-_.~"),
                    encoded(value, "+", "-_.*"), encoded(value, "%20", "-_.~!$&'()*+,;=:@/?")}) {
    if (std::find(hidden_.begin(), hidden_.end(), text) == hidden_.end()) hidden_.push_back(std::move(text));
  }
  std::stable_sort(hidden_.begin(), hidden_.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

void secret_masking::mask(std::string& text) const {
  constexpr std::string_view mask = "***";
  for (const std::string& each : hidden_) {
    for (std::size_t at = 0; (at = text.find(each, at)) != std::string::npos; at += mask.size()) {
      text.replace(at, each.size(), mask);
    }
  }
}

}  // namespace canary
