#include "canary/command/look.hpp"

#include "canary/core/utf8.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>

namespace canary::command {
namespace {

std::string value_of(const std::function<const char*(const char*)>& get, const char* name) {
  const char* value = get(name);
  return value != nullptr ? value : "";
}

bool locale_is_utf8(const std::function<const char*(const char*)>& get) {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string locale = value_of(get, name);
    if (locale.empty()) continue;
    std::transform(locale.begin(), locale.end(), locale.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return false;
}

bool wants_colour(const output_facts& output, colour_wish wish, const std::function<const char*(const char*)>& get) {
  if (wish != colour_wish::when_terminal) return wish == colour_wish::always;
  if (!value_of(get, "NO_COLOR").empty()) return false;
  if (const std::string force = value_of(get, "CLICOLOR_FORCE"); !force.empty() && force != "0") return true;
  return output.terminal && value_of(get, "TERM") != "dumb";
}

}  // namespace

output_facts facts_of_output(int descriptor) {
  output_facts facts;
  facts.terminal = ::isatty(descriptor) != 0;
  winsize size{};
  if (facts.terminal && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0) facts.columns = size.ws_col;
  return facts;
}

look choose_look(const output_facts& output, colour_wish wish, const std::function<const char*(const char*)>& get) {
  constexpr std::size_t usual = 80, narrowest = 20, widest = 400;
  look as;
  as.colour = wants_colour(output, wish, get);
  if (!output.terminal) return as;
  as.unicode = as.foreign_letters = locale_is_utf8(get);
  as.width = output.columns == 0 ? usual : std::clamp(output.columns, narrowest, widest);
  return as;
}

std::string painted(const look& as, std::string_view with, std::string_view text) {
  if (!as.colour || text.empty()) return std::string(text);
  return "\033[" + std::string(with) + "m" + std::string(text) + "\033[0m";
}

std::string harmless(const look& as, std::string_view text, std::string_view indentation) {
  std::string out;
  while (!text.empty()) {
    const std::size_t control = control_length(text), letter = utf8_length(text);
    const std::size_t used = std::max<std::size_t>({control, letter, 1});
    if (text.front() == '\n') {
      out += '\n';
      out += indentation;
    } else if (text.front() == '\t') {
      out += '\t';
    } else if (control > 0 || letter == 0 || (letter > 1 && !as.foreign_letters)) {
      out += '?';
    } else {
      out += text.substr(0, used);
    }
    text.remove_prefix(used);
  }
  return out;
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t taken = columns_of(text);
  if (taken < columns) text.append(columns - taken, ' ');
  return text;
}

}  // namespace canary::command
