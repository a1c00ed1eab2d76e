// Lines of curl, as people paste them: what is written of them is a canary's source, whatever they say.

#include "command/import/curl_command.hpp"

#include "canary/core/utf8.hpp"
#include "command/import/lift.hpp"
#include "command/import/shell_words.hpp"
#include "command/import/write_canary.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace canary::command;
  const canary::fuzz::exact in(std::string_view(reinterpret_cast<const char*>(data), size));
  auto read = read_curl_commands(in.text());
  if (!read) {
    MUST_HOLD(!read.error().message.empty());
    return 0;
  }
  MUST_HOLD(!read->requests.empty());
  const lifted found = lift(*read);
  const std::string canary = write_canary(*read, found);
  MUST_HOLD(canary::valid_utf8(canary));
  // A line of JavaScript ends where a text does not: each quote has its end in its line.
  MUST_HOLD(canary.find('\r') == canary.npos && canary.find('\0') == canary.npos &&
            canary.find("\xe2\x80\xa8") == canary.npos);
  for (const auto& each : found.secrets) {
    MUST_HOLD(!each.name.empty());
    // Shorter ones may be parts of words.
    // What has quotes in it may look like the canary's own code.
    if (each.value.size() >= 12 && each.value.find('\'') == each.value.npos)
      MUST_HOLD(canary.find(each.value) == canary.npos);
  }

  // What one part of ours quotes the other one reads.
  const auto commands = split_shell_commands(in.text());
  MUST_HOLD(commands.has_value());
  std::string quoted;
  for (const auto& words : *commands) {
    for (const auto& word : words) {
      quoted += " '";
      for (const char c : word) quoted += c == '\'' ? "'\\''" : std::string(1, c);
      quoted += "'";
    }
    quoted += "\n";
  }
  const auto again = split_shell_commands(quoted);
  MUST_HOLD(again.has_value() && *again == *commands);
  return 0;
}
