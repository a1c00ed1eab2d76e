#pragma once
// Source maps, as far as an engine that knows lines alone can use them.

#include "canary/script/program.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace canary::script {

/// Of each line of the generated text, where what stands first in it came from: `mappings` is that of a source map of
/// one source (https://tc39.es/ecma426/, "Mappings structure"). Empty where it is none, or has lines or columns beyond
/// 2^30.
std::optional<std::vector<source_point>> read_mappings(std::string_view mappings);

}  // namespace canary::script
