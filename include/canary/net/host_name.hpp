#pragma once
// Host names beyond ASCII, as the DNS has them.

#include "canary/core/result.hpp"

#include <string>
#include <string_view>

namespace canary::net {

/// 'bücher.example' as 'xn--bcher-kva.example' (IDNA 2008 with UTS 46, as browsers do); a name in ASCII in lower case.
/// The error says what is wrong with the name, and does not name it.
result<std::string> ascii_host_name(std::string_view utf8);

/// Whether what is given, in ASCII and lower case, can be a host's name: letters, digits, '-' and '_',
/// in labels with one '.' between, and perhaps one at the end.
bool is_host_name(std::string_view host);

}  // namespace canary::net
