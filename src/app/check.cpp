#include "canary/api/listener.hpp"
#include "canary/app/daemon.hpp"
#include "canary/app/daemon_parts.hpp"
#include "canary/app/web_access.hpp"

#include <cstdio>

namespace canary::app {

int check_configuration(const config::options& options, const environment& get) {
  if (const auto address = api::listening_address(options.listen_host); !address) {
    std::fprintf(stderr, "%s\n", address.error().message.c_str());
    return bad_usage;
  }
  const auto web = check_web(options, get);
  if (!web) {
    std::fprintf(stderr, "%s\n", web.error().message.c_str());
    return bad_usage;
  }
  script_world world(options, get, options.run_slice);
  const logger log(
      *world.time, [](const std::string& line) { std::fputs(line.c_str(), stderr); }, log_format::text,
      options.log_level);
  const auto loaded = world.load(options, log);
  if (!loaded) {
    std::fprintf(stderr, "%s\n", loaded.error().message.c_str());
    return bad_usage;
  }
  std::printf("%s: %zu %s, all well\n", options.cfg.string().c_str(), loaded->tests.size(),
              loaded->tests.size() == 1 ? "test" : "tests");
  return success;
}

}  // namespace canary::app
