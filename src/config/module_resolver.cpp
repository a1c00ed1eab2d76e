#include "config/module_resolver.hpp"

#include "canary/script/builtin_modules.hpp"
#include "config/read_file.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace canary::config {
namespace {

namespace fs = std::filesystem;
using script::required_name;

bool leads_out(const fs::path& normal) { return normal.is_absolute() || (!normal.empty() && *normal.begin() == ".."); }

required_name refused(std::string why) { return {{}, std::move(why)}; }

template <class Texts>
std::string listed(const Texts& places) {
  std::string text;
  for (const auto& place : places) text += (text.empty() ? "" : ", ") + std::string(place);
  return text;
}

}  // namespace

module_resolver::module_resolver(const fs::path& work_dir) {
  std::error_code failed;
  root_ = fs::canonical(work_dir, failed);
  if (failed) root_ = fs::absolute(work_dir, failed).lexically_normal();
}

std::string module_resolver::folder_of(const std::string& path) {
  const auto end = path.rfind('/');
  return end == path.npos ? "." : path.substr(0, end);
}

std::optional<std::string> module_resolver::path_of(const fs::path& file) const {
  std::error_code failed;
  const fs::path real = fs::canonical(file, failed);
  if (failed) return std::nullopt;
  const fs::path relative = real.lexically_relative(root_);
  if (relative.empty() || leads_out(relative)) return std::nullopt;
  return relative.string();
}

const required_name& module_resolver::resolve(const std::string& folder, const std::string& name, required_by by) {
  const auto [at, fresh] = found_.try_emplace({folder, name, by});
  if (fresh) at->second = find(folder, name, by);
  return at->second;
}

required_name module_resolver::find(const std::string& folder, const std::string& name, required_by by) const {
  const std::string asked = "'" + name.substr(0, 500) + "'";
  if (name.empty()) return refused("a module's name is missing");
  if (name.find('\0') != name.npos) return refused("a module's name holds a zero byte");
  if (name.size() > 1000) return refused(asked + "… is no module's name: it is longer than 1000 bytes");
  if (name.find("://") != name.npos) {
    return refused("canaryd fetches no modules: put " + asked + " into a file of the work directory");
  }
  if (name.starts_with('/')) {
    return refused(asked + " begins at the root: write it relative to this file, as in './lib/login'");
  }
  const bool relative = name == "." || name == ".." || name.starts_with("./") || name.starts_with("../");
  if (relative) {
    const fs::path place = (fs::path(folder) / name).lexically_normal();
    if (leads_out(place)) return refused(asked + " leads out of the work directory, " + root_.string());
    const bool only_folder = name.ends_with('/') || name == "." || name == ".." || name.ends_with("/..");
    if (auto found = find_at(place, only_folder, by)) return *found;
    std::string tried = place.string();
    while (tried.ends_with('/')) tried.pop_back();
    return refused("there is no " + asked + ": neither " + tried + " nor that with " + listed(script::module_kinds) +
                   ", nor an index.js or a package.json's main in it");
  }
  if (name.starts_with('#')) return find_inside(folder, name, by);
  if (auto found = find_package(folder, name, by)) return *found;
  if (script::is_module_of_k6(name)) return refused(script::about_module_of_k6(name));
  if (script::is_module_of_node(name)) return refused(script::about_module_of_node(name));
  std::vector<std::string> tried;
  for (fs::path at = folder;; at = at.parent_path()) {
    if (at == ".") at.clear();
    tried.push_back((at / "node_modules").string());
    if (at.empty()) break;
  }
  std::string text = "there is no package " + asked + " in " + listed(tried);
  text += "; built in are " + script::builtin_module_names();
  if (find_at((fs::path(folder) / name).lexically_normal(), false, by))
    text += "; is it './" + name + "' that is meant?";
  return refused(text);
}

// In each node_modules from the file's folder up to the work directory.
std::optional<required_name> module_resolver::find_package(const std::string& folder, const std::string& name,
                                                           required_by by) const {
  if (name.starts_with("node:") || name.starts_with('.')) return std::nullopt;
  const auto first = name.find('/');
  const auto end = name.starts_with('@') && first != name.npos ? name.find('/', first + 1) : first;
  const std::string package = name.substr(0, end),
                    below =
                        end == name.npos ? "" : name.substr(std::min(name.find_first_not_of('/', end), name.size()));
  std::error_code failed;
  for (fs::path at = folder == "." ? fs::path() : fs::path(folder);; at = at.parent_path()) {
    const fs::path place = at / "node_modules" / package;
    const fs::path inside = (place / below).lexically_normal();
    if (at.filename() != "node_modules" && fs::is_directory(root_ / place, failed)) {
      for (const auto& entry : package_entries(description_in(place), below, by)) {
        const fs::path target = (place / entry).lexically_normal();
        if (leads_out(target)) continue;
        if (auto found = find_at(target, false, by)) return found;
      }
      if (leads_out(inside)) return refused("'" + name + "' leads out of the work directory, " + root_.string());
      if (auto found = find_at(inside, below.empty() || below.ends_with('/'), by)) return found;
    }
    if (at.empty()) return std::nullopt;
  }
}

// '#lib' is what the nearest package.json says.
required_name module_resolver::find_inside(const std::string& folder, const std::string& name, required_by by) const {
  std::error_code failed;
  fs::path at = folder == "." ? fs::path() : fs::path(folder);
  while (!at.empty() && !fs::is_regular_file(root_ / at / "package.json", failed)) at = at.parent_path();
  const std::string description = (at / "package.json").string();
  for (const auto& entry : package_imports(description_in(at), name, by)) {
    if (!entry.starts_with("./")) {
      if (auto found = find_package(at.empty() ? "." : at.string(), entry, by)) return *found;
      continue;
    }
    const fs::path target = (at / entry).lexically_normal();
    if (leads_out(target)) continue;
    if (auto found = find_at(target, false, by)) return *found;
  }
  return refused("the imports of " + description + " have no '" + name.substr(0, 500) + "' that is there");
}

std::optional<required_name> module_resolver::find_at(const fs::path& place, bool only_folder, required_by by) const {
  if (!only_folder) {
    if (auto found = find_file(place)) return found;
  }
  return find_folder(place, by);
}

std::optional<required_name> module_resolver::find_file(const fs::path& place) const {
  if (place.empty() || !place.has_filename()) return std::nullopt;
  if (auto found = take(place)) return found;
  for (const std::string_view kind : script::module_kinds) {
    if (auto found = take(place.string() + std::string(kind))) return found;
  }
  // In TypeScript the name of what a file is compiled to is written.
  const std::string kind = place.extension().string();
  if (kind != ".js" && kind != ".mjs") return std::nullopt;
  return take(fs::path(place).replace_extension(kind == ".js" ? ".ts" : ".mts"));
}

std::optional<required_name> module_resolver::find_folder(const fs::path& place, required_by by) const {
  std::error_code failed;
  if (!fs::is_directory(root_ / place, failed)) return std::nullopt;
  for (const auto& entry : package_entries(description_in(place), "", by)) {
    const fs::path target = (place / entry).lexically_normal();
    if (leads_out(target)) continue;
    if (auto found = find_file(target)) return found;
    if (auto found = find_file(target / "index")) return found;
  }
  return find_file(place / "index");
}

// What a folder's package.json says; nothing where it has none, or has it elsewhere.
std::string module_resolver::description_in(const fs::path& folder) const {
  const fs::path file = root_ / folder / "package.json";
  if (!path_of(file)) return {};
  auto text = read_script(file, "package.json");
  return text ? std::move(*text) : std::string();
}

// Where a link leads to is where it is.
std::optional<required_name> module_resolver::take(const fs::path& place) const {
  std::error_code failed;
  if (!fs::is_regular_file(root_ / place, failed)) return std::nullopt;
  const auto path = path_of(root_ / place);
  if (!path) return refused(place.string() + " is a link that leads out of the work directory, " + root_.string());
  const std::string kind = fs::path(*path).extension().string();
  if (std::find(std::begin(script::module_kinds), std::end(script::module_kinds), kind) ==
      std::end(script::module_kinds)) {
    return refused(*path + " is neither JavaScript, TypeScript nor JSON by its name");
  }
  return required_name{*path, {}};
}

}  // namespace canary::config
