#include "script/modules/call_options.hpp"

#include "canary/core/duration.hpp"
#include "canary/core/nearest_name.hpp"
#include "script/binding.hpp"

#include <algorithm>
#include <cmath>

namespace canary::script {
namespace {

// What was given, as it stands in the script where that is short.
std::string shown(duk_context* ctx) { return duk_is_number(ctx, -1) ? to_text(ctx, -1) : kind_of(ctx, -1); }

}  // namespace

std::string call_options::named(const std::string& name) const {
  return "the option '" + std::string(inside_) + name + "'";
}

void call_options::refuse(const std::string& what) const { throw_type_error(ctx_, std::string(call_) + ": " + what); }

void call_options::each(duk_idx_t index, std::string_view argument, std::span<const std::string_view> known,
                        const std::function<void(const std::string&)>& read) const {
  if (duk_is_null_or_undefined(ctx_, index)) return;
  if (!duk_is_object(ctx_, index) || duk_is_array(ctx_, index) || duk_is_function(ctx_, index)) {
    refuse(std::string(argument) + " must be an object, not " + kind_of(ctx_, index));
  }
  duk_enum(ctx_, index, DUK_ENUM_OWN_PROPERTIES_ONLY);
  while (duk_next(ctx_, -1, 1)) {
    const std::string name = text_at(ctx_, -2);
    if (!known.empty() && std::find(known.begin(), known.end(), name) == known.end()) unknown(name, known);
    if (!duk_is_undefined(ctx_, -1)) read(name);
    duk_pop_2(ctx_);
  }
  duk_pop(ctx_);
}

std::string call_options::text(const std::string& name) const {
  if (!is_text(ctx_, -1)) {
    refuse(named(name) + " must be a string, not " + shown(ctx_));
  }
  std::string text = text_at(ctx_, -1);
  if (text.find('\0') != text.npos) refuse(named(name) + " holds a NUL");
  return text;
}

nanoseconds call_options::duration(const std::string& name) const {
  constexpr double most_ms = 86'400'000;
  nanoseconds value{};
  if (duk_is_number(ctx_, -1)) {
    const double ms = duk_get_number(ctx_, -1);
    if (!(ms >= 0 && ms <= most_ms)) {
      refuse(named(name) + " must be from 0 to 86400000 milliseconds, not " + to_text(ctx_, -1));
    }
    value = nanoseconds{static_cast<std::int64_t>(ms * 1e6)};
  } else {
    const auto parsed = parse_duration(is_text(ctx_, -1) ? text_at(ctx_, -1) : kind_of(ctx_, -1));
    if (!parsed) refuse(named(name) + ": " + parsed.error().message);
    value = *parsed;
  }
  if (value <= nanoseconds{0}) refuse(named(name) + " must be more than 0");
  return value;
}

std::uint64_t call_options::whole_number(const std::string& name, std::uint64_t least, std::uint64_t most) const {
  const double value = duk_is_number(ctx_, -1) ? duk_get_number(ctx_, -1) : std::nan("");
  if (!(value >= static_cast<double>(least) && value <= static_cast<double>(most)) || value != std::floor(value)) {
    refuse(named(name) + " must be a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
           ", not " + shown(ctx_));
  }
  return static_cast<std::uint64_t>(value);
}

void call_options::unknown(const std::string& name, std::span<const std::string_view> known) const {
  const auto near = nearest_name(name, known);
  const std::string inside(inside_);
  refuse("there is no option '" + inside + name + "'" +
         (near ? "; did you mean '" + inside + std::string(*near) + "'?" : ""));
}

}  // namespace canary::script
