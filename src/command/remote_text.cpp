#include "command/remote_text.hpp"

#include "canary/command/report.hpp"
#include "command/progress_bar.hpp"
#include "command/quantities.hpp"
#include "command/read_rest_run.hpp"
#include "command/rest_members.hpp"

namespace canary::command {
namespace {

namespace json = boost::json;

std::string_view ink_of(run_status status) {
  switch (status) {
    case run_status::passed:
      return ink::good;
    case run_status::failed:
      return ink::bad;
    case run_status::running:
      return ink::cyan;
    case run_status::interrupted:
    case run_status::skipped:
      break;
  }
  return ink::careful;
}

std::string_view word_of(run_status status) {
  switch (status) {
    case run_status::passed:
      return "PASS";
    case run_status::failed:
      return "FAIL";
    case run_status::running:
      return "RUN ";
    case run_status::skipped:
      return "SKIP";
    case run_status::interrupted:
      break;
  }
  return "STOP";
}

// To the second, in a column of one width.
std::string second(wall_time t) { return format_rfc3339(std::chrono::floor<std::chrono::seconds>(t)); }

// A text from outside that must stay one line.
std::string one_line(const look& as, std::string_view text) { return harmless(as, text.substr(0, text.find('\n'))); }

std::string row(std::string_view name, const std::string& value, const look& as) {
  return "  " + painted(as, ink::faint, padded(std::string(name), 9)) + value + "\n";
}

std::string state_ink(const look& as, const std::string& state) {
  return painted(as, state == "up" ? ink::good : state == "down" ? ink::bad : ink::careful, harmless(as, state));
}

}  // namespace

std::string status_text(const json::object& status, const look& as) {
  static const json::object nothing;
  const auto part = [&](std::string_view name) -> const json::object& {
    const json::object* found = member(status, name);
    return found != nullptr ? *found : nothing;
  };
  const json::object &config = part("config"), &tests = part("tests"), &runs = part("runs"), &store = part("store");
  const std::string name = text(status, "name");
  std::string out = painted(as, ink::strong, name.empty() ? "canaryd" : one_line(as, name)) + " " +
                    one_line(as, text(status, "version")) + ", up for " +
                    shown_seconds(milliseconds({{"ms", number(status, "uptime_seconds") * 1e3}}, "ms")) + "\n";
  const auto count = [&](std::string_view state, std::string_view with) {
    const std::uint64_t n = natural(tests, state);
    const std::string words = std::to_string(n) + " " + std::string(state);
    return n > 0 ? painted(as, with, words) : words;
  };
  out += row("tests",
             std::to_string(natural(tests, "total")) + ": " + count("up", ink::good) + ", " + count("down", ink::bad) +
                 ", " + count("unknown", ink::careful) + ", " + count("paused", ink::careful) +
                 (natural(tests, "maintenance") > 0 ? ", " + count("maintenance", ink::careful) : ""),
             as);
  out += row("runs",
             std::to_string(natural(runs, "running")) + " running, " + std::to_string(natural(runs, "queued")) +
                 " queued, " + with_commas(natural(store, "runs")) + " kept in " +
                 readable_bytes(natural(store, "size_bytes")),
             as);
  if (const auto dropped = natural(store, "dropped"); dropped > 0) {
    out += row("", painted(as, ink::bad, with_commas(dropped) + " could not be kept"), as);
  }
  const std::string loaded = text(config, "loaded_at");
  out += row("config", one_line(as, text(config, "file")) + (loaded.empty() ? "" : ", of " + one_line(as, loaded)), as);
  if (const std::string wrong = text(config, "last_reload_error"); !wrong.empty()) {
    out += row("", painted(as, ink::bad, "the last reload failed: " + harmless(as, wrong, "           ")), as);
  }
  return out;
}

std::string run_line(const run_record& run, const look& as) {
  const std::string took = run.status == run_status::running ? "" : shown_time(run.duration);
  std::string out = painted(as, ink::faint, second(run.start_at)) + "  " +
                    painted(as, ink_of(run.status), word_of(run.status)) + "  " + padded(took, 9) + "  " +
                    painted(as, ink::faint, run.id.text()) + "  " + painted(as, ink::strong, one_line(as, run.test));
  if (run.cause.kind != failure_class::none) {
    out += "  " + painted(as, ink_of(run.status), to_string(run.cause.kind)) + ": " + one_line(as, run.cause.message);
  } else if (run.status == run_status::skipped) {
    out += "  " + one_line(as, run.cause.message);
  }
  return out + "\n";
}

std::string run_text(const run::run_result& run, const look& as) {
  const run_record& record = run.record;
  static constexpr std::string_view triggers[] = {"by its schedule", "by hand", "from a command line"};
  std::string out = painted(as, ink::faint,
                            "run " + record.id.text() + ", begun " + format_rfc3339(record.start_at) + " " +
                                std::string(triggers[static_cast<std::size_t>(record.trigger)]) +
                                (record.attempt > 1 ? ", attempt " + std::to_string(record.attempt) : "")) +
                    "\n";
  if (record.status != run_status::running) return out + report(run, as);
  return out + painted(as, ink::cyan, "RUN") + "  " + painted(as, ink::strong, harmless(as, record.test)) +
         "  goes on; what it does is told once it has ended\n";
}

std::string event_line(std::string_view name, const json::object& data, const look& as) {
  const auto at = [&] {
    const auto when = time(data, "at");
    return when ? painted(as, ink::faint, second(*when)) + "  " : std::string();
  };
  if (name == "run_finished") {
    const auto run = read_rest_run(data);
    return run ? run_line(run->record, as) : "";
  }
  if (name == "test_state") {
    return at() + (as.unicode ? "▶ " : "==> ") + painted(as, ink::strong, one_line(as, text(data, "test"))) + " is " +
           state_ink(as, text(data, "to")) + ", was " + one_line(as, text(data, "from")) + "\n";
  }
  if (name == "config_reloaded") {
    if (flag(data, "successful")) {
      return at() + "the configuration was reloaded: " + counted(natural(data, "tests"), "test") + "\n";
    }
    return at() + painted(as, ink::bad, "a reload of the configuration failed") + ": " +
           harmless(as, text(data, "error"), "  ") + "\n";
  }
  if (name == "missed") {
    return painted(as, ink::careful, "some is missing here") + ": " + one_line(as, text(data, "reason")) + "\n";
  }
  return {};
}

}  // namespace canary::command
