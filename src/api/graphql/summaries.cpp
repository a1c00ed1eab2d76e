#include "summaries.hpp"

#include "fields.hpp"

#include "canary/api/graphql/sources.hpp"

namespace canary::api::graphql {
namespace {

using boost::json::value;

constexpr std::size_t summary_cost = 2000;

struct class_count {
  failure_class kind = failure_class::none;
  std::uint64_t count = 0;
};

constexpr auto summary_field = plain_field<store::summary>;
constexpr auto count_field = plain_field<class_count>;

value uptime_of(const store::summary& s) {
  const auto uptime = s.total.uptime();
  return uptime ? value(*uptime) : value();
}

value mean_of(const store::summary& s) {
  const std::uint64_t measured = s.total.durations.count();
  return measured > 0 ? value(milliseconds(s.total.total_duration) / static_cast<double>(measured)) : value();
}

result<answer> quantile_of(const std::any& source, const call& c) {
  const double share = c.arguments.at("share").to_number<double>();
  if (!(share >= 0 && share <= 1)) return error{"`share` must be from 0 to 1."};
  const auto found = std::any_cast<const store::summary&>(source).total.durations.quantile(share);
  return found ? answer::leaf(milliseconds(*found)) : answer();
}

result<answer> classes_of(const std::any& source, const call&) {
  answer::list out;
  const auto& counts = std::any_cast<const store::summary&>(source).total.by_class;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] > 0) out.push_back(answer::object(class_count{static_cast<failure_class>(i), counts[i]}));
  }
  return answer::of(std::move(out));
}

result<answer> summary(const std::any& root, const call& c) {
  c.spend(summary_cost);
  const auto since = parse_rfc3339(c.arguments.at("since").as_string());
  const auto until = parse_rfc3339(c.arguments.at("until").as_string());
  if (!since || !until) return error{"`since` and `until` must be times."};
  auto found = std::any_cast<const sources*>(root)->runs.summarize(c.arguments.at("name").as_string(), *since, *until);
  if (!found) return found.error();
  return answer::object(std::move(*found));
}

}  // namespace

field_definition add_summaries(schema& to) {
  const type_ref string = to.type("String"), real = to.type("Float"), time = to.type("Time");
  const named_type& count = to.add(
      {.kind = type_kind::object,
       .name = "ClassCount",
       .description = "How many runs one class let down.",
       .fields = {
           count_field("class", non_null(string), "", [](const class_count& c) { return value(to_string(c.kind)); }),
           count_field("count", non_null(real), "", [](const class_count& c) { return number(c.count); })}});
  const named_type& type = to.add(
      {.kind = type_kind::object,
       .name = "RunSummary",
       .description = "What became of the runs of a test in a stretch of time.",
       .fields = {
           summary_field("since", non_null(time), "Where it begins: as asked, or at the hour before.",
                         [](const store::summary& s) { return value(format_rfc3339(s.since)); }),
           summary_field("until", non_null(time), "Where it ends: as asked, or at the hour after.",
                         [](const store::summary& s) { return value(format_rfc3339(s.until)); }),
           summary_field("passed", non_null(real), "", [](const store::summary& s) { return number(s.total.passed); }),
           summary_field("failed", non_null(real), "", [](const store::summary& s) { return number(s.total.failed); }),
           summary_field("interrupted", non_null(real), "",
                         [](const store::summary& s) { return number(s.total.interrupted); }),
           summary_field("skipped", non_null(real), "Their scripts called test.skip.",
                         [](const store::summary& s) { return number(s.total.skipped); }),
           {"classes", "Of those that failed or were interrupted.", non_null(list_of(non_null(count))), {}, classes_of},
           summary_field("uptime", real, "Which share of those that passed or failed has passed. Null where none has.",
                         uptime_of),
           summary_field("mean_duration", real, "In milliseconds, of those that passed or failed.", mean_of),
           {"duration_quantile",
            "The duration, in milliseconds, that this share of the runs does not exceed; within one percent.",
            real,
            {{"share", "From 0 to 1: 0.99 for the 99th percentile.", non_null(real)}},
            quantile_of}}});
  return {"summary",
          "What became of the runs of a test that began in a stretch of time.",
          non_null(type),
          {{"name", "The test's.", non_null(string)},
           {"since", "From this time on.", non_null(time)},
           {"until", "Before this time.", non_null(time)}},
          summary};
}

}  // namespace canary::api::graphql
