#include "tls_codec.hpp"

namespace canary::store {
namespace {

void put_time(byte_writer& out, wall_time t) { out.number(t.time_since_epoch().count()); }

wall_time get_time(byte_reader& in) { return wall_time{nanoseconds{in.number()}}; }

void put_certificate(byte_writer& out, const tls_certificate& certificate) {
  out.text(certificate.subject);
  out.text(certificate.issuer);
  out.varint(certificate.sans.size());
  for (const auto& san : certificate.sans) out.text(san);
  out.text(certificate.serial);
  put_time(out, certificate.not_before);
  put_time(out, certificate.not_after);
  out.text(certificate.sha256);
}

tls_certificate get_certificate(byte_reader& in) {
  tls_certificate out;
  out.subject = in.text();
  out.issuer = in.text();
  for (std::uint64_t left = in.varint(in.remaining()); left > 0 && in.good(); --left) out.sans.emplace_back(in.text());
  out.serial = in.text();
  out.not_before = get_time(in);
  out.not_after = get_time(in);
  out.sha256 = in.text();
  return out;
}

}  // namespace

void handshake_table::put(byte_writer& out, const std::shared_ptr<const tls_facts>& facts) {
  if (!facts) return out.varint(0);
  const auto [place, fresh] = numbers_.try_emplace(facts.get(), numbers_.size() + 1);
  out.varint(place->second);
  if (!fresh) return;
  for (const auto member :
       {&tls_facts::host, &tls_facts::version, &tls_facts::cipher, &tls_facts::alpn, &tls_facts::ocsp}) {
    out.text((*facts).*member);
  }
  out.varint(facts->chain.size());
  for (const auto& certificate : facts->chain) put_certificate(out, certificate);
}

std::shared_ptr<const tls_facts> handshake_table::get(byte_reader& in) {
  const std::uint64_t number = in.varint(read_.size() + 1);
  if (number == 0) return nullptr;
  if (number <= read_.size()) return read_[number - 1];
  auto facts = std::make_shared<tls_facts>();
  for (const auto member :
       {&tls_facts::host, &tls_facts::version, &tls_facts::cipher, &tls_facts::alpn, &tls_facts::ocsp}) {
    (*facts).*member = in.text();
  }
  for (std::uint64_t left = in.varint(in.remaining()); left > 0 && in.good(); --left) {
    facts->chain.push_back(get_certificate(in));
  }
  read_.push_back(facts);
  return facts;
}

}  // namespace canary::store
