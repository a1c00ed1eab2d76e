#pragma once
// Errors of the API: application/problem+json (RFC 9457).

#include "canary/core/result.hpp"

#include <string>
#include <string_view>

namespace canary::api {

struct problem {
  unsigned status = 500;
  std::string detail;  ///< a sentence for the person who reads it
  std::string allow;   ///< the methods, where `status` is 405
};

/// 'Not Found'.
std::string_view reason_phrase(unsigned status);

/// An error of the store's.
problem store_failed(const error& e);

/// {"type":"about:blank","title":…,"status":…,"detail":…}
std::string to_json(const problem& p);

}  // namespace canary::api
