// Files of variables: what has been read, written again in quotes, is read as the same.

#include "command/env_file.hpp"

#include "fuzz/fuzz.hpp"

namespace {

std::string written(const canary::command::variables& all) {
  std::string out;
  for (const auto& [name, value] : all) {
    out += "export " + name + "=\"";
    for (const char c : value) out += (c == '\\' || c == '"' ? "\\" : "") + std::string(1, c);
    out += "\" # said\r\n";
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = canary::command::parse_env_file(text, "env");
  if (!read) {
    MUST_HOLD(read.error().message.starts_with("env:"));
    return 0;
  }
  for (const auto& [name, value] : *read) MUST_HOLD(!name.empty() && value.find('\0') == value.npos);
  const auto again = canary::command::parse_env_file(written(*read), "env");
  MUST_HOLD(again.has_value() && *again == *read);
  return 0;
}
