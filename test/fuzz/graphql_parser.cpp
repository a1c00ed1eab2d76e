// GraphQL documents: the text of a query.

#include "canary/api/graphql/parser.hpp"

#include "canary/api/graphql/lexer.hpp"
#include "canary/core/utf8.hpp"

#include "api/graphql/print.hpp"
#include "fuzz/fuzz.hpp"

namespace {

namespace graphql = canary::api::graphql;

// A printed value, as a default of a variable, is that value again.
void check(const graphql::ast::value& value) {
  const std::string printed = graphql::print(value);
  const std::string query = "query q($v: T = " + printed + ") { a }";
  const auto again = graphql::parse(query);
  // A variable is no default, and the whole may be longer than is allowed.
  if (again) MUST_HOLD(graphql::print(*again->operations.at(0).variables.at(0).fallback) == printed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const canary::fuzz::exact copy({reinterpret_cast<const char*>(data), size});
  graphql::lexer lexer(copy.text());
  for (std::size_t count = 0; count <= size; ++count) {
    const auto token = lexer.next();
    if (!token) {
      MUST_HOLD(token.error().message.starts_with("Syntax Error: ") && canary::valid_utf8(token.error().message));
      break;
    }
    static_cast<void>(token->description());
    if (token->kind == graphql::token_kind::end) break;
    MUST_HOLD(!token->text.empty() && count < size);
  }

  const auto document = graphql::parse(copy.text());
  if (!document) {
    MUST_HOLD(canary::valid_utf8(document.error().message));
    MUST_HOLD(document.error().message.size() <= graphql::max_message_bytes + 3);
    return 0;
  }
  MUST_HOLD(canary::valid_utf8(copy.text()));
  for (const auto& operation : document->operations) {
    for (const auto& variable : operation.variables) {
      if (variable.fallback) check(*variable.fallback);
    }
  }
  return 0;
}
