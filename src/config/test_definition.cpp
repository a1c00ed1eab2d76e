#include "canary/config/test_definition.hpp"

#include "canary/core/byte_size.hpp"
#include "canary/core/duration.hpp"
#include "canary/core/nearest_name.hpp"
#include "canary/core/utf8.hpp"
#include "config/about_test.hpp"

#include <algorithm>
#include <array>

namespace canary::config {
namespace {

using problem = definition_problem;

constexpr std::array<std::string_view, 10> keys{"name",   "frequency",    "timeout",     "concurrency", "paused",
                                                "labels", "memory_limit", "description", "owner",       "runbook"};
constexpr nanoseconds least_frequency = std::chrono::milliseconds{10};
constexpr nanoseconds longest = std::chrono::hours{24 * 366};
constexpr std::size_t longest_name = 200;

problem unknown_key(std::string_view key, const char* of) {
  std::string message = std::string(of) + " has no key '" + std::string(key) + "'";
  if (const auto near = nearest_name(key, keys)) {
    message += "; did you mean '" + std::string(*near) + "'?";
  } else {
    message +=
        "; it has name, frequency, timeout, concurrency, paused, memory_limit, labels, description, owner and runbook";
  }
  return {std::move(message), std::string(key)};
}

boost::system::result<nanoseconds, problem> duration_of(std::string_view key, const boost::json::value& v,
                                                        nanoseconds least) {
  if (!v.is_string()) {
    return problem{std::string(key) + " must be a duration such as '30s', not " + kind_name(v), std::string(key)};
  }
  const std::string text(v.get_string());
  const auto parsed = parse_duration(text);
  if (!parsed) return problem{std::string(key) + ": " + parsed.error().message, text.empty() ? std::string(key) : text};
  if (*parsed < least) {
    return problem{std::string(key) + " must be at least " + format_duration(least) + ", not '" + text + "'", text};
  }
  if (*parsed > longest) return problem{std::string(key) + " must be at most a year, not '" + text + "'", text};
  return *parsed;
}

boost::system::result<void, problem> apply(test& t, std::string_view key, const boost::json::value& v) {
  if (key == "frequency" || key == "timeout") {
    const auto parsed = duration_of(key, v, key == "frequency" ? least_frequency : std::chrono::milliseconds{1});
    if (!parsed) return parsed.error();
    (key == "frequency" ? t.frequency : t.timeout) = *parsed;
  } else if (key == "concurrency") {
    for (const auto policy : {concurrency_policy::forbid, concurrency_policy::allow, concurrency_policy::replace}) {
      if (!v.is_string() || v.get_string() != to_string(policy)) continue;
      t.concurrency = policy;
      return {};
    }
    return problem{"concurrency must be 'forbid', 'allow' or 'replace', not " + kind_name(v),
                   v.is_string() ? std::string(v.get_string()) : "concurrency"};
  } else if (key == "paused") {
    if (!v.is_bool()) return problem{"paused must be true or false, not " + kind_name(v), "paused"};
    t.paused = v.get_bool();
  } else if (key == "memory_limit") {
    if (!v.is_string())
      return problem{"memory_limit must be a size such as '64MiB', not " + kind_name(v), "memory_limit"};
    const std::string text(v.get_string());
    const auto parsed = parse_byte_size(text);
    if (!parsed) return problem{"memory_limit: " + parsed.error().message, text};
    if (*parsed < (1u << 20) || *parsed > (std::uint64_t{4} << 30)) {
      return problem{"memory_limit must be from 1MiB to 4GiB, not '" + text + "'", text};
    }
    t.memory_limit = *parsed;
  } else if (key == "labels") {
    return read_labels(t.labels, v);
  } else {
    auto text = read_about(key, v);
    if (!text) return text.error();
    (key == "description" ? t.description : key == "owner" ? t.owner : t.runbook) = std::move(*text);
  }
  return {};
}

boost::system::result<void, problem> check_name(const boost::json::object& options, test& t) {
  const auto* name = options.if_contains("name");
  if (name == nullptr || name->is_null()) return problem{"a test needs a name: register_test({ name: '…', … }, …)", ""};
  if (!name->is_string()) return problem{"name must be a text, not " + kind_name(*name), "name"};
  t.name = std::string(name->get_string());
  if (t.name.empty()) return problem{"name must not be empty", "name"};
  if (t.name == "." || t.name == "..")
    return problem{"name must not be '" + t.name + "': no address could show it", "name"};
  if (t.name.size() > longest_name) return problem{"name must be at most 200 bytes long", "name"};
  for (std::size_t i = 0; i < t.name.size(); ++i) {
    if (control_length(std::string_view(t.name).substr(i)) > 0) {
      return problem{"name must have no control characters", "name"};
    }
  }
  return {};
}

std::vector<problem> apply_all(test& t, const boost::json::object& from, const char* of) {
  std::vector<problem> wrong;
  for (const auto& option : from) {
    if (std::find(keys.begin(), keys.end(), option.key()) == keys.end()) {
      wrong.push_back(unknown_key(option.key(), of));
    } else if (option.key() != "name" && !option.value().is_null()) {
      if (auto applied = apply(t, option.key(), option.value()); !applied) wrong.push_back(applied.error());
    }
  }
  return wrong;
}

}  // namespace

std::vector<definition_problem> check_defaults(const boost::json::object& defaults) {
  test ignored;
  auto wrong = apply_all(ignored, defaults, "defaults");
  if (defaults.contains("name")) wrong.push_back({"defaults cannot hold a name: each test has its own", "name"});
  return wrong;
}

boost::system::result<test, definition_problem> define_test(const boost::json::object& options,
                                                            const boost::json::object& defaults,
                                                            std::uint64_t default_memory_limit) {
  test t;
  t.memory_limit = default_memory_limit;
  if (const auto named = check_name(options, t); !named) return named.error();
  if (const auto wrong = apply_all(t, defaults, "defaults"); !wrong.empty()) return wrong.front();
  if (const auto wrong = apply_all(t, options, "register_test"); !wrong.empty()) return wrong.front();
  if (t.frequency == nanoseconds{0}) {
    return problem{"the test '" + t.name + "' needs a frequency, such as frequency: '1m'", t.name};
  }
  if (t.timeout == nanoseconds{0}) {
    return problem{"the test '" + t.name + "' needs a timeout, such as timeout: '30s'", t.name};
  }
  return t;
}

}  // namespace canary::config
