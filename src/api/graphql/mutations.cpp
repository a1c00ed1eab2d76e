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

}  // namespace

void add_mutations(schema& to) {
  const type_ref string = to.type("String"), id = to.type("ID"), boolean = to.type("Boolean");
  const named_type& test = to.add(
      {.kind = type_kind::object,
       .name = "ControlledTest",
       .description = "A test as an operator has left it.",
       .fields = {test_field("name", non_null(string), "", [](const controlled_test& t) { return value(t.name); }),
                  test_field("state", non_null(string), "unknown, up, down or paused.",
                             [](const controlled_test& t) { return value(t.state); }),
                  test_field("paused", non_null(boolean), "By hand or by the configuration.",
                             [](const controlled_test& t) { return value(t.paused); })}});
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
                     {"pauseTest", "Has a test not run until it is resumed or canaryd ends. What runs goes on.", test,
                      of_test, control<&test_controls::pause>},
                     {"resumeTest", "Has a test that was paused run again, at once.", test, of_test,
                      control<&test_controls::resume>}}});
}

}  // namespace canary::api::graphql
