// The file of tokens.

#include "canary/api/token_file.hpp"

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace api = canary::api;
  const canary::fuzz::exact copy({reinterpret_cast<const char*>(data), size});
  const auto read = api::parse_tokens(copy.text(), "tokens");
  if (!read) {
    const auto& why = read.error().message;
    MUST_HOLD(why.starts_with("tokens:") || why.starts_with("tokens holds no token"));
    MUST_HOLD(canary::fuzz::one_line(why));
    return 0;
  }
  MUST_HOLD(!read->empty());
  std::string again;
  for (const auto& token : *read) {
    MUST_HOLD(!token.name.empty() && token.may != api::permission::nothing);
    again += api::to_line(token) + "\n";
  }
  MUST_HOLD(api::parse_tokens(again, "again").value() == *read);
  return 0;
}
