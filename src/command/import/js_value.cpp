#include "command/import/js_value.hpp"

#include <algorithm>

namespace canary::command {
namespace {
constexpr std::size_t widest = 116;
}

std::string js_text(std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out = "'";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    const std::string_view rest = text.substr(i);
    if (c == '\'' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7f) {
      out += std::string("\\x") + digits[byte >> 4] + digits[byte & 15];
    } else if (byte == 0xc2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xa0) {
      const auto next = static_cast<unsigned char>(text[++i]);  // C1 control characters
      out += std::string("\\x") + digits[next >> 4] + digits[next & 15];
    } else if (rest.starts_with("\xe2\x80\xa8") || rest.starts_with("\xe2\x80\xa9")) {
      out += rest[2] == '\xa8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += c;
    }
  }
  return out + "'";
}

bool is_js_reserved(std::string_view word) {
  static constexpr std::string_view words[] = {
      "abstract", "arguments",  "await",        "boolean",   "break",    "byte",     "case",       "catch",
      "char",     "class",      "const",        "continue",  "debugger", "default",  "delete",     "do",
      "double",   "else",       "enum",         "eval",      "export",   "extends",  "false",      "final",
      "finally",  "float",      "for",          "function",  "goto",     "if",       "implements", "import",
      "in",       "instanceof", "int",          "interface", "let",      "long",     "native",     "new",
      "null",     "package",    "private",      "protected", "public",   "return",   "short",      "static",
      "super",    "switch",     "synchronized", "this",      "throw",    "throws",   "transient",  "true",
      "try",      "typeof",     "undefined",    "var",       "void",     "volatile", "while",      "with",
      "yield",    "NaN",        "Infinity"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::string js_key(std::string_view name) {
  const bool identifier =
      !name.empty() && (name[0] < '0' || name[0] > '9') && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
      });
  return identifier ? std::string(name) : js_text(name);
}

js_value js_value::expression(std::string code) {
  js_value out(kind::expression);
  out.code_ = std::move(code);
  return out;
}

js_value js_value::object() { return js_value(kind::object); }
js_value js_value::array() { return js_value(kind::array); }
void js_value::add(std::string_view name, js_value value) { members_.emplace_back(js_key(name), std::move(value)); }
void js_value::add(js_value value) { members_.emplace_back("", std::move(value)); }

std::string js_value::on_one_line() const {
  if (what_ == kind::expression) return code_;
  const bool object = what_ == kind::object;
  if (members_.empty()) return object ? "{}" : "[]";
  std::string out = object ? "{ " : "[";
  for (const auto& [name, value] : members_) {
    if (&name != &members_.front().first) out += ", ";
    if (object) out += name + ": ";
    out += value.on_one_line();
    if (out.size() > 2 * widest) break;  // long enough to know that it does not fit
  }
  return out + (object ? " }" : "]");
}

std::string js_value::code(std::size_t indentation, std::size_t column) const {
  std::string line = on_one_line();
  if (what_ == kind::expression || members_.empty() || column + line.size() <= widest) return line;
  const bool object = what_ == kind::object;
  std::string out = object ? "{" : "[";
  const std::size_t inner = indentation + 2;
  for (const auto& [name, value] : members_) {
    out += (&name == &members_.front().first ? "\n" : ",\n") + std::string(inner, ' ');
    if (object) out += name + ": ";
    out += value.code(inner, inner + (object ? name.size() + 2 : 0) + 1);
  }
  return out + "\n" + std::string(indentation, ' ') + (object ? "}" : "]");
}

}  // namespace canary::command
