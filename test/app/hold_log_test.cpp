#include "canary/app/hold_log.hpp"

#include "support/catch.hpp"

#include <boost/json/parse.hpp>

#include <vector>

using namespace canary;
using namespace canary::app;
using namespace std::chrono_literals;

namespace {

struct rig {
  virtual_clock time;
  std::vector<boost::json::object> lines;
  logger log{time, [this](const std::string& line) { lines.push_back(boost::json::parse(line).as_object()); }};
  hold_log holds{time, log};
};

script::hold of(const char* test, nanoseconds lasted = 80ms, std::string stack = {}) {
  return {lasted, test != nullptr ? std::make_shared<const std::string>(test) : nullptr, std::nullopt,
          std::move(stack)};
}

}  // namespace

TEST_CASE("the line of a hold names the test, the place and the stack") {
  rig r;
  script::hold what = of("login", 84'200us, "at sort (native)\nat f (login.js:12)\nat eval (login.js:3)");
  what.cpu = 2ms;
  r.holds.write(what);
  REQUIRE(r.lines.size() == 1);
  const auto& line = r.lines[0];
  CHECK(line.at("level") == "warn");
  CHECK(line.at("msg") == "a script held the loop");
  CHECK(line.at("test") == "login");
  CHECK(line.at("held_ms").to_number<double>() == 84.2);
  CHECK(line.at("cpu_ms").to_number<double>() == 2);
  CHECK(line.at("at") == "login.js:12");
  CHECK(line.at("stack") == "at sort (native)\nat f (login.js:12)\nat eval (login.js:3)");
  CHECK(!line.contains("unsaid"));
}

TEST_CASE("a hold of no test is the configuration's where a script stood somewhere, and else our own") {
  rig r;
  r.holds.write(of(nullptr, 50ms, "at eval (config.js:3)"));
  r.holds.write(of(nullptr, 60ms));
  r.holds.write(of("a"));
  REQUIRE(r.lines.size() == 3);
  CHECK(r.lines[0].at("msg") == "the configuration held the loop");
  CHECK(r.lines[0].at("at") == "config.js:3");
  CHECK(r.lines[1].at("msg") == "canaryd's own code held the loop");
  CHECK(r.lines[1].at("held_ms").to_number<double>() == 60);
  for (const char* name : {"test", "at", "stack", "cpu_ms"}) CHECK(!r.lines[1].contains(name));
  CHECK(!r.lines[2].contains("at"));
}

TEST_CASE("each test is told of once a minute, with the number of those in between") {
  rig r;
  for (int second = 0; second < 150; ++second) {
    r.holds.write(of("a"));
    if (second == 30) r.holds.write(of("b"));
    r.time.advance(1s);
  }
  std::vector<std::pair<std::string, std::uint64_t>> said;
  for (const auto& line : r.lines) {
    const auto* unsaid = line.if_contains("unsaid");
    said.emplace_back(line.at("test").as_string(), unsaid != nullptr ? unsaid->to_number<std::uint64_t>() : 0);
  }
  CHECK(said == decltype(said){{"a", 0}, {"b", 0}, {"a", 59}, {"a", 59}});
}

TEST_CASE("a test named as one of our own lines is not taken for it") {
  rig r;
  r.holds.write(of("canaryd's own code held the loop"));
  r.holds.write(of(nullptr));
  CHECK(r.lines.size() == 2);
}
