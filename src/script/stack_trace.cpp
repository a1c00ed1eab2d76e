#include "script/stack_trace.hpp"

#include <algorithm>
#include <charconv>

namespace canary::script {
namespace {

constexpr std::string_view library = "polyfill.js:";  // executes modern scripts, and is in each of their traces

struct frame_place {
  std::size_t open = std::string_view::npos;  // of the bracket before it
  const program* of = nullptr;                // null where it is of none of the author's files
};

// Whether `place` is 'FILE:…'.
bool is_in(std::string_view place, const program& file) {
  return place.size() > file.file.size() + 1 && place.starts_with(file.file) && place[file.file.size()] == ':';
}

// In '    at login (FILE:12)', whose last bracket is at `close`. A file's own name may hold brackets.
frame_place place_in(std::string_view line, std::size_t close, const program& main) {
  const auto is_of = [&](const program& file) -> frame_place {
    for (auto open = line.find('('); open < close; open = line.find('(', open + 1)) {
      if (is_in(line.substr(open + 1, close - open - 1), file)) return {open, &file};
    }
    return {};
  };
  if (const auto found = is_of(main); found.of != nullptr) return found;
  for (const auto& module : main.modules) {
    if (const auto found = is_of(*module); found.of != nullptr) return found;
  }
  return {line.rfind('(', close), nullptr};
}

// Takes a frame that is not the author's, and that called all that were met before.
void go_out(called_function& called, std::string_view frame, std::string_view place, std::string_view remarks) {
  using kind = called_function::kind;
  if (called.of == kind::assertion) return;  // its members are called by others
  if (place.starts_with("chai.js:")) {
    called = {kind::assertion, {}};
  } else if (remarks.find("internal") != remarks.npos) {
    called = {kind::engine, {}};
  } else if (remarks.find("native") != remarks.npos) {
    const std::string_view name = frame.substr(std::min(std::string_view("    at ").size(), frame.size()));
    called = {kind::native, name == "[anon]" ? std::string{} : std::string(name)};
  } else {
    called = {kind::other, {}};
  }
}

}  // namespace

stack_trace read_stack_trace(std::string_view text, const program& main) {
  stack_trace trace;
  bool first = true;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    start = end + 1;
    if (!first && line.starts_with("    at ")) {
      const std::size_t close = line.rfind(')');
      if (close == line.npos) continue;
      const auto [open, of] = place_in(line, close, main);
      if (open == line.npos) continue;
      const std::string_view remarks = line.substr(close + 1);
      const std::string_view place = line.substr(open + 1, close - open - 1);
      if (trace.line == 0 && of == nullptr)
        go_out(trace.called, line.substr(0, open > 0 ? open - 1 : 0), place, remarks);
      if (remarks.find("internal") != std::string_view::npos) continue;
      if (place.empty() || place == "native" || (place.starts_with("chai.js:") && of == nullptr)) continue;
      if (main.modern && of == nullptr && place.starts_with(library)) continue;
      line = line.substr(0, close + 1);  // without 'strict', 'preventsyield', …
      source_point at;
      if (of != nullptr) {
        std::from_chars(place.data() + of->file.size() + 1, place.data() + place.size(), at.line);
        at.line = std::max(at.line, 0);  // a script may write a stack of its own
        if (of->is_transpiled()) {
          const auto executed = static_cast<std::size_t>(at.line);
          at = executed >= 1 && executed <= of->origins.size() ? of->origins[executed - 1] : source_point{};
          if (at.line == 0) continue;
        }
        if (trace.line == 0 && at.line != 0) {
          trace.line = at.line;
          trace.column = at.column;
          trace.of = of;
        }
      }
      if (of != nullptr && of->is_transpiled()) {
        trace.text += (first ? "" : "\n") + std::string(line.substr(0, open + 1)) + of->file + ":" +
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

std::optional<std::string_view> line_of(std::string_view source, int line) {
  for (int number = 1; number < line; ++number) {
    const std::size_t end = source.find('\n');
    if (end == source.npos) return std::nullopt;
    source.remove_prefix(end + 1);
  }
  std::string_view found = source.substr(0, source.find('\n'));
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

int first_column(std::string_view source, int line) {
  const auto text = line_of(source, line);
  return text ? static_cast<int>(std::min(text->find_first_not_of(" \t"), text->size())) + 1 : 0;
}

}  // namespace canary::script
