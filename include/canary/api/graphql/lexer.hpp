#pragma once
// GraphQL's tokens (specification of October 2021, section 2.1).

#include "canary/api/graphql/query_error.hpp"

#include <boost/system/result.hpp>

#include <string>
#include <string_view>

namespace canary::api::graphql {

enum class token_kind : unsigned char { end, punctuator, name, integer, floating, string, block_string };

struct token {
  token_kind kind = token_kind::end;
  std::string_view text;  ///< as written
  std::string content;    ///< of a string, with its escapes resolved
  ast::position at;

  /// As error messages name it: 'Name "query"', '"{"', '<EOF>'.
  std::string description() const;
};

/// Reads one token after another. `text` must be UTF-8, and is checked to be, and outlives the lexer and its tokens.
class lexer {
 public:
  explicit lexer(std::string_view text) : text_(text) {}

  /// The next token that is not to be ignored; `end` again and again after the last. Errors are worded 'Syntax Error:
  /// …'.
  boost::system::result<token, query_error> next();

 private:
  using outcome = boost::system::result<token, query_error>;

  int peek(std::size_t ahead = 0) const;
  ast::position here() const;
  query_error fault(std::string_view what) const;
  std::string character() const;
  bool skip_character();
  void end_line();
  bool skip_ignored();
  token make(token_kind kind, std::size_t start, ast::position at) const;

  outcome number();
  bool digits();
  outcome string();
  outcome block_string();
  boost::system::result<void, query_error> escape(std::string& out);
  boost::system::result<void, query_error> unicode_escape(std::string& out);

  std::string_view text_;
  std::size_t place_ = 0;
  std::size_t line_start_ = 0;
  std::size_t excess_ = 0;  ///< bytes on this line, before `place_`, beyond one for each UTF-16 unit
  std::uint32_t line_ = 1;
};

/// Takes common indentation and blank first and last lines off (section 2.9.4, BlockStringValue).
std::string block_string_value(std::string_view raw);

}  // namespace canary::api::graphql
