#include "script/long_text.hpp"

#include "script/binding.hpp"
#include "script/text.hpp"
#include "script/vm_context.hpp"

namespace canary::script {
namespace {

std::string converted(duk_context* ctx, std::string_view text, std::string (*convert)(std::string_view)) {
  if (text.size() <= text_piece) return convert(text);
  std::string whole;
  whole.reserve(text.size() + text.size() / 8);
  while (!text.empty()) {
    const std::size_t length = whole_characters(text, text_piece);
    whole += convert(text.substr(0, length));
    text.remove_prefix(length);
    give_way(ctx);
  }
  return whole;
}

}  // namespace

void give_way(duk_context* ctx) {
  supervisor& watch = *context_of(ctx).watch;
  if (watch.should_end()) throw_failure(ctx, watch.stop().reason());
}

std::string long_text_at(duk_context* ctx, duk_idx_t index) {
  duk_size_t size = 0;
  const char* data = duk_require_lstring(ctx, index, &size);  // stays where it is while it is on the stack
  return converted(ctx, {data, size}, from_engine_text);
}

void push_long_text(duk_context* ctx, std::string_view utf8) {
  bool ascii = true;
  for (std::size_t at = 0; ascii && at < utf8.size(); at += 8 * text_piece) {
    if (at > 0) give_way(ctx);
    ascii = is_ascii(utf8.substr(at, 8 * text_piece));
  }
  if (ascii) {
    duk_push_lstring(ctx, utf8.data(), utf8.size());
  } else {
    const std::string text = converted(ctx, utf8, to_engine_text);
    duk_push_lstring(ctx, text.data(), text.size());
  }
}

}  // namespace canary::script
