#pragma once
// Which of a configuration's tests canaryctl runs.

#include "canary/core/test.hpp"

#include <memory>
#include <string>
#include <vector>

namespace canary::command {

struct chosen_test {
  std::shared_ptr<const test> what;
  bool skipped = false;  ///< it is paused, and nobody asked for it by name
};

/// Those whose name matches the regular expression `grep` (ECMAScript, valid), in the order of `all`; '' matches all.
/// Paused ones are skipped unless `grep` names them.
std::vector<chosen_test> choose_tests(const std::vector<std::shared_ptr<const test>>& all, const std::string& grep);

}  // namespace canary::command
