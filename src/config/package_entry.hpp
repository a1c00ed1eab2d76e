#pragma once
// Which of its files a package means. Pure.

#include <string>
#include <string_view>
#include <vector>

namespace canary::config {

/// What names a module: `require('…')`, or `import … from '…'`.
enum class required_by { require, import };

/// The paths, below the package's folder, that its package.json gives for `below`: '' for the package itself, 'fp' for
/// 'thing/fp'. Those to be tried first stand first; empty where it says nothing, or is no JSON. Of `exports` the first
/// condition is taken that is that of `by`, for everybody (`default`), or for browsers, which have as little of Node as
/// canaries have; only where there is none of them, the other of `require` and `import`. A way in may have one `*`.
std::vector<std::string> package_entries(std::string_view package_json, std::string_view below, required_by by);

/// The same for `name`, '#lib', of its `imports`: paths that begin with './', and names of packages.
std::vector<std::string> package_imports(std::string_view package_json, std::string_view name, required_by by);

}  // namespace canary::config
