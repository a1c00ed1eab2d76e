#pragma once
// What queries read, and what mutations act on.

#include "canary/core/result.hpp"
#include "canary/core/run_id.hpp"
#include "canary/store/store.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace canary::api::graphql {

/// A test as an operator has left it.
struct controlled_test {
  std::string name;
  std::string state;  ///< unknown, up, down or paused
  bool paused = false;
};

/// What mutations call. Errors become the field's.
struct test_controls {
  std::function<result<run_id>(std::string_view test)> run;
  std::function<result<controlled_test>(std::string_view test)> pause, resume;
};

/// The root of every operation. Both outlive it.
struct sources {
  const store::store& runs;
  const test_controls* tests = nullptr;  ///< null: mutations fail
};

}  // namespace canary::api::graphql
