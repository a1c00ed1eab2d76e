#pragma once
// JavaScript (ES5) as people write it: literals and objects, on one line where they fit.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canary::command {

/// In single quotes. `text` is UTF-8; control characters, and line ends that JavaScript knows, are escaped.
std::string js_text(std::string_view text);

/// As a member's name: as it stands where it is an identifier, else in quotes.
std::string js_key(std::string_view name);

bool is_js_reserved(std::string_view word);

/// An expression, or an object or array of expressions.
class js_value {
 public:
  static js_value expression(std::string code);
  static js_value object();
  static js_value array();

  void add(std::string_view name, js_value value);  ///< of an object
  void add(js_value value);                         ///< of an array
  bool empty() const { return members_.empty(); }   ///< of an object or array

  /// As code that begins in `column`, from 0, within lines that are indented by `indentation`.
  std::string code(std::size_t indentation, std::size_t column) const;

 private:
  enum class kind : unsigned char { expression, object, array };
  explicit js_value(kind what) : what_(what) {}
  std::string on_one_line() const;

  kind what_;
  std::string code_;
  std::vector<std::pair<std::string, js_value>> members_;
};

}  // namespace canary::command
