#pragma once
// Which of its files a package means. Pure.

#include <string>
#include <string_view>
#include <vector>

namespace canary::config {

/// The paths, below the package's folder, that its package.json gives for `below`: '' for the package itself, 'fp' for
/// 'thing/fp'. Those to be tried first stand first; empty where it says nothing, or is no JSON. Of `exports` those are
/// taken that are for require, for everybody and for browsers, which have as little of Node as canaries have; and only
/// then those for import.
std::vector<std::string> package_entries(std::string_view package_json, std::string_view below);

}  // namespace canary::config
