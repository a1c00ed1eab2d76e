// What scripts and packages require, read off their text, whatever that is.

#include "canary/script/required_names.hpp"

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using canary::script::find_required_names;
  const canary::fuzz::exact in(std::string_view(reinterpret_cast<const char*>(data), size));
  const std::string_view text = in.text();
  const auto found = find_required_names(text);
  const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
  int line = 1, column = 0;
  for (const auto& each : found) {
    MUST_HOLD(each.name.size() <= size && each.name.find('\n') == std::string::npos);
    MUST_HOLD(each.at.line >= 1 && each.at.line <= lines && each.at.column >= 1);
    MUST_HOLD(each.at.line > line || (each.at.line == line && each.at.column > column));
    line = each.at.line;
    column = each.at.column;
  }
  // What stands before changes nothing of it, where it is whole.
  const auto again = find_required_names("require('./first', \"import\");\n" + std::string(text));
  if (!text.starts_with("#!")) {
    MUST_HOLD(again.size() == found.size() + 1 && again.front().name == "./first" && again.front().imported);
    for (std::size_t i = 0; i < found.size(); ++i) {
      MUST_HOLD(again[i + 1].name == found[i].name && again[i + 1].imported == found[i].imported);
      MUST_HOLD(again[i + 1].at.line == found[i].at.line + 1 && again[i + 1].at.column == found[i].at.column);
    }
  }
  return 0;
}
