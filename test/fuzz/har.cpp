// HTTP archives, of whoever recorded them, and where in them something stands.

#include "canary/core/utf8.hpp"
#include "command/import/har_reader.hpp"
#include "command/import/lift.hpp"
#include "command/import/write_canary.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace canary::command;
  canary::fuzz::input in(data, size);
  const unsigned wish = in.choice(3);
  const canary::fuzz::exact text(in.rest());
  auto read = read_har(text.text(), "x.har", {(wish & 1) != 0, (wish & 2) != 0});
  if (!read) {
    MUST_HOLD(read.error().message.starts_with("x.har:"));
    return 0;
  }
  MUST_HOLD(!read->requests.empty());
  for (const auto& each : read->requests) MUST_HOLD(each.step < read->steps.size());
  const lifted found = lift(*read);
  const std::string canary = write_canary(*read, found);
  MUST_HOLD(canary::valid_utf8(canary));
  MUST_HOLD(canary.find('\r') == canary.npos && canary.find('\0') == canary.npos &&
            canary.find("\xe2\x80\xa8") == canary.npos);
  for (const auto& each : found.taken) MUST_HOLD(canary.find("\nvar " + each.variable + ";\n") != canary.npos);
  for (const auto& each : found.secrets) {
    // What has quotes in it may look like the canary's own code.
    if (each.value.size() >= 12 && each.value.find('\'') == each.value.npos)
      MUST_HOLD(canary.find(each.value) == canary.npos);
  }
  return 0;
}
