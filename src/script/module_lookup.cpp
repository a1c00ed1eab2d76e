#include "script/module_lookup.hpp"

#include "canary/script/builtin_modules.hpp"
#include "canary/script/required_names.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace canary::script {
namespace {

int number_of(const program& main, std::string_view path) {
  if (path == main.path && !path.empty()) return 0;
  const auto at = std::lower_bound(main.modules.begin(), main.modules.end(), path,
                                   [](const auto& module, std::string_view p) { return module->path < p; });
  return at != main.modules.end() && (*at)->path == path ? static_cast<int>(at - main.modules.begin()) + 1 : -1;
}

// What a script put together itself can only be a file that was found for the sake of another name.
int number_of_computed(const program& main, const program& from, std::string_view name) {
  if (!name.starts_with("./") && !name.starts_with("../") && name != "." && name != "..") {
    const auto known = main.names.find(name);
    return known != main.names.end() && known->second.problem.empty() ? number_of(main, known->second.path) : -1;
  }
  std::string path = (std::filesystem::path(from.folder) / name).lexically_normal().string();
  while (path.ends_with('/')) path.pop_back();
  if (const int number = number_of(main, path); number >= 0) return number;
  for (const std::string& place : {path, path + "/index"}) {
    for (const std::string_view kind : module_kinds) {
      if (const int number = number_of(main, place + std::string(kind)); number >= 0) return number;
    }
  }
  return -1;
}

}  // namespace

found_module find_module(const program& main, const program& from, std::string_view name) {
  const std::string asked = "'" + std::string(name.substr(0, 500)) + "'";
  if (const auto known = from.names.find(name); known != from.names.end()) {
    if (!known->second.problem.empty()) return {-1, known->second.problem};
    return {number_of(main, known->second.path), {}};
  }
  if (const int number = number_of_computed(main, from, name); number >= 0) return {number, {}};
  if (is_module_of_k6(name)) return {-1, about_module_of_k6(name)};
  if (is_module_of_node(name)) return {-1, about_module_of_node(name)};
  return {-1,
          "there is no module " + asked + " for " + from.file +
              ": modules are read when a script is loaded, and such a name is in none of its require calls; write it "
              "as a literal there, require(" +
              asked + "), to have it found"};
}

std::vector<required_literal> required_by(std::string_view source, const transpiled* as) {
  if (as == nullptr) return find_required_names(source);
  auto found = find_required_names(as->code);
  for (auto& each : found) {
    const auto line = static_cast<std::size_t>(each.at.line);
    each.at = line >= 1 && line <= as->origins.size() ? as->origins[line - 1] : source_point{};
  }
  return found;
}

std::string as_function(std::string_view source) {
  std::string text = "(function (exports, require, module, __filename, __dirname) { ";
  if (source.starts_with("#!")) {
    text += "//";
    source.remove_prefix(2);
  }
  return text += std::string(source) + "\n})";
}

bool speaks_of_modules(std::string_view source) {
  constexpr std::array<std::string_view, 5> words{"require", "module", "exports", "__filename", "__dirname"};
  return std::any_of(words.begin(), words.end(), [&](auto word) { return source.find(word) != source.npos; });
}

}  // namespace canary::script
