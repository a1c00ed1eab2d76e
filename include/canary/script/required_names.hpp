#pragma once
// What a text requires, read off it without executing it. Pure.

#include "canary/script/program.hpp"

#include <string_view>
#include <vector>

namespace canary::script {

/// Each `require('…')` of a name that is written out, in the order of the text, which is ES5; places are those of the
/// names, columns counted in bytes. A property of that name is none, nor is what stands in a comment, a text or a
/// regular expression. `require('…', "import")` is what the transpiler makes of an `import`.
std::vector<required_literal> find_required_names(std::string_view source);

}  // namespace canary::script
