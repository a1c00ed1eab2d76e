#include "command/import/curl_options.hpp"

#include "canary/core/ascii.hpp"
#include "canary/core/printable.hpp"
#include "command/import/curl_values.hpp"

#include <algorithm>

namespace canary::command {
namespace {

using order = curl_order;

result<void> set_header(order& o, const std::string& value) {
  const auto header = read_curl_header(value);
  if (!header) return header.error();
  if (header->first.empty()) {  // 'Name:' takes a header away that curl would add
    if (iequals(value.substr(0, value.find(':')), "Content-Type")) o.no_content_type = true;
    return {};
  }
  if (iequals(header->first, "Cookie")) {
    o.request.cookies += (o.request.cookies.empty() ? "" : "; ") + header->second;
  } else {
    o.request.headers.push_back(*header);
  }
  return {};
}

template <char Mode>
result<void> add_data(order& o, const std::string& value) {
  const auto data = read_curl_data(value, Mode);
  if (!data) return data.error();
  if (o.has_data) o.data += o.is_json ? "" : "&";
  o.data += *data;
  o.has_data = true;
  return {};
}

result<void> add_json(order& o, const std::string& value) {
  o.is_json = true;
  return add_data<'d'>(o, value);
}

template <bool Plain>
result<void> add_part(order& o, const std::string& value) {
  auto part = read_curl_part(value, Plain);
  if (!part) return part.error();
  o.request.parts.push_back(std::move(*part));
  return {};
}

result<void> set_cookies(order& o, const std::string& value) {
  if (value.find('=') == value.npos) {
    o.keeps_cookies = true;
    if (!value.empty()) {
      o.request.notes.push_back("-b " + printable(value, 80) +
                                ": cookies of a file are left out; the session begins with none");
    }
    return {};
  }
  o.request.cookies += (o.request.cookies.empty() ? "" : "; ") + value;
  return {};
}

result<void> set_resolve(order& o, const std::string& value) {
  auto found = read_curl_resolve(value);
  if (!found) return found.error();
  o.request.resolve.push_back(std::move(*found));
  return {};
}

result<void> set_time(order& o, const std::string& value) {
  auto time = read_curl_seconds(value);
  if (!time) return error{"-m takes seconds, such as 5 or 2.5, not '" + printable(value, 80) + "'"};
  o.request.timeout = std::move(*time);
  return {};
}

result<void> set_certificate(order& o, const std::string& value) {
  // A colon within the first two characters is of a path on Windows.
  if (value.find(':', 2) != value.npos) {
    return error{"--cert with a passphrase is not understood: a canary takes a certificate and a key without one"};
  }
  o.request.cert_file = value;
  return {};
}

result<void> set_certificate_type(order&, const std::string& value) {
  if (iequals(value, "PEM")) return {};
  return error{"--cert-type " + printable(value, 80) + ": a canary takes certificates and keys in PEM form"};
}

template <char Minor>
result<void> set_oldest_tls(order& o, const std::string&) {
  o.request.oldest_tls = std::string("1.") + Minor;
  return {};
}

result<void> set_most_redirects(order& o, const std::string& value) {
  if (value.empty() || value.size() > 3 || value.find_first_not_of("0123456789") != value.npos) {
    return error{"--max-redirs takes a number from 0 to 999, not '" + printable(value, 80) + "'"};
  }
  o.most_redirects = std::stoi(value);
  return {};
}

result<void> set_proxy(order& o, const std::string& value) {
  if (value.starts_with("socks")) return error{"a canary goes by http proxies alone, not by " + printable(value, 80)};
  o.request.proxy = value.empty() || value.find("://") != value.npos ? value : "http://" + value;
  return {};
}

result<void> set_no_proxy(order& o, const std::string& value) {
  if (value == "*") {
    o.request.proxy = "";
  } else {
    o.request.notes.push_back("--noproxy " + printable(value, 80) +
                              " is left out: NO_PROXY of the daemon's environment says it");
  }
  return {};
}

template <auto Member>
result<void> set_text(order& o, const std::string& value) {
  o.*Member = value;
  return {};
}

template <auto Member>
result<void> set_request_text(order& o, const std::string& value) {
  o.request.*Member = value;
  return {};
}

template <auto Member>
result<void> set_switch(order& o, const std::string&) {
  o.*Member = true;
  return {};
}

template <int Version>
result<void> set_ip(order& o, const std::string&) {
  o.request.ip = Version;
  return {};
}

template <char Which>
result<void> add_header(order& o, const std::string& value) {
  const std::string text = value.substr(0, Which == 'A' ? value.npos : value.find(";auto"));
  if (!text.empty()) o.request.headers.emplace_back(Which == 'A' ? "User-Agent" : "Referer", text);
  return {};
}

constexpr auto applied = curl_fate::applied, dropped = curl_fate::dropped, noted = curl_fate::noted,
               refused = curl_fate::refused;
constexpr std::string_view http1 = "a canary speaks HTTP/1.1";
constexpr std::string_view other_auth = "a canary knows basic authorization (-u) and bearer tokens alone";
constexpr std::string_view write_it = "write the URL, the headers and the body into the command";
constexpr std::string_view retries = "a canary runs again when it is due";
constexpr std::string_view no_such = "a request of a canary has no such bound but its timeout (-m)";

constexpr curl_option table[] = {
    {"request", 'X', true, applied, set_text<&order::method>},
    {"header", 'H', true, applied, set_header},
    {"data", 'd', true, applied, add_data<'d'>},
    {"data-ascii", ' ', true, applied, add_data<'d'>},
    {"data-raw", ' ', true, applied, add_data<'r'>},
    {"data-binary", ' ', true, applied, add_data<'b'>},
    {"data-urlencode", ' ', true, applied, add_data<'u'>},
    {"json", ' ', true, applied, add_json},
    {"form", 'F', true, applied, add_part<false>},
    {"form-string", ' ', true, applied, add_part<true>},
    {"get", 'G', false, applied, set_switch<&order::as_query>},
    {"head", 'I', false, applied, set_switch<&order::only_head>},
    {"url", ' ', true, applied,
     [](order& o, const std::string& value) -> result<void> { return o.urls.push_back(value), result<void>(); }},
    {"user", 'u', true, applied, set_request_text<&recorded_request::user_and_password>},
    {"oauth2-bearer", ' ', true, applied, set_request_text<&recorded_request::bearer>},
    {"cookie", 'b', true, applied, set_cookies},
    {"cookie-jar", 'c', true, applied,
     [](order& o, const std::string&) -> result<void> { return o.keeps_cookies = true, result<void>(); }},
    {"user-agent", 'A', true, applied, add_header<'A'>},
    {"referer", 'e', true, applied, add_header<'e'>},
    {"insecure", 'k', false, applied,
     [](order& o, const std::string&) -> result<void> { return o.request.insecure = true, result<void>(); }},
    {"location", 'L', false, applied, set_switch<&order::follows>},
    {"max-redirs", ' ', true, applied, set_most_redirects},
    {"proxy", 'x', true, applied, set_proxy},
    {"noproxy", ' ', true, applied, set_no_proxy},
    {"cacert", ' ', true, applied, set_request_text<&recorded_request::ca_file>},
    {"cert", 'E', true, applied, set_certificate},
    {"key", ' ', true, applied, set_request_text<&recorded_request::key_file>},
    {"max-time", 'm', true, applied, set_time},
    {"resolve", ' ', true, applied, set_resolve},
    {"ipv4", '4', false, applied, set_ip<4>},
    {"ipv6", '6', false, applied, set_ip<6>},
    {"globoff", 'g', false, applied, set_switch<&order::plain_urls>},
    {"cert-type", ' ', true, applied, set_certificate_type},
    {"tlsv1", '1', false, applied, set_oldest_tls<'0'>},
    {"tlsv1.0", ' ', false, applied, set_oldest_tls<'0'>},
    {"tlsv1.1", ' ', false, applied, set_oldest_tls<'1'>},
    {"tlsv1.3", ' ', false, applied, set_oldest_tls<'3'>},
    {"next", ':', false, applied, nullptr},  // whoever reads the words begins a new order with it
    // What a canary does anyway.
    {"compressed", ' ', false},
    {"http1.1", ' ', false},
    {"basic", ' ', false},
    {"fail", 'f', false},
    {"fail-with-body", ' ', false},
    {"tlsv1.2", ' ', false},
    {"path-as-is", ' ', false},
    {"tcp-nodelay", ' ', false},
    {"keepalive", ' ', false},
    {"sessionid", ' ', false},
    {"keepalive-time", ' ', true},
    {"ssl", ' ', false},
    {"ssl-reqd", ' ', false},
    {"happy-eyeballs-timeout-ms", ' ', true},
    {"expect100-timeout", ' ', true},
    // What curl prints, and where.
    {"silent", 's', false},
    {"show-error", 'S', false},
    {"verbose", 'v', false},
    {"output", 'o', true},
    {"remote-name", 'O', false},
    {"remote-header-name", 'J', false},
    {"include", 'i', false},
    {"show-headers", ' ', false},
    {"dump-header", 'D', true},
    {"write-out", 'w', true},
    {"progress-bar", '#', false},
    {"progress-meter", ' ', false},
    {"no-buffer", 'N', false},
    {"buffer", ' ', false},
    {"stderr", ' ', true},
    {"trace", ' ', true},
    {"trace-ascii", ' ', true},
    {"trace-time", ' ', false},
    {"output-dir", ' ', true},
    {"create-dirs", ' ', false},
    {"disable", 'q', false},
    {"styled-output", ' ', false},
    {"parallel", 'Z', false},
    {"junk-session-cookies", 'j', false},
    {"fail-early", ' ', false},
    {"parallel-max", ' ', true},
    {"parallel-immediate", ' ', false},
    {"remote-name-all", ' ', false},
    {"remote-time", 'R', false},
    {"remove-on-error", ' ', false},
    {"clobber", ' ', false},
    {"create-file-mode", ' ', true},
    {"suppress-connect-headers", ' ', false},
    {"libcurl", ' ', true},
    {"trace-ids", ' ', false},
    {"etag-save", ' ', true},
    {"max-filesize", ' ', true, noted, nullptr, no_such},
    {"rate", ' ', true, noted, nullptr, retries},
    {"limit-rate", ' ', true, noted, nullptr, no_such},
    {"connect-timeout", ' ', true, noted, nullptr, no_such},
    {"speed-limit", 'Y', true, noted, nullptr, no_such},
    {"speed-time", 'y', true, noted, nullptr, no_such},
    {"http1.0", '0', false, noted, nullptr, http1},
    {"http2", ' ', false, noted, nullptr, http1},
    {"http2-prior-knowledge", ' ', false, noted, nullptr, http1},
    {"http3", ' ', false, noted, nullptr, http1},
    {"http3-only", ' ', false, noted, nullptr, http1},
    {"alt-svc", ' ', true, noted, nullptr, http1},
    {"hsts", ' ', true, noted, nullptr, "write the https URL itself"},
    {"ciphers", ' ', true, noted, nullptr, "a canary offers the ciphers of OpenSSL's default"},
    {"tls13-ciphers", ' ', true, noted, nullptr, "a canary offers the ciphers of OpenSSL's default"},
    {"cert-status", ' ', false, noted, nullptr, "response.tls.ocsp says what is stapled"},
    {"ssl-no-revoke", ' ', false, noted, nullptr, "a canary asks for no lists of revoked certificates"},
    {"tcp-fastopen", ' ', false, noted, nullptr, no_such},
    {"retry", ' ', true, noted, nullptr, retries},
    {"retry-delay", ' ', true, noted, nullptr, retries},
    {"retry-max-time", ' ', true, noted, nullptr, retries},
    {"retry-connrefused", ' ', false, noted, nullptr, retries},
    {"retry-all-errors", ' ', false, noted, nullptr, retries},
    {"location-trusted", ' ', false, noted, nullptr, "credentials are not sent on to another host; -L is meant"},
    {"digest", ' ', false, refused, nullptr, other_auth},
    {"ntlm", ' ', false, refused, nullptr, other_auth},
    {"negotiate", ' ', false, refused, nullptr, other_auth},
    {"anyauth", ' ', false, refused, nullptr, other_auth},
    {"aws-sigv4", ' ', true, refused, nullptr, other_auth},
    {"proxy-user", 'U', true, refused, nullptr,
     "write user and password into the proxy's URL: -x http://user:password@host:port"},
    {"netrc", 'n', false, refused, nullptr, "give user and password with -u; they become a secret"},
    {"netrc-file", ' ', true, refused, nullptr, "give user and password with -u; they become a secret"},
    {"netrc-optional", ' ', false, refused, nullptr, "give user and password with -u; they become a secret"},
    {"connect-to", ' ', true, refused, nullptr, "write --resolve host:port:address in its place"},
    {"interface", ' ', true, refused, nullptr, "the machine's routes say by which interface a canary goes"},
    {"dns-servers", ' ', true, refused, nullptr,
     "dns.resolve(name, 'A', { server: … }) asks a name server of your choice"},
    {"doh-url", ' ', true, refused, nullptr, "a canary asks name servers by DNS alone; --resolve gives an address"},
    {"url-query", ' ', true, refused, nullptr, "write it into the URL, or -G with --data-urlencode"},
    {"etag-compare", ' ', true, refused, nullptr, "write -H 'If-None-Match: …' in its place"},
    {"proxy-header", ' ', true, refused, nullptr, "a canary sends no headers of yours to a proxy"},
    {"request-target", ' ', true, refused, nullptr, "a canary asks for what the URL says"},
    {"tls-max", ' ', true, refused, nullptr, "a canary has an oldest version of TLS (--tlsv1.2), and no newest"},
    {"pinnedpubkey", ' ', true, refused, nullptr, "compare response.tls.chain[0].sha256 in the canary"},
    {"capath", ' ', true, refused, nullptr, "give one file with all certificates: --cacert"},
    {"pass", ' ', true, refused, nullptr, "a canary takes a key without a passphrase"},
    {"key-type", ' ', true, refused, nullptr, "a canary takes keys in PEM form"},
    {"config", 'K', true, refused, nullptr, write_it},
    {"variable", ' ', true, refused, nullptr, write_it},
    {"upload-file", 'T', true, refused, nullptr,
     "a canary sends files in multipart bodies alone (-F name=@file); write a text after --data-raw"},
    {"unix-socket", ' ', true, refused, nullptr, "a canary connects by TCP alone"},
    {"socks5", ' ', true, refused, nullptr, "a canary goes by http proxies alone"},
    {"range", 'r', true, refused, nullptr, "write -H 'Range: bytes=0-99' in its place"},
};

}  // namespace

std::span<const curl_option> curl_options() { return table; }

const curl_option* find_curl_option(std::string_view name) {
  const auto found =
      std::find_if(std::begin(table), std::end(table), [&](const auto& each) { return each.name == name; });
  return found == std::end(table) ? nullptr : found;
}

const curl_option* find_curl_option(char letter) {
  const auto found = std::find_if(std::begin(table), std::end(table),
                                  [&](const auto& each) { return each.letter == letter && letter != ' '; });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace canary::command
