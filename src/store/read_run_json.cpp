#include "exact_json.hpp"
#include "json_members.hpp"
#include "run_json.hpp"
#include "run_json_names.hpp"
#include "schema.hpp"

#include <limits>

namespace canary::store {
namespace {

namespace json = boost::json;

constexpr std::int64_t least_int64 = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most_int64 = std::numeric_limits<std::int64_t>::max();

run_trigger trigger_of(json_members& of) {
  if (!of.has("trigger")) return run_trigger::schedule;
  const std::string_view name = of.word("trigger");
  for (const auto each : {run_trigger::schedule, run_trigger::manual, run_trigger::command_line}) {
    if (to_string(each) == name) return each;
  }
  of.fail("trigger", "must be schedule, manual or command_line");
}

failure read_failure(json_members& of) {
  failure out;
  const std::string_view name = of.word("class");
  const auto kind = parse_failure_class(name);
  if (!kind && !name.empty()) of.fail("class", "must be a class of failures, such as dns, timeout or assert");
  out.kind = kind.value_or(failure_class::none);
  out.message = of.text("cause");
  out.code = static_cast<failure_code>(of.integer("code", 0, std::numeric_limits<std::uint16_t>::max(), 0));
  return out;
}

run_usage read_usage(json_members of) {
  run_usage out;
  out.cpu = nanoseconds{of.integer("cpu_ns", 0, most_int64, 0)};
  out.peak_memory_bytes = of.natural("peak_memory_bytes");
  out.slices = of.natural("slices");
  out.allocations = of.natural("allocations");
  of.finish();
  return out;
}

run_record read_record(json_members& of) {
  run_record out;
  const auto id = run_id::parse(of.word("id"));
  if (!id) of.fail("id", "must be a UUID");
  out.id = *id;
  out.test = of.text("test");
  if (out.test.empty() || out.test.size() > longest_test_name) {
    of.fail("test", "must have 1 to " + std::to_string(longest_test_name) + " bytes");
  }
  const auto status = parse_run_status(of.word("status"));
  if (!status) of.fail("status", "must be running, passed, failed, interrupted or skipped");
  out.status = *status;
  out.start_at = of.time("start_at");
  out.lateness = nanoseconds{of.integer("lateness_ns", least_int64, most_int64, 0)};
  out.trigger = trigger_of(of);
  out.attempt = static_cast<std::uint32_t>(of.integer("attempt", 0, std::numeric_limits<std::uint32_t>::max(), 1));
  if (out.status == run_status::running) return out;
  out.end_at = of.time("end_at");
  out.duration = nanoseconds{of.integer("duration_ns", 0, most_int64, 0)};
  if (of.has("class")) out.cause = read_failure(of);
  if (out.status == run_status::skipped && out.cause.kind != failure_class::none) {
    of.fail("class", "must be empty where the run was skipped");
  }
  if (of.has("usage")) out.usage = read_usage(of.object("usage"));
  return out;
}

log_entry read_log(json_members of) {
  log_entry out;
  out.at = of.time("at");
  const auto level = parse_log_level(of.word("level"));
  if (!level) of.fail("level", "must be debug, info, warn or error");
  out.level = *level;
  out.message = of.text("message");
  if (const json::value* fields = of.find("fields")) {
    auto object = exact_object(*fields);
    if (!object) of.fail("fields", "must be an object as export writes them, and not be nested too deep");
    out.fields = std::move(*object);
  }
  of.finish();
  return out;
}

tls_certificate read_certificate(json_members of) {
  tls_certificate out;
  out.subject = of.text("subject");
  out.issuer = of.text("issuer");
  if (const json::array* sans = of.list("sans")) {
    for (const json::value& san : *sans) {
      auto text = exact_text(san);
      if (!text) of.fail("sans", "must be a list of texts");
      out.sans.push_back(std::move(*text));
    }
  }
  out.serial = of.text("serial");
  out.not_before = of.time("not_before");
  out.not_after = of.time("not_after");
  out.sha256 = of.text("sha256");
  of.finish();
  return out;
}

std::shared_ptr<const tls_facts> read_handshake(json_members of) {
  auto out = std::make_shared<tls_facts>();
  for (const auto& [name, member] : handshake_names) (*out).*member = of.text_if_any(name);
  if (const json::array* chain = of.list("chain")) {
    for (std::size_t i = 0; i < chain->size(); ++i)
      out->chain.push_back(read_certificate(of.element("chain", *chain, i)));
  }
  of.finish();
  return out;
}

using handshakes = std::vector<std::shared_ptr<const tls_facts>>;

http_exchange read_exchange(json_members of, const handshakes& known) {
  http_exchange out;
  out.started = of.time("started");
  out.method = of.text("method");
  out.url = of.text("url");
  out.code = static_cast<int>(of.integer("code", std::numeric_limits<int>::min(), std::numeric_limits<int>::max(), 0));
  out.proto = of.text_if_any("proto");
  out.remote_ip = of.text_if_any("remote_ip");
  out.remote_port =
      static_cast<std::uint16_t>(of.integer("remote_port", 0, std::numeric_limits<std::uint16_t>::max(), 0));
  out.reused = of.flag_if_any("reused");
  json_members timings = of.object("timings_ns");
  for (const auto& [name, member] : timing_names) {
    out.timings.*member = static_cast<double>(timings.integer(name, 0, most_int64, 0)) / 1e6;
  }
  timings.finish();
  out.bytes_sent = of.natural_if_any("bytes_sent");
  out.bytes_received = of.natural_if_any("bytes_received");
  if (of.has("error")) {
    json_members error = of.object("error");
    out.error = read_failure(error);
    error.finish();
  }
  const auto handshake = of.integer("handshake", 0, static_cast<std::int64_t>(known.size()), 0);
  if (handshake > 0) out.tls = known[static_cast<std::size_t>(handshake - 1)];
  of.finish();
  return out;
}

// An index into the steps before it.
std::optional<std::uint32_t> step_index(json_members& of, std::string_view name, std::size_t steps) {
  if (!of.has(name)) return std::nullopt;
  if (steps == 0) of.fail(name, "must be the index of an earlier step, and there is none");
  return static_cast<std::uint32_t>(of.integer(name, 0, static_cast<std::int64_t>(steps) - 1, 0));
}

run_step read_step(json_members of, std::size_t before) {
  run_step out;
  out.name = of.text("name");
  out.started = of.time("started");
  out.duration = nanoseconds{of.integer("duration_ns", least_int64, most_int64, 0)};
  const auto status = parse_step_status(of.word("status"));
  if (!status) of.fail("status", "must be passed, failed or skipped");
  out.status = *status;
  out.cleanup = of.flag_if_any("cleanup");
  out.parent = step_index(of, "parent", before);
  out.error = of.text_if_any("error");
  of.finish();
  return out;
}

run_check read_check(json_members of, std::size_t steps) {
  run_check out;
  out.name = of.text("name");
  out.at = of.time("at");
  of.need("held");
  out.held = of.flag_if_any("held");
  out.soft = of.flag_if_any("soft");
  out.step = step_index(of, "step", steps);
  of.finish();
  return out;
}

void read_steps(json_members& of, run_details& out) {
  if (const json::array* list = of.list("steps")) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      out.steps.push_back(read_step(of.element("steps", *list, i), i));
    }
  }
  out.steps_dropped = of.natural_if_any("steps_dropped");
  if (const json::array* list = of.list("checks")) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      out.checks.push_back(read_check(of.element("checks", *list, i), out.steps.size()));
    }
  }
  out.checks_dropped = of.natural_if_any("checks_dropped");
}

script_error read_script_error(json_members of) {
  script_error out;
  for (const auto& [name, member] : script_error_names) out.*member = of.text_if_any(name);
  constexpr std::int64_t least = std::numeric_limits<int>::min(), most = std::numeric_limits<int>::max();
  out.line = static_cast<int>(of.integer("line", least, most, 0));
  out.column = static_cast<int>(of.integer("column", least, most, 0));
  of.finish();
  return out;
}

run_details read_details(json_members& of) {
  run_details out;
  if (const json::array* logs = of.list("logs")) {
    for (std::size_t i = 0; i < logs->size(); ++i) out.logs.push_back(read_log(of.element("logs", *logs, i)));
  }
  out.logs_dropped = of.natural_if_any("logs_dropped");
  handshakes known;
  if (const json::array* list = of.list("handshakes")) {
    for (std::size_t i = 0; i < list->size(); ++i) known.push_back(read_handshake(of.element("handshakes", *list, i)));
  }
  if (const json::array* list = of.list("requests")) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      out.requests.push_back(read_exchange(of.element("requests", *list, i), known));
    }
  }
  out.requests_dropped = of.natural_if_any("requests_dropped");
  read_steps(of, out);
  if (of.has("script_error")) out.error = read_script_error(of.object("script_error"));
  out.code = static_cast<failure_code>(of.integer("cause_code", 0, std::numeric_limits<std::uint16_t>::max(), 0));
  return out;
}

}  // namespace

result<whole_run> parse_run_line(std::string_view line) {
  const auto value = parse_exact(line);
  if (!value) return value.error();
  if (!value->is_object()) return error{"a line must be an object: one run"};
  try {
    json_members of(value->get_object(), "");
    whole_run out{read_record(of), {}};
    if (out.record.status != run_status::running) out.details = read_details(of);
    of.finish();
    return out;
  } catch (const bad_member& bad) {
    return error{bad.what()};
  }
}

}  // namespace canary::store
