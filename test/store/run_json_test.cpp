#include "store/run_json.hpp"

#include "random_run.hpp"
#include "store/details_codec.hpp"
#include "store/record_codec.hpp"
#include "store_fixture.hpp"

#include <boost/json/array.hpp>

#include <cmath>
#include <limits>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

std::string line_of(const run_record& record, const run_details& details = {}) {
  std::string out;
  append_run_line(out, record, details);
  REQUIRE(out.ends_with('\n'));
  REQUIRE(out.find('\n') == out.size() - 1);
  out.pop_back();
  return out;
}

std::string complaint(const std::string& line) {
  const auto read = parse_run_line(line);
  return read ? "" : read.error().message;
}

constexpr const char* good =
    R"({"id":"018bcfe5-6800-7000-8000-000000000001","test":"a","status":"passed","start_at":"2023-11-14T22:13:20Z","end_at":"2023-11-14T22:13:21Z")";

}  // namespace

TEST_CASE("a run's line has what is known of it and nothing else") {
  run_id id = run_id::floor(noon);
  id.bytes[15] = 1;
  const run_record record =
      ended(started(id, "front page", noon), run_status::failed, 12ms, {failure_class::assertion, "expected \"200\""});
  run_details details;
  details.logs.push_back({noon + 1ms, log_level::warn, "slow", {{"ms", 1.0}, {"n", 7}}});
  CHECK(line_of(record, details) ==
        R"({"id":"018bcfe5-6800-0000-0000-000000000001","test":"front page","status":"failed",)"
        R"("start_at":"2023-11-14T22:13:20Z","end_at":"2023-11-14T22:13:20.012Z","duration_ns":12000000,)"
        R"("lateness_ns":180000,"class":"assert","cause":"expected \"200\"",)"
        R"("logs":[{"at":"2023-11-14T22:13:20.001Z","level":"warn","message":"slow","fields":{"ms":1.0,"n":7}}]})");
}

TEST_CASE("what JSON cannot say of log fields comes back nevertheless") {
  using limits = std::numeric_limits<double>;
  struct row {
    const char* name;
    boost::json::value value;
    const char* written;
  };
  const boost::json::object with_dollar{{"$hex", "00"}};
  boost::json::object odd_name;
  odd_name["\xff"] = nullptr;
  const row rows[] = {
      {"a whole real", 1.0, "1.0"},
      {"a minus zero", -0.0, "-0.0"},
      {"the smallest", limits::denorm_min(), "5e-324"},
      {"the largest", limits::max(), "1.7976931348623157e+308"},
      {"seventeen digits", 0.1 + 0.2, "0.30000000000000004"},
      {"no number", limits::quiet_NaN(), R"({"$real":"7ff8000000000000"})"},
      {"less than all", -limits::infinity(), R"({"$real":"fff0000000000000"})"},
      {"the least integer", std::numeric_limits<std::int64_t>::min(), "-9223372036854775808"},
      {"the largest natural", std::numeric_limits<std::uint64_t>::max(), "18446744073709551615"},
      {"a small natural", std::uint64_t{5}, R"({"$natural":5})"},
      {"bytes", boost::json::string("\xff\0a", 3), R"({"$hex":"ff0061"})"},
      {"NUL in a text", boost::json::string("a\0b", 3), R"("a\u0000b")"},
      {"an object that looks like ours", with_dollar, R"({"$members":[["$hex","00"]]})"},
      {"a name of bytes", odd_name, R"({"$members":[[{"$hex":"ff"},null]]})"},
      {"lists", boost::json::array{1, nullptr, true, boost::json::array{}}, "[1,null,true,[]]"},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    run_details details;
    details.logs.push_back({noon, log_level::info, "", {{"v", r.value}}});
    const run_record record = ended(started(run_id::floor(noon), "a", noon), run_status::passed, 1ms);
    const std::string line = line_of(record, details);
    CAPTURE(line);
    CHECK(line.find(std::string("\"fields\":{\"v\":") + r.written + "}") != std::string::npos);
    const auto read = parse_run_line(line);
    REQUIRE(read.has_value());
    CHECK(encode_details(read->details) == encode_details(details));
  }
}

TEST_CASE("any run comes back from its line as it is stored, and gives the same line again") {
  random_runs random(20261122);
  for (int i = 0; i < 2000; ++i) {
    const whole_run run = random.next();
    const std::string record = encode_record(run.record, 1), details = encode_details(run.details);
    // What is written is what was stored.
    whole_run stored{decode_record(run.record.id, record)->record, *decode_details(details)};
    stored.record.test = run.record.test;
    const std::string line = line_of(stored.record, stored.details);
    CAPTURE(i, line);
    const auto read = parse_run_line(line);
    REQUIRE(read.has_value());
    REQUIRE(read->record.test == run.record.test);
    REQUIRE(encode_record(read->record, 1) == record);
    REQUIRE(encode_details(read->details) == details);
    REQUIRE(line_of(read->record, read->details) == line);
  }
}

TEST_CASE("a line that is none is refused, with what is wrong and where") {
  const std::string start = good;
  struct row {
    std::string line, complaint;
  };
  const row rows[] = {
      {"", "column 1: incomplete JSON"},
      {"{\"id\":", "column 7: incomplete JSON"},
      {start + "} x", "column 142: extra data"},
      {"[]", "a line must be an object: one run"},
      {"{}", "'id' is missing"},
      {R"({"id":"x"})", "'id' must be a UUID"},
      {R"({"id":7})", "'id' must be a text"},
      {R"({"id":"018bcfe5-6800-7000-8000-000000000001","test":""})", "'test' must have 1 to 500 bytes"},
      {R"({"id":"018bcfe5-6800-7000-8000-000000000001","test":{"$hex":"0"}})", "'test' must be a text"},
      {R"({"id":"018bcfe5-6800-7000-8000-000000000001","test":"a","status":"well"})",
       "'status' must be running, passed, failed, interrupted or skipped"},
      {start + R"(,"attempt":-1})", "'attempt' must be a whole number from 0 to 4294967295"},
      {start + R"(,"attempt":1.5})", "'attempt' must be a whole number from 0 to 4294967295"},
      {start + R"(,"duration_ns":99999999999999999999})",
       "'duration_ns' must be a whole number from 0 to 9223372036854775807"},
      {start + R"(,"duration_ns":-5})", "'duration_ns' must be a whole number from 0 to 9223372036854775807"},
      {start + R"(,"class":"luck","cause":""})", "'class' must be a class of failures, such as dns, timeout or assert"},
      {start + R"(,"color":"red"})", "'color' is not a member that is known here"},
      {start + R"(,"logs":[{"at":"yesterday"}]})", "'logs[0].at' must be a time such as \"2026-03-01T09:30:00.125Z\""},
      {start + R"(,"logs":[7]})", "'logs[0]' must be an object"},
      {start + R"(,"logs":[{"at":0,"level":"info","message":"","fields":{"a":{"$real":"1"}}}]})",
       "'logs[0].fields' must be an object as export writes them, and not be nested too deep"},
      {start + R"(,"requests":[{"started":0,"method":"","url":"","timings_ns":{},"handshake":1}]})",
       "'requests[0].handshake' must be a whole number from 0 to 0"},
      {start + R"(,"steps":[{"name":"a","started":0,"status":"passed","parent":0}]})",
       "'steps[0].parent' must be the index of an earlier step, and there is none"},
      {start + R"(,"steps":[{"name":"a","started":0,"status":"late"}]})",
       "'steps[0].status' must be passed, failed or skipped"},
      {start +
           R"(,"steps":[{"name":"a","started":0,"status":"passed"}],"checks":[{"name":"b","at":0,"held":true,"step":1}]})",
       "'checks[0].step' must be a whole number from 0 to 0"},
      {start + R"(,"checks":[{"name":"b","at":0}]})", "'checks[0].held' is missing"},
      {start + R"(,"usage":{"cpu_ns":-1}})", "'usage.cpu_ns' must be a whole number from 0 to 9223372036854775807"},
      {start + R"(,"lateness_ns":1e999})", "column 160: exponent overflow"},
      {"{\"id\":\"\xff\"}", "column 8: syntax error"},
      {start + R"(,"logs":)" + std::string(100'000, '['), "too deep"},
  };
  for (const row& r : rows) {
    CAPTURE(r.line.substr(0, 300), complaint(r.line));
    CHECK(complaint(r.line).find(r.complaint) != std::string::npos);
  }
  CHECK(complaint(start + "}") == "");
}
