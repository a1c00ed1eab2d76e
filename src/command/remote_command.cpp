#include "command/remote_command.hpp"

#include "canary/api/percent.hpp"
#include "canary/command/exit_code.hpp"
#include "canary/core/nearest_name.hpp"
#include "canary/core/printable.hpp"
#include "command/quantities.hpp"
#include "command/read_rest_run.hpp"
#include "command/remote_text.hpp"
#include "command/rest_members.hpp"

#include <boost/json/array.hpp>

#include <csignal>
#include <cstdio>
#include <vector>

namespace canary::command {
namespace {

namespace json = boost::json;

// By as many pages of names as there are, up to a bound: it is for an error's sentence alone.
std::vector<std::string> names_of_tests(remote_call& call) {
  constexpr std::size_t most_pages = 10;
  std::vector<std::string> names;
  for (std::size_t page = 0; page < most_pages; ++page) {
    std::string target =
        "/query?query=" + api::percent_encode("query($a:String){registeredTests(first:1000,after:$a){name}}");
    if (!names.empty()) {
      target += "&variables=" + api::percent_encode(json::serialize(json::object{{"a", names.back()}}));
    }
    const daemon_answer answer = call.daemon.ask("GET", target, "data", call.yield);
    const json::object* data = answer.trouble ? nullptr : member(answer.body, "data");
    const std::size_t before = names.size();
    if (data != nullptr) {
      for_each(*data, "registeredTests", [&](const json::object& t) { names.push_back(text(t, "name")); });
    }
    if (names.size() < before + 1000) break;
  }
  return names;
}

int show_status(remote_call& call) {
  const daemon_answer answer = call.daemon.ask("GET", "/api/v1/status", "version", call.yield);
  if (answer.trouble) return complain(call, answer);
  if (call.options.json) return print_json(answer.text), success;
  print(status_text(answer.body, call.as));
  return success;
}

int list_runs(remote_call& call) {
  const remote_options& o = call.options;
  std::string target = (o.test.empty() ? "/api/v1" : path_of_test(o.test)) + "/runs?limit=" + std::to_string(o.limit);
  if (o.having) target += "&status=" + std::string(to_string(*o.having));
  const daemon_answer answer = call.daemon.ask("GET", target, "runs", call.yield);
  if (answer.trouble) return o.test.empty() ? complain(call, answer) : complain_of_test(call, answer, o.test);
  if (o.json) return print_json(answer.text), success;
  std::string out;
  for_each(answer.body, "runs", [&](const json::object& each) {
    if (const auto run = read_rest_run(each)) out += run_line(run->record, call.as);
  });
  if (out.empty()) std::fputs("canaryctl: there are no such runs\n", stderr);
  print(out);
  return success;
}

int show_run(remote_call& call) {
  const daemon_answer answer = call.daemon.ask("GET", "/api/v1/runs/" + call.options.operand, "id", call.yield);
  if (answer.trouble) return complain(call, answer);
  if (call.options.json) return print_json(answer.text), success;
  const auto run = read_rest_run(answer.body);
  if (!run) {
    std::fprintf(stderr, "canaryctl: %s: %s\n", call.options.url.c_str(), run.error().message.c_str());
    return no_daemon;
  }
  print(run_text(*run, call.as));
  return success;
}

int change_pause(remote_call& call) {
  const std::string& name = call.options.operand;
  const bool pausing = call.options.what == remote_task::pause;
  const daemon_answer answer =
      call.daemon.ask("POST", path_of_test(name) + (pausing ? "/pause" : "/resume"), "changed", call.yield);
  if (answer.trouble) return complain_of_test(call, answer, name);
  if (call.options.json) return print_json(answer.text), success;
  const bool changed = flag(answer.body, "changed");
  print(harmless(call.as, name) +
        (pausing ? (changed ? " is paused" : " was paused already") : (changed ? " goes on" : " was not paused")) +
        "\n");
  return success;
}

/// Of a date, whole or not, whose year comes first: the daemon tells what a date lacks.
bool begins_with_a_year(std::string_view text) {
  return text.size() > 4 && text[4] == '-' && text.find_first_not_of("0123456789") == 4;
}

int change_maintenance(remote_call& call) {
  const remote_options& o = call.options;
  const bool ending = o.length == "end";
  json::object asked;
  if (!ending) asked[begins_with_a_year(o.length) ? "until" : "duration"] = o.length;
  if (!o.reason.empty()) asked["reason"] = o.reason;
  const daemon_answer answer = call.daemon.ask(ending ? "DELETE" : "POST", path_of_test(o.operand) + "/maintenance",
                                               "changed", call.yield, ending ? "" : json::serialize(asked));
  if (answer.trouble) return complain_of_test(call, answer, o.operand);
  if (o.json) return print_json(answer.text), success;
  const json::object* now = member(answer.body, "maintenance");
  const std::string name = harmless(call.as, o.operand);
  if (now != nullptr) {
    print(name + " is in maintenance until " + harmless(call.as, text(*now, "until")) + "\n");
  } else {
    print(name + (flag(answer.body, "changed") ? "'s maintenance is over\n" : " was in no maintenance\n"));
  }
  return success;
}

int reload(remote_call& call) {
  const daemon_answer answer = call.daemon.ask("POST", "/-/reload", "tests", call.yield);
  if (answer.trouble) {
    const int code = complain(call, answer);
    // The daemon is well, and says what is wrong with its configuration.
    return answer.status == 500 && !text(answer.body, "detail").empty() ? bad_usage : code;
  }
  if (call.options.json) return print_json(answer.text), success;
  print("reloaded: " + counted(natural(answer.body, "tests"), "test") + "\n");
  return success;
}

int obey(remote_call& call) {
  switch (call.options.what) {
    case remote_task::status:
      return show_status(call);
    case remote_task::runs:
      return list_runs(call);
    case remote_task::show:
      return show_run(call);
    case remote_task::tail:
      return tail_events(call);
    case remote_task::trigger:
      return trigger_run(call);
    case remote_task::pause:
    case remote_task::resume:
      return change_pause(call);
    case remote_task::maintenance:
      return change_maintenance(call);
    case remote_task::reload:
      break;
  }
  return reload(call);
}

}  // namespace

int run_remote_command(const remote_options& options, const look& as) {
  std::signal(SIGPIPE, SIG_IGN);
  daemon_client daemon({options.url, options.ca, options.token});
  return daemon.run([&](boost::asio::yield_context yield) {
    remote_call call{options, as, daemon, yield};
    return obey(call);
  });
}

int complain(const remote_call& call, const daemon_answer& answer) {
  if (answer.interrupted) return stopped_early;
  std::fprintf(stderr, "canaryctl: %s\n", answer.trouble->message.c_str());
  if (answer.status == 0) return no_daemon;
  if (call.daemon.interrupted()) return stopped_early;
  return answer.refused() ? bad_usage : no_daemon;
}

int complain_of_test(remote_call& call, const daemon_answer& answer, const std::string& test) {
  if (answer.status != 404) return complain(call, answer);
  const std::vector<std::string> names = names_of_tests(call);
  const std::vector<std::string_view> known(names.begin(), names.end());
  const auto near = nearest_name(test, known);
  std::string message = call.options.url + " has no test named '" + printable(test) + "'";
  if (near) {
    message += "; did you mean '" + printable(*near) + "'?";
  } else if (!names.empty() && names.size() <= 10) {
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : ", ") + printable(name);
    message += "; there are " + all;
  }
  std::fprintf(stderr, "canaryctl: %s\n", message.c_str());
  return bad_usage;
}

std::string path_of_test(const std::string& name) { return "/api/v1/tests/" + api::percent_encode(name); }

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

void print_json(const std::string& text) { print(text.substr(0, text.find_last_not_of('\n') + 1) + "\n"); }

}  // namespace canary::command
