#include "command/import/json_body.hpp"

#include "canary/core/json_text.hpp"
#include "command/import/form_text.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <cmath>

namespace canary::command {
namespace {

namespace json = boost::json;

constexpr double exact = 9007199254740992;  // 2^53

bool is_writable(const json::value& value) {
  if (value.is_object()) {
    return std::all_of(value.get_object().begin(), value.get_object().end(),
                       [](const auto& each) { return each.key() != "__proto__" && is_writable(each.value()); });
  }
  if (value.is_array()) return std::all_of(value.get_array().begin(), value.get_array().end(), is_writable);
  if (value.is_int64()) return std::abs(static_cast<double>(value.get_int64())) < exact;
  return !value.is_uint64() && (!value.is_double() || std::isfinite(value.get_double()));
}

}  // namespace

std::optional<json::value> json_body(const recorded_request& request) {
  if (request.has != recorded_body::text) return std::nullopt;
  const std::string_view type = header_of(request, "Content-Type");
  // People often forget to say that it is JSON, and curl calls it a form then.
  if (!is_json_type(type) && !request.text.starts_with('{') && !request.text.starts_with('[')) return std::nullopt;
  boost::system::error_code failed;
  auto value = json::parse(request.text, failed);
  if (failed || (!value.is_object() && !value.is_array()) || !is_writable(value)) return std::nullopt;
  return value;
}

js_value json_code(const json::value& value, const known_values& known, std::size_t request) {
  if (value.is_object()) {
    auto out = js_value::object();
    for (const auto& [name, each] : value.get_object()) out.add(name, json_code(each, known, request));
    return out;
  }
  if (value.is_array()) {
    auto out = js_value::array();
    for (const auto& each : value.get_array()) out.add(json_code(each, known, request));
    return out;
  }
  if (value.is_string()) return js_value::expression(known.code(value.get_string(), request));
  const std::string text = json_text(value);
  const bool secret = value.is_number() && known.has(text);
  return js_value::expression(secret ? "Number(" + known.code(text, request) + ")" : text);
}

}  // namespace canary::command
