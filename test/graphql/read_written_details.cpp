#include "read_written_details.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include <cmath>

namespace canary::test_support {
namespace {

using boost::json::object;
using boost::json::value;

// '' where it is null.
std::string text(const object& from, const char* key) {
  const value& v = from.at(key);
  return v.is_null() ? std::string() : std::string(v.as_string());
}

template <class Number>
Number number_of(const object& from, const char* key) {
  const value& v = from.at(key);
  return v.is_null() ? Number{} : v.to_number<Number>();
}

wall_time time_of(const object& from, const char* key) { return parse_rfc3339(text(from, key)).value(); }

std::optional<std::uint32_t> index_of(const object& from, const char* key) {
  return from.at(key).is_null() ? std::nullopt : std::optional(from.at(key).to_number<std::uint32_t>());
}

log_entry read_line(const object& from) {
  log_entry out{time_of(from, "at"), parse_log_level(text(from, "level")).value(), text(from, "message"), {}};
  for (const auto& field : from.at("fields").as_array()) {
    const object& f = field.as_object();
    out.fields[text(f, "name")] = boost::json::parse(text(f, "value"));
  }
  return out;
}

failure read_failure(const value& from) {
  if (from.is_null()) return {};
  const object& f = from.as_object();
  return {parse_failure_class(text(f, "class")).value(), text(f, "message"),
          static_cast<failure_code>(number_of<int>(f, "error_code"))};
}

tls_certificate read_certificate(const object& from) {
  tls_certificate out{text(from, "subject"), text(from, "issuer"),        {},
                      text(from, "serial"),  time_of(from, "not_before"), time_of(from, "not_after"),
                      text(from, "sha256")};
  for (const auto& host : from.at("sans").as_array()) out.sans.emplace_back(host.as_string());
  return out;
}

std::shared_ptr<const tls_facts> read_tls(const value& from) {
  if (from.is_null()) return nullptr;
  const object& t = from.as_object();
  tls_facts out{"", text(t, "version"), text(t, "cipher"), text(t, "alpn"), text(t, "ocsp"), {}};
  for (const auto& one : t.at("chain").as_array()) out.chain.push_back(read_certificate(one.as_object()));
  return std::make_shared<const tls_facts>(std::move(out));
}

http_exchange read_exchange(const object& from) {
  http_exchange out;
  out.started = time_of(from, "started");
  out.method = text(from, "method");
  out.url = text(from, "url");
  out.code = number_of<int>(from, "code");
  out.proto = text(from, "proto");
  out.remote_ip = text(from, "remote_ip");
  out.remote_port = number_of<std::uint16_t>(from, "remote_port");
  out.reused = from.at("reused").as_bool();
  const object& t = from.at("timings").as_object();
  const auto ms = [&](const char* key) { return number_of<double>(t, key); };
  out.timings = {ms("blocked"), ms("looking_up"), ms("connecting"), ms("tls_handshaking"),
                 ms("sending"), ms("waiting"),    ms("receiving"),  ms("duration")};
  out.bytes_sent = number_of<std::uint64_t>(from, "bytes_sent");
  out.bytes_received = number_of<std::uint64_t>(from, "bytes_received");
  out.error = read_failure(from.at("error"));
  out.tls = read_tls(from.at("tls"));
  return out;
}

run_step read_step(const object& from) {
  const auto duration = std::chrono::microseconds(std::llround(number_of<double>(from, "duration") * 1000));
  return {text(from, "name"),
          time_of(from, "started"),
          duration,
          parse_step_status(text(from, "status")).value(),
          from.at("cleanup").as_bool(),
          index_of(from, "parent"),
          text(from, "error")};
}

run_check read_check(const object& from) {
  return {text(from, "name"), time_of(from, "at"), from.at("held").as_bool(), from.at("soft").as_bool(),
          index_of(from, "step")};
}

script_error read_error(const object& from) {
  return {text(from, "message"),          text(from, "stack"),   text(from, "file"),     number_of<int>(from, "line"),
          number_of<int>(from, "column"), text(from, "excerpt"), text(from, "expected"), text(from, "actual")};
}

template <class Entry>
void read_all(std::vector<Entry>& to, const value& from, Entry (*read)(const object&)) {
  for (const auto& one : from.as_array()) to.push_back(read(one.as_object()));
}

}  // namespace

run_details read_written_details(const object& run) {
  run_details out;
  read_all(out.logs, run.at("logs"), read_line);
  read_all(out.requests, run.at("requests"), read_exchange);
  read_all(out.steps, run.at("steps"), read_step);
  read_all(out.checks, run.at("checks"), read_check);
  out.logs_dropped = number_of<std::uint64_t>(run, "logs_dropped");
  out.requests_dropped = number_of<std::uint64_t>(run, "requests_dropped");
  out.steps_dropped = number_of<std::uint64_t>(run, "steps_dropped");
  out.checks_dropped = number_of<std::uint64_t>(run, "checks_dropped");
  if (!run.at("error").is_null()) out.error = read_error(run.at("error").as_object());
  out.code = static_cast<failure_code>(number_of<int>(run, "error_code"));
  return out;
}

}  // namespace canary::test_support
