#include "canary/core/test.hpp"

namespace canary {

std::string_view to_string(concurrency_policy p) {
  switch (p) {
    case concurrency_policy::forbid: return "forbid";
    case concurrency_policy::allow: return "allow";
    case concurrency_policy::replace: return "replace";
  }
  return "";
}

}  // namespace canary
