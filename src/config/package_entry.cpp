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

// What `exports` has for one way in, and what stands there for '*' in it.
struct way_in {
  const value* given = nullptr;  // null where it has nothing
  std::string_view star;
};

// Of './icons/*' and './icons/*.js' the one that says more.
way_in matching(const boost::json::object& all, std::string_view key) {
  way_in best;
  std::string_view longest;
  for (const auto& [name, given] : all) {
    const std::string_view pattern(name);
    const std::size_t at = pattern.find('*');
    if (at == pattern.npos || key.size() < pattern.size()) continue;
    const std::string_view before = pattern.substr(0, at), after = pattern.substr(at + 1);
    if (!key.starts_with(before) || !key.ends_with(after)) continue;
    const std::size_t best_at = longest.find('*');
    if (best.given != nullptr && (at < best_at || (at == best_at && pattern.size() <= longest.size()))) continue;
    longest = pattern;
    best = {&given, key.substr(at, key.size() - before.size() - after.size())};
  }
  return best;
}

way_in exported(const value& exports, std::string_view key) {
  const way_in whole{key == "." ? &exports : nullptr, {}};
  if (!exports.is_object()) return whole;
  const auto& all = exports.get_object();
  if (all.empty() || !all.begin()->key().starts_with('.')) return whole;
  if (const value* exactly = all.if_contains(key)) return {exactly, {}};
  return matching(all, key);
}

std::string filled(std::string target, std::string_view star) {
  constexpr std::size_t longest_path = 4096;  // what is longer is no file's, and may have many a '*'
  if (target.size() > longest_path) return {};
  for (std::size_t at = 0; !star.empty() && (at = target.find('*', at)) != target.npos; at += star.size()) {
    target.replace(at, 1, star);
  }
  return target;
}

void add_targets(std::vector<std::string>& entries, const way_in& in, required_by by) {
  if (in.given == nullptr) return;
  const std::string_view own = by == required_by::import ? "import" : "require";
  entries.push_back(filled(target_of(*in.given, {own, "default", "browser"}), in.star));
  entries.push_back(filled(target_of(*in.given, {"require", "import", "default", "browser"}), in.star));
}

}  // namespace

std::vector<std::string> package_entries(std::string_view package_json, std::string_view below, required_by by) {
  boost::system::error_code failed;
  const value package = boost::json::parse(package_json, failed);
  if (failed || !package.is_object()) return {};
  std::vector<std::string> entries;
  if (const value* exports = package.get_object().if_contains("exports")) {
    const std::string key = below.empty() ? "." : "./" + std::string(below);
    add_targets(entries, exported(*exports, key), by);
  }
  const value* main = below.empty() ? package.get_object().if_contains("main") : nullptr;
  if (main != nullptr && main->is_string()) entries.emplace_back(main->get_string());
  std::erase(entries, "");
  return entries;
}

std::vector<std::string> package_imports(std::string_view package_json, std::string_view name, required_by by) {
  boost::system::error_code failed;
  const value package = boost::json::parse(package_json, failed);
  if (failed || !package.is_object()) return {};
  const value* imports = package.get_object().if_contains("imports");
  if (imports == nullptr || !imports->is_object()) return {};
  std::vector<std::string> entries;
  const auto& all = imports->get_object();
  const value* exactly = all.if_contains(name);
  add_targets(entries, exactly != nullptr ? way_in{exactly, {}} : matching(all, name), by);
  std::erase(entries, "");
  return entries;
}

}  // namespace canary::config
