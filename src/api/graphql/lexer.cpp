#include "canary/api/graphql/lexer.hpp"

#include "utf8.hpp"

#include <cstdio>

namespace canary::api::graphql {
namespace {

bool is_digit(int c) { return c >= '0' && c <= '9'; }
bool is_name_start(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_continue(int c) { return is_name_start(c) || is_digit(c); }

}  // namespace

std::string token::description() const {
  switch (kind) {
    case token_kind::end:
      return "<EOF>";
    case token_kind::punctuator:
      return '"' + std::string(text) + '"';
    case token_kind::name:
      return "Name \"" + std::string(text) + '"';
    case token_kind::integer:
      return "Int \"" + std::string(text) + '"';
    case token_kind::floating:
      return "Float \"" + std::string(text) + '"';
    case token_kind::string:
      return "String \"" + content + '"';
    case token_kind::block_string:
      return "BlockString \"" + content + '"';
  }
  return {};
}

// The byte at `ahead` from here, -1 past the end.
int lexer::peek(std::size_t ahead) const {
  return place_ + ahead < text_.size() ? static_cast<unsigned char>(text_[place_ + ahead]) : -1;
}

ast::position lexer::here() const { return {line_, static_cast<std::uint32_t>(1 + place_ - line_start_ - excess_)}; }

query_error lexer::fault(std::string_view what) const {
  return make_error("Syntax Error: " + std::string(what), {here()});
}

// The character here, as error messages write it.
std::string lexer::character() const {
  if (place_ >= text_.size()) return "<EOF>";
  const auto c = utf8::decode(text_, place_);
  if (!c) return "a byte that is not UTF-8";
  if (c->code == '"') return "'\"'";
  if (c->code >= 0x20 && c->code <= 0x7e) return {'"', static_cast<char>(c->code), '"'};
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(c->code));
  return text;
}

// Steps over one character, keeping count of columns. False where it is not UTF-8.
bool lexer::skip_character() {
  const auto c = utf8::decode(text_, place_);
  if (!c) return false;
  place_ += c->bytes;
  excess_ += c->bytes - (c->code >= 0x10000 ? 2 : 1);
  return true;
}

// Steps over '\n', '\r' or both together.
void lexer::end_line() {
  place_ += peek() == '\r' && peek(1) == '\n' ? 2 : 1;
  line_start_ = place_;
  excess_ = 0;
  ++line_;
}

// Steps over one thing that is no token. False where there is none.
bool lexer::skip_ignored() {
  const int c = peek();
  if (c == ' ' || c == '\t' || c == ',') {
    ++place_;
  } else if (c == '\n' || c == '\r') {
    end_line();
  } else if (c == '#') {
    while (peek() != -1 && peek() != '\n' && peek() != '\r')
      if (!skip_character()) break;
  } else if (text_.substr(place_).starts_with("\xef\xbb\xbf")) {  // a byte order mark
    skip_character();
  } else {
    return false;
  }
  return true;
}

token lexer::make(token_kind kind, std::size_t start, ast::position at) const {
  return {kind, text_.substr(start, place_ - start), {}, at};
}

lexer::outcome lexer::next() {
  while (skip_ignored()) {
  }
  const std::size_t start = place_;
  const ast::position at = here();
  const int c = peek();
  if (c == -1) return make(token_kind::end, start, at);
  if (c != 0 && std::string_view("!$&():=@[]{}|").find(static_cast<char>(c)) != std::string_view::npos) {
    ++place_;
    return make(token_kind::punctuator, start, at);
  }
  if (c == '.' && peek(1) == '.' && peek(2) == '.') {
    place_ += 3;
    return make(token_kind::punctuator, start, at);
  }
  if (c == '"') return peek(1) == '"' && peek(2) == '"' ? block_string() : string();
  if (is_digit(c) || c == '-') return number();
  if (is_name_start(c)) {
    while (is_name_continue(peek())) ++place_;
    return make(token_kind::name, start, at);
  }
  if (c == '\'') return fault("Unexpected single quote character ('), did you mean to use a double quote (\")?");
  return fault("Unexpected character: " + character() + ".");
}

bool lexer::digits() {
  if (!is_digit(peek())) return false;
  while (is_digit(peek())) ++place_;
  return true;
}

lexer::outcome lexer::number() {
  const std::size_t start = place_;
  const ast::position at = here();
  const auto expected_digit = [this] { return fault("Invalid number, expected digit but got: " + character() + "."); };
  token_kind kind = token_kind::integer;
  if (peek() == '-') ++place_;
  if (peek() == '0') {
    ++place_;
    if (is_digit(peek())) return fault("Invalid number, unexpected digit after 0: " + character() + ".");
  } else if (!digits()) {
    return expected_digit();
  }
  if (peek() == '.') {
    ++place_;
    kind = token_kind::floating;
    if (!digits()) return expected_digit();
  }
  if (peek() == 'e' || peek() == 'E') {
    ++place_;
    kind = token_kind::floating;
    if (peek() == '+' || peek() == '-') ++place_;
    if (!digits()) return expected_digit();
  }
  if (peek() == '.' || is_name_start(peek())) return expected_digit();
  return make(kind, start, at);
}

}  // namespace canary::api::graphql
