#pragma once
// Labels of a test: what may be one, and how to ask for tests by them. Pure.

#include "canary/core/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canary {

using label_map = std::map<std::string, std::string>;

/// Whether Prometheus takes it for a label's name, [a-zA-Z_][a-zA-Z0-9_]*, and does not keep it for itself, as it does
/// with those that begin with two underscores (its data model, 'Metric names and labels').
bool valid_label_name(std::string_view name);

/// One condition of a listing by labels.
struct label_condition {
  std::string name;
  std::optional<std::string> value = {};  ///< empty: whatever it is

  bool holds(const label_map& labels) const;
};

/// 'tier=1': the label has this value, in which more signs '=' may stand; 'tier': there is a label of this name. The
/// error says what is wrong with the name.
result<label_condition> parse_label_condition(std::string_view text);

/// Whether all of them hold.
bool all_hold(const std::vector<label_condition>& conditions, const label_map& labels);

}  // namespace canary
