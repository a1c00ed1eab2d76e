#include "canary/api/query_parameters.hpp"

#include "canary/api/percent.hpp"
#include "parse_text.hpp"

#include <algorithm>
#include <limits>

namespace canary::api {
namespace {

constexpr std::string_view repeatable = "label";
constexpr std::size_t most_repeated = 20;

// As much as a message should repeat, in whole characters.
std::string in_quotes(std::string_view text) {
  std::size_t size = std::min<std::size_t>(text.size(), 100);
  while (size > 0 && size < text.size() && (text[size] & 0xc0) == 0x80) --size;
  return "'" + std::string(text.substr(0, size)) + "'";
}

result<std::optional<wall_time>> read_time(const query_parameters& from, std::string_view name) {
  const auto text = from.find(name);
  if (!text) return std::optional<wall_time>();
  const auto time = parse_rfc3339(*text);
  if (time) return time;
  return wrong_parameter(name, *text, "write a time like 2026-11-22T12:00:00Z (in a URL, the + of an offset is %2B)");
}

}  // namespace

error wrong_parameter(std::string_view name, std::string_view value, std::string_view right) {
  return {"parameter '" + std::string(name) + "': " + std::string(right) + ", and not " + in_quotes(value)};
}

result<query_parameters> query_parameters::parse(std::string_view query) {
  query_parameters out;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const auto pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    const auto middle = std::min(pair.find('='), pair.size());
    auto name = percent_decode(pair.substr(0, middle), plus::space);
    auto value = percent_decode(pair.substr(std::min(middle + 1, pair.size())), plus::space);
    if (!name || !value) return error{"the query has a broken percent-encoding, or is not UTF-8"};
    const std::size_t before = out.values_.count(*name);
    if (before > 0 && *name != repeatable) return error{"parameter " + in_quotes(*name) + " is given twice"};
    if (before == most_repeated) return error{"parameter " + in_quotes(*name) + " is given more than 20 times"};
    out.values_.emplace(std::move(*name), std::move(*value));
  }
  return out;
}

result<void> query_parameters::check_known(std::initializer_list<std::string_view> known) const {
  for (const auto& [name, value] : values_) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    std::string list;
    for (const auto right : known) list += (list.empty() ? "" : ", ") + std::string(right);
    return error{"there is no parameter " + in_quotes(name) + " here; " +
                 (list.empty() ? "none is taken" : "these are taken: " + list)};
  }
  return {};
}

std::optional<std::string_view> query_parameters::find(std::string_view name) const {
  const auto it = values_.find(name);
  if (it == values_.end()) return std::nullopt;
  return it->second;
}

std::vector<std::string_view> query_parameters::find_all(std::string_view name) const {
  std::vector<std::string_view> out;
  for (auto [at, end] = values_.equal_range(name); at != end; ++at) out.push_back(at->second);
  return out;
}

result<std::size_t> read_limit(const query_parameters& from) {
  const auto text = from.find("limit");
  if (!text) return default_limit;
  const auto value = parse_number(*text);
  if (value && *value >= 1 && *value <= most_limit) return *value;
  return wrong_parameter("limit", *text, "write a number from 1 to 1000");
}

result<std::optional<failure_class>> read_failure_class(const query_parameters& from) {
  const auto name = from.find("class");
  if (!name) return std::optional<failure_class>();
  if (const auto kind = parse_failure_class(*name)) return kind;
  return wrong_parameter("class", *name,
                         "write dns, connect, tls, timeout, http, assert, script, limit, exec or interrupted");
}

result<std::vector<label_condition>> read_labels(const query_parameters& from) {
  std::vector<label_condition> out;
  for (const auto text : from.find_all("label")) {
    auto condition = parse_label_condition(text);
    if (!condition) return wrong_parameter("label", text, condition.error().message);
    out.push_back(std::move(*condition));
  }
  return out;
}

result<time_bounds> read_times(const query_parameters& from) {
  const auto since = read_time(from, "since"), until = read_time(from, "until");
  if (!since) return since.error();
  if (!until) return until.error();
  return time_bounds{*since, *until};
}

result<store::run_query> read_run_query(const query_parameters& from) {
  store::run_query out;
  const auto limit = read_limit(from);
  if (!limit) return limit.error();
  out.limit = *limit;
  const auto times = read_times(from);
  if (!times) return times.error();
  out.since = times->since;
  out.until = times->until;
  if (const auto name = from.find("status")) {
    out.status = parse_run_status(*name);
    if (!out.status) return wrong_parameter("status", *name, "write running, passed, failed, interrupted or skipped");
  }
  const auto kind = read_failure_class(from);
  if (!kind) return kind.error();
  out.kind = *kind;
  if (const auto text = from.find("attempt")) {
    const auto attempt = parse_number(*text);
    if (!attempt || *attempt < 1 || *attempt > std::numeric_limits<std::uint32_t>::max()) {
      return wrong_parameter("attempt", *text, "write a number from 1 on");
    }
    out.attempt = static_cast<std::uint32_t>(*attempt);
  }
  if (const auto id = from.find("cursor")) {
    out.before = run_id::parse(*id);
    if (!out.before) return wrong_parameter("cursor", *id, "write the 'next' of the page before");
  }
  if (const auto name = from.find("test")) out.test = std::string(*name);
  return out;
}

std::string to_string(const test_cursor& c) { return std::to_string(c.index) + '.' + c.name; }

result<std::optional<test_cursor>> read_test_cursor(const query_parameters& from) {
  const auto text = from.find("cursor");
  if (!text) return std::optional<test_cursor>();
  const auto dot = std::min(text->find('.'), text->size());
  const auto index = parse_number(text->substr(0, dot));
  if (index && dot < text->size()) return std::optional(test_cursor{*index, std::string(text->substr(dot + 1))});
  return wrong_parameter("cursor", *text, "write the 'next' of the page before");
}

}  // namespace canary::api
