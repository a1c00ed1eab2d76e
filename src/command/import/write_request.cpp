#include "command/import/write_request.hpp"

#include "canary/core/printable.hpp"
#include "canary/net/http_url.hpp"
#include "command/import/chosen_headers.hpp"
#include "command/import/form_text.hpp"
#include "command/import/json_body.hpp"

#include <algorithm>
#include <unordered_map>

namespace canary::command {
namespace {

constexpr std::size_t longest_plain_query = 40;

// Values by name; a name that comes more than once has an array.
template <class Code>
js_value fields_code(const net::form_fields& fields, const Code& code) {
  std::vector<std::pair<std::string_view, std::vector<std::string>>> by_name;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const auto& [name, value] : fields) {
    const auto [at, fresh] = places.try_emplace(name, by_name.size());
    if (fresh) by_name.push_back({name, {}});
    by_name[at->second].second.push_back(code(value));
  }
  auto out = js_value::object();
  for (auto& [name, values] : by_name) {
    if (values.size() == 1) {
      out.add(name, js_value::expression(std::move(values.front())));
      continue;
    }
    auto several = js_value::array();
    for (auto& value : values) several.add(js_value::expression(std::move(value)));
    out.add(name, std::move(several));
  }
  return out;
}

js_value parts_code(const recorded_request& request, std::size_t number, const known_values& known) {
  auto out = js_value::object();
  const auto code_of = [&](const recorded_part& part) {
    if (part.file.empty() && part.filename.empty() && part.type.empty())
      return js_value::expression(known.code(part.value, number));
    auto one = js_value::object();
    if (part.file.empty()) {
      one.add("data", js_value::expression(known.code(part.value, number)));
    } else {
      one.add("file", js_value::expression(js_text(part.file)));
    }
    if (!part.filename.empty()) one.add("filename", js_value::expression(js_text(part.filename)));
    if (!part.type.empty()) one.add("type", js_value::expression(js_text(part.type)));
    return one;
  };
  for (auto each = request.parts.begin(); each != request.parts.end(); ++each) {
    const auto same = [&](const recorded_part& other) { return other.name == each->name; };
    if (std::any_of(request.parts.begin(), each, same)) continue;
    if (std::none_of(each + 1, request.parts.end(), same)) {
      out.add(each->name, code_of(*each));
      continue;
    }
    auto several = js_value::array();
    for (const auto& other : request.parts) {
      if (same(other)) several.add(code_of(other));
    }
    out.add(each->name, std::move(several));
  }
  return out;
}

// The query as an object, where that is easier to read than the URL is.
std::optional<net::form_fields> readable_query(std::string_view query, std::size_t number, const known_values& known) {
  if (query.empty()) return std::nullopt;
  auto fields = read_fields(query);
  if (!fields || fields->empty()) return std::nullopt;
  const bool plain = query.size() <= longest_plain_query && query.find_first_of("%+") == query.npos &&
                     known.code(query, number) == js_text(query);
  return plain ? std::nullopt : std::move(fields);
}

std::string file_secret(const recorded_request& request, const char* which) {
  return "secrets.get(" + js_text(short_site(request) + "-" + which) + ")";
}

void add_credentials(js_value& options, const recorded_request& request, std::size_t number,
                     const known_values& known) {
  if (!request.bearer.empty()) options.add("bearer", js_value::expression(known.code(request.bearer, number)));
  if (request.user_and_password.empty()) return;
  const std::string& both = request.user_and_password;
  const std::size_t colon = std::min(both.find(':'), both.size());
  auto who = js_value::object();
  who.add("user", js_value::expression(known.code(both.substr(0, colon), number)));
  if (colon + 1 < both.size()) who.add("password", js_value::expression(known.code(both.substr(colon + 1), number)));
  options.add("basic_auth", std::move(who));
}

void add_client_options(js_value& options, const recorded_request& request, std::size_t number,
                        const request_setting& in) {
  const auto plain = [](const std::string& code) { return js_value::expression(code); };
  if (!request.timeout.empty()) options.add("timeout", plain(js_text(request.timeout)));
  const bool redirected = request.status >= 300 && request.status < 400 && request.status != 304;
  const auto redirects = request.redirects                   ? request.redirects
                         : redirected && !in.keeps_redirects ? std::optional(0)
                                                             : std::nullopt;
  if (redirects) options.add("redirects", plain(std::to_string(*redirects)));
  if (request.proxy)
    options.add("proxy", plain(request.proxy->empty() ? "null" : in.known.code(*request.proxy, number)));
  if (request.ip != 0) options.add("ip", plain(std::to_string(request.ip)));
  if (!request.resolve.empty()) options.add("resolve", fields_code(request.resolve, js_text));
  auto tls = js_value::object();
  if (request.insecure) tls.add("insecure", plain("true"));
  if (!request.ca_file.empty()) tls.add("ca", plain(file_secret(request, "ca")));
  if (!request.cert_file.empty()) {
    tls.add("cert", plain(file_secret(request, "client-cert")));
    tls.add("key", plain(file_secret(request, request.key_file.empty() ? "client-cert" : "client-key")));
  }
  if (!request.oldest_tls.empty()) tls.add("min_version", plain(js_text(request.oldest_tls)));
  if (!tls.empty()) options.add("tls", std::move(tls));
}

std::string method_call(const std::string& method, bool has_body) {
  const bool takes_body = method == "POST" || method == "PUT" || method == "PATCH";
  if (!takes_body && has_body) return "do";
  if (method == "GET" || takes_body || method == "HEAD" || method == "OPTIONS") {
    std::string lower = method;
    for (char& c : lower) c = static_cast<char>(c - 'A' + 'a');
    return lower;
  }
  return method == "DELETE" ? "del" : "do";
}

}  // namespace

std::string origin_of(const recorded_request& request) {
  const auto url = net::parse_http_url(request.url);
  return url ? (url->secure ? "https://" : "http://") + url->authority() : std::string();
}

std::string short_text(const recorded_request& request, const request_setting& in) {
  const auto url = net::parse_http_url(request.url);
  const std::string path = url ? url->target.substr(0, url->target.find('?')) : "/";
  const std::string host = !in.origin.empty() && origin_of(request) != in.origin && url ? url->authority() : "";
  return request.method + " " + printable(in.known.masked(host + path), 80);
}

std::string url_code(std::string_view url, std::size_t number, const request_setting& in) {
  js_sum sum;
  if (!in.origin.empty() && url.starts_with(in.origin) &&
      (url.size() == in.origin.size() || url[in.origin.size()] == '/')) {
    sum.expression("site");
    url.remove_prefix(in.origin.size());
  }
  const std::string_view query = url.substr(std::min(url.find('?'), url.size()));
  url.remove_suffix(query.size());
  // Piece by piece: what is within one may be percent-encoded there.
  while (!url.empty()) {
    const std::size_t end = std::min(url.find('/'), url.size());
    const std::string_view piece = url.substr(0, end);
    if (!in.known.has(piece)) {
      const auto decoded = read_fields("x=" + std::string(piece));
      if (piece.find('%') != piece.npos && piece.find_first_of("+&?") == piece.npos && decoded &&
          decoded->size() == 1 && in.known.code(decoded->front().second, number) != js_text(decoded->front().second)) {
        sum.expression("encodeURIComponent(" + in.known.code(decoded->front().second, number) + ")");
      } else {
        in.known.add_to(sum, piece, number);
      }
    } else {
      in.known.add_to(sum, piece, number);
    }
    if (end < url.size()) sum.text("/");
    url.remove_prefix(std::min(end + 1, url.size()));
  }
  // A value in a query may have a slash in it.
  in.known.add_to(sum, query, number);
  return std::move(sum).code();
}

std::string call_code(const recorded_request& request, std::size_t number, const request_setting& in,
                      std::size_t column) {
  const auto code = [&](const std::string& text) { return in.known.code(text, number); };
  const auto parsed = net::parse_http_url(request.url);
  std::string url = parsed ? parsed->text() : request.url;
  auto options = js_value::object();
  const std::size_t mark = std::min(url.find('?'), url.size());
  if (const auto query =
          readable_query(std::string_view(url).substr(std::min(mark + 1, url.size())), number, in.known)) {
    options.add("query", fields_code(*query, code));
    url.resize(mark);
  }
  net::form_fields headers = chosen_headers(request);
  std::erase_if(headers, [&](const auto& each) {
    return std::find(in.defaults.begin(), in.defaults.end(), each) != in.defaults.end();
  });
  if (!request.cookies.empty()) headers.emplace_back("Cookie", request.cookies);
  const auto header_code = [&](const std::string& value) {
    return !in.origin.empty() && value == in.origin ? std::string("site") : code(value);  // of Origin
  };
  if (!headers.empty()) options.add("headers", fields_code(headers, header_code));
  add_credentials(options, request, number, in.known);
  std::string body = "null";
  if (request.has == recorded_body::form) options.add("form", fields_code(request.form, code));
  if (request.has == recorded_body::multipart) options.add("multipart", parts_code(request, number, in.known));
  add_client_options(options, request, number, in);

  const std::string method = method_call(request.method, request.has != recorded_body::none);
  std::string out = in.caller + "." + method + "(" + (method == "do" ? js_text(request.method) + ", " : "") +
                    url_code(url, number, in);
  const bool takes_body = method == "post" || method == "put" || method == "patch" || method == "do";
  if (request.has == recorded_body::text) {
    const auto json = json_body(request);
    const std::size_t at = column + out.size() + 2 + (method == "do" ? 6 : 0);
    body = json ? json_code(*json, in.known, number).code(2, at) : code(request.text);
  }
  if (takes_body && (body != "null" || !options.empty())) out += (method == "do" ? ", null, " : ", ") + body;
  if (!options.empty()) {
    const std::size_t line = out.rfind('\n') == out.npos ? column + out.size() : out.size() - out.rfind('\n');
    out += ", " + options.code(2, line + 4);
  }
  return out + ")";
}

}  // namespace canary::command
