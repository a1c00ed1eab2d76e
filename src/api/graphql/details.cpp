#include "details.hpp"

#include "fields.hpp"
#include "run_source.hpp"

#include "canary/core/failure_code.hpp"
#include "canary/core/json_text.hpp"

namespace canary::api::graphql {
namespace {

using boost::json::value;
using log_field = boost::json::object::value_type;

constexpr auto log_field_field = part_field<log_field>;
constexpr auto log_entry_field = part_field<log_entry>;
constexpr auto step_field = part_field<run_step>;
constexpr auto check_field = part_field<run_check>;
constexpr auto error_field = part_field<script_error>;

value index_or_null(const std::optional<std::uint32_t>& index) {
  return index ? value(static_cast<std::int64_t>(*index)) : value();
}

value line_or_null(int line) { return line > 0 ? value(static_cast<std::int64_t>(line)) : value(); }

// A field of TestInstance that `tell` answers from the run's details, and that is null without them.
field_definition detail(std::string name, type_ref type, std::string description,
                        answer (*tell)(const run_record&, const run_details&)) {
  return {std::move(name),
          std::move(description),
          type,
          {},
          [tell](const std::any& source, const call& c) -> result<answer> {
            const auto& run = std::any_cast<const run_source&>(source);
            const auto found = run.details(c);
            if (!found) return found.error();
            return *found ? tell(run.record(), **found) : answer();
          }};
}

template <auto List>
answer entries_of(const run_record&, const run_details& details) {
  return parts_of(details.*List);
}

template <auto Count>
answer dropped_of(const run_record&, const run_details& details) {
  return answer::leaf(number(details.*Count));
}

answer error_of(const run_record&, const run_details& details) {
  return details.error ? answer::object(&*details.error) : answer();
}

answer code_of(const run_record& run, const run_details& details) {
  const int code = error_code_of({run.cause.kind, {}, details.code});
  return code != 0 ? answer::leaf(static_cast<std::int64_t>(code)) : answer();
}

const named_type& add_log_entry(schema& to) {
  const type_ref string = to.type("String");
  const named_type& field = to.add(
      {.kind = type_kind::object,
       .name = "LogField",
       .description = "What a script said beside a line, by log.kv.",
       .fields = {log_field_field("name", non_null(string), "", [](const log_field& f) { return value(f.key()); }),
                  log_field_field("value", non_null(string), "As JSON: a text is in quotes.",
                                  [](const log_field& f) { return value(json_text(f.value())); })}});
  return to.add(
      {.kind = type_kind::object,
       .name = "LogEntry",
       .description = "One line that a script logged.",
       .fields = {log_entry_field("at", non_null(to.type("Time")), "",
                                  [](const log_entry& e) { return value(format_rfc3339(e.at)); }),
                  log_entry_field("level", non_null(string), "debug, info, warn or error.",
                                  [](const log_entry& e) { return value(to_string(e.level)); }),
                  log_entry_field("message", non_null(string), "", [](const log_entry& e) { return value(e.message); }),
                  {"fields",
                   "",
                   non_null(list_of(non_null(field))),
                   {},
                   [](const std::any& source, const call&) -> result<answer> {
                     return parts_of(std::any_cast<const log_entry*>(source)->fields);
                   }}}});
}

const named_type& add_step(schema& to) {
  const type_ref string = to.type("String"), boolean = to.type("Boolean");
  return to.add({.kind = type_kind::object,
                 .name = "RunStep",
                 .description = "One test.step or test.cleanup of a run.",
                 .fields = {step_field("name", non_null(string), "", [](const run_step& s) { return value(s.name); }),
                            step_field("started", non_null(to.type("Time")), "",
                                       [](const run_step& s) { return value(format_rfc3339(s.started)); }),
                            step_field("duration", non_null(to.type("Float")), "In milliseconds.",
                                       [](const run_step& s) { return value(milliseconds(s.duration)); }),
                            step_field("status", non_null(string), "passed, failed or skipped.",
                                       [](const run_step& s) { return value(to_string(s.status)); }),
                            step_field("cleanup", non_null(boolean), "Of test.cleanup.",
                                       [](const run_step& s) { return value(s.cleanup); }),
                            step_field("parent", to.type("Int"),
                                       "The step that it was made in: its place among the steps, from 0.",
                                       [](const run_step& s) { return index_or_null(s.parent); }),
                            step_field("error", string, "What it failed of, or why it was skipped.",
                                       [](const run_step& s) { return null_where_empty(s.error); })}});
}

const named_type& add_check(schema& to) {
  const type_ref boolean = to.type("Boolean");
  return to.add(
      {.kind = type_kind::object,
       .name = "RunCheck",
       .description = "One expectation that was looked at.",
       .fields = {
           check_field("name", non_null(to.type("String")), "", [](const run_check& k) { return value(k.name); }),
           check_field("at", non_null(to.type("Time")), "",
                       [](const run_check& k) { return value(format_rfc3339(k.at)); }),
           check_field("held", non_null(boolean), "", [](const run_check& k) { return value(k.held); }),
           check_field("soft", non_null(boolean), "Whether it does not fail the run.",
                       [](const run_check& k) { return value(k.soft); }),
           check_field("step", to.type("Int"), "The step that it was made in: its place among the steps, from 0.",
                       [](const run_check& k) { return index_or_null(k.step); })}});
}

const named_type& add_error(schema& to) {
  const type_ref string = to.type("String"), integer = to.type("Int");
  return to.add(
      {.kind = type_kind::object,
       .name = "ScriptError",
       .description = "Where a script went wrong. Null is what is not known.",
       .fields = {
           error_field("message", non_null(string), "", [](const script_error& e) { return value(e.message); }),
           error_field("stack", string, "A frame a line.",
                       [](const script_error& e) { return null_where_empty(e.stack); }),
           error_field("file", string, "", [](const script_error& e) { return null_where_empty(e.file); }),
           error_field("line", integer, "From 1.", [](const script_error& e) { return line_or_null(e.line); }),
           error_field("column", integer, "From 1.", [](const script_error& e) { return line_or_null(e.column); }),
           error_field("excerpt", string, "The lines around it, with their numbers and a mark.",
                       [](const script_error& e) { return null_where_empty(e.excerpt); }),
           error_field("expected", string, "What an assertion wanted.",
                       [](const script_error& e) { return null_where_empty(e.expected); }),
           error_field("actual", string, "What it got.",
                       [](const script_error& e) { return null_where_empty(e.actual); })}});
}

}  // namespace

std::vector<field_definition> add_details(schema& to) {
  const type_ref real = to.type("Float");
  const named_type &entry = add_log_entry(to), &exchange = add_exchange(to), &step = add_step(to);
  const named_type &check = add_check(to), &error = add_error(to);
  const auto list = [](const named_type& of) { return list_of(non_null(of)); };
  return {
      detail("logs", list(entry), "What it logged. Null while it runs.", entries_of<&run_details::logs>),
      detail("logs_dropped", real, "Lines past those that are kept. Null while it runs.",
             dropped_of<&run_details::logs_dropped>),
      detail("requests", list(exchange),
             "The HTTP requests that it made, each redirect among them. Null while it runs.",
             entries_of<&run_details::requests>),
      detail("requests_dropped", real, "Requests past those that are kept. Null while it runs.",
             dropped_of<&run_details::requests_dropped>),
      detail("steps", list(step), "In the order in which they began. Null while it runs.",
             entries_of<&run_details::steps>),
      detail("steps_dropped", real, "Steps past those that are kept. Null while it runs.",
             dropped_of<&run_details::steps_dropped>),
      detail("checks", list(check), "Null while it runs.", entries_of<&run_details::checks>),
      detail("checks_dropped", real, "Checks past those that are kept. Null while it runs.",
             dropped_of<&run_details::checks_dropped>),
      detail("error", error, "Where its script went wrong. Null where it did not.", error_of),
      detail("error_code", to.type("Int"), "What exactly went wrong with the network. Null where nothing did.",
             code_of),
  };
}

}  // namespace canary::api::graphql
