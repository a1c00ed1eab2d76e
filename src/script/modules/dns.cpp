// dns: what name servers say.

#include "canary/net/dns_query.hpp"
#include "canary/net/http_client.hpp"
#include "script/binding.hpp"
#include "script/modules/arguments.hpp"
#include "script/modules/call_options.hpp"
#include "script/modules/module.hpp"
#include "script/vm_context.hpp"

#include <optional>

namespace canary::script {
namespace {

constexpr const char* resolve = "dns.resolve";

void push_record(duk_context* ctx, const net::dns_record& record) {
  push_json(ctx, record.fields);
  push_text(ctx, record.name);
  duk_put_prop_string(ctx, -2, "name");
  push_text(ctx, to_string(record.type));
  duk_put_prop_string(ctx, -2, "type");
  duk_push_uint(ctx, record.ttl);
  duk_put_prop_string(ctx, -2, "ttl");
  push_text(ctx, record.data);
  duk_put_prop_string(ctx, -2, "data");
}

net::dns_question question_from_arguments(duk_context* ctx) {
  net::dns_question question;
  question.name = string_argument(ctx, 0, resolve, "name (argument 1)");
  if (!duk_is_undefined(ctx, 1)) {
    const std::string type = string_argument(ctx, 1, resolve, "type (argument 2)");
    const auto known = net::parse_dns_type(type);
    if (!known) {
      throw_type_error(ctx, std::string(resolve) + ": the type (argument 2) must be one of A, AAAA, CNAME, MX, TXT, " +
                                "SRV, NS, CAA, PTR and SOA, not '" + type + "'");
    }
    question.type = *known;
  }
  static constexpr std::string_view known_options[] = {"server", "timeout"};
  const call_options options(ctx, resolve);
  options.each(2, "the options", known_options, [&](const std::string& name) {
    if (name == "server") {
      question.server = options.text(name);
    } else {
      question.timeout = options.duration(name);
    }
  });
  return question;
}

// dns.resolve(name[, type[, { server, timeout }]]): an array of records.
duk_ret_t dns_resolve(duk_context* ctx) {
  const net::dns_question question = question_from_arguments(ctx);
  outcome<std::vector<net::dns_record>> answer = failure{};
  const failure stopped = context_of(ctx).host->network([&](const network_access& with) {
    answer = net::ask_name_server(with.client.executor, with.client.time, with.client.guard, question, with.stop,
                                  with.yield);
  });
  if (stopped.kind != failure_class::none) throw_failure(ctx, stopped);
  if (!answer) {
    const failure& why = answer.error();
    throw_failure(ctx, {why.kind, std::string(resolve) + ": " + why.message, why.code});
  }
  duk_push_array(ctx);
  duk_uarridx_t i = 0;
  for (const auto& record : *answer) {
    push_record(ctx, record);
    duk_put_prop_index(ctx, -2, i++);
  }
  return 1;
}

}  // namespace

void push_dns(duk_context* ctx) {
  duk_push_object(ctx);
  duk_push_c_function(ctx, dns_resolve, 3);
  duk_put_prop_string(ctx, -2, "resolve");
}

}  // namespace canary::script
