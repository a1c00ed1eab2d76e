#pragma once
// Certificates as data and as words.

#include "canary/core/tls_facts.hpp"

#include <openssl/x509.h>

#include <string>
#include <vector>

namespace canary::net {

/// What a certificate says of itself. Bounded, whatever it says: a server may send anything.
tls_certificate read_certificate(X509* certificate);

/// The common name, else the organisation, else '(no name)'.
std::string short_name(const X509_NAME* name);

/// The hosts that it is for, at most `most` of them; its short name where it names none.
std::string hosts_of(X509* certificate, std::size_t most = 8);

/// Clamped to what wall_time can hold.
wall_time to_wall_time(const ASN1_TIME* time);

/// Certificates of one chain, and hosts of one certificate, beyond which nothing is kept.
inline constexpr std::size_t longest_chain = 10, most_sans = 100;

}  // namespace canary::net
