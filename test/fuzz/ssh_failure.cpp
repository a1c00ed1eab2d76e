// What OpenSSH's client and the other machine say on stderr.

#include "canary/process/ssh.hpp"

#include "canary/core/utf8.hpp"
#include "fuzz/fuzz.hpp"
#include "process/explain.hpp"

namespace {

void check(std::string_view text) {
  MUST_HOLD(canary::valid_utf8(text));
  for (; !text.empty(); text.remove_prefix(canary::utf8_length(text))) MUST_HOLD(canary::control_length(text) == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace process = canary::process;
  canary::fuzz::input in(data, size);
  process::ssh_order order;
  order.host = "shop.example.com";
  const canary::fuzz::exact log(in.bytes(in.number(2))), err(in.rest());
  if (const auto why = process::ssh_failure(order, log.text(), err.text())) {
    MUST_HOLD(why->kind != canary::failure_class::none && why->message.starts_with(process::label_of(order)));
    check(why->message);
  }
  check(process::plain(log.text()));
  check(process::last_words(err.text()));

  // Hosts and users that ssh would take for something else.
  order.host = log.text();
  order.user = err.text();
  if (!process::mistake_in(order)) {
    MUST_HOLD(!order.host.empty() && !order.host.starts_with('-') && !order.user.starts_with('-'));
    const auto program = process::ssh_program(order, {}, "log");
    for (const auto& word : program.words) MUST_HOLD(word.find('\0') == std::string::npos);
  }
  return 0;
}
