#include "canary/config/read_http_settings.hpp"

#include "support/catch.hpp"

#include <boost/json/parse.hpp>

using namespace canary;

namespace {

boost::system::result<http_settings, config::definition_problem> read(const std::string& json) {
  return config::read_http_settings(boost::json::parse(json));
}

}  // namespace

TEST_CASE("what settings({ http }) does not say stays as it is") {
  CHECK(*read("{}") == http_settings{});
  CHECK(*read(R"({"connections":"shared"})") == http_settings{.shared_connections = true});
  CHECK(*read(R"({"connections":"run","max_body":null})") == http_settings{});
  CHECK(*read(R"({"dns_cache":true})") == http_settings{.dns_cache = true});
  CHECK(*read(R"({"max_body":"5MiB","max_headers":"8KiB","max_requests":7})") ==
        http_settings{.max_body = 5u << 20, .max_headers = 8u << 10, .max_requests = 7});
  CHECK(read(R"({"max_body":1000})")->max_body == 1000);
}

TEST_CASE("a mistake in settings({ http }) is named, with what would be right") {
  struct row {
    std::string json, message, near;
  };
  const row rows[] = {
      {R"("shared")", "settings: http must be an object such as { connections: 'shared' }", "http"},
      {R"({"conections":"shared"})", "settings: http has no key 'conections'; did you mean 'connections'?",
       "conections"},
      {R"({"proxy":""})",
       "settings: http has no key 'proxy'; it has connections, dns_cache, max_body, max_headers and max_requests",
       "proxy"},
      {R"({"connections":"test"})", "settings: http.connections must be 'run' or 'shared'", "connections"},
      {R"({"dns_cache":"yes"})", "settings: http.dns_cache must be true or false", "dns_cache"},
      {R"({"max_body":"big"})", "", "big"},
      {R"({"max_body":-1})", "settings: http.max_body must be a size such as '5MiB'", "max_body"},
      {R"({"max_body":"2GiB"})", "settings: http.max_body must be from 0B to 1GiB", "max_body"},
      {R"({"max_headers":"100B"})", "settings: http.max_headers must be from 1KiB to 16MiB", "max_headers"},
      {R"({"max_requests":0})", "settings: http.max_requests must be a whole number from 1 to 100000", "max_requests"},
      {R"({"max_requests":1.5})", "settings: http.max_requests must be a whole number from 1 to 100000",
       "max_requests"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.json);
    const auto got = read(row.json);
    REQUIRE(got.has_error());
    if (!row.message.empty()) CHECK(got.error().message == row.message);
    CHECK(got.error().near == row.near);
  }
}
