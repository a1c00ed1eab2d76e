// Text that may be none: two decoders of our own, one by code points and one by lengths, have to agree.

#include "canary/core/utf8.hpp"

#include "api/graphql/utf8.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace other = canary::api::graphql::utf8;
  const canary::fuzz::exact copy({reinterpret_cast<const char*>(data), size});
  bool valid = true;
  for (std::string_view rest = copy.text(); !rest.empty();) {
    const std::size_t length = canary::utf8_length(rest);
    const auto character = other::decode(rest, 0);
    MUST_HOLD(length == (character ? character->bytes : 0));
    MUST_HOLD(length <= std::min<std::size_t>(rest.size(), 4));
    if (character) {
      std::string written;
      other::append(written, character->code);
      MUST_HOLD(written == rest.substr(0, length));
    }
    const bool control = character && (character->code < 0x20 || (character->code >= 0x7f && character->code <= 0x9f));
    MUST_HOLD(canary::control_length(rest) == (control ? length : 0));
    const char32_t pair = canary::cesu8_pair(rest);
    MUST_HOLD(pair == 0 || (length == 0 && pair >= 0x10000 && pair <= 0x10ffff && rest.size() >= 6));
    valid = valid && length > 0;
    rest.remove_prefix(std::max<std::size_t>(length, 1));
  }
  MUST_HOLD(canary::valid_utf8(copy.text()) == valid);
  if (!valid) return 0;
  for (const std::size_t most : {std::size_t{0}, std::size_t{1}, std::size_t{7}, size}) {
    const auto front = other::front(copy.text(), most);
    MUST_HOLD(front.size() <= most && canary::valid_utf8(front) && copy.text().starts_with(front));
  }
  return 0;
}
