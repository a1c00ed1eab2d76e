#pragma once
// What exactly went wrong with the network, as a number beside the failure's class. Where k6 has a number for the same
// thing it is k6's (https://grafana.com/docs/k6/latest/javascript-api/error-codes/), so that dashboards can be shared.

#include "canary/core/failure.hpp"

#include <span>

namespace canary {

/// One row of the table that docs/script-reference.md shows.
struct failure_code_row {
  failure_code code;
  failure_class kind;        ///< the class that it comes with
  std::string_view meaning;  ///< as the documentation has it
};

/// All codes, in the order of their numbers.
std::span<const failure_code_row> failure_codes();

/// The number that scripts see as `error_code`: the failure's own, else the general one of its class; 0 where the
/// failure is none of the network's.
int error_code_of(const failure& what);

}  // namespace canary
