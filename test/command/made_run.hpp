#pragma once
// A run that has something of everything, for those who tell of runs.

#include "canary/run/execution.hpp"

#include <string>

namespace canary::testing {

inline const wall_time began{std::chrono::seconds{1'700'000'000}};
/// Escapes of terminals, of XML and of JSON, and bytes that are no text.
inline const std::string evil = "a\033[31m\007\b\r\n\t]]>&amp;<'\"\u009b\ufffe\xff\xc0z";

inline run::run_result made_run(run_status status, failure_class kind) {
  using namespace std::chrono_literals;
  run::run_result r;
  r.record.id = *run_id::parse("018bcfe5-6800-7000-8000-000000000001");
  r.record.test = "shop " + evil;
  r.record.status = status;
  r.record.start_at = began;
  r.record.end_at = began + 250ms;
  r.record.duration = 250ms;
  if (status != run_status::passed) {
    r.record.cause = {kind, "no good " + evil};
    r.details.error = {"no good", "Error", "shop.js", 2, 1, "> 2 | " + evil + "\n", "4" + evil, "3"};
  }
  r.details.logs = {{began + 1ms, log_level::info, evil, {{"user", evil}}}};
  r.details.steps = {{"open " + evil, began, 120ms, step_status::passed, false, {}, ""}};
  r.details.checks = {
      {"is 200", began, true, false, {}}, {"has " + evil, began, false, false, 0}, {"is fast", began, false, true, {}}};
  http_exchange e;
  e.started = began;
  e.method = "GET";
  e.url = "https://shop.test/a?x=1&y&=3#f";
  e.code = 200;
  e.proto = "HTTP/1.1";
  e.remote_ip = "127.0.0.1";
  e.timings = {0, 1, 2, 4, 0.5, 8, 16, 31.5};
  e.bytes_sent = 100;
  e.bytes_received = 640;
  tls_facts facts;
  facts.host = "shop.test";
  facts.version = "TLSv1.3";
  facts.chain = {{"CN=shop.test", "CN=Root", {"shop.test"}, "01", began, began, "ab"}};
  e.tls = std::make_shared<tls_facts>(facts);
  r.details.requests.push_back(e);
  e.code = 0;
  e.proto.clear();
  e.url = "https://gone.test/";
  e.remote_ip.clear();
  e.timings = {};
  e.tls.reset();
  e.error = {failure_class::connect, "nobody " + evil};
  r.details.requests.push_back(e);
  return r;
}

}  // namespace canary::testing
