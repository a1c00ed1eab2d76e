#include "bench/store/generator.hpp"

#include <algorithm>
#include <cmath>

namespace canary::bench {
namespace {

struct reason {
  failure_class kind;
  const char* message;
};

constexpr reason reasons[] = {
    {failure_class::assertion, "expected status 200, got 503"},
    {failure_class::assertion, "the cart is empty after an item was put into it"},
    {failure_class::timeout, "timed out after 5s"},
    {failure_class::connect, "dial tcp 203.0.113.17:443: connect: connection refused"},
    {failure_class::dns, "lookup api.shop.example: no such host"},
    {failure_class::tls, "x509: certificate has expired or is not yet valid"},
};

constexpr double incident_begins = 0.0017, fails_in_incident = 0.9;
constexpr int longest_incident = 19;  // 1 to 19 runs: ten on average
constexpr double timeout_ms = 5000;

nanoseconds ns_of_ms(double ms) { return nanoseconds{std::llround(ms * 1e6)}; }

}  // namespace

const char* to_string(detail_kind k) {
  switch (k) {
    case detail_kind::none:
      return "nothing";
    case detail_kind::logs:
      return "three log lines";
    case detail_kind::logs_and_trace:
      return "three log lines and a trace";
  }
  return "";
}

std::string run_generator::test_name(std::size_t index) { return "shop " + std::to_string(index) + ": cart"; }

run_generator::run_generator(const plan& what)
    : plan_(what),
      step_(what.span / static_cast<std::int64_t>(what.runs)),
      at_(what.end - what.span),
      random_(what.seed),
      ids_([this] { return random_(); }),
      tests_(what.tests),
      order_(what.tests) {
  for (std::size_t i = 0; i < tests_.size(); ++i) {
    tests_[i].name = test_name(i);
    tests_[i].url = "https://shop-" + std::to_string(i) + ".example/api/cart?items=3";
    tests_[i].typical_ms = 80 * std::exp(0.8 * normal_(random_));
    order_[i] = static_cast<std::uint32_t>(i);
  }
}

run_generator::habit& run_generator::next_test() {
  if (place_ == 0) std::shuffle(order_.begin(), order_.end(), random_);
  habit& test = tests_[order_[place_]];
  place_ = (place_ + 1) % order_.size();
  return test;
}

void run_generator::judge(habit& test, run_record& record) {
  if (test.failing_for == 0 && uniform() < incident_begins) {
    test.failing_for = 1 + static_cast<int>(uniform() * longest_incident);
    test.reason = static_cast<std::size_t>(uniform() * std::size(reasons));
  }
  double ms = test.typical_ms * std::exp(0.35 * normal_(random_));
  record.status = run_status::passed;
  if (test.failing_for > 0) {
    --test.failing_for;
    if (uniform() < fails_in_incident) {
      const reason& why = reasons[test.reason];
      record.status = run_status::failed;
      record.cause = {why.kind, why.message};
      if (why.kind == failure_class::timeout) ms = timeout_ms;
    }
  }
  record.duration = ns_of_ms(std::min(ms, timeout_ms));
  record.end_at = record.start_at + record.duration;
}

run_details run_generator::details_of(const habit& test, const run_record& record) {
  run_details details;
  if (plan_.details == detail_kind::none) return details;
  const double ms = static_cast<double>(record.duration.count()) / 1e6;
  const bool good = record.status == run_status::passed;
  const auto at = [&](double part) { return record.start_at + ns_of_ms(ms * part); };
  details.logs = {
      {at(0.01), log_level::info, "GET " + test.url, {}},
      {at(0.97), log_level::info, "answered", {{"code", good ? 200 : 503}, {"ms", std::round(ms * 960) / 1000}}},
      {at(0.98), good ? log_level::info : log_level::error, good ? "3 items in the cart" : record.cause.message, {}}};
  if (plan_.details == detail_kind::logs) return details;
  http_exchange exchange;
  exchange.started = at(0.02);
  exchange.method = "GET";
  exchange.url = test.url;
  exchange.code = good ? 200 : 503;
  exchange.proto = "HTTP/1.1";
  exchange.remote_ip = "203.0.113.17";
  exchange.remote_port = 443;
  exchange.timings = {.blocked = 0.004,
                      .looking_up = 0.8,
                      .connecting = ms * 0.1,
                      .tls_handshaking = ms * 0.2,
                      .sending = 0.02,
                      .waiting = ms * 0.5,
                      .receiving = ms * 0.1,
                      .duration = 0.824 + ms * 0.9};
  exchange.bytes_sent = 173;
  exchange.bytes_received = 1200 + random_() % 4000;
  details.requests.push_back(std::move(exchange));
  return details;
}

generated_run run_generator::next() {
  habit& test = next_test();
  generated_run made;
  run_record& record = made.record;
  record.start_at = at_ + nanoseconds{static_cast<std::int64_t>(uniform() * static_cast<double>(step_.count()))};
  at_ += step_;
  record.id = ids_.next(record.start_at);
  if (made_++ % plan_.sample_every == 0) sample_.push_back(record.id);
  record.test = test.name;
  record.lateness = ns_of_ms(-0.2 * std::log(1 - uniform()));
  judge(test, record);
  record.usage = run_usage{.cpu = ns_of_ms(0.04 + 0.04 * uniform()),
                           .peak_memory_bytes = 120'000 + random_() % 40'000,
                           .slices = 2,
                           .allocations = 300 + random_() % 200};
  made.details = details_of(test, record);
  return made;
}

}  // namespace canary::bench
