#include "script/failing_expression.hpp"

#include "script/line_expressions.hpp"

#include <algorithm>

namespace canary::script {
namespace {

using kind = failure_clue::kind;

constexpr std::size_t longest_line = 400;

// 'http.get', as far as the expression begins with names.
std::string beginning_of(const line_expression& e) {
  std::string out;
  for (const named_part& part : e.parts) {
    out += (out.empty() ? "" : ".") + std::string(part.text);
    if (part.is_called) break;
  }
  return out;
}

bool names(const named_part& part, const failure_clue& clue) {
  if (part.text != clue.name) return false;
  return clue.what == kind::builtin ? part.is_called : part.is_property == (clue.what == kind::property);
}

// The expression up to the name; whole where it has that name again and again.
std::optional<text_span> up_to_name(const line_expression& e, const failure_clue& clue) {
  const auto is_named = [&](const named_part& part) { return names(part, clue); };
  const auto first = std::find_if(e.parts.begin(), e.parts.end(), is_named);
  if (first == e.parts.end()) return std::nullopt;
  const bool again = clue.what == kind::builtin || std::find_if(first + 1, e.parts.end(), is_named) != e.parts.end();
  return text_span{e.begin, again ? e.end : first->end};
}

bool is_of_host(const line_expression& e, const std::string& name) {
  static constexpr std::string_view hosts[] = {"check", "dns", "http", "log", "require", "std", "tcp", "test", "tls"};
  if (e.parts.empty() || e.parts.front().is_property) return false;
  if (!name.empty()) return beginning_of(e) == name;
  const bool called = std::any_of(e.parts.begin(), e.parts.end(), [](const named_part& p) { return p.is_called; });
  return called && std::find(std::begin(hosts), std::end(hosts), e.parts.front().text) != std::end(hosts);
}

// Up to where it is meant; none where it is not.
std::optional<text_span> meant(const line_expression& e, const failure_clue& clue) {
  const text_span whole{e.begin, e.end};
  switch (clue.what) {
    case kind::none:
      return std::nullopt;
    case kind::thrown:
      return e.is_thrown || e.is_new ? std::optional(whole) : std::nullopt;
    case kind::assertion: {
      // Of one that began in a line before, this is the rest.
      if (e.parts.empty()) return std::nullopt;
      const named_part& first = e.parts.front();
      const bool asserts = first.is_property || first.text == "expect" || first.text == "assert";
      return asserts && (!first.is_property || first.end == e.begin + 1 + first.text.size()) ? std::optional(whole)
                                                                                             : std::nullopt;
    }
    case kind::host:
      return is_of_host(e, clue.name) ? std::optional(whole) : std::nullopt;
    case kind::builtin:
    case kind::identifier:
    case kind::property:
      return up_to_name(e, clue);
  }
  return std::nullopt;
}

}  // namespace

std::optional<text_span> failing_expression(std::string_view line, const failure_clue& clue, std::size_t from) {
  if (line.size() > longest_line || clue.what == kind::none) return std::nullopt;
  std::optional<text_span> found;
  for (const line_expression& e : expressions_in(line)) {
    if (e.begin < from) continue;
    const auto span = meant(e, clue);
    if (!span) continue;
    if (found) return std::nullopt;
    found = span;
  }
  return found;
}

}  // namespace canary::script
