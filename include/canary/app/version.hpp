#pragma once
// What this build is.

#include <string>
#include <string_view>

namespace canary::app {

std::string_view version();  ///< '0.1.0'
std::string_view commit();   ///< short hash, '-dirty' where the tree was; 'unknown' outside a checkout

/// What --version prints: version, commit, and what it was compiled with.
std::string version_text(std::string_view program);

}  // namespace canary::app
