#include "canary/command/junit.hpp"
#include "canary/core/utf8.hpp"

#include <algorithm>

namespace canary::command {

std::string xml_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t letter = utf8_length(text), used = std::max<std::size_t>(letter, 1);
    const std::string_view c = text.substr(0, used);
    switch (c[0]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\t':
        out += "&#9;";
        break;
      default:
        // U+FFFE and U+FFFF are characters of no text.
        out += letter == 0 || control_length(c) > 0 || c == "\xef\xbf\xbe" || c == "\xef\xbf\xbf" ? "\xef\xbf\xbd" : c;
    }
    text.remove_prefix(used);
  }
  return out;
}

}  // namespace canary::command
