#include "config/module_loader.hpp"

#include "canary/script/builtin_modules.hpp"
#include "config/digest.hpp"
#include "config/problem.hpp"
#include "config/read_file.hpp"

#include <boost/json/stream_parser.hpp>

#include <algorithm>
#include <set>

namespace canary::config {
namespace {

constexpr std::size_t most_modules = 1000, most_bytes = 16u << 20;

bool is_of_package(const std::string& path) {
  return path.starts_with("node_modules/") || path.find("/node_modules/") != path.npos;
}

// Where in a text its byte `offset` stands.
place place_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto line_begin = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
  return {static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<int>(offset - line_begin) + 1};
}

std::optional<configuration_problem> wrong_with_json(const std::string& file, const std::string& text) {
  boost::json::parse_options options;
  options.max_depth = 500;  // the engine's own limit is above
  boost::json::stream_parser parser({}, options);
  boost::system::error_code failed;
  const std::size_t read = parser.write_some(text, failed);
  if (!failed && read == text.size()) parser.finish(failed);
  if (!failed && read == text.size()) return {};
  return problem_at(file, text, place_of(text, std::min(read, text.size())),
                    "this is no JSON" + (failed ? ": " + failed.message() : ": it goes on after its end"));
}

}  // namespace

// The names in `code`, each told of at its own place; those that lead nowhere.
std::vector<configuration_problem> module_loader::find_names(script::program& code) {
  std::vector<configuration_problem> problems;
  // Who both imports and requires a name has one module by it.
  std::set<std::string_view> imported;
  for (const auto& literal : code.literals) {
    if (literal.imported) imported.insert(literal.name);
  }
  for (const auto& literal : code.literals) {
    if (script::is_builtin_module(literal.name)) continue;
    const auto by = imported.contains(literal.name) ? required_by::import : required_by::require;
    const auto& found = resolver_.resolve(code.folder, literal.name, by);
    code.names.try_emplace(literal.name, found);
    if (found.problem.empty() || is_of_package(code.path)) continue;
    place at{literal.at.line, literal.at.column};
    if (code.is_transpiled()) at = find_near(code.source, at.line, literal.name);
    problems.push_back(problem_at(code.file, code.source, at, found.problem));
  }
  code.literals = {};
  return problems;
}

module_loader::loaded module_loader::read(const std::string& path) {
  auto source = read_script(resolver_.work_dir() / path, path);
  if (!source) return {{}, {{path, 0, 0, source.error().message, source.error().message}}};
  loaded made{std::make_shared<script::program>(), {}};
  if (path.ends_with(".json")) {
    if (auto problem = wrong_with_json(path, *source)) return {{}, {std::move(*problem)}};
    made.code->is_json = true;
    made.code->file = path;
    made.code->source = std::move(*source);
  } else {
    auto compiled = compiler_.compile(path, *source, script::code_kind::module);
    if (!compiled) return {{}, problems_of(compiled.error(), path, *source)};
    *made.code = std::move(*compiled);
  }
  made.code->path = path;
  made.code->folder = module_resolver::folder_of(path);
  made.problems = find_names(*made.code);
  return made;
}

module_loader::loaded& module_loader::load(const std::string& path) {
  if (const auto known = loaded_.find(path); known != loaded_.end()) return known->second;
  return loaded_.emplace(path, read(path)).first->second;
}

std::vector<configuration_problem> module_loader::complete(script::program& main, const std::filesystem::path& file) {
  if (!file.empty()) {
    const auto path = resolver_.path_of(file);
    const auto from_file = std::find_if(main.literals.begin(), main.literals.end(),
                                        [](const auto& literal) { return !script::is_builtin_module(literal.name); });
    if (!path && from_file != main.literals.end()) {
      return {problem_at(main.file, main.source, {from_file->at.line, from_file->at.column},
                         "a script outside of the work directory, " + resolver_.work_dir().string() +
                             ", can only require what is built in: " + script::builtin_module_names())};
    }
    main.path = path.value_or("");
    main.folder = module_resolver::folder_of(main.path);
  }
  auto problems = find_names(main);
  std::set<std::string> seen{main.path};
  std::vector<std::string> waiting;
  const auto take_names = [&](const script::program& code) {
    for (const auto& [name, found] : code.names) {
      if (found.problem.empty() && seen.insert(found.path).second) waiting.push_back(found.path);
    }
  };
  take_names(main);
  std::size_t bytes = 0;
  while (!waiting.empty()) {
    const std::string path = std::move(waiting.back());
    waiting.pop_back();
    const auto& module = load(path);
    problems.insert(problems.end(), module.problems.begin(), module.problems.end());
    if (!module.code) continue;
    main.modules.push_back(module.code);
    main.mentions |= module.code->mentions;
    main.modern = main.modern || module.code->modern;
    bytes += module.code->source.size();
    if (main.modules.size() > most_modules || bytes > most_bytes) {
      problems.push_back(
          problem_at(main.file, main.source, {}, "the script requires more than 1,000 files, or more than 16 MiB"));
      break;
    }
    take_names(*module.code);
  }
  std::sort(main.modules.begin(), main.modules.end(), [](const auto& a, const auto& b) { return a->path < b->path; });
  return problems;
}

std::string module_loader::digest(const script::program& main) {
  if (main.modules.empty()) return {};
  std::vector<std::string_view> parts;
  const auto add_names = [&](const script::program& code) {
    for (const auto& [name, found] : code.names) {
      parts.insert(parts.end(), {name, found.path, found.problem});
    }
  };
  add_names(main);
  for (const auto& module : main.modules) {
    parts.insert(parts.end(), {"", module->path, module->source});
    add_names(*module);
  }
  return digest_of(parts);
}

}  // namespace canary::config
