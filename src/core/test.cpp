#include "canary/core/test.hpp"

#include <tuple>

namespace canary {

std::string_view to_string(concurrency_policy p) {
  switch (p) {
    case concurrency_policy::forbid:
      return "forbid";
    case concurrency_policy::allow:
      return "allow";
    case concurrency_policy::replace:
      return "replace";
  }
  return "";
}

bool test::operator==(const test& other) const {
  const auto parts = [](const test& t) {
    return std::tie(t.name, t.frequency, t.timeout, t.concurrency, t.paused, t.memory_limit, t.labels, t.description,
                    t.owner, t.runbook, t.http, t.path, t.source, t.modules, t.config_file, t.config_line);
  };
  return parts(*this) == parts(other);
}

}  // namespace canary
