#include "script/modules/options.hpp"

#include "canary/core/duration.hpp"
#include "canary/core/nearest_name.hpp"
#include "script/binding.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace canary::script {

void read_options(duk_context* ctx, duk_idx_t index, const std::string& caller,
                  std::initializer_list<std::string_view> known, const std::function<void(const std::string&)>& take) {
  if (duk_is_null_or_undefined(ctx, index)) return;
  if (!duk_is_object(ctx, index) || duk_is_array(ctx, index) || duk_is_function(ctx, index)) {
    throw_type_error(ctx, caller + ": the options must be an object, not " + kind_of(ctx, index));
  }
  duk_enum(ctx, index, DUK_ENUM_OWN_PROPERTIES_ONLY);
  while (duk_next(ctx, -1, 1)) {
    const std::string name = text_at(ctx, -2);
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      const std::vector<std::string_view> names(known);
      const auto near = nearest_name(name, names);
      throw_type_error(ctx, caller + ": there is no option '" + name + "'" +
                                (near ? "; did you mean '" + std::string(*near) + "'?" : ""));
    }
    if (!duk_is_undefined(ctx, -1)) take(name);
    duk_pop_2(ctx);
  }
  duk_pop(ctx);
}

nanoseconds duration_option(duk_context* ctx, const std::string& caller, const std::string& name) {
  const std::string option = caller + ": the option '" + name + "'";
  nanoseconds read{};
  if (duk_is_number(ctx, -1)) {
    constexpr double most_ms = 86'400'000;
    const double ms = duk_get_number(ctx, -1);
    if (!(ms > 0 && ms <= most_ms)) throw_type_error(ctx, option + " must be more than 0, and a day at most");
    read = nanoseconds{static_cast<std::int64_t>(ms * 1e6)};
  } else {
    const bool is_text = duk_is_string(ctx, -1) && !duk_is_symbol(ctx, -1);
    const auto parsed = parse_duration(is_text ? text_at(ctx, -1) : kind_of(ctx, -1));
    if (!parsed) throw_type_error(ctx, option + ": " + parsed.error().message);
    read = *parsed;
  }
  if (read <= nanoseconds{0}) throw_type_error(ctx, option + " must be more than 0");
  return read;
}

std::string string_argument(duk_context* ctx, duk_idx_t index, const std::string& caller, const char* what) {
  if (!duk_is_string(ctx, index) || duk_is_symbol(ctx, index)) {
    throw_type_error(ctx, caller + ": the " + what + " must be a string, not " + kind_of(ctx, index));
  }
  return text_at(ctx, index);
}

std::uint32_t number_argument(duk_context* ctx, duk_idx_t index, const std::string& caller, const char* what,
                              std::uint32_t least, std::uint32_t most) {
  const double value = duk_is_number(ctx, index) ? duk_get_number(ctx, index) : std::nan("");
  if (!(value >= least && value <= most) || value != std::floor(value)) {
    throw_type_error(ctx, caller + ": the " + what + " must be a whole number from " + std::to_string(least) + " to " +
                              std::to_string(most) + ", not " +
                              (duk_is_number(ctx, index) ? to_text(ctx, index) : kind_of(ctx, index)));
  }
  return static_cast<std::uint32_t>(value);
}

}  // namespace canary::script
