#include "canary/config/loader.hpp"

#include "canary/config/read_http_settings.hpp"
#include "canary/config/script_compiler.hpp"
#include "canary/config/test_definition.hpp"
#include "canary/core/byte_size.hpp"
#include "canary/core/duration.hpp"
#include "canary/core/nearest_name.hpp"
#include "config/module_loader.hpp"
#include "config/problem.hpp"
#include "config/read_file.hpp"
#include "config/source_place.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_map>

namespace canary::config {
namespace {

using boost::json::array;
using boost::json::object;

constexpr std::uint64_t configuration_memory = 256u << 20;  // addresses; what is touched is what is needed
constexpr std::uint64_t least_modern_memory = 8u << 20;
constexpr nanoseconds least_loading_time = std::chrono::seconds{10};

// What config.js may ask for while it runs.
class configuration_host final : public script::run_host {
 public:
  configuration_host(const loader_options& options, clock& time, const logger& log, script::supervisor& watch)
      : options_(options), time_(time), log_(log), watch_(watch) {}

  failure log(log_level level, std::string message, object fields) override {
    constexpr std::size_t most_lines = 1000, most_bytes = 1u << 20;
    bytes_ += message.size();
    if (++lines_ > most_lines || bytes_ > most_bytes) {
      return {failure_class::limit, "the configuration logs more than 1,000 lines or 1 MiB"};
    }
    fields["config"] = options_.file.string();
    log_.write(level, message, fields);
    return {};
  }
  std::vector<outcome<net::http_response>> http(std::span<const net::http_request> requests) override {
    return {requests.size(), failure{failure_class::script, "http is available while a test runs, not in config.js"}};
  }
  std::string traceparent() override { return {}; }
  failure append_file(const std::string&, std::string&) override { return {}; }
  failure sleep(nanoseconds how_long) override { return watch_.sleep(how_long); }
  std::string environment(std::string_view name) override {
    return options_.environment ? options_.environment(name) : std::string{};
  }
  wall_time now() override { return time_.wall(); }
  script::run_facts facts() override { return {}; }

 private:
  const loader_options& options_;
  clock& time_;
  const logger& log_;
  script::supervisor& watch_;
  std::size_t lines_ = 0, bytes_ = 0;
};

// The three functions of a configuration script, and what they have been told.
class registrar {
 public:
  registrar(const loader_options& options, configuration& into) : options_(options), into_(into) {}

  outcome<boost::json::value> settings(const array& arguments, const script::call_site& site) {
    if (arguments.size() != 1 || !arguments[0].is_object()) {
      return refuse(site, {"settings wants one object: settings({ name: '…' })", "settings"});
    }
    for (const auto& setting : arguments[0].get_object()) {
      for (auto& problem : read_setting(setting)) {
        auto answer = refuse(site, std::move(problem));
        if (!collects()) return answer;
      }
    }
    return boost::json::value{};
  }

  outcome<boost::json::value> file(const array& arguments, const script::call_site& site) {
    if (arguments.size() != 1 || !arguments[0].is_string()) {
      return refuse(site, {"file wants a path: file('scripts/login.js')", "file"});
    }
    const std::string shown(arguments[0].get_string());
    auto text = read_script(options_.work_dir / shown, shown);
    if (!text) {
      auto answer = refuse(site, {text.error().message, shown});
      if (collects()) return boost::json::value(boost::json::string());
      return answer;
    }
    paths_[*text] = shown;
    return boost::json::value(boost::json::string(*text));
  }

  outcome<boost::json::value> register_test(const array& arguments, const script::call_site& site) {
    if (arguments.size() != 2 || !arguments[0].is_object() || !arguments[1].is_string()) {
      return refuse(site, {"register_test wants an object and a source: register_test({ name: '…', frequency: '1m', "
                           "timeout: '30s' }, file('…'))",
                           "register_test"});
    }
    auto defined = define_test(arguments[0].get_object(), defaults_, options_.default_memory_limit);
    if (!defined) {
      auto answer = refuse(site, defined.error());
      if (!collects()) return answer;
      look_on(arguments[0].get_object(), site, defined.error());
      defined = test{};
      defined->name = name_of(arguments[0].get_object());
    }
    auto t = std::make_shared<test>(std::move(*defined));
    if (const auto [other, fresh] = places_.emplace(t->name, place_of(site)); !fresh) {
      return refuse(site, {"a test named '" + t->name + "' is registered already, at " + other->second, t->name});
    }
    t->source = std::string(arguments[1].get_string());
    if (const auto known = paths_.find(t->source); known != paths_.end()) t->path = known->second;
    t->config_file = text_of(site).file;
    t->config_line = line_of(site);
    tests_.push_back({t, t->path.empty() ? file_at_end_of(t->source) : t->path});
    return boost::json::value{};
  }

  struct refusal {
    script::call_site site;
    definition_problem problem;
  };
  /// In their order. The first counts even where the script catches it; more there are only where they are collected.
  const std::vector<refusal>& refused() const { return refused_; }
  struct registered_test {
    std::shared_ptr<test> what;
    std::string file;  ///< whose text it is, or ends with; '' for none
  };
  /// With what holds for all of them, wherever in the configuration it stands.
  const std::vector<registered_test>& tests() {
    for (const auto& t : tests_) t.what->http = http_;
    return tests_;
  }

  /// What is about to be executed: functions are called from it and from its modules.
  void reads(const script::program& text) { text_ = &text; }

  const script::program& text_of(const script::call_site& site) const {
    const auto& modules = text_->modules;
    const auto found =
        std::find_if(modules.begin(), modules.end(), [&](const auto& m) { return m->file == site.file; });
    return found == modules.end() || site.file == text_->file ? *text_ : **found;
  }

  /// The author's.
  int line_of(const script::call_site& site) const {
    const auto& origins = text_of(site).origins;
    const auto executed = static_cast<std::size_t>(site.line);
    return executed >= 1 && executed <= origins.size() ? origins[executed - 1].line : site.line;
  }

 private:
  std::string place_of(const script::call_site& site) const {
    return text_of(site).file + ":" + std::to_string(line_of(site));
  }

  // That whose text a longer one ends with: something was put before it.
  std::string file_at_end_of(const std::string& source) const {
    std::string_view longest;
    std::string path;
    for (const auto& [text, of] : paths_) {
      if (text.size() <= longest.size() || !source.ends_with(text)) continue;
      longest = text;
      path = of;
    }
    return path;
  }

  bool collects() const { return options_.problem_found != nullptr; }

  outcome<boost::json::value> refuse(const script::call_site& site, definition_problem problem) {
    failure f{failure_class::script, problem.message};
    if (refused_.empty() || collects()) refused_.push_back(refusal{site, std::move(problem)});
    if (collects()) return boost::json::value{};
    return f;
  }

  std::vector<definition_problem> read_setting(const boost::json::key_value_pair& setting) {
    static constexpr std::array<std::string_view, 3> keys{"name", "defaults", "http"};
    if (setting.key() == "name") {
      if (!setting.value().is_string()) return {{"settings: name must be a text", "name"}};
      into_.name = std::string(setting.value().get_string());
    } else if (setting.key() == "defaults") {
      if (!setting.value().is_object()) return {{"settings: defaults must be an object", "defaults"}};
      defaults_ = setting.value().get_object();
      auto wrong = check_defaults(defaults_);
      if (!wrong.empty()) without_wrong_defaults();
      return wrong;
    } else if (setting.key() == "http") {
      const auto read = read_http_settings(setting.value());
      if (!read) return {read.error()};
      http_ = *read;
    } else {
      const std::string key(setting.key());
      const auto near = nearest_name(key, keys);
      return {{"settings has no key '" + key + "'; " +
                   (near ? "did you mean '" + std::string(*near) + "'?" : "it has name, defaults and http"),
               key}};
    }
    return {};
  }

  // No test is told that it has something wrong, or lacks something, because the defaults do.
  void without_wrong_defaults() {
    const object given = std::exchange(defaults_, {{"frequency", "1h"}, {"timeout", "1s"}});
    for (const auto& member : given) {
      if (check_defaults({{member.key(), member.value()}}).empty()) defaults_[member.key()] = member.value();
    }
  }

  // What else is wrong with a definition: what is without the key that was told of. That a key is not there any more is
  // not said.
  void look_on(object given, const script::call_site& site, definition_problem last) {
    while (const auto* wrong = member_with(given, last.near)) {
      given.erase(wrong->key());
      auto defined = define_test(given, defaults_, options_.default_memory_limit);
      if (defined || member_with(given, defined.error().near) == nullptr) return;
      last = defined.error();
      refuse(site, last);
    }
  }

  static const boost::json::key_value_pair* member_with(const object& given, const std::string& key_or_value) {
    for (const auto& member : given) {
      // What a test lacks is told at its name.
      const bool told_by_value = member.key() != "name" && member.value() == boost::json::string(key_or_value);
      if (member.key() == key_or_value || told_by_value) return &member;
    }
    return nullptr;
  }

  static std::string name_of(const object& given) {
    const auto* name = given.if_contains("name");
    return name != nullptr && name->is_string() ? std::string(name->get_string()) : std::string();
  }

  const loader_options& options_;
  configuration& into_;
  object defaults_;
  http_settings http_;
  std::unordered_map<std::string, std::string> paths_;
  std::unordered_map<std::string, std::string> places_;
  std::vector<registered_test> tests_;
  const script::program* text_ = nullptr;
  std::vector<refusal> refused_;
};

// Fills in the test's bytecode, with that of all that it requires. What is wrong: then there is none. `file` is whose
// text it is, or ends with; '' for none.
std::vector<configuration_problem> compile(test& t, const std::filesystem::path& file, script_compiler& compiler,
                                           module_loader& modules) {
  const std::string shown = t.path.empty() ? "test '" + t.name + "'" : t.path;
  auto code = compiler.compile(shown, t.source);
  if (!code) return problems_of(code.error(), shown, t.source);
  auto problems = modules.complete(*code, file);
  if (code->modern && t.memory_limit < least_modern_memory) {
    const std::string message = "a modern script's memory_limit is at least " + format_byte_size(least_modern_memory);
    problems.push_back({shown, 0, 0, message, shown + ": " + message});
  }
  if (!problems.empty()) return problems;
  t.modules = module_loader::digest(*code);
  t.code = std::make_shared<script::program>(std::move(*code));
  return {};
}

}  // namespace

result<configuration> load_configuration(const loader_options& options, clock& time, script::turns& turns,
                                         script::vm_factory& vms, const logger& log, interrupter& stop,
                                         boost::asio::yield_context yield) {
  configuration loaded;
  loaded.file = options.file.string();
  std::optional<error> first;
  std::set<std::string> told;
  // Whether to end here.
  const auto wrong = [&](const configuration_problem& problem) {
    if (!first) first = error{problem.text};
    if (options.problem_found && told.insert(problem.text).second) options.problem_found(problem);
    return !options.problem_found;
  };
  const auto source = read_script(options.work_dir / options.file, loaded.file);
  if (!source) {
    const std::string message = "the configuration cannot be read: " + source.error().message;
    wrong({loaded.file, 0, 0, message, message});
    return *first;
  }

  script_compiler compiler(time, turns, vms, options.cache.get(), stop, yield, options.translations);
  module_loader modules(options.work_dir, compiler);
  script::supervisor watch(time, turns, stop, yield, time.mono() + options.timeout, options.timeout);
  configuration_host host(options, time, log, watch);
  registrar registered(options, loaded);
  {
    const auto vm = vms.make(script::vm_scope::configuration, configuration_memory, host, watch);
    const auto lend = [&](const char* name, auto member) {
      vm->define(name, [&registered, member](const array& arguments, const script::call_site& site) {
        return (registered.*member)(arguments, site);
      });
    };
    lend("settings", &registrar::settings);
    lend("file", &registrar::file);
    lend("register_test", &registrar::register_test);
    auto code = vm->compile(loaded.file, *source);
    if (!code) {
      wrong(problem_of(code.error(), loaded.file, *source));
      return *first;
    }
    for (const auto& problem : modules.complete(*code, options.work_dir / options.file)) {
      if (wrong(problem)) return *first;
    }
    registered.reads(*code);
    script::verdict v = vm->execute(*code);
    for (const auto& refused : registered.refused()) {
      const script::program& text = registered.text_of(refused.site);
      const place at = find_near(text.source, registered.line_of(refused.site), refused.problem.near);
      if (wrong(problem_at(text.file, text.source, at, refused.problem.message))) return *first;
    }
    if (v.cause.kind == failure_class::timeout) {
      v.cause.message = "the configuration took longer than its timeout of " + format_duration(options.timeout);
    }
    if (v.cause.kind != failure_class::none && wrong(problem_of(v, loaded.file, *source, code->modules))) {
      return *first;
    }
  }
  for (const auto& [t, file] : registered.tests()) {
    for (const auto& problem :
         compile(*t, file.empty() ? std::filesystem::path() : options.work_dir / file, compiler, modules)) {
      if (wrong(problem)) return *first;
    }
    loaded.tests.push_back(t);
    if (turns.slice_is_over()) turns.wait(yield);
    if (stop.stopped()) return error{stop.reason().message};
  }
  if (first) return *first;
  return loaded;
}

loaded_script load_script(const std::filesystem::path& file, nanoseconds timeout, std::uint64_t memory_limit,
                          clock& time, script::turns& turns, script::vm_factory& vms, transpile_cache* cache,
                          boost::asio::yield_context yield, translation_listener translations) {
  auto source = read_script(file, file.string());
  if (!source) {
    const std::string& why = source.error().message;
    return std::vector<configuration_problem>{{file.string(), 0, 0, why, why}};
  }
  auto t = std::make_shared<test>();
  t->name = t->path = file.string();
  t->source = std::move(*source);
  t->frequency = t->timeout = timeout;
  t->memory_limit = memory_limit;
  interrupter stop;
  // The transpiler itself takes its time, which is nothing to the test's.
  const nanoseconds most = std::max(timeout, least_loading_time);
  const auto alarm = time.make_timer();
  alarm->start(time.mono() + most, [&stop, most] {
    stop.stop({failure_class::timeout, "loading the script took longer than " + format_duration(most)});
  });
  script_compiler compiler(time, turns, vms, cache, stop, yield, std::move(translations));
  // What it requires is looked for where canaryctl was started, or beside it where it is elsewhere.
  std::error_code failed;
  const auto here = std::filesystem::current_path(failed);
  const bool is_here = !failed && module_resolver(here).path_of(file).has_value();
  module_loader modules(is_here ? here : std::filesystem::absolute(file, failed).parent_path(), compiler);
  if (auto problems = compile(*t, file, compiler, modules); !problems.empty()) return problems;
  return std::shared_ptr<const test>(std::move(t));
}

}  // namespace canary::config
