#pragma once
// The answer where a path or a parameter names a test that is not there. Only src/api/ includes this.

#include "canary/api/problem.hpp"

namespace canary::api {

inline problem no_such_test(std::string_view name) {
  return {404, "there is no test named '" + std::string(name) + "'", {}};
}

}  // namespace canary::api
