// Mappings of source maps, which the transpiler writes of whatever an author's script is.

#include "canary/script/source_map.hpp"

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const canary::fuzz::exact in(std::string_view(reinterpret_cast<const char*>(data), size));
  const auto lines = canary::script::read_mappings(in.text());
  if (!lines) return 0;
  MUST_HOLD(lines->size() == 1 + static_cast<std::size_t>(std::count(in.text().begin(), in.text().end(), ';')));
  for (const auto& each : *lines) MUST_HOLD(each.line >= 0 && (each.line > 0) == (each.column > 0));
  return 0;
}
