#include "command/check_command.hpp"

#include "canary/app/configuration_check.hpp"
#include "canary/app/daemon.hpp"
#include "canary/command/exit_code.hpp"
#include "canary/core/json_text.hpp"
#include "command/engine_options.hpp"

#include <boost/json/array.hpp>

#include <cstdio>

namespace canary::command {
namespace {

namespace json = boost::json;

// Of scripts there is no file that all is about.
std::string as_json(const control_options& options, const app::configuration_check& found) {
  const auto number = [](int n) { return n > 0 ? json::value(n) : json::value(); };
  json::array problems;
  for (const auto& each : found.problems) {
    problems.push_back(json::object{{"file", each.file},
                                    {"line", number(each.line)},
                                    {"column", number(each.column)},
                                    {"message", each.message},
                                    {"text", each.text}});
  }
  return json_text(json::object{{"file", options.scripts.empty() ? json::value(options.cfg.string()) : json::value()},
                                {"tests", found.tests},
                                {"problems", std::move(problems)}}) +
         "\n";
}

}  // namespace

int check(const control_options& options, const app::environment& get) {
  const auto environment = with_env_file(options, get);
  if (!environment) return std::fprintf(stderr, "%s\n", environment.error().message.c_str()), bad_usage;
  const config::options engine = engine_options(options, *environment);
  if (!options.json && options.scripts.empty()) return app::check_configuration(engine, *environment);
  const auto found = options.scripts.empty()
                         ? app::examine_configuration(engine, *environment)
                         : app::examine_scripts(engine, *environment, options.scripts, options.memory_limit);
  if (!options.json) {
    return app::tell_of_check(found,
                              std::to_string(found.tests) + (found.tests == 1 ? " script" : " scripts") + ", all well");
  }
  std::fputs(as_json(options, found).c_str(), stdout);
  return found.problems.empty() ? success : bad_usage;
}

}  // namespace canary::command
