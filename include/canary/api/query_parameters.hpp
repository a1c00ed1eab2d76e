#pragma once
// The part of a URL after '?', read and checked.

#include "canary/core/labels.hpp"
#include "canary/core/result.hpp"
#include "canary/store/store.hpp"

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canary::api {

/// Names and values, decoded. Each name stands once, but `label`, which may be repeated. Errors name the parameter, and
/// what would be right.
class query_parameters {
 public:
  static result<query_parameters> parse(std::string_view query);

  /// An error where there is a name that is none of `known`.
  result<void> check_known(std::initializer_list<std::string_view> known) const;

  /// Empty where it is not given.
  std::optional<std::string_view> find(std::string_view name) const;

  /// Every value of it, in the order of the query.
  std::vector<std::string_view> find_all(std::string_view name) const;

 private:
  std::multimap<std::string, std::string, std::less<>> values_;
};

/// "parameter 'limit': write a number from 1 to 1000, and not '0'". `right` is what would be right.
error wrong_parameter(std::string_view name, std::string_view value, std::string_view right);

inline constexpr std::size_t default_limit = 100;
inline constexpr std::size_t most_limit = 1000;

/// `limit`, 1 to `most_limit`.
result<std::size_t> read_limit(const query_parameters& from);

/// `class`. Empty where it is not given.
result<std::optional<failure_class>> read_failure_class(const query_parameters& from);

/// Each `label`, 'name=value' or 'name': all of them must hold. None where it is not given.
result<std::vector<label_condition>> read_labels(const query_parameters& from);

struct time_bounds {
  std::optional<wall_time> since, until;
};

/// since, until: RFC 3339.
result<time_bounds> read_times(const query_parameters& from);

/// status, class, attempt, since, until, limit, cursor; and test.
result<store::run_query> read_run_query(const query_parameters& from);

/// Where a listing of tests goes on: after the test at `index`, which was named `name`.
struct test_cursor {
  std::size_t index = 0;
  std::string name;
};

/// '57.login flow'.
std::string to_string(const test_cursor& c);

/// `cursor`. Empty where it is not given.
result<std::optional<test_cursor>> read_test_cursor(const query_parameters& from);

}  // namespace canary::api
