// tls: what a server shows of itself, good or bad.

#include "canary/net/stream.hpp"
#include "script/binding.hpp"
#include "script/modules/arguments.hpp"
#include "script/modules/call_options.hpp"
#include "script/modules/module.hpp"
#include "script/modules/tls_values.hpp"
#include "script/vm_context.hpp"

namespace canary::script {
namespace {

constexpr const char* inspect = "tls.inspect";

struct inspected {
  std::optional<failure> trouble;
  std::optional<failure> verdict;
  std::shared_ptr<const tls_facts> facts;
  std::string remote_ip;
};

// tls.inspect(host[, port[, { timeout, tls }]]). A certificate that is not to be
// trusted is told of, and is no error: whoever inspects wants to see it.
duk_ret_t tls_inspect(duk_context* ctx) {
  net::stream_wish wish{.host = string_argument(ctx, 0, inspect, "host (argument 1)"), .port = 443, .tls = {{}}};
  if (!duk_is_undefined(ctx, 1)) {
    wish.port = static_cast<std::uint16_t>(number_argument(ctx, 1, inspect, "port (argument 2)", 1, 65535));
  }
  static constexpr std::string_view known_options[] = {"timeout", "tls"};
  const call_options options(ctx, inspect);
  options.each(2, "the options", known_options, [&](const std::string& name) {
    if (name == "timeout") {
      wish.timeout = options.duration(name);
    } else {
      wish.tls = tls_options_at(ctx, duk_normalize_index(ctx, -1), inspect);
    }
  });
  wish.tls->insecure = true;
  inspected found;
  const failure stopped = context_of(ctx).host->network([&](const network_access& with) {
    auto opened = net::open_stream(with.client, wish, with.stop, with.yield);
    found.trouble = std::move(opened.trouble);
    found.facts = std::move(opened.tls);
    if (found.facts) with.met(*found.facts);
    if (!opened.with) return;
    found.verdict = opened.with->verdict();
    found.remote_ip = opened.with->remote().address().to_string();
  });
  if (stopped.kind != failure_class::none) throw_failure(ctx, stopped);
  if (found.trouble) {
    throw_failure(ctx,
                  {found.trouble->kind, std::string(inspect) + ": " + found.trouble->message, found.trouble->code});
  }
  push_tls_facts(ctx, found.facts ? *found.facts : tls_facts{});
  push_text(ctx, found.remote_ip);
  duk_put_prop_string(ctx, -2, "remote_ip");
  duk_push_boolean(ctx, found.verdict ? 0 : 1);
  duk_put_prop_string(ctx, -2, "trusted");
  found.verdict ? push_text(ctx, found.verdict->message) : duk_push_null(ctx);
  duk_put_prop_string(ctx, -2, "problem");
  return 1;
}

}  // namespace

void push_tls(duk_context* ctx) {
  duk_push_object(ctx);
  duk_push_c_function(ctx, tls_inspect, 3);
  duk_put_prop_string(ctx, -2, "inspect");
}

}  // namespace canary::script
