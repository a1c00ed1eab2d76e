#pragma once
// From text to document.

#include "canary/api/graphql/ast.hpp"
#include "canary/api/graphql/limits.hpp"
#include "canary/api/graphql/query_error.hpp"

#include <boost/system/result.hpp>

#include <string_view>

namespace canary::api::graphql {

/// Reads an executable document: operations and fragments; definitions of types are a syntax error. `text` outlives the
/// document. Recursion goes no deeper than `within.max_depth`, whatever the text.
boost::system::result<ast::document, query_error> parse(std::string_view text, const limits& within = {});

}  // namespace canary::api::graphql
