#include "canary/command/har.hpp"

#include "canary/api/rest_json.hpp"
#include "canary/core/json_text.hpp"

#include <algorithm>

namespace canary::command {
namespace {

namespace json = boost::json;

// What follows '?', by its names, as it stands there: it is not decoded.
json::array query_of(std::string_view url) {
  json::array out;
  url = url.substr(0, url.find('#'));
  const std::size_t mark = url.find('?');
  if (mark == url.npos) return out;
  std::string_view rest = url.substr(mark + 1);
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    out.push_back(
        json::object{{"name", pair.substr(0, equals)}, {"value", pair.substr(std::min(equals + 1, pair.size()))}});
  }
  return out;
}

// A phase that was not is -1, which is HAR's word for it; `connect` includes `ssl`.
json::object timings_of(const http_timings& t) {
  const auto optional = [](double ms) { return ms > 0 ? ms : -1.0; };
  return {{"blocked", optional(t.blocked)},
          {"dns", optional(t.looking_up)},
          {"connect", optional(t.connecting + t.tls_handshaking)},
          {"ssl", optional(t.tls_handshaking)},
          {"send", std::max(t.sending, 0.0)},
          {"wait", std::max(t.waiting, 0.0)},
          {"receive", std::max(t.receiving, 0.0)}};
}

double sum_of(const json::object& timings) {
  double sum = 0;
  for (const auto& [name, value] : timings) {
    if (name != "ssl") sum += std::max(value.get_double(), 0.0);
  }
  return sum;
}

json::object entry_of(const http_exchange& e, const std::string& page) {
  const std::string version = e.proto.empty() ? "unknown" : e.proto;
  json::object timings = timings_of(e.timings);
  const double time = sum_of(timings);
  json::object request{{"method", e.method},        {"url", e.url},
                       {"httpVersion", version},    {"cookies", json::array()},
                       {"headers", json::array()},  {"queryString", query_of(e.url)},
                       {"headersSize", -1},         {"bodySize", -1},
                       {"_bytesSent", e.bytes_sent}};
  json::object response{
      {"status", e.code},         {"statusText", ""},
      {"httpVersion", version},   {"cookies", json::array()},
      {"headers", json::array()}, {"content", json::object{{"size", e.bytes_received}, {"mimeType", ""}}},
      {"redirectURL", ""},        {"headersSize", -1},
      {"bodySize", -1},           {"_transferSize", e.bytes_received}};
  json::object out{{"pageref", page},
                   {"startedDateTime", format_rfc3339(e.started)},
                   {"time", time},
                   {"request", std::move(request)},
                   {"response", std::move(response)},
                   {"cache", json::object()},
                   {"timings", std::move(timings)},
                   {"_reused", e.reused}};
  if (!e.remote_ip.empty()) out["serverIPAddress"] = e.remote_ip;
  // By the same names as in the API.
  json::object known = api::http_exchange_json(e);
  out["_error"] = std::move(known["error"]);
  out["_tls"] = std::move(known["tls"]);
  return out;
}

}  // namespace

void har_report::ended(const run::run_result& result) {
  const std::string page = result.record.id.text();
  pages_.push_back(json::object{{"startedDateTime", format_rfc3339(result.record.start_at)},
                                {"id", page},
                                {"title", result.record.test},
                                {"pageTimings", json::object{{"onContentLoad", -1}, {"onLoad", -1}}}});
  for (const auto& each : result.details.requests) entries_.push_back(entry_of(each, page));
}

std::string har_report::text() const {
  const json::object log{
      {"version", "1.2"},
      {"creator", json::object{{"name", "canaryctl"}, {"version", version_}}},
      {"pages", pages_},
      {"entries", entries_},
      {"comment", "Headers, cookies and bodies are not kept of a run; sizes are of heads and bodies, as they went."}};
  return json_text(json::object{{"log", log}}) + "\n";
}

}  // namespace canary::command
