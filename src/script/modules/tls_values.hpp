#pragma once
// TLS between scripts and the network: the option `tls`, and what is told of a handshake.

#include "canary/core/tls_facts.hpp"
#include "canary/net/tls_options.hpp"

#include <duktape.h>

#include <string>

namespace canary::script {

/// The object at `index`. `caller` begins the message of the TypeError that names the member at fault: 'http.do'.
net::tls_options tls_options_at(duk_context* ctx, duk_idx_t index, const std::string& caller);

/// Pushes { version, cipher, alpn, ocsp, chain }.
void push_tls_facts(duk_context* ctx, const tls_facts& facts);

}  // namespace canary::script
