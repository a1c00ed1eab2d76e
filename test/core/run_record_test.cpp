#include "canary/core/run_record.hpp"

#include "support/catch.hpp"

using namespace canary;

TEST_CASE("statuses, triggers and levels have the names and numbers that are stored and shown") {
  const char* const statuses[] = {"running", "passed", "failed", "interrupted", "skipped"};
  const char* const triggers[] = {"schedule", "manual", "command_line"};
  const char* const levels[] = {"debug", "info", "warn", "error"};
  for (unsigned char i = 0; i < 4; ++i) {
    CHECK(to_string(static_cast<log_level>(i)) == levels[i]);
    CHECK(parse_log_level(levels[i]) == static_cast<log_level>(i));
  }
  for (unsigned char i = 0; i < 5; ++i) {
    CHECK(to_string(static_cast<run_status>(i)) == statuses[i]);
    CHECK(parse_run_status(statuses[i]) == static_cast<run_status>(i));
  }
  for (unsigned char i = 0; i < 3; ++i) CHECK(to_string(static_cast<run_trigger>(i)) == triggers[i]);
  CHECK(to_string(static_cast<run_status>(5)).empty());
  CHECK(to_string(static_cast<run_trigger>(3)).empty());
  CHECK(!parse_run_status("pass"));
  CHECK(!parse_run_status(""));
  CHECK(!parse_log_level("warning"));
}
