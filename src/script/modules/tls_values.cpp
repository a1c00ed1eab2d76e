#include "script/modules/tls_values.hpp"

#include "script/binding.hpp"
#include "script/modules/call_options.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace canary::script {
namespace {

void put_text(duk_context* ctx, const char* name, std::string_view text) {
  push_text(ctx, text);
  duk_put_prop_string(ctx, -2, name);
}

void push_certificate(duk_context* ctx, const tls_certificate& certificate) {
  duk_push_object(ctx);
  put_text(ctx, "subject", certificate.subject);
  put_text(ctx, "issuer", certificate.issuer);
  duk_push_array(ctx);
  duk_uarridx_t i = 0;
  for (const auto& san : certificate.sans) {
    push_text(ctx, san);
    duk_put_prop_index(ctx, -2, i++);
  }
  duk_put_prop_string(ctx, -2, "sans");
  put_text(ctx, "serial", certificate.serial);
  put_text(ctx, "not_before", format_rfc3339(certificate.not_before));
  put_text(ctx, "not_after", format_rfc3339(certificate.not_after));
  put_text(ctx, "sha256", certificate.sha256);
}

}  // namespace

net::tls_options tls_options_at(duk_context* ctx, duk_idx_t index, const std::string& caller) {
  using options = net::tls_options;
  static constexpr std::array<std::pair<std::string_view, std::string options::*>, 5> texts{
      {{"ca", &options::ca},
       {"cert", &options::cert},
       {"key", &options::key},
       {"server_name", &options::server_name},
       {"min_version", &options::min_version}}};
  static constexpr std::string_view known[] = {"insecure", "ca", "cert", "key", "server_name", "min_version"};
  options read;
  const call_options given(ctx, caller, "tls.");
  given.each(index, "the option 'tls'", known, [&](const std::string& name) {
    if (duk_is_null(ctx, -1)) return;
    const auto text = std::find_if(texts.begin(), texts.end(), [&](const auto& one) { return one.first == name; });
    if (text != texts.end()) {
      read.*(text->second) = given.text(name);
      // What a missing variable of the environment gives must not take a pin or an identity away.
      if ((read.*(text->second)).empty()) {
        throw_type_error(ctx,
                         caller + ": the option 'tls." + name + "' is empty; leave it out, or give null, for none");
      }
    } else {
      read.insecure = duk_to_boolean(ctx, -1) != 0;
    }
  });
  return read;
}

void push_tls_facts(duk_context* ctx, const tls_facts& facts) {
  duk_push_object(ctx);
  put_text(ctx, "version", facts.version);
  put_text(ctx, "cipher", facts.cipher);
  put_text(ctx, "alpn", facts.alpn);
  put_text(ctx, "ocsp", facts.ocsp);
  duk_push_array(ctx);
  duk_uarridx_t i = 0;
  for (const auto& certificate : facts.chain) {
    push_certificate(ctx, certificate);
    duk_put_prop_index(ctx, -2, i++);
  }
  duk_put_prop_string(ctx, -2, "chain");
}

}  // namespace canary::script
