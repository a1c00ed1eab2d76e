#include "registered_test.hpp"

namespace canary::schedule {

bool stands_unchanged(const test& before, const test& after) {
  if (before == after) return true;
  test moved = before;
  moved.config_file = after.config_file;
  moved.config_line = after.config_line;
  return moved == after;
}

}  // namespace canary::schedule
