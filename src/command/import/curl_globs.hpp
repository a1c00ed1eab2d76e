#pragma once
// What curl makes of braces and brackets in a URL. Pure.

#include "canary/core/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace canary::command {

/// '{a,b}', '[1-3]', '[01-10:2]' and '[a-c]' in `pattern`, expanded as curl does, the last one fastest; '\{' is a brace
/// itself, and '[::1]' and '[]' mean themselves. The error says where it is not understood, or that there are more than
/// `most`.
result<std::vector<std::string>> expand_curl_globs(std::string_view pattern, std::size_t most);

}  // namespace canary::command
