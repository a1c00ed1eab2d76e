#include "script/modules/arguments.hpp"

#include "script/binding.hpp"

#include <cmath>

namespace canary::script {

std::string string_argument(duk_context* ctx, duk_idx_t index, const std::string& caller, const char* what) {
  if (!is_text(ctx, index)) {
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
