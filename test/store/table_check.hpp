#pragma once
// Whether the tables of a closed database agree with each other, computed anew from its runs.

#include <filesystem>
#include <string>
#include <vector>

namespace canary::store::testing {

/// What is wrong, a line each; nothing where all is well. Expects that nothing has been removed.
std::vector<std::string> disagreements(const std::filesystem::path& file);

}  // namespace canary::store::testing
