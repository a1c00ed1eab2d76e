// ssh: commands on other machines, where the operator lets scripts run programs.

#include "script/binding.hpp"
#include "script/modules/call_options.hpp"
#include "script/modules/module.hpp"
#include "script/modules/program_result.hpp"
#include "script/vm_context.hpp"

#include <array>

namespace canary::script {
namespace {

constexpr std::string_view call = "ssh.run";

// ssh.run(host, command[, options])
duk_ret_t ssh_run(duk_context* ctx) {
  static constexpr std::array<std::string_view, 6> known{"user",        "port",    "identity",
                                                         "known_hosts", "timeout", "max_output"};
  const call_options options(ctx, call);
  const auto text_argument = [&](duk_idx_t index, const char* what) {
    if (!is_text(ctx, index)) {
      options.refuse(std::string("the ") + what + " must be a string, not " + kind_of(ctx, index));
    }
    std::string text = text_at(ctx, index);
    if (text.find('\0') != text.npos) options.refuse(std::string("the ") + what + " holds a NUL");
    return text;
  };
  process::ssh_order order;
  order.label = call;
  order.host = text_argument(0, "host (argument 1)");
  order.command = text_argument(1, "command (argument 2)");
  options.each(2, "the options (argument 3)", known, [&](const std::string& name) {
    if (name == "user") {
      order.user = options.text(name);
    } else if (name == "port") {
      order.port = static_cast<std::uint16_t>(options.whole_number(name, 1, 65535));
    } else if (name == "identity") {
      order.identity = options.text(name);
    } else if (name == "known_hosts") {
      order.known_hosts = options.text(name);
    } else if (name == "timeout") {
      order.timeout = options.duration(name);
    } else {
      order.max_output = options.whole_number(name, 0, most_output);
    }
  });
  if (const auto mistake = process::mistake_in(order)) options.refuse(*mistake);
  const auto end = context_of(ctx).host->run_ssh(order);
  if (!end) throw_failure(ctx, end.error());
  push_program_result(ctx, *end);
  return 1;
}

}  // namespace

void push_ssh(duk_context* ctx) {
  duk_push_object(ctx);
  duk_push_c_function(ctx, ssh_run, 3);
  duk_put_prop_string(ctx, -2, "run");
}

}  // namespace canary::script
