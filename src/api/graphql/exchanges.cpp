#include "details.hpp"
#include "fields.hpp"

#include "canary/core/failure_code.hpp"
#include "canary/core/run_record.hpp"

namespace canary::api::graphql {
namespace {

using boost::json::value;

constexpr auto exchange_field = part_field<http_exchange>;
constexpr auto failure_field = part_field<failure>;
constexpr auto tls_field = part_field<tls_facts>;
constexpr auto certificate_field = part_field<tls_certificate>;

template <double http_timings::*Member>
field_definition phase(const schema& of, std::string name) {
  return part_field<http_timings>(std::move(name), non_null(of.type("Float")), "",
                                  [](const http_timings& t) { return value(t.*Member); });
}

const named_type& add_timings(schema& to) {
  return to.add(
      {.kind = type_kind::object,
       .name = "HttpTimings",
       .description = "How long each phase of a request took, in milliseconds; 0 where there was none.",
       .fields = {phase<&http_timings::blocked>(to, "blocked"), phase<&http_timings::looking_up>(to, "looking_up"),
                  phase<&http_timings::connecting>(to, "connecting"),
                  phase<&http_timings::tls_handshaking>(to, "tls_handshaking"),
                  phase<&http_timings::sending>(to, "sending"), phase<&http_timings::waiting>(to, "waiting"),
                  phase<&http_timings::receiving>(to, "receiving"), phase<&http_timings::duration>(to, "duration")}});
}

const named_type& add_failure(schema& to) {
  const type_ref string = to.type("String");
  return to.add(
      {.kind = type_kind::object,
       .name = "HttpError",
       .description = "Why a request had no whole response.",
       .fields = {failure_field("class", non_null(string), "dns, connect, tls, timeout, http or limit.",
                                [](const failure& f) { return value(to_string(f.kind)); }),
                  failure_field("message", non_null(string), "", [](const failure& f) { return value(f.message); }),
                  failure_field("error_code", to.type("Int"), "", [](const failure& f) {
                    const int code = error_code_of(f);
                    return code != 0 ? value(static_cast<std::int64_t>(code)) : value();
                  })}});
}

const named_type& add_certificate(schema& to) {
  const type_ref string = non_null(to.type("String")), time = non_null(to.type("Time"));
  return to.add(
      {.kind = type_kind::object,
       .name = "Certificate",
       .description = "One that a server has shown.",
       .fields = {certificate_field("subject", string, "", [](const tls_certificate& t) { return value(t.subject); }),
                  certificate_field("issuer", string, "", [](const tls_certificate& t) { return value(t.issuer); }),
                  {"sans",
                   "Names and addresses that it is for.",
                   non_null(list_of(string)),
                   {},
                   [](const std::any& source, const call&) -> result<answer> {
                     answer::list out;
                     for (const auto& host : std::any_cast<const tls_certificate*>(source)->sans)
                       out.push_back(answer::leaf(value(host)));
                     return answer::of(std::move(out));
                   }},
                  certificate_field("serial", string, "Hexadecimal.",
                                    [](const tls_certificate& t) { return value(t.serial); }),
                  certificate_field("not_before", time, "",
                                    [](const tls_certificate& t) { return value(format_rfc3339(t.not_before)); }),
                  certificate_field("not_after", time, "",
                                    [](const tls_certificate& t) { return value(format_rfc3339(t.not_after)); }),
                  certificate_field("sha256", string, "Of its DER form, hexadecimal.",
                                    [](const tls_certificate& t) { return value(t.sha256); })}});
}

const named_type& add_tls(schema& to) {
  const type_ref string = to.type("String");
  const named_type& certificate = add_certificate(to);
  return to.add(
      {.kind = type_kind::object,
       .name = "TlsHandshake",
       .description = "What was agreed with a server, as far as it came.",
       .fields = {
           tls_field("version", string, "TLSv1.3", [](const tls_facts& t) { return null_where_empty(t.version); }),
           tls_field("cipher", string, "", [](const tls_facts& t) { return null_where_empty(t.cipher); }),
           tls_field("alpn", string, "", [](const tls_facts& t) { return null_where_empty(t.alpn); }),
           tls_field("ocsp", string, "Of the stapled response: none, good, revoked, unknown or invalid.",
                     [](const tls_facts& t) { return null_where_empty(t.ocsp); }),
           {"chain",
            "The server's own certificate first.",
            non_null(list_of(non_null(certificate))),
            {},
            [](const std::any& source, const call&) -> result<answer> {
              return parts_of(std::any_cast<const tls_facts*>(source)->chain);
            }}}});
}

template <auto Part>
result<answer> part_of_exchange(const std::any& source, const call&) {
  return answer::object(&(std::any_cast<const http_exchange*>(source)->*Part));
}

result<answer> error_of(const std::any& source, const call&) {
  const failure& error = std::any_cast<const http_exchange*>(source)->error;
  return error.kind != failure_class::none ? answer::object(&error) : answer();
}

result<answer> tls_of(const std::any& source, const call&) {
  const tls_facts* facts = std::any_cast<const http_exchange*>(source)->tls.get();
  return facts != nullptr ? answer::object(facts) : answer();
}

}  // namespace

const named_type& add_exchange(schema& to) {
  const type_ref string = to.type("String"), integer = to.type("Int"), real = to.type("Float");
  const named_type &timings = add_timings(to), &error = add_failure(to), &tls = add_tls(to);
  return to.add(
      {.kind = type_kind::object,
       .name = "HttpExchange",
       .description = "One request that went out, and what came back.",
       .fields = {
           exchange_field("started", non_null(to.type("Time")), "",
                          [](const http_exchange& e) { return value(format_rfc3339(e.started)); }),
           exchange_field("method", non_null(string), "", [](const http_exchange& e) { return value(e.method); }),
           exchange_field("url", non_null(string), "", [](const http_exchange& e) { return value(e.url); }),
           exchange_field(
               "code", integer, "The response's status. Null where none arrived.",
               [](const http_exchange& e) { return e.code != 0 ? value(static_cast<std::int64_t>(e.code)) : value(); }),
           exchange_field("proto", string, "HTTP/1.1",
                          [](const http_exchange& e) { return null_where_empty(e.proto); }),
           exchange_field("remote_ip", string, "Null where there was no connection.",
                          [](const http_exchange& e) { return null_where_empty(e.remote_ip); }),
           exchange_field("remote_port", integer, "Likewise.",
                          [](const http_exchange& e) {
                            return e.remote_port != 0 ? value(static_cast<std::int64_t>(e.remote_port)) : value();
                          }),
           exchange_field("reused", non_null(to.type("Boolean")), "Whether it took an earlier one's connection.",
                          [](const http_exchange& e) { return value(e.reused); }),
           {"timings", "", non_null(timings), {}, part_of_exchange<&http_exchange::timings>},
           exchange_field("bytes_sent", non_null(real), "Above TLS: heads and bodies.",
                          [](const http_exchange& e) { return number(e.bytes_sent); }),
           exchange_field("bytes_received", non_null(real), "Likewise.",
                          [](const http_exchange& e) { return number(e.bytes_received); }),
           {"error", "Null where a response arrived whole.", error, {}, error_of},
           {"tls", "Null without TLS.", tls, {}, tls_of}}});
}

}  // namespace canary::api::graphql
