#include "canary/core/printable.hpp"

#include "canary/core/utf8.hpp"

#include <algorithm>

namespace canary {

std::string printable(std::string_view text, std::size_t longest) {
  std::string shown;
  shown.reserve(std::min(text.size(), longest));
  while (!text.empty()) {
    const std::size_t character = utf8_length(text), control = control_length(text);
    const std::size_t used = std::max<std::size_t>(character, 1);
    const std::string_view as = character == 0 || control > 0 ? "?" : text.substr(0, used);
    if (shown.size() + as.size() > longest) break;
    shown += as;
    text.remove_prefix(used);
  }
  return shown;
}

}  // namespace canary
