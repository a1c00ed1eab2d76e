// JSON that we write: whatever a text holds, it is JSON and UTF-8, and reads back as what it was.

#include "canary/core/json_text.hpp"

#include "canary/core/utf8.hpp"
#include "fuzz/fuzz.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <bit>
#include <cmath>

namespace {

namespace json = boost::json;

// Boost.JSON 1.81 may read a number a last digit off.
bool same(const json::value& a, const json::value& b) {
  if (a.is_object() && b.is_object()) {
    return std::equal(a.get_object().begin(), a.get_object().end(), b.get_object().begin(), b.get_object().end(),
                      [](const auto& x, const auto& y) { return x.key() == y.key() && same(x.value(), y.value()); });
  }
  if (a.is_array() && b.is_array()) {
    return std::equal(a.get_array().begin(), a.get_array().end(), b.get_array().begin(), b.get_array().end(), same);
  }
  if (!a.is_double() || b.is_string()) return a == b;
  const double wanted = a.get_double(), got = b.is_null() ? INFINITY : b.to_number<double>();
  return !std::isfinite(wanted) ? !std::isfinite(got) : std::abs(got - wanted) <= 1e-12 * std::abs(wanted);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const canary::fuzz::exact copy({reinterpret_cast<const char*>(data), size});
  boost::system::error_code failed;
  std::string quoted;
  canary::append_json_string(quoted, copy.text());
  MUST_HOLD(canary::valid_utf8(quoted));
  const auto string = json::parse(quoted, failed);
  MUST_HOLD(!failed && string.is_string());
  if (canary::valid_utf8(copy.text())) MUST_HOLD(string.get_string() == copy.text());

  canary::fuzz::input in(data, size);
  const auto number = std::bit_cast<double>(in.number());
  std::string digits;
  canary::append_json_number(digits, number);
  MUST_HOLD(std::isfinite(number) ? std::strtod(digits.c_str(), nullptr) == number : digits == "null");

  const auto value = json::parse(copy.text(), failed);
  if (failed) return 0;
  const std::string written = canary::json_text(value);
  const auto again = json::parse(written, failed);
  MUST_HOLD(!failed && same(value, again));
  std::string pieces;
  canary::append_json([&]() -> std::string& { return pieces; }, value);
  MUST_HOLD(pieces == written);
  return 0;
}
