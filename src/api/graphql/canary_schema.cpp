#include "canary/api/graphql/canary_schema.hpp"

#include "details.hpp"
#include "fields.hpp"
#include "mutations.hpp"
#include "print.hpp"
#include "registered.hpp"
#include "run_source.hpp"
#include "summaries.hpp"

#include "canary/api/graphql/sources.hpp"

namespace canary::api::graphql {
namespace {

using boost::json::value;

constexpr std::size_t reading_cost = 200, search_cost = 2000, run_cost = 2;
constexpr std::int64_t first_default = 100, first_most = 1000;

// Time

result<value> time_from_json(const value& given) {
  if (given.is_string() && parse_rfc3339(given.get_string())) return given;
  return error{"Time cannot represent value: " + inspect(given) + ", which is no RFC 3339 time"};
}

result<value> time_from_literal(const ast::value& given) {
  if (given.kind == ast::value::kind_of::string && parse_rfc3339(given.text)) return value(given.text);
  return error{"Time cannot represent value: " + print(given) + ", which is no RFC 3339 time"};
}

// TestInstance: its source is a run_source.

value pass_of(const run_record& r) {
  if (r.status == run_status::running || r.status == run_status::skipped) return nullptr;
  return r.status == run_status::passed;
}

value end_of(const run_record& r) { return r.end_at ? value(format_rfc3339(*r.end_at)) : value(nullptr); }

value duration_of(const run_record& r) {
  if (r.status == run_status::running) return nullptr;
  return milliseconds(r.duration);
}

value cause_of(const run_record& r) {
  return r.cause.kind == failure_class::none ? value(nullptr) : value(r.cause.message);
}

value skip_reason_of(const run_record& r) {
  return r.status == run_status::skipped ? value(r.cause.message) : value(nullptr);
}

value class_of(const run_record& r) {
  return r.cause.kind == failure_class::none ? value(nullptr) : value(to_string(r.cause.kind));
}

field_definition run_field(std::string name, type_ref type, std::string description, value (*read)(const run_record&)) {
  return {
      std::move(name), std::move(description), type, {}, [read](const std::any& source, const call&) -> result<answer> {
        value got = read(std::any_cast<const run_source&>(source).record());
        return got.is_null() ? answer() : answer::leaf(std::move(got));
      }};
}

constexpr auto usage_field = plain_field<run_usage>;

result<answer> usage_of(const std::any& source, const call&) {
  const auto& usage = std::any_cast<const run_source&>(source).record().usage;
  return usage ? answer::object(*usage) : answer();
}

// Query

const store::store& runs_of(const std::any& root) { return std::any_cast<const sources*>(root)->runs; }

struct connection {
  store::run_page page;
  bool continued = false;  // with `after`
};

answer run_list(std::vector<run_record> runs) {
  answer::list out;
  out.reserve(runs.size());
  for (run_record& r : runs) out.push_back(answer::object(run_source(std::move(r))));
  return answer::of(std::move(out));
}

result<run_id> read_id(std::string_view text) {
  if (const auto id = run_id::parse(text)) return *id;
  return error{inspect(value(text)) + " is not the id of a run, which is a UUID."};
}

// The text of an argument, empty where it is absent or null.
std::optional<std::string_view> text_of(const call& c, std::string_view argument) {
  const value* v = c.arguments.if_contains(argument);
  return v && v->is_string() ? std::optional<std::string_view>(v->get_string()) : std::nullopt;
}

result<store::run_query> query_of(const call& c) {
  store::run_query q;
  const auto labels = labels_of(c);
  if (!labels) return labels.error();
  if (!labels->empty()) q.tests = labelled_tests(*std::any_cast<const sources*>(c.root), *labels);
  q.test = text_of(c, "name");
  if (const auto status = text_of(c, "status")) {
    q.status = parse_run_status(*status);
    if (!q.status)
      return error{inspect(value(*status)) +
                   " is not a status: those are running, passed, failed, interrupted and skipped."};
  }
  if (const auto kind = text_of(c, "class")) {
    q.kind = parse_failure_class(*kind);
    if (!q.kind)
      return error{inspect(value(*kind)) +
                   " is not a class: those are dns, connect, tls, timeout, http, assert, script, limit, exec and "
                   "interrupted."};
  }
  if (const value* attempt = c.arguments.if_contains("attempt"); attempt && attempt->is_int64()) {
    if (attempt->get_int64() < 1) return error{"`attempt` must be 1 or more."};
    q.attempt = static_cast<std::uint32_t>(attempt->get_int64());
  }
  if (const auto since = text_of(c, "since")) q.since = parse_rfc3339(*since);
  if (const auto until = text_of(c, "until")) q.until = parse_rfc3339(*until);
  const value& first = c.arguments.at("first");
  const std::int64_t limit = first.is_int64() ? first.get_int64() : first_default;
  if (limit < 1 || limit > first_most)
    return error{"`first` must be from 1 to " + std::to_string(first_most) + ", and is " + std::to_string(limit) + '.'};
  q.limit = static_cast<std::size_t>(limit);
  if (const auto after = text_of(c, "after")) {
    const auto id = read_id(*after);
    if (!id) return id.error();
    q.before = *id;
  }
  return q;
}

result<store::run_page> read_page(const std::any& root, const call& c, const store::run_query& query) {
  c.spend((query.status || query.kind ? search_cost : reading_cost) + run_cost * query.limit);
  return runs_of(root).list_runs(query);
}

// RunConnection: its source is a run_page; RunEdge's and TestInstance's is a run_source (Relay's Cursor Connections).

result<answer> runs(const std::any& root, const call& c) {
  const auto query = query_of(c);
  if (!query) return query.error();
  auto page = read_page(root, c, *query);
  if (!page) return page.error();
  return answer::object(connection{std::move(*page), query->before.has_value()});
}

result<answer> runs_of_page(const std::any& source, const call&) {
  return run_list(std::any_cast<const connection&>(source).page.runs);
}

// Where the page ended: past its last edge, where a filter matches seldom.
value end_cursor(const connection& c) {
  if (c.page.next) return value(c.page.next->text());
  return c.page.runs.empty() ? value() : value(c.page.runs.back().id.text());
}

value start_cursor(const connection& c) { return c.page.runs.empty() ? value() : value(c.page.runs.front().id.text()); }

result<answer> same(const std::any& source, const call&) { return answer::object(source); }

result<answer> tests(const std::any& root, const call& c) {
  const auto query = query_of(c);
  if (!query) return query.error();
  auto page = read_page(root, c, *query);
  if (!page) return page.error();
  if (page->next) {
    value& next = c.extensions["next"];
    if (!next.is_object()) next.emplace_object();
    next.get_object()[c.response_name] = page->next->text();
  }
  return run_list(std::move(page->runs));
}

result<answer> test(const std::any& root, const call& c) {
  const auto id = read_id(c.arguments.at("id").as_string());
  if (!id) return id.error();
  c.spend(reading_cost + run_cost);
  auto found = runs_of(root).find_run(*id);
  if (!found) return found.error();
  return *found ? answer::object(run_source(std::move(**found))) : answer();
}

result<answer> ongoing(const std::any& root, const call& c) {
  c.spend(reading_cost);
  auto found = runs_of(root).list_ongoing(static_cast<std::size_t>(first_most));
  if (!found) return found.error();
  c.spend(run_cost * found->size());
  return run_list(std::move(*found));
}

struct canary_types {
  schema types{"Runs of canaries: the latest, those that go on now, or one by its id."};

  canary_types() {
    const named_type& time = types.add({.kind = type_kind::scalar,
                                        .name = "Time",
                                        .description = "A time as RFC 3339 writes it, in UTC where canaryd writes it.",
                                        .specified_by = "https://www.rfc-editor.org/rfc/rfc3339",
                                        .input = {time_from_json, time_from_literal}});
    named_type& run = types.add(
        {.kind = type_kind::object, .name = "TestInstance", .description = "One run of a test.", .fields = {}});
    named_type& query = types.add(
        {.kind = type_kind::object, .name = "Query", .description = "Where every query starts.", .fields = {}});
    named_type& usage = types.add({.kind = type_kind::object,
                                   .name = "RunUsage",
                                   .description = "What a run took of the machine.",
                                   .fields = {}});
    const type_ref string = types.type("String"), integer = types.type("Int"), id = types.type("ID");
    const type_ref real = types.type("Float");
    usage.fields = {
        usage_field("cpu", non_null(real), "CPU time of its script in milliseconds, the making of its VM included.",
                    [](const run_usage& u) { return value(milliseconds(u.cpu)); }),
        usage_field("peak_memory", non_null(real), "How much memory its VM took at most, in bytes.",
                    [](const run_usage& u) { return number(u.peak_memory_bytes); }),
        usage_field("slices", non_null(real),
                    "Turns that it had: one to begin, one after each wait, one after each full time slice.",
                    [](const run_usage& u) { return number(u.slices); }),
        usage_field("allocations", non_null(real), "How often its script asked for memory.",
                    [](const run_usage& u) { return number(u.allocations); }),
    };
    field_definition registered = add_registered(types);
    run.fields = {
        run_field("id", non_null(id), "A UUID that sorts by time.",
                  [](const run_record& r) -> value { return value(r.id.text()); }),
        run_field("name", non_null(string), "The test's.", [](const run_record& r) { return value(r.test); }),
        run_field("start_at", non_null(time), "",
                  [](const run_record& r) { return value(format_rfc3339(r.start_at)); }),
        run_field("end_at", time, "Null while it runs.", end_of),
        run_field("pass", types.type("Boolean"),
                  "Null while it runs, and where it was skipped; false where it failed or was interrupted.", pass_of),
        run_field("fail_cause", string, "Why it did not pass, as a sentence.", cause_of),
        run_field("skip_reason", string, "Why its script skipped it; null where it did not.", skip_reason_of),
        run_field("status", non_null(string), "running, passed, failed, interrupted or skipped.",
                  [](const run_record& r) { return value(to_string(r.status)); }),
        run_field("class", string,
                  "What let it down: dns, connect, tls, timeout, http, assert, script, limit, exec or interrupted.",
                  class_of),
        run_field("trigger", non_null(string), "What set it off: schedule, manual or command_line.",
                  [](const run_record& r) { return value(to_string(r.trigger)); }),
        run_field("attempt", non_null(integer), "1, or more where it repeats a failed one.",
                  [](const run_record& r) { return value(static_cast<std::int64_t>(r.attempt)); }),
        run_field("duration", real, "In milliseconds. Null while it runs.", duration_of),
        {"usage",
         "Null while it runs, where canaryd ended before it did, and for runs that an older canaryd stored.",
         usage,
         {},
         usage_of},
        registered_test_field(types),
    };
    for (field_definition& f : add_details(types)) run.fields.push_back(std::move(f));
    const std::vector<argument_definition> which = {
        {"name", "Only of the test of this name.", string},
        {"status", "Only those that are running, passed, failed, interrupted or skipped.", string},
        {"class", "Only those that this let down.", string},
        {"attempt", "Only those of this attempt: 1 for the first.", integer},
        label_argument(types, "Only of tests that have these labels now: name=value, or name for any value."),
        {"since", "Only those started at this time or later.", time},
        {"until", "Only those started before this time.", time},
        {"first", "So many at most, up to 1000.", integer, value(first_default)},
        {"after", "Only those older than the run of this id.", id}};
    query.fields = {
        {"tests", "Runs, newest first. Where older ones may follow, `extensions.next` has the id to give as `after`.",
         non_null(list_of(non_null(run))), which, tests},
        {"runs",
         "The same as a connection, for clients that page by cursors. A page may hold fewer than `first`, and yet have "
         "a "
         "next one.",
         non_null(add_connection(run)), which, runs},
        {"test", "The run of this id, or null.", run, {{"id", "A UUID.", non_null(string)}}, test},
        add_summaries(types),
        std::move(registered),
        {"ongoingTests", "Runs that go on now, oldest first.", non_null(list_of(non_null(run))), {}, ongoing},
    };
    add_mutations(types);
  }

  // Cursors are ids.
  const named_type& add_connection(const named_type& run) {
    const type_ref string = types.type("String"), boolean = types.type("Boolean");
    constexpr auto page_field = plain_field<connection>;
    const named_type& edge =
        types.add({.kind = type_kind::object,
                   .name = "RunEdge",
                   .description = "A run and where it stands.",
                   .fields = {run_field("cursor", non_null(string), "To give as `after`.",
                                        [](const run_record& r) -> value { return value(r.id.text()); }),
                              {"node", "", non_null(run), {}, same}}});
    const named_type& page =
        types.add({.kind = type_kind::object,
                   .name = "PageInfo",
                   .description = "Whether more follows, and how to get it.",
                   .fields = {page_field("hasNextPage", non_null(boolean), "Whether older runs may follow.",
                                         [](const connection& c) { return value(c.page.next.has_value()); }),
                              page_field("hasPreviousPage", non_null(boolean), "Whether `after` was given.",
                                         [](const connection& c) { return value(c.continued); }),
                              page_field("startCursor", string, "Null where the page is empty.", start_cursor),
                              page_field("endCursor", string, "To give as `after`.", end_cursor)}});
    return types.add(
        {.kind = type_kind::object,
         .name = "RunConnection",
         .description = "A page of runs, newest first.",
         .fields = {{"edges", "", non_null(list_of(non_null(edge))), {}, runs_of_page},
                    {"nodes", "The runs of the edges.", non_null(list_of(non_null(run))), {}, runs_of_page},
                    {"pageInfo", "", non_null(page), {}, same}}});
  }
};

}  // namespace

const schema& canary_schema() {
  static const canary_types built;
  return built.types;
}

}  // namespace canary::api::graphql
