#include "mutations.hpp"

#include "fields.hpp"

#include "canary/api/graphql/sources.hpp"

namespace canary::api::graphql {
namespace {

using boost::json::value;

constexpr std::size_t control_cost = 200;

struct ordered_run {
  run_id id;
  std::string name;
};

constexpr auto order_field = plain_field<ordered_run>;
constexpr auto test_field = plain_field<controlled_test>;
constexpr auto window_field = plain_field<maintenance_window>;

result<const test_controls*> controls_of(const std::any& root) {
  const auto* found = std::any_cast<const sources*>(root)->tests;
  if (!found) return error{"Nothing can be changed here."};
  return found;
}

result<answer> run_test(const std::any& root, const call& c) {
  const auto may = controls_of(root);
  if (!may) return may.error();
  c.spend(control_cost);
  std::string name(c.arguments.at("name").as_string());
  const auto id = (*may)->run(name);
  if (!id) return id.error();
  return answer::object(ordered_run{*id, std::move(name)});
}

template <auto Change>
result<answer> control(const std::any& root, const call& c) {
  const auto may = controls_of(root);
  if (!may) return may.error();
  c.spend(control_cost);
  auto now = ((*may)->*Change)(c.arguments.at("name").as_string());
  if (!now) return now.error();
  return answer::object(std::move(*now));
}

std::optional<std::string> text_of(const call& c, std::string_view argument) {
  const value* given = c.arguments.if_contains(argument);
  if (given == nullptr || !given->is_string()) return std::nullopt;
  return std::string(given->get_string());
}

result<answer> start_maintenance(const std::any& root, const call& c) {
  const auto may = controls_of(root);
  if (!may) return may.error();
  c.spend(control_cost);
  auto now = (*may)->start_maintenance(c.arguments.at("name").as_string(), text_of(c, "duration"), text_of(c, "until"),
                                       text_of(c, "reason").value_or(""));
  if (!now) return now.error();
  return answer::object(std::move(*now));
}

result<answer> maintenance_of(const std::any& source, const call&) {
  const auto& window = std::any_cast<const controlled_test&>(source).maintenance;
  return window ? answer::object(*window) : answer();
}

const named_type& add_maintenance(schema& to) {
  const type_ref string = to.type("String"), time = to.type("Time");
  using window = maintenance_window;
  return to.add(
      {.kind = type_kind::object,
       .name = "Maintenance",
       .description = "A time in which a test runs, and is not told as down.",
       .fields = {
           window_field("since", non_null(time), "", [](const window& w) { return value(format_rfc3339(w.since)); }),
           window_field("until", non_null(time), "When it ends by itself.",
                        [](const window& w) { return value(format_rfc3339(w.until)); }),
           window_field("reason", string, "Null where none was given.",
                        [](const window& w) { return null_where_empty(w.reason); }),
           window_field("by", string, "The name of the token that asked for it; null where none is asked for.",
                        [](const window& w) { return null_where_empty(w.by); })}});
}

}  // namespace

void add_mutations(schema& to) {
  const type_ref string = to.type("String"), id = to.type("ID"), boolean = to.type("Boolean"), time = to.type("Time");
  const named_type& maintenance = add_maintenance(to);
  const named_type& test = to.add(
      {.kind = type_kind::object,
       .name = "ControlledTest",
       .description = "A test as an operator has left it.",
       .fields = {test_field("name", non_null(string), "", [](const controlled_test& t) { return value(t.name); }),
                  test_field("state", non_null(string), "unknown, up, down, paused or maintenance.",
                             [](const controlled_test& t) { return value(t.state); }),
                  test_field("paused", non_null(boolean), "By hand or by the configuration.",
                             [](const controlled_test& t) { return value(t.paused); }),
                  {"maintenance", "Null where it is in none.", maintenance, {}, maintenance_of}}});
  const named_type& run =
      to.add({.kind = type_kind::object,
              .name = "OrderedRun",
              .description = "A run that is to begin.",
              .fields = {order_field("id", non_null(id), "Of the run: `test(id:)` has it once its start is on disk.",
                                     [](const ordered_run& r) -> value { return value(r.id.text()); }),
                         order_field("name", non_null(string), "The test's.",
                                     [](const ordered_run& r) { return value(r.name); })}});
  const std::vector<argument_definition> of_test = {{"name", "The test's.", non_null(string)}};
  to.add({.kind = type_kind::object,
          .name = "Mutation",
          .description = "What changes something: from this machine, and by POST.",
          .fields = {{"runTest", "Runs a test now, out of turn.", run, of_test, run_test},
                     {"pauseTest", "Has a test not run until it is resumed. What runs goes on.", test, of_test,
                      control<&test_controls::pause>},
                     {"resumeTest", "Has a test that was paused run again, at once.", test, of_test,
                      control<&test_controls::resume>},
                     {"startMaintenance",
                      "Has a test not be told as down for a time, of 30 days at most. It goes on running.",
                      test,
                      {{"name", "The test's.", non_null(string)},
                       {"duration", "How long, such as 2h; or `until` says when it ends.", string},
                       {"until", "", time},
                       {"reason", "For people.", string}},
                      start_maintenance},
                     {"endMaintenance", "Ends it before its time.", test, of_test,
                      control<&test_controls::end_maintenance>}}});
}

}  // namespace canary::api::graphql
