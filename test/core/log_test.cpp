#include "canary/core/log.hpp"

#include "support/catch.hpp"

#include <boost/json/parse.hpp>

using namespace canary;
using namespace std::chrono_literals;

namespace {

struct captured {
  virtual_clock time;
  std::vector<std::string> lines;
  logger make(log_format format, log_level least = log_level::info) {
    return logger(
        time, [this](std::string line) { lines.push_back(std::move(line)); }, format, least);
  }
};

}  // namespace

TEST_CASE("a JSON line holds time, level, message and fields, in this order, and one newline") {
  captured c;
  const logger log = c.make(log_format::json);
  log.info("run ended", {{"test", "a b"}, {"ms", 12}});
  CHECK(c.lines == std::vector<std::string>{
                       R"({"time":"2023-11-14T22:13:20Z","level":"info","msg":"run ended","test":"a b","ms":12})"
                       "\n"});
}

TEST_CASE("hostile messages and fields stay within their JSON line") {
  captured c;
  const logger log = c.make(log_format::json);
  const std::string hostile("\n\"}\r\0\x1b[2J\x7f\u2028", 14);
  log.error(hostile, {{"level", "info"}, {"msg", "forged"}, {"time", 0}, {hostile, hostile}});
  REQUIRE(c.lines.size() == 1);
  const std::string& line = c.lines[0];
  CHECK(line.find('\n') == line.size() - 1);
  const auto parsed = boost::json::parse(line).as_object();
  CHECK(parsed.size() == 4);
  CHECK(parsed.at("level").as_string() == "error");
  CHECK(parsed.at("msg").as_string() == hostile);
  CHECK(parsed.at(hostile).as_string() == hostile);
}

TEST_CASE("a text line is for people, and no message moves the cursor or makes a line") {
  captured c;
  const logger log = c.make(log_format::text);
  log.warn("slow", {{"test", "a"}, {"ms", 5}});
  log.info("x\ny\x1b[2Jz\x7f", {{"key", "a\nb"}});
  log.error("e");
  CHECK(c.lines == std::vector<std::string>{"2023-11-14T22:13:20Z warn  slow test=\"a\" ms=5\n",
                                            "2023-11-14T22:13:20Z info  x\\ny?[2Jz? key=\"a\\nb\"\n",
                                            "2023-11-14T22:13:20Z error e\n"});
}

TEST_CASE("lines below the least level are not made") {
  const log_level levels[] = {log_level::debug, log_level::info, log_level::warn, log_level::error};
  for (const log_level least : levels) {
    captured c;
    const logger log = c.make(log_format::json, least);
    log.debug("x");
    log.info("x");
    log.warn("x");
    log.error("x");
    CAPTURE(to_string(least));
    CHECK(c.lines.size() == 4u - static_cast<std::size_t>(least));
    for (const log_level level : levels) CHECK(log.enabled(level) == (level >= least));
  }
}
