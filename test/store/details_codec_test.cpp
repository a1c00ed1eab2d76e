#include "store/details_codec.hpp"

#include "store/json_codec.hpp"
#include "store_fixture.hpp"

#include <cmath>
#include <limits>
#include <random>
#include <tuple>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

run_details full_details() {
  run_details d;
  d.logs.push_back({noon, log_level::debug, "", {}});
  d.logs.push_back({noon + 5ms,
                    log_level::error,
                    "not UTF-8: \xff\xfe",
                    {{"n", nullptr},
                     {"yes", true},
                     {"no", false},
                     {"int", -5},
                     {"big", std::numeric_limits<std::uint64_t>::max()},
                     {"real", 1.0},
                     {"text", "\xff"},
                     {"list", {1, "two", {3.5}}},
                     {"deep", {{"a", {{"b", {{"c", 1}}}}}}}}});
  d.logs.push_back({noon - 1h, log_level::warn, std::string("zero \0 inside", 13), {}});
  d.logs_dropped = 12345;
  http_exchange first;
  first.started = noon + 1us;
  first.method = "GET";
  first.url = "https://example.com/a?b=c";
  first.code = 200;
  first.proto = "HTTP/1.1";
  first.remote_ip = "::1";
  first.remote_port = 65535;
  first.reused = true;
  first.timings = {0.000001, 1.5, 2.25, 3, 0.1, 40.123456, 5, 52.073457};
  first.bytes_sent = 100;
  first.bytes_received = std::numeric_limits<std::uint64_t>::max();
  d.requests.push_back(first);
  http_exchange second;
  second.error = {failure_class::connect, "connection refused", failure_code::refused};
  d.requests.push_back(second);
  http_exchange secure;
  auto facts = std::make_shared<tls_facts>();
  *facts = {"example.com:8443", "TLSv1.3", "TLS_AES_256_GCM_SHA384", "http/1.1", "good", {}};
  facts->chain.push_back(
      {"CN=example.com", "CN=Authority", {"example.com", "10.0.0.1"}, "01AB", noon - 24h, noon, "aa"});
  facts->chain.push_back({"CN=Authority", "CN=Root", {}, "02", noon - 48h, noon + 48h, "bb"});
  secure.tls = facts;
  d.requests.push_back(secure);
  d.requests.push_back(secure);
  secure.tls = std::make_shared<tls_facts>();
  d.requests.push_back(secure);
  d.requests_dropped = 1;
  d.error = script_error{"boom", "at main.js:3\nat x", "main.js", 3, 7, "3 | throw", "{\n  a: 1\n}", "null"};
  d.steps.push_back({"log in", noon, 12ms, step_status::failed, false, std::nullopt, "no \"token\""});
  d.steps.push_back({"submit", noon + 1ms, 10ms, step_status::passed, false, 0, ""});
  d.steps.push_back({"remove the order", noon + 20ms, -1ns, step_status::skipped, true, std::nullopt, "late"});
  d.steps_dropped = 7;
  d.checks.push_back({"is 200", noon + 2ms, true, false, 1});
  d.checks.push_back({"is quick", noon - 2ms, false, true, std::nullopt});
  d.checks_dropped = 1u << 20;
  d.code = failure_code::reset;
  return d;
}

void check_same_steps(const run_details& a, const run_details& b) {
  REQUIRE(a.steps.size() == b.steps.size());
  for (std::size_t i = 0; i < a.steps.size(); ++i) {
    CAPTURE(i);
    const auto &x = a.steps[i], &y = b.steps[i];
    CHECK(std::tie(x.name, x.started, x.duration, x.status) == std::tie(y.name, y.started, y.duration, y.status));
    CHECK(std::tie(x.cleanup, x.parent, x.error) == std::tie(y.cleanup, y.parent, y.error));
  }
  CHECK(a.steps_dropped == b.steps_dropped);
  REQUIRE(a.checks.size() == b.checks.size());
  for (std::size_t i = 0; i < a.checks.size(); ++i) {
    CAPTURE(i);
    const auto &x = a.checks[i], &y = b.checks[i];
    CHECK(std::tie(x.name, x.at, x.held, x.soft, x.step) == std::tie(y.name, y.at, y.held, y.soft, y.step));
  }
  CHECK(a.checks_dropped == b.checks_dropped);
}

void check_same(const run_details& a, const run_details& b) {
  REQUIRE(a.logs.size() == b.logs.size());
  for (std::size_t i = 0; i < a.logs.size(); ++i) {
    CAPTURE(i);
    CHECK(a.logs[i].at == b.logs[i].at);
    CHECK(a.logs[i].level == b.logs[i].level);
    CHECK(a.logs[i].message == b.logs[i].message);
    CHECK(a.logs[i].fields == b.logs[i].fields);
  }
  CHECK(a.logs_dropped == b.logs_dropped);
  REQUIRE(a.requests.size() == b.requests.size());
  for (std::size_t i = 0; i < a.requests.size(); ++i) {
    const http_exchange &x = a.requests[i], &y = b.requests[i];
    CAPTURE(i);
    CHECK(x.started == y.started);
    CHECK(x.method == y.method);
    CHECK(x.url == y.url);
    CHECK(x.code == y.code);
    CHECK(x.proto == y.proto);
    CHECK(x.remote_ip == y.remote_ip);
    CHECK(x.remote_port == y.remote_port);
    CHECK(x.reused == y.reused);
    CHECK(x.timings.blocked == y.timings.blocked);
    CHECK(x.timings.looking_up == y.timings.looking_up);
    CHECK(x.timings.connecting == y.timings.connecting);
    CHECK(x.timings.tls_handshaking == y.timings.tls_handshaking);
    CHECK(x.timings.sending == y.timings.sending);
    CHECK(x.timings.waiting == y.timings.waiting);
    CHECK(x.timings.receiving == y.timings.receiving);
    CHECK(x.timings.duration == y.timings.duration);
    CHECK(x.bytes_sent == y.bytes_sent);
    CHECK(x.bytes_received == y.bytes_received);
    CHECK(x.error == y.error);
    CHECK(x.error.code == y.error.code);
    REQUIRE((x.tls != nullptr) == (y.tls != nullptr));
    if (x.tls) CHECK(*x.tls == *y.tls);
  }
  CHECK(a.requests_dropped == b.requests_dropped);
  CHECK(a.code == b.code);
  check_same_steps(a, b);
  REQUIRE(a.error.has_value() == b.error.has_value());
  if (!a.error) return;
  CHECK(a.error->message == b.error->message);
  CHECK(a.error->stack == b.error->stack);
  CHECK(a.error->file == b.error->file);
  CHECK(a.error->line == b.error->line);
  CHECK(a.error->column == b.error->column);
  CHECK(a.error->excerpt == b.error->excerpt);
  CHECK(a.error->expected == b.error->expected);
  CHECK(a.error->actual == b.error->actual);
}

}  // namespace

TEST_CASE("details are read back as they were written") {
  check_same(decode_details(encode_details({})).value(), {});
  check_same(decode_details(encode_details(full_details())).value(), full_details());
}

TEST_CASE("a handshake that served many exchanges is stored once") {
  run_details once = full_details();
  run_details often = once;
  for (int i = 0; i < 10; ++i) often.requests.push_back(once.requests[2]);
  CHECK(encode_details(often).size() < encode_details(once).size() + 10 * 30);
  const auto back = decode_details(encode_details(often)).value();
  CHECK(back.requests[2].tls == back.requests.back().tls);
}

namespace {

// As older versions stored them: their errors end before what was expected.
run_details without_steps(run_details d) {
  d.steps.clear();
  d.checks.clear();
  d.steps_dropped = d.checks_dropped = 0;
  d.error.reset();
  return d;
}

}  // namespace

TEST_CASE("details of the second version, without the code at their end, are still read") {
  run_details d = full_details();
  d = without_steps(d);
  d.code = failure_code::none;
  std::string bytes = encode_details(d);
  bytes.front() = 2;
  bytes.erase(bytes.size() - 6, 5);  // before the end mark: the code, and four numbers of steps and checks
  check_same(decode_details(bytes).value(), d);
}

TEST_CASE("details of the third version, without steps and checks, are still read") {
  const run_details d = without_steps(full_details());
  std::string bytes = encode_details(d);
  bytes.front() = 3;
  bytes.erase(bytes.size() - 5, 4);
  check_same(decode_details(bytes).value(), d);
}

TEST_CASE("a step or a check that is within no step before it is refused") {
  const auto is_read = [](auto change) {
    run_details d;
    for (const char* name : {"a", "b"}) d.steps.emplace_back().name = name;
    d.checks.emplace_back().name = "c";
    change(d);
    return decode_details(encode_details(d)).has_value();
  };
  CHECK(is_read([](run_details& d) { d.steps[1].parent = 0; }));
  CHECK(is_read([](run_details& d) { d.checks[0].step = 1; }));
  CHECK(!is_read([](run_details& d) { d.steps[0].parent = 0; }));
  CHECK(!is_read([](run_details& d) { d.steps[1].parent = 1; }));
  CHECK(!is_read([](run_details& d) { d.checks[0].step = 2; }));
}

TEST_CASE("details of the first version are still read") {
  byte_writer out;
  out.byte(1);
  out.varint(0);  // logs
  out.varint(0);  // logs dropped
  out.varint(1);  // one request
  out.number(7);
  out.text("GET");
  out.text("http://a.test/");
  out.number(0);
  for (int i = 0; i < 2; ++i) out.text("");    // proto, remote_ip
  for (int i = 0; i < 12; ++i) out.varint(0);  // port, reused, eight timings, bytes
  out.byte(static_cast<std::uint8_t>(failure_class::dns));
  out.text("no such host");
  out.varint(3);  // requests dropped
  out.byte(0);    // no error
  out.end();
  const auto back = decode_details(out.take()).value();
  REQUIRE(back.requests.size() == 1);
  CHECK(back.requests[0].url == "http://a.test/");
  CHECK(back.requests[0].error == failure{failure_class::dns, "no such host"});
  CHECK(back.requests[0].tls == nullptr);
  CHECK(back.requests_dropped == 3);
}

TEST_CASE("three lines of log take less than 120 bytes") {
  run_details d;
  for (int i = 0; i < 3; ++i) d.logs.push_back({noon + i * 3ms, log_level::info, "a line of twenty char", {}});
  CHECK(encode_details(d).size() < 120);
}

TEST_CASE("a number that is none, and one without end, keep their kind in a field") {
  run_details d;
  d.logs.push_back({noon, log_level::info, "", {{"nan", std::nan("")}, {"inf", -HUGE_VAL}, {"one", 1.0}}});
  const auto back = decode_details(encode_details(d)).value();
  CHECK(std::isnan(back.logs[0].fields.at("nan").as_double()));
  CHECK(back.logs[0].fields.at("inf").as_double() == -HUGE_VAL);
  CHECK(back.logs[0].fields.at("one").is_double());
}

TEST_CASE("a timing that cannot be is stored as nothing") {
  run_details d;
  d.requests.emplace_back().timings = {std::nan(""), -1, -HUGE_VAL, HUGE_VAL, 1e300, 0, 0, 1};
  const http_timings back = decode_details(encode_details(d)).value().requests[0].timings;
  CHECK(back.blocked == 0);
  CHECK(back.looking_up == 0);
  CHECK(back.connecting == 0);
  CHECK(std::isfinite(back.tls_handshaking));
  CHECK(std::isfinite(back.sending));
  CHECK(back.duration == 1);
}

TEST_CASE("fields nested too deep say so instead") {
  boost::json::value deep = 1;
  for (int i = 0; i < 1000; ++i) deep = boost::json::value{deep};
  run_details d;
  d.logs.push_back({noon, log_level::info, "", {{"deep", deep}, {"after", 2}}});
  const auto back = decode_details(encode_details(d)).value();
  CHECK(back.logs[0].fields.at("after") == 2);
  CHECK(boost::json::serialize(back.logs[0].fields).find("nested too deep") != std::string::npos);
}

TEST_CASE("bytes that nest without end are refused") {
  byte_writer bomb;
  bomb.byte(2);
  bomb.varint(1);  // one log entry
  bomb.number(0);
  bomb.byte(1);
  bomb.text("");
  bomb.varint(1);  // one field
  bomb.text("k");
  for (int i = 0; i < 1'000'000; ++i) {
    bomb.byte(7);  // an array
    bomb.varint(1);
  }
  CHECK(!decode_details(bomb.take()));
}

TEST_CASE("details that are cut short, grown, or lost their tail to zeros are refused") {
  const std::string good = encode_details(full_details());
  std::string zeroed = good;
  for (std::size_t size = 0; size < good.size(); ++size) {
    CAPTURE(size);
    REQUIRE(!decode_details(std::string_view(good).substr(0, size)));
    zeroed[good.size() - 1 - size] = '\0';
    REQUIRE(!decode_details(zeroed));
  }
  CHECK(!decode_details(good + 'x'));
}

TEST_CASE("details that claim more than they hold are refused") {
  byte_writer out;
  out.byte(2);
  out.varint(std::numeric_limits<std::uint64_t>::max());
  CHECK(!decode_details(out.take()));
}

TEST_CASE("random bytes do no harm as details") {
  std::mt19937_64 random(2);
  const std::string model = encode_details(full_details());
  for (int i = 0; i < 50'000; ++i) {
    std::string bytes = model;
    if (i % 2 == 0) {
      bytes.resize(random() % 300);
      for (char& c : bytes) c = static_cast<char>(random() % (i % 4 == 0 ? 256 : 10));
      if (!bytes.empty()) bytes[0] = static_cast<char>(1 + random() % 2);
    } else {
      for (std::uint64_t changes = random() % 4; changes > 0; --changes) {
        bytes[random() % bytes.size()] = static_cast<char>(random());
      }
    }
    if (const auto details = decode_details(bytes)) REQUIRE(decode_details(encode_details(*details)));
  }
}

TEST_CASE("details are empty only where nothing is in them") {
  CHECK(is_empty({}));
  run_details d;
  SECTION("a log entry") { d.logs.emplace_back(); }
  SECTION("dropped log entries") { d.logs_dropped = 1; }
  SECTION("a request") { d.requests.emplace_back(); }
  SECTION("dropped requests") { d.requests_dropped = 1; }
  SECTION("an error") { d.error.emplace(); }
  SECTION("a step") { d.steps.emplace_back(); }
  SECTION("dropped steps") { d.steps_dropped = 1; }
  SECTION("a check") { d.checks.emplace_back(); }
  SECTION("dropped checks") { d.checks_dropped = 1; }
  if (d.steps.empty() && d.steps_dropped == 0 && d.checks.empty() && d.checks_dropped == 0 && d.logs.empty() &&
      d.logs_dropped == 0 && d.requests.empty() && d.requests_dropped == 0 && !d.error)
    return;
  CHECK(!is_empty(d));
}
