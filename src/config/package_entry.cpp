#include "config/package_entry.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <initializer_list>

namespace canary::config {
namespace {

using boost::json::value;

// The first that fits, in the package's own order.
std::string target_of(const value& given, std::initializer_list<std::string_view> conditions) {
  if (given.is_string()) return std::string(given.get_string());
  if (given.is_array()) {
    for (const value& each : given.get_array()) {
      if (auto found = target_of(each, conditions); !found.empty()) return found;
    }
  }
  if (!given.is_object()) return {};
  for (const auto& [condition, target] : given.get_object()) {
    if (std::find(conditions.begin(), conditions.end(), std::string_view(condition)) == conditions.end()) continue;
    if (auto found = target_of(target, conditions); !found.empty()) return found;
  }
  return {};
}

// What `exports` has for one way in; null where that is nothing.
const value* exported(const value& exports, const std::string& below) {
  const std::string key = below.empty() ? "." : "./" + below;
  if (!exports.is_object()) return below.empty() ? &exports : nullptr;
  const auto& all = exports.get_object();
  const bool has_ways_in = !all.empty() && all.begin()->key().starts_with('.');
  if (has_ways_in) return all.if_contains(key);
  return below.empty() ? &exports : nullptr;
}

}  // namespace

std::vector<std::string> package_entries(std::string_view package_json, std::string_view below) {
  boost::system::error_code failed;
  const value package = boost::json::parse(package_json, failed);
  if (failed || !package.is_object()) return {};
  std::vector<std::string> entries;
  if (const value* exports = package.get_object().if_contains("exports")) {
    if (const value* way_in = exported(*exports, std::string(below))) {
      entries.push_back(target_of(*way_in, {"require", "default", "browser"}));
      entries.push_back(target_of(*way_in, {"require", "default", "browser", "import"}));
    }
  }
  const value* main = below.empty() ? package.get_object().if_contains("main") : nullptr;
  if (main != nullptr && main->is_string()) entries.emplace_back(main->get_string());
  std::erase(entries, "");
  return entries;
}

}  // namespace canary::config
