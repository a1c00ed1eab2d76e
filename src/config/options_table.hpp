#pragma once
// Every flag in one table: parsing, the environment and --help all read it. Only src/config/ includes this.

#include "canary/config/options.hpp"

#include <span>

namespace canary::config {

struct flag {
  const char* group;       // heading in --help
  const char* name;        // without dashes
  const char* value_name;  // 'PORT' in --help; null for a switch, which takes no value
  const char* fallback;    // the default, as one would write it; '' where --help shows none
  const char* about;
  result<void> (*set)(options& o,
                      std::string_view text);  // the error holds value and what is wanted; null for those that ask for
                                               // something else than a run
};

std::span<const flag> flags();

}  // namespace canary::config
