#include "canary/command/database_options.hpp"

#include "canary/command/control_options.hpp"
#include "command/progress_bar.hpp"
#include "command/quantities.hpp"

#include "support/catch.hpp"

#include <map>

using namespace canary;
using namespace canary::command;
using namespace std::chrono_literals;

namespace {

result<database_options> parse(const std::vector<const char*>& args) { return parse_database_options(args); }

std::string complaint(const std::vector<const char*>& args) {
  const auto o = parse(args);
  return o ? "" : o.error().message;
}

}  // namespace

TEST_CASE("db's commands say what they are given") {
  const auto stat = parse({"stat"});
  REQUIRE(stat.has_value());
  CHECK(stat->what == database_task::stat);
  CHECK(stat->file == "canary.db");
  CHECK(!stat->json);

  const auto all = parse({"export", "--db.file", "/x/y.db", "runs.jsonl", "--test=a", "--test", "b c", "-status",
                          "failed", "--since", "2026-03-01", "--until=2026-03-02T01:00:00+01:00", "--json", "--force"});
  REQUIRE(all.has_value());
  CHECK(all->what == database_task::export_runs);
  CHECK(all->file == "/x/y.db");
  CHECK(all->other == "runs.jsonl");
  CHECK(all->filter.tests == std::vector<std::string>{"a", "b c"});
  CHECK(all->filter.status == run_status::failed);
  CHECK(all->filter.since == parse_rfc3339("2026-03-01T00:00:00Z"));
  CHECK(all->filter.until == parse_rfc3339("2026-03-02T00:00:00Z"));
  CHECK(all->json);
  CHECK(all->force);

  CHECK(parse({"export"})->other == "-");
  CHECK(parse({"import", "-"})->other == "-");
  CHECK(parse({"import", "--db.max-size", "32MiB"})->max_size == 32u << 20);
  CHECK(parse({"backup", "to.db", "--compact"})->compact_copy);
  CHECK(parse({"compact", "--url", "http://127.0.0.1:8080/"})->url == "http://127.0.0.1:8080");
  CHECK(parse({"compact", "--ca", "ca.pem"})->ca == "ca.pem");
  CHECK(parse_control_options(std::vector<const char*>{"db", "verify"})->what == control_command::database);
  CHECK(parse_control_options(std::vector<const char*>{"db", "verify", "--help"})->what == control_command::help);
}

TEST_CASE("flags of db may stand before its command") {
  const auto stat = parse({"--json", "--db.file", "import", "-db.file=x.db", "stat"});
  REQUIRE(stat.has_value());
  CHECK(stat->what == database_task::stat);
  CHECK(stat->file == "x.db");
  CHECK(stat->json);
  CHECK(parse({"--test", "stat", "export", "--force", "to"})->filter.tests == std::vector<std::string>{"stat"});
  CHECK(complaint({"--force", "stat"}) == "'db stat' takes no '--force'");
  CHECK(complaint({"--jsn", "stat"}) == "there is no flag '--jsn'; did you mean --json?");
  CHECK(complaint({"--json"}) == "db wants a command: stat, verify, export, import, compact or backup");
  CHECK(complaint({"--db.file"}) == "db wants a command: stat, verify, export, import, compact or backup");
}

TEST_CASE("the daemon's variables name db's file and its size, too, where no flag does") {
  std::map<std::string, std::string> variables;
  const auto get = [&](const char* name) -> const char* {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  };
  auto options = parse({"import", "--json"}).value();
  REQUIRE(apply_environment(options, get).has_value());
  CHECK(options.file == "canary.db");
  variables = {{"CANARYD_DB_FILE", "/x/y.db"}, {"CANARYD_DB_MAX_SIZE", "32MiB"}};
  REQUIRE(apply_environment(options, get).has_value());
  CHECK(options.file == "/x/y.db");
  CHECK(options.max_size == 32u << 20);
  options = parse({"import", "--db.file=z.db", "-db.max-size", "48MiB"}).value();
  REQUIRE(apply_environment(options, get).has_value());
  CHECK(options.file == "z.db");
  CHECK(options.max_size == 48u << 20);
  variables = {{"CANARYD_DB_FILE", ""}, {"CANARYD_DB_MAX_SIZE", "big"}};
  options = parse({"stat"}).value();
  CHECK(apply_environment(options, get).has_value());  // which takes no such flag
  options = parse({"import"}).value();
  const auto wrong = apply_environment(options, get);
  REQUIRE(wrong.has_error());
  CHECK(wrong.error().message.find("CANARYD_DB_MAX_SIZE: ") == 0);
  CHECK(options.file == "canary.db");
}

TEST_CASE("db's mistakes are told with what would be right") {
  struct row {
    std::vector<const char*> args;
    const char* complaint;
  };
  const std::vector<row> rows{
      {{}, "db wants a command: stat, verify, export, import, compact or backup"},
      {{"verfy"}, "there is no 'db verfy'; did you mean 'db verify'?"},
      {{"drop"}, "there is no 'db drop'; there are stat, verify, export, import, compact and backup"},
      {{"stat", "x.db"}, "'db stat' takes no 'x.db'; name the database with --db.file"},
      {{"export", "a", "b"}, "'db export' takes one file, and 'b' is another"},
      {{"backup"}, "'db backup' wants the file to write"},
      {{"backup", "-"}, "'db backup' wants the file to write"},
      {{"stat", "--force"}, "'db stat' takes no '--force'"},
      {{"verify", "--jsn"}, "there is no flag '--jsn'; did you mean --json?"},
      {{"verify", "--json=1"}, "the flag '--json' takes no value"},
      {{"export", "--since"}, "the flag '--since' wants a value"},
      {{"export", "--since", "yesterday"},
       "--since takes a time such as 2026-03-01T09:30:00Z or a day such as 2026-03-01, not 'yesterday'"},
      {{"export", "--status", "well"}, "--status is running, passed, failed, interrupted or skipped, not 'well'"},
      {{"import", "--db.max-size", "1"}, "--db.max-size: "},
      {{"import", "--db.max-size", "1kB"}, "--db.max-size must be at least 16MiB, not '1kB'"},
      {{"compact", "--url", "localhost"}, "--url takes the daemon's address"},
      {{"compact", "--db.file", "a.db", "--url", "http://[::1]:80"},
       "the daemon at --url compacts the file that it uses"},
  };
  for (const row& r : rows) {
    CAPTURE(r.args, complaint(r.args));
    CHECK(complaint(r.args).starts_with(r.complaint));
  }
}

TEST_CASE("progress is a bar, an amount, a rate, and the time that is left") {
  struct row {
    store::progress at;
    nanoseconds elapsed;
    const char* unit;
    const char* text;
  };
  for (const row& r : std::vector<row>{
           {{0, 0}, 0s, "runs", "[--------------------]   0 %  0 runs"},
           {{1500, 0.5}, 3s, "runs", "[##########----------]  50 %  1,500 runs  500/s  0:03 left"},
           {{10, 0.001}, 10s, "runs", "[--------------------]   0 %  10 runs  1/s  2:46:30 left"},
           {{3u << 20, 1}, 2s, "bytes", "[####################] 100 %  3.0 MiB  1.5 MiB/s"},
           {{1, 7}, 2s, "entries", "[####################] 100 %  1 entries  0/s"},
       }) {
    CHECK(progress_text(r.at, r.elapsed, r.unit) == r.text);
  }
  CHECK(with_commas(0) == "0");
  CHECK(with_commas(999) == "999");
  CHECK(with_commas(1'234'567) == "1,234,567");
  CHECK(readable_bytes(1023) == "1023 B");
  CHECK(readable_bytes(150u << 20) == "150 MiB");
}
