#include "canary/run/run_log.hpp"

#include "run/mask_run.hpp"
#include "support/catch.hpp"
#include "support/script_bench.hpp"

using namespace canary;
using namespace canary::run;
using canary::testing::script_bench;

namespace {

log_entry line(std::string message) { return {{}, log_level::info, std::move(message), {}}; }

std::vector<http_exchange> exchanges(std::size_t count) {
  std::vector<http_exchange> all(count);
  for (auto& one : all) one.url = "http://example.test/";
  return all;
}

const std::string too_much = "the run logged more than 1 MiB or 10,000 lines";

}  // namespace

TEST_CASE("a run's log keeps ten thousand lines and counts the rest") {
  run_log log;
  for (std::size_t i = 0; i < log_limit_lines; ++i) REQUIRE(log.add(line("x")).kind == failure_class::none);
  for (int i = 0; i < 3; ++i) CHECK(log.add(line("x")) == failure{failure_class::limit, too_much});
  const run_details kept = log.take({});
  CHECK(kept.logs.size() == log_limit_lines);
  CHECK(kept.logs_dropped == 3);
}

TEST_CASE("a run's log keeps a mebibyte, fields included, and a shorter line still fits after one that did not") {
  run_log log;
  CHECK(log.add(line(std::string(log_limit_bytes + 1, 'x'))).kind == failure_class::limit);
  REQUIRE(log.add(line(std::string(log_limit_bytes / 2, 'x'))).kind == failure_class::none);
  log_entry with_fields = line("");
  with_fields.fields["field"] = std::string(log_limit_bytes / 2, 'x');
  CHECK(log.add(with_fields) == failure{failure_class::limit, too_much});
  CHECK(log.add(line("short")).kind == failure_class::none);
  const run_details kept = log.take({});
  CHECK(kept.logs.size() == 2);
  CHECK(kept.logs_dropped == 2);
}

TEST_CASE("a run's trace keeps a thousand requests, counts the rest, and then allows none") {
  run_log log;
  log.add(exchanges(request_limit - 1));
  CHECK(log.may_request(1, 1000).kind == failure_class::none);
  log.add(exchanges(3));
  CHECK(log.may_request(1, 1000) ==
        failure{failure_class::limit, "the run made more than 1000 HTTP requests, which is the test's max_requests"});
  const run_details kept = log.take({});
  CHECK(kept.requests.size() == request_limit);
  CHECK(kept.requests_dropped == 2);
}

TEST_CASE("of all certificates that a host has shown in a run, the first that ends is told of") {
  using namespace std::chrono_literals;
  const wall_time now{1'800'000'000s};
  run_log log;
  const auto met = [&](const std::string& host, std::vector<nanoseconds> ends) {
    tls_facts facts;
    facts.host = host;
    for (const auto after : ends) facts.chain.emplace_back().not_after = now + after;
    log.met(facts);
  };
  met("a.test", {48h, 24h, 1000h});
  CHECK(log.certificates() == std::map<std::string, wall_time>{{"a.test", now + 24h}});
  met("a.test", {30h});
  met("b.test", {90h});
  met("b.test", {80h});
  met("c.test", {});
  CHECK(log.certificates() == std::map<std::string, wall_time>{{"a.test", now + 24h}, {"b.test", now + 80h}});
}

TEST_CASE("a script that logs too much fails with class limit, and keeps what it logged until then") {
  const struct {
    const char* source;
    std::size_t least_lines, most_lines;
  } rows[] = {{"for (var i = 0; i < 10001; ++i) console.log(i)", 10'000, 10'000},
              {"for (var i = 0; i < 10001; ++i) log.info(i)", 10'000, 10'000},
              {"var k = new Array(1025).join('x'); for (;;) log.info(k)", 900, 1'024},
              {"for (;;) log.info(new Array(300000).join('x'))", 0, 16}};
  script_bench bench;
  for (const auto& r : rows) {
    CAPTURE(r.source);
    const auto result = bench.run(r.source, std::chrono::seconds{20});
    CHECK(result.record.cause == failure{failure_class::limit, too_much});
    CHECK(result.details.logs.size() >= r.least_lines);
    CHECK(result.details.logs.size() <= r.most_lines);
    CHECK(result.details.logs_dropped == 1);
  }
  // Fields have a bound of their own, and the line is never written.
  const auto fields = bench.run("log.kv('k', new Array(1100000).join('x')).info('')");
  CHECK(fields.record.cause == failure{failure_class::limit, "a logger's fields are longer than 256 KiB"});
  CHECK(fields.details.logs.empty());
  CHECK(bench.run("for (var i = 0; i < 10000; ++i) console.log(i)", std::chrono::seconds{20}).record.status ==
        run_status::passed);
}

TEST_CASE("a field that is a secret's number is masked as its text is") {
  secret_masking by;
  by.add("48213377");
  boost::json::object fields{{"pin", 48213377},
                             {"exact", 48213377.0},
                             {"within", {{"48213377", -48213377}, {"other", 4821}}},
                             {"list", {48213377u, "48213377", 1.5}}};
  run::mask_fields(fields, by);
  CHECK(fields == boost::json::object{{"pin", "***"},
                                      {"exact", "***"},
                                      {"within", {{"***", "-***"}, {"other", 4821}}},
                                      {"list", {"***", "***", 1.5}}});
}
