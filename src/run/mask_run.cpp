#include "run/mask_run.hpp"

#include "canary/core/json_text.hpp"

#include <boost/json/array.hpp>

namespace canary::run {
namespace {

void mask_value(boost::json::value& v, const secret_masking& by) {
  if (v.is_object()) return mask_fields(v.get_object(), by);
  if (v.is_array()) {
    for (auto& each : v.get_array()) mask_value(each, by);
  } else if (v.is_string()) {
    std::string text(v.get_string());
    by.mask(text);
    v.get_string() = text;
  } else if (v.is_number()) {
    const std::string digits = json_text(v);  // as everything shows it
    std::string text = digits;
    by.mask(text);
    if (text != digits) v = text;
  }
}

}  // namespace

void mask_fields(boost::json::object& fields, const secret_masking& by) {
  boost::json::object out;
  for (auto& [key, value] : fields) {
    std::string name(key);
    by.mask(name);
    mask_value(value, by);
    out[name] = std::move(value);
  }
  fields = std::move(out);
}

void mask_run(run_result& of, const secret_masking& by) {
  if (by.empty()) return;
  by.mask(of.record.cause.message);
  for (auto& each : of.details.requests) {
    by.mask(each.method);
    by.mask(each.url);
    by.mask(each.error.message);
  }
  for (auto& each : of.details.steps) {
    by.mask(each.name);
    by.mask(each.error);
  }
  for (auto& each : of.details.checks) by.mask(each.name);
  if (auto& e = of.details.error) {
    for (std::string* text : {&e->message, &e->stack, &e->file, &e->excerpt, &e->expected, &e->actual}) by.mask(*text);
  }
}

}  // namespace canary::run
