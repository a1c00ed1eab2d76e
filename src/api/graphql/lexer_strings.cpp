// Strings and block strings (specification of October 2021, section 2.9.4).

#include "canary/api/graphql/lexer.hpp"

#include "utf8.hpp"

#include <algorithm>
#include <optional>

namespace canary::api::graphql {
namespace {

using fault_or_nothing = boost::system::result<void, query_error>;

bool is_scalar(std::uint32_t code) { return code <= 0xd7ff || (code >= 0xe000 && code <= 0x10ffff); }

std::optional<std::uint32_t> hex_digit(int c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return std::nullopt;
}

// The four digits of '\uXXXX', whose backslash stands at `place`.
std::optional<std::uint32_t> fixed_width(std::string_view text, std::size_t place) {
  if (text.substr(place, 2) != "\\u" || place + 6 > text.size()) return std::nullopt;
  std::uint32_t code = 0;
  for (std::size_t i = 2; i < 6; ++i) {
    const auto digit = hex_digit(static_cast<unsigned char>(text[place + i]));
    if (!digit) return std::nullopt;
    code = code << 4 | *digit;
  }
  return code;
}

// So many characters from `place`, for an error message; fewer where the text ends or is not UTF-8.
std::string excerpt(std::string_view text, std::size_t place, std::size_t characters) {
  const std::size_t start = place;
  while (characters-- > 0 && place < text.size()) {
    const auto c = utf8::decode(text, place);
    if (!c) break;
    place += c->bytes;
  }
  return std::string(text.substr(start, place - start));
}

}  // namespace

lexer::outcome lexer::string() {
  const std::size_t start = place_++;
  ast::position at = here();
  --at.column;
  std::string content;
  for (;;) {
    const int c = peek();
    if (c == -1 || c == '\n' || c == '\r') return fault("Unterminated string.");
    if (c == '"') break;
    if (c == '\\') {
      if (auto done = escape(content); !done) return std::move(done).error();
      continue;
    }
    const std::size_t before = place_;
    if (!skip_character()) return fault("Invalid character within String: " + character() + ".");
    content += text_.substr(before, place_ - before);
  }
  ++place_;
  token t = make(token_kind::string, start, at);
  t.content = std::move(content);
  return t;
}

fault_or_nothing lexer::escape(std::string& out) {
  if (peek(1) == 'u') return unicode_escape(out);
  constexpr std::string_view from = "\"\\/bfnrt", to = "\"\\/\b\f\n\r\t";
  const auto which = peek(1) == -1 ? std::string_view::npos : from.find(static_cast<char>(peek(1)));
  if (which == std::string_view::npos)
    return fault("Invalid character escape sequence: \"" + excerpt(text_, place_, 2) + "\".");
  out += to[which];
  place_ += 2;
  return {};
}

fault_or_nothing lexer::unicode_escape(std::string& out) {
  if (peek(2) == '{') {
    // At most twelve characters: '\u{00000000}'.
    std::uint32_t code = 0;
    std::size_t size = 3;
    for (; size < 12; ++size) {
      const auto digit = hex_digit(peek(size));
      if (!digit || code > 0x7ffffff) break;
      code = code << 4 | *digit;
    }
    if (size == 3 || size == 12 || peek(size) != '}' || !is_scalar(code)) {
      const std::size_t shown = std::min<std::size_t>(size + 1, 12);
      return fault("Invalid Unicode escape sequence: \"" + excerpt(text_, place_, shown) + "\".");
    }
    utf8::append(out, code);
    place_ += size + 1;
    return {};
  }
  const auto code = fixed_width(text_, place_);
  if (code && is_scalar(*code)) {
    utf8::append(out, *code);
    place_ += 6;
    return {};
  }
  // A pair of surrogates, as JSON writes what lies beyond U+FFFF.
  if (code && *code < 0xdc00) {
    const auto low = fixed_width(text_, place_ + 6);
    if (low && *low >= 0xdc00 && *low <= 0xdfff) {
      utf8::append(out, 0x10000 + ((*code - 0xd800) << 10) + (*low - 0xdc00));
      place_ += 12;
      return {};
    }
  }
  return fault("Invalid Unicode escape sequence: \"" + excerpt(text_, place_, 6) + "\".");
}

lexer::outcome lexer::block_string() {
  const std::size_t start = place_;
  const ast::position at = here();
  std::string raw;
  place_ += 3;
  while (!(peek() == '"' && peek(1) == '"' && peek(2) == '"')) {
    if (peek() == -1) return fault("Unterminated string.");
    if (text_.substr(place_).starts_with("\\\"\"\"")) {
      raw += "\"\"\"";
      place_ += 4;
    } else if (peek() == '\n' || peek() == '\r') {
      raw += '\n';
      end_line();
    } else {
      const std::size_t before = place_;
      if (!skip_character()) return fault("Invalid character within String: " + character() + ".");
      raw += text_.substr(before, place_ - before);
    }
  }
  place_ += 3;
  token t = make(token_kind::block_string, start, at);
  t.content = block_string_value(raw);
  return t;
}

std::string block_string_value(std::string_view raw) {
  std::vector<std::string_view> lines;
  for (std::size_t start = 0;;) {
    const std::size_t end = raw.find('\n', start);
    lines.push_back(raw.substr(start, end - start));
    if (end == std::string_view::npos) break;
    start = end + 1;
  }
  std::size_t indent = std::string_view::npos, first = lines.size(), last = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t leading = lines[i].find_first_not_of(" \t");
    if (leading == std::string_view::npos) continue;
    first = std::min(first, i);
    last = i;
    if (i != 0) indent = std::min(indent, leading);
  }
  std::string out;
  for (std::size_t i = first; i < lines.size() && i <= last; ++i) {
    if (i != first) out += '\n';
    out += i == 0 ? lines[i] : lines[i].substr(std::min(indent, lines[i].size()));
  }
  return out;
}

}  // namespace canary::api::graphql
