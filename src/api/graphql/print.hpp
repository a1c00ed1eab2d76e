#pragma once
// Values and types as error messages write them.

#include "canary/api/graphql/ast.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace canary::api::graphql {

/// A literal in GraphQL's own language, on one line.
std::string print(const ast::value& v);

/// '[Int!]', or 'Time!' and so on, for a name with what stands around it (see `type_ref`).
std::string print_type(std::string_view named, std::uint64_t wraps);

/// A JSON value as the reference implementation's messages write it: '{ first: [1, "x"] }', shortened where it is deep
/// or long.
std::string inspect(const boost::json::value& v);

/// ' Did you mean "a", "b", or "c"?' of the options that resemble what was written, nearest first; '' where none does.
/// `what` comes before the first, as in 'Did you mean the enum value "a"?'.
std::string did_you_mean(std::string_view written, const std::vector<std::string_view>& options,
                         std::string_view what = {});

/// ' Did you mean …' of options known to fit.
std::string did_you_mean_one_of(const std::vector<std::string_view>& options, std::string_view what = {});

}  // namespace canary::api::graphql
