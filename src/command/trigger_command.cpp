#include "canary/command/exit_code.hpp"
#include "command/read_rest_run.hpp"
#include "command/remote_command.hpp"
#include "command/remote_text.hpp"
#include "command/rest_members.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <cstdio>

namespace canary::command {
namespace {

namespace json = boost::json;
using std::chrono::milliseconds;

// Whether the run is still to be heard of: it goes on, or has no place yet among the running.
bool is_expected(const json::object& test, const std::string& id) {
  if (natural(test, "queued") > 0) return true;
  const json::value* running = test.if_contains("running");
  if (running == nullptr || !running->is_array()) return false;
  return std::any_of(running->get_array().begin(), running->get_array().end(),
                     [&](const json::value& each) { return each.is_string() && each.get_string() == id; });
}

int tell_end(remote_call& call, const daemon_answer& answer, const run::run_result& run) {
  if (call.options.json) {
    print_json(answer.text);
  } else {
    print(run_text(run, call.as));
  }
  return did_not_pass(run.record.status) ? test_failed : success;
}

// A run is not to be found before it has begun, and for a moment after, while it is written.
int wait_for(remote_call& call, const std::string& id) {
  constexpr int most_misses = 50;
  milliseconds pause{50};
  for (int misses = 0; misses < most_misses; pause = std::min(pause * 3 / 2, milliseconds{1000})) {
    call.daemon.pause(pause, call.yield);
    if (call.daemon.interrupted()) return stopped_early;
    const daemon_answer answer = call.daemon.ask("GET", "/api/v1/runs/" + id, "id", call.yield);
    if (answer.status == 404) {
      const daemon_answer test = call.daemon.ask("GET", path_of_test(call.options.operand), "name", call.yield);
      misses = !test.trouble && is_expected(test.body, id) ? 0 : misses + 1;
      if (test.trouble && test.status != 404) return complain(call, test);
      continue;
    }
    if (answer.trouble) return complain(call, answer);
    const auto run = read_rest_run(answer.body);
    if (!run) {
      std::fprintf(stderr, "canaryctl: %s: %s\n", call.options.url.c_str(), run.error().message.c_str());
      return no_daemon;
    }
    if (run->record.status != run_status::running) return tell_end(call, answer, *run);
  }
  std::fprintf(stderr, "canaryctl: %s does not know the run %s any more\n", call.options.url.c_str(), id.c_str());
  return no_daemon;
}

}  // namespace

int trigger_run(remote_call& call) {
  const std::string& name = call.options.operand;
  const daemon_answer answer = call.daemon.ask("POST", path_of_test(name) + "/run", "id", call.yield);
  if (answer.trouble) return complain_of_test(call, answer, name);
  const auto id = run_id::parse(text(answer.body, "id"));
  if (!id) {
    std::fprintf(stderr, "canaryctl: %s does not tell the run's id\n", call.options.url.c_str());
    return no_daemon;
  }
  if (call.options.wait) return wait_for(call, id->text());
  if (call.options.json) return print_json(answer.text), success;
  print("started " + harmless(call.as, name) + ", run " + id->text() + "\n");
  return success;
}

}  // namespace canary::command
