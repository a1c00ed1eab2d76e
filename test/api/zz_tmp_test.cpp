#include "api/running_server.hpp"
using namespace std::chrono_literals;
TEST_CASE("serve", "[.serve]") {
  canary::api::server_options options;
  options.max_headers = 4096; options.max_body = 1u<<20; options.head_timeout = 300ms;
  running_server server({}, options);
  std::system(("python3 /tmp/flood.py " + std::to_string(server.port)).c_str());
}
