#include "details_codec.hpp"

#include "bytes.hpp"
#include "json_codec.hpp"
#include "tls_codec.hpp"

#include <array>
#include <cmath>
#include <limits>

namespace canary::store {
namespace {

constexpr std::uint8_t details_version = 4, with_steps = 4, with_cause_code = 3, with_codes = 2, first_version = 1;
constexpr double ns_per_ms = 1e6;

constexpr std::array timing_members{
    &http_timings::blocked, &http_timings::looking_up, &http_timings::connecting, &http_timings::tls_handshaking,
    &http_timings::sending, &http_timings::waiting,    &http_timings::receiving,  &http_timings::duration};

/// Each time is stored as its distance from the one before.
class time_chain {
 public:
  void put(byte_writer& out, wall_time t) {
    const std::int64_t count = t.time_since_epoch().count();
    out.number(wrapping_difference(count, last_));
    last_ = count;
  }
  wall_time get(byte_reader& in) {
    last_ = wrapping_sum(last_, in.number());
    return wall_time{nanoseconds{last_}};
  }

 private:
  std::int64_t last_ = 0;
};

std::uint64_t whole_ns(double ms) {
  const double ns = ms * ns_per_ms;
  if (!(ns > 0)) return 0;
  return ns < 9e18 ? static_cast<std::uint64_t>(std::llround(ns)) : static_cast<std::uint64_t>(9e18);
}

int get_int(byte_reader& in) {
  const std::int64_t value = in.number();
  if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) in.fail();
  return in.good() ? static_cast<int>(value) : 0;
}

template <class Enum>
Enum get_enum(byte_reader& in, Enum last) {
  const std::uint8_t value = in.byte();
  if (value > static_cast<std::uint8_t>(last)) in.fail();
  return in.good() ? static_cast<Enum>(value) : Enum{};
}

failure_code get_code(byte_reader& in) {
  return static_cast<failure_code>(in.varint(std::numeric_limits<std::uint16_t>::max()));
}

void put_exchange(byte_writer& out, time_chain& times, handshake_table& handshakes, const http_exchange& exchange) {
  times.put(out, exchange.started);
  out.text(exchange.method);
  out.text(exchange.url);
  out.number(exchange.code);
  out.text(exchange.proto);
  out.text(exchange.remote_ip);
  out.varint(exchange.remote_port);
  out.byte(exchange.reused ? 1 : 0);
  for (const auto member : timing_members) out.varint(whole_ns(exchange.timings.*member));
  out.varint(exchange.bytes_sent);
  out.varint(exchange.bytes_received);
  out.byte(static_cast<std::uint8_t>(exchange.error.kind));
  out.text(exchange.error.message);
  out.varint(static_cast<std::uint64_t>(exchange.error.code));
  handshakes.put(out, exchange.tls);
}

http_exchange get_exchange(byte_reader& in, time_chain& times, handshake_table& handshakes, std::uint8_t version) {
  http_exchange out;
  out.started = times.get(in);
  out.method = in.text();
  out.url = in.text();
  out.code = get_int(in);
  out.proto = in.text();
  out.remote_ip = in.text();
  out.remote_port = static_cast<std::uint16_t>(in.varint(std::numeric_limits<std::uint16_t>::max()));
  out.reused = in.byte() != 0;
  for (const auto member : timing_members) out.timings.*member = static_cast<double>(in.varint()) / ns_per_ms;
  out.bytes_sent = in.varint();
  out.bytes_received = in.varint();
  out.error.kind = get_enum(in, failure_class::interrupted);
  out.error.message = in.text();
  if (version < with_codes) return out;
  out.error.code = get_code(in);
  out.tls = handshakes.get(in);
  return out;
}

void put_error(byte_writer& out, const script_error& error) {
  out.text(error.message);
  out.text(error.stack);
  out.text(error.file);
  out.number(error.line);
  out.number(error.column);
  out.text(error.excerpt);
  out.text(error.expected);
  out.text(error.actual);
}

script_error get_error(byte_reader& in, std::uint8_t version) {
  script_error out;
  out.message = in.text();
  out.stack = in.text();
  out.file = in.text();
  out.line = get_int(in);
  out.column = get_int(in);
  out.excerpt = in.text();
  if (version < with_steps) return out;
  out.expected = in.text();
  out.actual = in.text();
  return out;
}

// An index of a step as its number from 1, and 0 for none.
void put_step_index(byte_writer& out, const std::optional<std::uint32_t>& index) {
  out.varint(index ? std::uint64_t{*index} + 1 : 0);
}

std::optional<std::uint32_t> get_step_index(byte_reader& in, std::size_t steps) {
  const std::uint64_t number = in.varint(steps);
  if (number == 0) return std::nullopt;
  return static_cast<std::uint32_t>(number - 1);
}

void put_steps(byte_writer& out, time_chain& times, const run_details& details) {
  out.varint(details.steps.size());
  for (const run_step& step : details.steps) {
    times.put(out, step.started);
    out.number(step.duration.count());
    out.byte(static_cast<std::uint8_t>(step.status));
    out.byte(step.cleanup ? 1 : 0);
    put_step_index(out, step.parent);
    out.text(step.name);
    out.text(step.error);
  }
  out.varint(details.steps_dropped);
  out.varint(details.checks.size());
  for (const run_check& check : details.checks) {
    times.put(out, check.at);
    out.byte(static_cast<std::uint8_t>((check.held ? 1 : 0) | (check.soft ? 2 : 0)));
    put_step_index(out, check.step);
    out.text(check.name);
  }
  out.varint(details.checks_dropped);
}

void get_steps(byte_reader& in, time_chain& times, run_details& out) {
  for (std::uint64_t left = in.varint(in.remaining()); left > 0 && in.good(); --left) {
    run_step step;
    step.started = times.get(in);
    step.duration = nanoseconds{in.number()};
    step.status = get_enum(in, step_status::skipped);
    const std::uint8_t cleanup = in.byte();
    if (cleanup > 1) in.fail();
    step.cleanup = cleanup == 1;
    step.parent = get_step_index(in, out.steps.size());
    step.name = in.text();
    step.error = in.text();
    out.steps.push_back(std::move(step));
  }
  out.steps_dropped = in.varint();
  for (std::uint64_t left = in.varint(in.remaining()); left > 0 && in.good(); --left) {
    run_check check;
    check.at = times.get(in);
    const std::uint8_t flags = in.byte();
    if (flags > 3) in.fail();
    check.held = (flags & 1) != 0;
    check.soft = (flags & 2) != 0;
    check.step = get_step_index(in, out.steps.size());
    check.name = in.text();
    out.checks.push_back(std::move(check));
  }
  out.checks_dropped = in.varint();
}

}  // namespace

std::string encode_details(const run_details& details) {
  byte_writer out;
  out.byte(details_version);
  time_chain times;
  out.varint(details.logs.size());
  for (const log_entry& entry : details.logs) {
    times.put(out, entry.at);
    out.byte(static_cast<std::uint8_t>(entry.level));
    out.text(entry.message);
    encode_object(out, entry.fields);
  }
  out.varint(details.logs_dropped);
  out.varint(details.requests.size());
  handshake_table handshakes;
  for (const http_exchange& exchange : details.requests) put_exchange(out, times, handshakes, exchange);
  out.varint(details.requests_dropped);
  out.byte(details.error ? 1 : 0);
  if (details.error) put_error(out, *details.error);
  out.varint(static_cast<std::uint64_t>(details.code));
  put_steps(out, times, details);
  out.end();
  return out.take();
}

std::optional<run_details> decode_details(std::string_view bytes) {
  byte_reader in(bytes);
  const std::uint8_t version = in.byte();
  if (version < first_version || version > details_version) return std::nullopt;
  run_details out;
  time_chain times;
  handshake_table handshakes;
  for (std::uint64_t left = in.varint(in.remaining()); left > 0 && in.good(); --left) {
    log_entry& entry = out.logs.emplace_back();
    entry.at = times.get(in);
    entry.level = get_enum(in, log_level::error);
    entry.message = in.text();
    entry.fields = decode_object(in);
  }
  out.logs_dropped = in.varint();
  for (std::uint64_t left = in.varint(in.remaining()); left > 0 && in.good(); --left) {
    out.requests.push_back(get_exchange(in, times, handshakes, version));
  }
  out.requests_dropped = in.varint();
  const std::uint8_t has_error = in.byte();
  if (has_error > 1) return std::nullopt;
  if (has_error == 1) out.error = get_error(in, version);
  if (version >= with_cause_code) out.code = get_code(in);
  if (version >= with_steps) get_steps(in, times, out);
  if (!in.finish()) return std::nullopt;
  return out;
}

bool is_empty(const run_details& details) {
  return details.logs.empty() && details.logs_dropped == 0 && details.requests.empty() &&
         details.requests_dropped == 0 && details.steps.empty() && details.steps_dropped == 0 &&
         details.checks.empty() && details.checks_dropped == 0 && !details.error && details.code == failure_code::none;
}

}  // namespace canary::store
