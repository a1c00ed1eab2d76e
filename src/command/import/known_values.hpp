#pragma once
// Values that a canary must not or need not have in its source, and what stands there in their place.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace canary::command {

/// A sum of texts and expressions: "site + '/orders/' + id".
class js_sum {
 public:
  void text(std::string_view more) { pending_ += more; }
  void expression(std::string_view code);
  std::string code() &&;  ///< '' as an empty text

 private:
  std::string out_, pending_;
};

class known_values {
 public:
  /// `code` stands for `value` from this request on.
  void add(std::string value, std::string code, std::size_t from_request);

  bool has(std::string_view value) const;

  /// Adds `text`, which request number `request` sends, to the sum: what of it is known as its code.
  void add_to(js_sum& sum, std::string_view text, std::size_t request) const;

  std::string code(std::string_view text, std::size_t request) const;

  /// With *** in the place of each known value, percent-encoded or not, for comments and messages.
  std::string masked(std::string_view text) const;

 private:
  struct known {
    std::string value, code;
    std::size_t from;
  };
  struct match {
    std::size_t at;
    const known* what;
  };
  /// The first in `text`, the longest of those that begin there; `what` is nullptr where there is none.
  match first_in(std::string_view text, std::size_t request) const;

  /// Where one of `all_` has this value as a whole, nullptr otherwise.
  const known* find(std::string_view value) const;
  std::string plainly_masked(std::string_view text) const;

  std::vector<known> all_;
  std::unordered_map<std::string, std::size_t> by_value_;
};

}  // namespace canary::command
