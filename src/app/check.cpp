#include "canary/api/listener.hpp"
#include "canary/app/configuration_check.hpp"
#include "canary/app/daemon.hpp"
#include "canary/app/daemon_parts.hpp"
#include "canary/app/translation_news.hpp"
#include "canary/app/web_access.hpp"

#include <cstdio>

namespace canary::app {

configuration_check examine_configuration(const config::options& options, const environment& get) {
  configuration_check found;
  if (const auto address = api::listening_address(options.listen_host); !address) {
    found.problems.push_back({"", 0, 0, address.error().message, address.error().message});
  } else if (const auto web = check_web(options, get); !web) {
    found.problems.push_back({"", 0, 0, web.error().message, web.error().message});
  }
  script_world world(options, get, options.run_slice);
  if (const auto secrets = world.load_secrets(); !secrets) {
    found.problems.push_back({"", 0, 0, secrets.error().message, secrets.error().message});
  }
  const logger log(
      *world.time, [](const std::string& line) { std::fputs(line.c_str(), stderr); }, log_format::text,
      options.log_level);
  config::loader_options loading = world.loading(options);
  loading.problem_found = [&](const config::configuration_problem& each) { found.problems.push_back(each); };
  loading.translations = translations_on_terminal();
  interrupter stop;
  world.complete([&](boost::asio::yield_context yield) {
    const auto loaded = config::load_configuration(loading, *world.time, world.turns, *world.vms, log, stop, yield);
    if (loaded) found.tests = loaded->tests.size();
  });
  return found;
}

configuration_check examine_scripts(const config::options& options, const environment& get,
                                    const std::vector<std::filesystem::path>& scripts, std::uint64_t memory_limit) {
  constexpr std::chrono::minutes longest_load{5};
  configuration_check found;
  script_world world(options, get, options.run_slice);
  if (const auto secrets = world.load_secrets(); !secrets) {
    found.problems.push_back({"", 0, 0, secrets.error().message, secrets.error().message});
  }
  for (const auto& script : scripts) {
    world.complete([&](boost::asio::yield_context yield) {
      const auto loaded = config::load_script(script, longest_load, memory_limit, *world.time, world.turns, *world.vms,
                                              world.cache.get(), yield, translations_on_terminal());
      if (loaded) {
        ++found.tests;
      } else {
        for (const auto& each : loaded.error()) found.problems.push_back(each);
      }
    });
  }
  if (!found.problems.empty()) found.tests = 0;
  return found;
}

int tell_of_check(const configuration_check& found, const std::string& all_well) {
  for (const auto& each : found.problems) std::fprintf(stderr, "%s\n", each.text.c_str());
  if (found.problems.size() > 1) std::fprintf(stderr, "%zu problems\n", found.problems.size());
  if (!found.problems.empty()) return bad_usage;
  std::printf("%s\n", all_well.c_str());
  return success;
}

int check_configuration(const config::options& options, const environment& get) {
  const configuration_check found = examine_configuration(options, get);
  return tell_of_check(found, options.cfg.string() + ": " + std::to_string(found.tests) +
                                  (found.tests == 1 ? " test" : " tests") + ", all well");
}

}  // namespace canary::app
