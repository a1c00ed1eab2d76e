#include "canary/app/daemon.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace canary;
using namespace canary::app;

TEST_CASE("a check refuses an address that the daemon could not listen on, before there is a daemon") {
  const testing::temporary_folder folder;
  folder.write("config.js", "register_test({ name: 'a', frequency: '1m', timeout: '5s' }, '');");
  const auto nothing = [](const char*) -> const char* { return nullptr; };
  const struct {
    const char* host;
    int exit_code;
  } rows[] = {{"127.0.0.1", success}, {"localhost", success},     {"::1", success},     {"0.0.0.0", success},
              {"nowhere", bad_usage}, {"canary.test", bad_usage}, {"[::1]", bad_usage}, {"127.0.0.1:80", bad_usage}};
  for (const auto& r : rows) {
    CAPTURE(r.host);
    config::options options;
    options.cfg = "config.js";
    options.work_dir = folder.path();
    options.listen_host = r.host;
    options.web_insecure = true;
    CHECK(check_configuration(options, nothing) == r.exit_code);
  }
}
