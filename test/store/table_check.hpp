#pragma once
// Whether the tables of a closed database agree with each other, computed anew from its runs.

#include <filesystem>
#include <string>
#include <vector>

namespace canary::store::testing {

/// What is wrong, a line each; nothing where all is well. Where retention has `removed` runs, rollups and standings
/// know of more than there are, and are not looked at.
std::vector<std::string> disagreements(const std::filesystem::path& file, bool removed = false);

}  // namespace canary::store::testing
