#include "canary/core/labels.hpp"

#include <algorithm>

namespace canary {

bool valid_label_name(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  return !name.empty() && letter(name.front()) && !name.starts_with("__") &&
         std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

bool label_condition::holds(const label_map& labels) const {
  const auto found = labels.find(name);
  return found != labels.end() && (!value || found->second == *value);
}

result<label_condition> parse_label_condition(std::string_view text) {
  const auto middle = std::min(text.find('='), text.size());
  label_condition out{std::string(text.substr(0, middle)), std::nullopt};
  if (!valid_label_name(out.name)) return error{"write name=value or name, where the name is one of a label"};
  if (middle < text.size()) out.value = text.substr(middle + 1);
  return out;
}

bool all_hold(const std::vector<label_condition>& conditions, const label_map& labels) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const auto& c) { return c.holds(labels); });
}

}  // namespace canary
