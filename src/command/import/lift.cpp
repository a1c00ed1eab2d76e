#include "command/import/lift.hpp"

#include "canary/core/ascii.hpp"
#include "canary/core/json_text.hpp"
#include "canary/core/printable.hpp"
#include "canary/net/http_url.hpp"
#include "command/import/base64.hpp"
#include "command/import/form_text.hpp"
#include "command/import/js_value.hpp"
#include "command/import/json_body.hpp"
#include "command/import/left_out.hpp"
#include "command/import/secret_look.hpp"
#include "command/import/secrets_within.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace canary::command {
namespace {

// What measures visitors says nothing to the site itself.
bool is_of_analytics(std::string_view cookie) {
  static constexpr std::string_view beginnings[] = {"_ga", "_gid", "_gat", "_gcl", "__utm",          "_fbp", "_fbc",
                                                    "_hj", "ajs_", "mp_",  "_pk_", "OptanonConsent", "_dd_s"};
  return std::any_of(std::begin(beginnings), std::end(beginnings),
                     [&](std::string_view each) { return cookie.starts_with(each); });
}

std::string host_of(const recorded_request& request) {
  const auto url = net::parse_http_url(request.url);
  return url ? url->host : std::string();
}

net::form_fields read_cookies(std::string_view text) {
  net::form_fields out;
  while (!text.empty()) {
    std::string_view pair = text.substr(0, text.find(';'));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    pair.remove_prefix(std::min(pair.find_first_not_of(" \t"), pair.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (equals > 0) out.emplace_back(pair.substr(0, equals), pair.substr(std::min(equals + 1, pair.size())));
  }
  return out;
}

class lifter {
 public:
  explicit lifter(recording& of) : of_(of) {}

  lifted lift() {
    if (of_.is_session) reduce_cookies();
    for (number_ = 0; number_ < of_.requests.size(); ++number_) {
      read_authorization(of_.requests[number_]);
      look_at(of_.requests[number_]);
      answers_.add(of_.requests[number_], number_);
    }
    return std::move(out_);
  }

 private:
  // Those that were there before the recording began: the first value of each, for every request to the host.
  void reduce_cookies() {
    std::map<std::string, net::form_fields> before;
    std::set<std::string> set;
    for (const auto& request : of_.requests) {
      auto& known = before[host_of(request)];
      for (const auto& [name, value] : read_cookies(request.cookies)) {
        const bool there =
            std::any_of(known.begin(), known.end(), [&, &n = name](const auto& each) { return each.first == n; });
        if (!there && !set.contains(name) && !is_of_analytics(name)) known.emplace_back(name, value);
      }
      for (const auto& [name, value] : request.cookies_set) set.insert(name);
    }
    for (auto& request : of_.requests) {
      if (std::exchange(request.cookies, {}).empty()) continue;
      for (const auto& [name, value] : before[host_of(request)]) {
        request.cookies += (request.cookies.empty() ? "" : "; ") + name + "=" + value;
      }
    }
  }

  void read_authorization(recorded_request& request) {
    if (const auto url = net::parse_http_url(request.url); url && url->has_userinfo) {
      if (request.user_and_password.empty() && header_of(request, "Authorization").empty()) {
        request.user_and_password = url->user + ":" + url->password;
      }
      request.url = url->text();
    }
    const std::string header(header_of(request, "Authorization"));
    const std::size_t space = header.find(' ');
    if (header.empty() || space == header.npos) return;
    const std::string_view scheme = std::string_view(header).substr(0, space);
    const std::string credentials = header.substr(std::min(header.find_first_not_of(' ', space), header.size()));
    if (iequals(scheme, "Bearer") && !credentials.empty() && request.user_and_password.empty()) {
      request.bearer = credentials;
    } else if (iequals(scheme, "Basic") && request.bearer.empty()) {
      const auto plain = from_base64(credentials);
      if (!plain || plain->find(':') == plain->npos || !is_text(*plain)) return;
      request.user_and_password = *plain;
    } else {
      return;
    }
    std::erase_if(request.headers, [](const auto& each) { return iequals(each.first, "Authorization"); });
  }

  static bool is_text(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7f; });
  }

  void look_at(const recorded_request& request) {
    if (!request.bearer.empty()) consider(request.bearer, "token", "the bearer token", true);
    if (!request.user_and_password.empty()) {
      const std::size_t colon = std::min(request.user_and_password.find(':'), request.user_and_password.size());
      const std::string password =
          request.user_and_password.substr(std::min(colon + 1, request.user_and_password.size()));
      // Some services take a key for the user's name, and no password.
      if (password.empty()) {
        consider(request.user_and_password.substr(0, colon), "user", "the user", true);
      } else {
        consider(password, "password", "the password", true);
      }
    }
    if (!request.cookies.empty())
      consider(request.cookies, "cookies", "cookies that no answer in the recording sets", true);
    for (const auto& [name, value] : request.headers) {
      const bool secret =
          is_secret_name(name) || iequals(name, "Authorization") || iequals(name, "Proxy-Authorization");
      consider(value, name, "the header " + name, secret);
      constexpr std::string_view scheme = "Bearer ";
      if (!secret && iequals(std::string_view(value).substr(0, scheme.size()), scheme))
        consider(value.substr(scheme.size()), name, "the header " + name, true);
    }
    for (const auto& [name, value] : request.form)
      consider(value, name, "the form field '" + name + "'", is_secret_name(name));
    for (const auto& part : request.parts)
      consider(part.value, part.name, "the part '" + part.name + "'", is_secret_name(part.name));
    if (request.has == recorded_body::text) look_at_body(request);
    look_at_url(request.url);
    want_file(request.ca_file, "ca");
    want_file(request.cert_file, "client-cert");
    want_file(request.key_file, "client-key");
    if (request.proxy) {
      if (const auto proxy = net::parse_http_url(*request.proxy); proxy && !proxy->password.empty()) {
        consider(*request.proxy, "proxy", "the proxy's URL", true);
      }
    }
  }

  // What stays a text in the canary has its secrets as they stand there.
  void look_at_body(const recorded_request& request) {
    const bool as_text = !json_body(request);
    if (as_text) look_within(request.text, "the body");
    boost::system::error_code failed;
    const auto value = boost::json::parse(request.text, failed);
    if (!failed) look_at_json(value, "", as_text);
  }

  void look_within(const std::string& text, const std::string& what) {
    for (const auto& [name, value] : secrets_within(text))
      consider(std::string(value), std::string(name), "'" + std::string(name) + "' in " + what, true);
  }

  // Certificates and keys are texts of PEM to a canary, and reach it as secrets do.
  void want_file(const std::string& file, const char* which) {
    const std::string name = short_site(of_.requests[number_]) + "-" + which;
    if (!file.empty() && names_.insert(name).second)
      out_.secrets.push_back({name, {}, "what is in the file " + printable(file, 200)});
  }

  void look_at_json(const boost::json::value& value, const std::string& name, bool as_text) {
    const bool secret = !as_text && is_secret_name(name);
    if (value.is_string()) {
      consider(std::string(value.get_string()), name, "'" + name + "' in the JSON", secret);
    } else if (value.is_number() && secret) {
      const std::string digits = json_text(value);
      if (digits.size() >= shortest_secret) consider(digits, name, "'" + name + "' in the JSON", true);
    } else if (value.is_object()) {
      for (const auto& [key, each] : value.get_object()) look_at_json(each, std::string(key), as_text);
    } else if (value.is_array()) {
      for (const auto& each : value.get_array()) look_at_json(each, name, as_text);
    }
  }

  void look_at_url(const std::string& text) {
    const auto url = net::parse_http_url(text);
    if (!url) return;
    const std::size_t mark = std::min(url->target.find('?'), url->target.size());
    std::string_view path = std::string_view(url->target).substr(0, mark);
    const std::string query = url->target.substr(std::min(mark + 1, url->target.size()));
    if (const auto fields = read_fields(query)) {
      for (const auto& [name, value] : *fields) {
        const bool code = name == "code" && value.size() >= 12;
        consider(value, name, "'" + name + "' in the query", is_secret_name(name) || code);
      }
    } else if (query.find('=') == query.npos && (is_secret_name(query) || is_random_piece(query))) {
      consider(query, "query", "the query", true);
    } else {
      look_within(query, "the query");
    }
    look_within(std::string(path), "the path");
    while (!path.empty()) {
      const std::string piece(path.substr(0, path.find('/')));
      path.remove_prefix(std::min(piece.size() + 1, path.size()));
      consider(piece, "link", "the path", is_random_piece(piece));
    }
  }

  void consider(const std::string& value, const std::string& name, const std::string& where, bool secret) {
    if (value.empty() || out_.known.has(value)) return;
    if (!sent_.contains(value)) {
      if (auto from = answers_.find(value)) return take(value, name, std::move(*from));
    }
    if (secret || is_secret_value(value)) return keep_secret(value, name, where);
    look_within(value, where);
    if (is_telling(value)) sent_.insert(value);
  }

  void keep_secret(const std::string& value, const std::string& name, const std::string& where) {
    auto& request = of_.requests[number_];
    const std::string wanted = short_site(request) + "-" + (dashed(name).empty() ? "secret" : dashed(name));
    const std::string unique = unique_of(wanted, '-');
    if (is_forgery_token(name)) {
      request.notes.push_back(
          where +
          " is of the recorded session, and no answer in the recording has it: take it from where the server gives it");
    }
    out_.known.add(value, "secrets.get(" + js_text(unique) + ")", 0);
    out_.secrets.push_back({unique, value, where + " of " + request_text(request)});
  }

  void take(const std::string& value, const std::string& name, answered_value from) {
    std::string last = name;
    for (const auto& each : from.path) {
      if (const auto* member = std::get_if<std::string>(&each)) last = *member;
    }
    std::string wanted = dashed(last);
    std::replace(wanted.begin(), wanted.end(), '-', '_');
    static constexpr std::string_view taken[] = {
        "http",    "log",    "test",   "check", "std", "site", "browser", "response", "between", "secrets",
        "console", "expect", "assert", "exec",  "ssh", "dns",  "tls",     "tcp",      "require"};
    if (wanted.empty() || (wanted[0] >= '0' && wanted[0] <= '9') || is_js_reserved(wanted) ||
        std::find(std::begin(taken), std::end(taken), wanted) != std::end(taken)) {
      wanted = "the_" + wanted;
    }
    const std::string unique = unique_of(wanted, '_');
    out_.known.add(value, unique, from.request + 1);
    out_.taken.push_back({unique, std::move(from)});
  }

  // Names of secrets have no '_', and those of variables no '-'.
  std::string unique_of(const std::string& wanted, char between) {
    std::string unique = wanted;
    for (std::size_t& n = times_wanted_[wanted]; !names_.insert(unique).second;) {
      unique = wanted + between + std::to_string(std::max<std::size_t>(++n, 2));
    }
    return unique;
  }

  recording& of_;
  std::size_t number_ = 0;
  answers answers_;
  std::set<std::string> sent_;  // telling values that the client had first
  std::set<std::string> names_;
  std::map<std::string, std::size_t> times_wanted_;
  lifted out_;
};

}  // namespace

lifted lift(recording& of) { return lifter(of).lift(); }

std::string request_text(const recorded_request& request) {
  const auto url = net::parse_http_url(request.url);
  const std::string text = url ? url->text() : request.url;
  return request.method + " " + printable(text.substr(0, text.find('?')), 200);
}

std::string short_site(const recorded_request& request) {
  const std::string host = host_of(request);
  const std::string site = site_of(host);
  const bool address = host.find(':') != host.npos || host.find_first_not_of("0123456789.") == host.npos;
  const std::string label = address ? "" : dashed(site.substr(0, site.find('.')));
  return label.empty() ? "site" : label;
}

}  // namespace canary::command
