#include "script/modules/tls_values.hpp"

#include "canary/core/nearest_name.hpp"
#include "script/binding.hpp"

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
  if (!duk_is_object(ctx, index) || duk_is_array(ctx, index) || duk_is_function(ctx, index)) {
    throw_type_error(ctx, caller + ": the option 'tls' must be an object, not " + kind_of(ctx, index));
  }
  using options = net::tls_options;
  static constexpr std::array<std::pair<std::string_view, std::string options::*>, 5> texts{
      {{"ca", &options::ca},
       {"cert", &options::cert},
       {"key", &options::key},
       {"server_name", &options::server_name},
       {"min_version", &options::min_version}}};
  options read;
  duk_enum(ctx, index, DUK_ENUM_OWN_PROPERTIES_ONLY);
  while (duk_next(ctx, -1, 1)) {
    const std::string name = text_at(ctx, -2);
    const auto text = std::find_if(texts.begin(), texts.end(), [&](const auto& one) { return one.first == name; });
    if (duk_is_null_or_undefined(ctx, -1)) {
      // as if it were not there
    } else if (name == "insecure") {
      read.insecure = duk_to_boolean(ctx, -1) != 0;
    } else if (text == texts.end()) {
      static constexpr std::array<std::string_view, 6> known{"insecure", "ca",          "cert",
                                                             "key",      "server_name", "min_version"};
      const auto near = nearest_name(name, known);
      throw_type_error(ctx, caller + ": there is no option 'tls." + name + "'" +
                                (near ? "; did you mean 'tls." + std::string(*near) + "'?" : ""));
    } else if (is_text(ctx, -1)) {
      read.*(text->second) = text_at(ctx, -1);
    } else {
      throw_type_error(ctx, caller + ": the option 'tls." + name + "' must be a string, not " + kind_of(ctx, -1));
    }
    duk_pop_2(ctx);
  }
  duk_pop(ctx);
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
