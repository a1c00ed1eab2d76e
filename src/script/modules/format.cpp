#include "script/modules/format.hpp"

#include "script/binding.hpp"
#include "script/long_text.hpp"

#include <string_view>

namespace canary::script {
namespace {

// Strings, unless the first holds a directive for further arguments, are already what they will be.
bool are_plain_strings(duk_context* ctx, duk_idx_t first) {
  const duk_idx_t top = duk_get_top(ctx);
  for (duk_idx_t i = first; i < top; ++i) {
    if (!is_text(ctx, i)) return false;
  }
  if (top - first < 2) return true;
  duk_size_t size = 0;
  const char* data = duk_get_lstring(ctx, first, &size);
  return std::string_view(data, size).find('%') == std::string_view::npos;
}

// Cut at a character's beginning.
std::string bounded(std::string text) {
  if (text.size() <= format_limit) return text;
  std::size_t end = format_limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  text.resize(end);
  return text += "…";
}

}  // namespace

std::string format_arguments(duk_context* ctx, duk_idx_t first) {
  const duk_idx_t count = duk_get_top(ctx) - first;
  if (are_plain_strings(ctx, first)) {
    std::string text;
    // One long text, given often, is little to the script, and would be much here.
    for (duk_idx_t i = 0; i < count && text.size() <= format_limit; ++i) {
      if (i > 0) text += ' ';
      text += long_text_at(ctx, first + i);
    }
    return bounded(std::move(text));
  }
  push_bundled(ctx, "inspect");
  for (duk_idx_t i = 0; i < count; ++i) duk_dup(ctx, first + i);
  duk_call(ctx, count);
  std::string text = to_text(ctx, -1);
  duk_pop(ctx);
  return bounded(std::move(text));
}

}  // namespace canary::script
