#include "script/stack_trace.hpp"

#include <algorithm>
#include <charconv>

namespace canary::script {
namespace {
constexpr std::string_view library = "polyfill.js:";  // executes modern scripts, and is in each of their traces
}

stack_trace read_stack_trace(std::string_view text, std::string_view file, std::span<const source_point> origins) {
  stack_trace trace;
  bool first = true;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    start = end + 1;
    if (!first && line.starts_with("    at ")) {
      const std::size_t close = line.rfind(')');
      // The file's own name may hold brackets.
      const std::size_t named = line.find("(" + std::string(file) + ":");
      const std::size_t open = close == std::string_view::npos   ? close
                               : named != std::string_view::npos ? named
                                                                 : line.rfind('(', close);
      if (open == std::string_view::npos) continue;
      const std::string_view remarks = line.substr(close + 1);
      if (remarks.find("internal") != std::string_view::npos) continue;
      std::string_view place = line.substr(open + 1, close - open - 1);
      if (place.empty() || place == "native" || (place.starts_with("chai.js:") && file != "chai.js")) continue;
      const bool ours = place.size() > file.size() + 1 && place.starts_with(file) && place[file.size()] == ':';
      source_point at;
      if (ours) {
        std::from_chars(place.data() + file.size() + 1, place.data() + place.size(), at.line);
        at.line = std::max(at.line, 0);  // a script may write a stack of its own
      }
      if (!origins.empty()) {
        if (place.starts_with(library)) continue;
        if (ours) {
          const auto executed = static_cast<std::size_t>(at.line);
          at = executed >= 1 && executed <= origins.size() ? origins[executed - 1] : source_point{};
          if (at.line == 0) continue;
        }
      }
      if (trace.line == 0 && ours) {
        trace.line = at.line;
        trace.column = at.column;
      }
      line = line.substr(0, close + 1);  // without 'strict', 'preventsyield', …
      if (ours && !origins.empty()) {
        trace.text += (first ? "" : "\n") + std::string(line.substr(0, open + 1)) + std::string(file) + ":" +
                      std::to_string(at.line) + ")";
        first = false;
        continue;
      }
    }
    if (!first) trace.text += '\n';
    trace.text += line;
    first = false;
  }
  return trace;
}

int first_column(std::string_view source, int line) {
  std::size_t start = 0;
  for (int number = 1; number < line; ++number) {
    const std::size_t end = source.find('\n', start);
    if (end == std::string_view::npos) return 0;
    start = end + 1;
  }
  int column = 1;
  for (std::size_t i = start; i < source.size() && (source[i] == ' ' || source[i] == '\t'); ++i) ++column;
  return column;
}

}  // namespace canary::script
