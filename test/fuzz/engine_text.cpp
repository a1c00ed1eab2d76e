// Text on its way into the script engine, and out of it.

#include "script/text.hpp"

#include "canary/core/utf8.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace script = canary::script;
  const canary::fuzz::exact copy({reinterpret_cast<const char*>(data), size});
  const std::string_view text = copy.text();
  const std::string in = script::to_engine_text(text), out = script::from_engine_text(text);
  MUST_HOLD(canary::valid_utf8(out));
  MUST_HOLD(canary::valid_utf8(script::from_engine_text(in)));
  // What is UTF-8 comes back as it was; what comes out goes in and out unchanged.
  if (canary::valid_utf8(text)) MUST_HOLD(script::from_engine_text(in) == text);
  MUST_HOLD(script::from_engine_text(script::to_engine_text(out)) == out);
  if (script::is_ascii(text)) MUST_HOLD(in == text && out == text);

  // In pieces as at once.
  for (const std::size_t most : {std::size_t{16}, std::size_t{17}, std::size_t{40}}) {
    std::string pieces_in, pieces_out;
    for (std::string_view rest = text; !rest.empty();) {
      const std::size_t piece = script::whole_characters(rest, most);
      MUST_HOLD(piece > 0 && piece <= std::min(most, rest.size()));
      pieces_in += script::to_engine_text(rest.substr(0, piece));
      pieces_out += script::from_engine_text(rest.substr(0, piece));
      rest.remove_prefix(piece);
    }
    if (canary::valid_utf8(text)) MUST_HOLD(pieces_in == in);
    if (canary::valid_utf8(out) && script::to_engine_text(out) == text) MUST_HOLD(pieces_out == out);
  }
  return 0;
}
