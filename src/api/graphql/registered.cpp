#include "registered.hpp"

#include "fields.hpp"
#include "print.hpp"
#include "run_source.hpp"

#include <algorithm>

namespace canary::api::graphql {
namespace {

using boost::json::value;
using test_pointer = std::shared_ptr<const test>;
using label_pair = std::pair<std::string, std::string>;

constexpr std::size_t listing_cost = 200, test_cost = 2;
constexpr std::size_t most_conditions = 20;
constexpr std::int64_t first_default = 100, first_most = 1000;

const sources& sources_of(const std::any& root) { return *std::any_cast<const sources*>(root); }

constexpr auto label_field = plain_field<label_pair>;
constexpr auto test_field = plain_field<test_pointer>;

result<answer> labels_of_test(const std::any& source, const call&) {
  answer::list out;
  for (const auto& [name, text] : std::any_cast<const test_pointer&>(source)->labels) {
    out.push_back(answer::object(label_pair(name, text)));
  }
  return answer::of(std::move(out));
}

std::vector<test_pointer> matching(const sources& from, const std::vector<label_condition>& labels) {
  std::vector<test_pointer> out;
  if (!from.registered) return out;
  out = from.registered->all();
  std::erase_if(out, [&](const test_pointer& t) { return !all_hold(labels, t->labels); });
  return out;
}

// Of `found`, those behind the one named `after`.
result<void> drop_to(std::vector<test_pointer>& found, std::string_view after) {
  const auto at = std::find_if(found.begin(), found.end(), [&](const auto& t) { return t->name == after; });
  if (at == found.end()) return error{"`after` names no test of this list: " + inspect(value(after)) + '.'};
  found.erase(found.begin(), at + 1);
  return {};
}

result<answer> registered_tests_of(const std::any& root, const call& c) {
  const auto labels = labels_of(c);
  if (!labels) return labels.error();
  const value& first = c.arguments.at("first");
  const std::int64_t limit = first.is_int64() ? first.get_int64() : first_default;
  if (limit < 1 || limit > first_most)
    return error{"`first` must be from 1 to 1000, and is " + std::to_string(limit) + '.'};
  c.spend(listing_cost);
  auto found = matching(sources_of(root), *labels);
  if (const value* name = c.arguments.if_contains("name"); name && name->is_string()) {
    std::erase_if(found, [&](const auto& t) { return t->name != name->get_string(); });
  }
  if (const value* after = c.arguments.if_contains("after"); after && after->is_string()) {
    if (const auto dropped = drop_to(found, after->get_string()); !dropped) return dropped.error();
  }
  if (found.size() > static_cast<std::size_t>(limit)) found.resize(static_cast<std::size_t>(limit));
  c.spend(test_cost * found.size());
  answer::list out;
  out.reserve(found.size());
  for (auto& t : found) out.push_back(answer::object(std::move(t)));
  return answer::of(std::move(out));
}

}  // namespace

result<std::vector<label_condition>> labels_of(const call& c) {
  std::vector<label_condition> out;
  const value* given = c.arguments.if_contains("label");
  if (!given || !given->is_array()) return out;
  if (given->get_array().size() > most_conditions) return error{"`label` takes at most 20 conditions."};
  for (const value& text : given->get_array()) {
    auto condition = parse_label_condition(text.get_string());
    if (!condition) return error{"`label` cannot be " + inspect(text) + ": " + condition.error().message + '.'};
    out.push_back(std::move(*condition));
  }
  return out;
}

std::vector<std::string> labelled_tests(const sources& from, const std::vector<label_condition>& labels) {
  std::vector<std::string> out;
  for (const auto& t : matching(from, labels)) out.push_back(t->name);
  return out;
}

argument_definition label_argument(const schema& of, std::string description) {
  return {"label", std::move(description), list_of(non_null(of.type("String")))};
}

field_definition registered_test_field(const schema& of) {
  return {"registered_test",
          "The test as it is registered now. Null where it is no more.",
          of.type("Test"),
          {},
          [](const std::any& source, const call& c) -> result<answer> {
            c.spend(test_cost);
            const auto* registered = sources_of(c.root).registered;
            test_pointer found;
            if (registered) found = registered->find(std::any_cast<const run_source&>(source).record().test);
            return found ? answer::object(std::move(found)) : answer();
          }};
}

field_definition add_registered(schema& to) {
  const type_ref text = non_null(to.type("String"));
  const named_type& label =
      to.add({.kind = type_kind::object,
              .name = "Label",
              .description = "What a test can be found by.",
              .fields = {label_field("name", text, "", [](const label_pair& l) { return value(l.first); }),
                         label_field("value", text, "", [](const label_pair& l) { return value(l.second); })}});
  const named_type& test_type = to.add(
      {.kind = type_kind::object,
       .name = "Test",
       .description = "A test as the configuration registers it.",
       .fields = {
           test_field("name", text, "One of a kind.", [](const test_pointer& t) { return value(t->name); }),
           test_field("description", text, "What it watches; '' where not given.",
                      [](const test_pointer& t) { return value(t->description); }),
           test_field("owner", text, "Whose it is; likewise.", [](const test_pointer& t) { return value(t->owner); }),
           test_field("runbook", text, "A link to what to do when it fails; likewise.",
                      [](const test_pointer& t) { return value(t->runbook); }),
           {"labels", "By name.", non_null(list_of(non_null(label))), {}, labels_of_test}}});
  return {"registeredTests",
          "The tests of the configuration, in its order.",
          non_null(list_of(non_null(test_type))),
          {{"name", "Only the one of this name.", to.type("String")},
           label_argument(to, "Only those with these labels: name=value, or name for any value."),
           {"first", "So many at most, up to 1000.", to.type("Int"), value(first_default)},
           {"after", "Only those behind the test of this name.", to.type("String")}},
          registered_tests_of};
}

}  // namespace canary::api::graphql
