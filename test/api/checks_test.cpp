// Who may ask, and what they can read: pure tables.

#include "canary/api/accept.hpp"
#include "canary/api/graphql_request.hpp"
#include "canary/api/host_check.hpp"
#include "canary/api/origin_check.hpp"
#include "canary/api/response.hpp"
#include "canary/api/static_files.hpp"

#include "support/catch.hpp"

#include <boost/json/parse.hpp>

using namespace canary::api;
using boost::asio::ip::make_address;

TEST_CASE("a Host header names a host, or nothing") {
  const std::pair<std::string_view, std::optional<std::string>> rows[] = {
      {"localhost", "localhost"},
      {"LocalHost:8080", "localhost"},
      {"localhost.", "localhost"},
      {"localhost:", "localhost"},
      {"127.0.0.1:1", "127.0.0.1"},
      {"[::1]:8080", "::1"},
      {"[::1]", "::1"},
      {"a_b-c.example", "a_b-c.example"},
      {"", std::nullopt},
      {":80", std::nullopt},
      {"a:b", std::nullopt},
      {"a:123456", std::nullopt},
      {"a b", std::nullopt},
      {"a/b", std::nullopt},
      {"me@a", std::nullopt},
      {"::1", std::nullopt},
      {"[::1", std::nullopt},
      {"[::1]x", std::nullopt},
      {"[]", std::nullopt},
      {"[127.0.0.1]", std::nullopt},
      {"[fe80::1%lo]", std::nullopt},
      {{"[::1\0]", 6}, std::nullopt},
  };
  for (const auto& [text, host] : rows) {
    CAPTURE(text);
    CHECK(host_of(text) == host);
  }
}

TEST_CASE("only known hosts are answered") {
  const host_check hosts("canary.example", {"other.example:9090", "fd00::1"});
  const auto local = make_address("192.0.2.1");
  for (const auto* right : {"localhost", "localhost:1", "127.0.0.1", "127.9.9.9:8080", "[::1]:8080",
                            "CANARY.example:80", "other.example", "other.example:1", "192.0.2.1:8080", "[fd00::1]"}) {
    CAPTURE(right);
    CHECK(hosts.allows(right, local));
  }
  for (const auto* wrong : {"", "evil.example", "localhost.evil.example", "notlocalhost", "canary.example.evil",
                            "192.0.2.2", "0.0.0.0", "[::2]", "xother.example", "0x7f.1", "2130706433"}) {
    CAPTURE(wrong);
    CHECK(!hosts.allows(wrong, local));
  }
  CHECK(host_check("0.0.0.0", {}).allows("192.0.2.1", local));
}

TEST_CASE("only this machine changes something, and no page but our own") {
  struct row {
    std::string_view peer, host, origin, site;
    bool allowed;
  };
  const row rows[] = {
      {"127.0.0.1", "localhost:8080", "", "", true},
      {"::1", "[::1]:8080", "", "", true},
      {"::ffff:127.0.0.1", "localhost:8080", "", "", true},
      {"192.0.2.1", "localhost:8080", "", "", false},
      {"::ffff:192.0.2.1", "localhost:8080", "", "", false},
      {"127.0.0.1", "localhost:8080", "http://localhost:8080", "same-origin", true},
      {"127.0.0.1", "localhost:8080", "HTTP://LOCALHOST:8080", "", true},
      {"127.0.0.1", "localhost:8080", "", "none", true},
      {"127.0.0.1", "localhost:8080", "http://localhost:8081", "", false},
      {"127.0.0.1", "localhost:8080", "http://127.0.0.1:8080", "", false},
      {"127.0.0.1", "localhost:8080", "https://localhost:8080", "", false},
      {"127.0.0.1", "localhost:8080", "http://localhost:8080.evil.example", "", false},
      {"127.0.0.1", "localhost:8080", "null", "", false},
      {"127.0.0.1", "localhost:8080", "", "cross-site", false},
      {"127.0.0.1", "localhost:8080", "http://localhost:8080", "same-site", false},
  };
  for (const auto& r : rows) {
    CAPTURE(r.peer, r.origin, r.site);
    CHECK(refuse_change({make_address(r.peer), r.host, r.origin, r.site}).empty() == r.allowed);
  }
}

TEST_CASE("gzip is sent to those who take it") {
  const std::pair<std::string_view, bool> rows[] = {
      {"", false},           {"gzip", true},         {"GZIP", true},      {"deflate, gzip;q=0.5", true},
      {"gzip;q=0", false},   {"gzip; q=0.0", false}, {"*", true},         {"*;q=0", false},
      {"*;q=0, gzip", true}, {"gzip;q=0, *", false}, {"identity", false}, {"gzipped", false},
      {"gzip;q=x", false},   {",,;,", false},
  };
  for (const auto& [text, accepted] : rows) {
    CAPTURE(text);
    CHECK(accepts_gzip(text) == accepted);
  }
}

TEST_CASE("an Accept header weighs types") {
  CHECK(accept_weight("", "application/json") == 1);
  CHECK(accept_weight("text/html, */*;q=0.1", "application/json") == 0.1);
  CHECK(accept_weight("application/*;q=0.5, */*", "application/json") == 0.5);
  CHECK(accept_weight("application/json;q=0, */*", "application/json") == 0);
  CHECK(accept_weight("text/html", "application/json") == 0);
  for (const char* weight : {"-1", "nan", "-inf", "x", ""}) {
    CAPTURE(weight);
    CHECK(accept_weight("*/*;q=" + std::string(weight), "application/json") == 0);
  }
  for (const char* weight : {"1.5", "inf", "1e300"}) {
    CAPTURE(weight);
    CHECK(accept_weight("*/*;q=" + std::string(weight), "application/json") == 1);
  }
}

TEST_CASE("GraphQL's media type follows Accept") {
  const std::pair<std::string_view, graphql_media> rows[] = {
      {"", graphql_media::json},
      {"*/*", graphql_media::json},
      {"application/json", graphql_media::json},
      {"application/graphql-response+json", graphql_media::response},
      {"application/graphql-response+json, application/json;q=0.9", graphql_media::response},
      {"application/graphql-response+json, application/json", graphql_media::response},
      {"application/json, application/graphql-response+json;q=0.5", graphql_media::json},
      {"text/html", graphql_media::none},
  };
  for (const auto& [accept, media] : rows) {
    CAPTURE(accept);
    CHECK(choose_graphql_media(accept) == media);
  }
}

TEST_CASE("a GraphQL body that is not as it should be says what is wrong") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"[]", "JSON object"},
      {"{}", "'query'"},
      {R"({"query":1})", "'query'"},
      {R"({"query":"{a}","operationName":1})", "'operationName'"},
      {R"({"query":"{a}","variables":[]})", "'variables'"},
      {R"({"query":"{a}","extensions":1})", "'extensions'"},
  };
  for (const auto& [text, named] : rows) {
    CAPTURE(text);
    const auto read = read_graphql_body(boost::json::parse(text));
    REQUIRE(read.has_error());
    CHECK(read.error().status == 400);
    CHECK(read.error().detail.find(named) != std::string::npos);
  }
  const auto read = read_graphql_body(
      boost::json::parse(R"({"query":"{a}","operationName":null,"variables":null,"extensions":{},"other":1})"));
  REQUIRE(read.has_value());
  CHECK(read->query == "{a}");
}

TEST_CASE("dates are HTTP's") {
  using namespace std::chrono_literals;
  CHECK(http_date(canary::wall_time{1'700'000'000s + 1ns}) == "Tue, 14 Nov 2023 22:13:20 GMT");
  CHECK(http_date(canary::wall_time{0s}) == "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST_CASE("a bundler's hash is seen in a name") {
  CHECK(has_hash("app-AB12CD.js"));
  CHECK(has_hash("app-two-AB12CD34.css"));
  for (const auto* name : {"app.js", "index.html", "app-main.js", "app-AB12C.js", "AB12CD34", "app-AB12CD34", ""}) {
    CAPTURE(name);
    CHECK(!has_hash(name));
  }
}
