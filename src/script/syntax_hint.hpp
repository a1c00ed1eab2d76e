#pragma once
// For a syntax error that is newer JavaScript: what to write instead.

#include <string>
#include <string_view>

namespace canary::script {

/// `taken` and `next` are offsets of the two tokens in `source` between which the compiler stumbled. '' where there is
/// nothing to say.
std::string syntax_hint(std::string_view source, std::size_t taken, std::size_t next);

}  // namespace canary::script
