#pragma once
// What queries read, and what mutations act on.

#include "canary/core/intervention.hpp"
#include "canary/core/result.hpp"
#include "canary/core/run_id.hpp"
#include "canary/core/test.hpp"
#include "canary/store/store.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canary::api::graphql {

/// A test as an operator has left it.
struct controlled_test {
  std::string name;
  std::string state;  ///< unknown, up, down, paused or maintenance
  bool paused = false;
  std::optional<maintenance_window> maintenance = {};
};

/// What mutations call. Errors become the field's.
struct test_controls {
  std::function<result<run_id>(std::string_view test)> run;
  std::function<result<controlled_test>(std::string_view test)> pause, resume;
  /// `duration` and `until` as a client has written them; empty where it has not.
  std::function<result<controlled_test>(std::string_view test, std::optional<std::string> duration,
                                        std::optional<std::string> until, std::string reason)>
      start_maintenance;
  std::function<result<controlled_test>(std::string_view test)> end_maintenance;
};

/// The tests that the configuration has now.
struct registered_tests {
  std::function<std::vector<std::shared_ptr<const test>>()> all;           ///< in the order of the configuration
  std::function<std::shared_ptr<const test>(std::string_view name)> find;  ///< null where there is none
};

/// The root of every operation. All of it outlives it.
struct sources {
  const store::store& runs;
  const test_controls* tests = nullptr;          ///< null: mutations fail
  const registered_tests* registered = nullptr;  ///< null: there are none
};

}  // namespace canary::api::graphql
