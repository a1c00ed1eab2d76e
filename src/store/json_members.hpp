#pragma once
// The members of a JSON object from outside, taken one by one, so that none is misread and none is overlooked.

#include "canary/core/time.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace canary::store {

/// What is wrong with the text: a sentence that names the member.
struct bad_member : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// All of these throw `bad_member`. `where` is how messages name the object: '' for the run itself, 'logs[3]'.
class json_members {
 public:
  json_members(const boost::json::object& from, std::string where) : from_(from), where_(std::move(where)) {}

  /// Null where there is none.
  const boost::json::value* find(std::string_view name);
  const boost::json::value& need(std::string_view name);
  bool has(std::string_view name) const { return from_.contains(name); }

  std::string text(std::string_view name);
  std::string text_if_any(std::string_view name);
  /// One of a few words, as they are.
  std::string_view word(std::string_view name);
  wall_time time(std::string_view name);
  bool flag_if_any(std::string_view name);
  /// From `least` to `most`; `otherwise` where there is none.
  std::int64_t integer(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t otherwise);
  std::uint64_t natural(std::string_view name);
  std::uint64_t natural_if_any(std::string_view name);
  json_members object(std::string_view name);
  /// Null where there is none.
  const boost::json::array* list(std::string_view name);

  /// The object at `index` of the list `name`.
  json_members element(std::string_view name, const boost::json::array& list, std::size_t index) const;

  /// Every member was asked for.
  void finish() const;

  [[noreturn]] void fail(std::string_view name, const std::string& what) const;

 private:
  std::string place(std::string_view name) const;

  const boost::json::object& from_;
  std::string where_;
  std::size_t taken_ = 0;
  std::string asked_;  ///< names, each between two '/'
};

}  // namespace canary::store
