#include "random_run.hpp"

#include <boost/json/array.hpp>

#include <array>
#include <bit>

namespace canary::store::testing {

/// Of any size, the limits among them.
std::uint64_t random_runs::number() {
  switch (below(6)) {
    case 0:
      return below(10);
    case 1:
      return ~std::uint64_t{0};
    case 2:
      return std::uint64_t{1} << 63;
    default:
      return random_() >> below(64);
  }
}

wall_time random_runs::time() {
  return wall_time{nanoseconds{chance() ? static_cast<std::int64_t>(number())
                                        : 1'700'000'000'000'000'000 + static_cast<std::int64_t>(below(1 << 30))}};
}

std::string random_runs::text() {
  using namespace std::string_literals;
  static const std::array pieces{
      "front page"s,  "\"quoted\""s, "\\"s, "\n"s,     "\t\r"s,         "\0"s,
      "\x7f\x1b[1m"s, "\xff\xfe"s,   "é"s,  "😀"s,      "\xed\xa0\x80"s, "\xc0\x80"s,
      "$hex"s,        "{\"a\":1}"s,  "/"s,  "\u2028"s, "\xf4\x90"s,     std::string(300, 'x')};
  std::string out;
  for (std::uint64_t left = below(4); left > 0; --left) out += pieces[below(pieces.size())];
  return out;
}

boost::json::value random_runs::value(int depth) {
  switch (below(depth < 4 ? 8 : 6)) {
    case 0:
      return nullptr;
    case 1:
      return chance();
    case 2:
      return static_cast<std::int64_t>(number());
    case 3:
      return number();
    case 4:
      return chance() ? std::bit_cast<double>(random_()) : static_cast<double>(below(100'000)) / 1000;
    case 5:
      return boost::json::string(text());
    case 6: {
      boost::json::array out;
      for (std::uint64_t left = below(3); left > 0; --left) out.push_back(value(depth + 1));
      return out;
    }
    default:
      return fields(depth + 1);
  }
}

boost::json::object random_runs::fields(int depth) {
  static const std::array names{"$hex", "$real", "$natural", "$members", "$"};
  boost::json::object out;
  for (std::uint64_t left = below(3); left > 0; --left) {
    out.insert_or_assign(chance() ? std::string(names[below(names.size())]) : text(), value(depth));
  }
  return out;
}

failure random_runs::cause() {
  failure out;
  out.kind = static_cast<failure_class>(below(11));
  out.message = text();
  return out;
}

std::shared_ptr<const tls_facts> random_runs::handshake() {
  if (last_handshake_ && chance()) return last_handshake_;
  tls_facts facts{text(), text(), text(), text(), text(), {}};
  for (std::uint64_t left = below(3); left > 0; --left) {
    tls_certificate& of = facts.chain.emplace_back();
    of.subject = text();
    of.issuer = text();
    for (std::uint64_t more = below(3); more > 0; --more) of.sans.push_back(text());
    of.serial = text();
    of.not_before = time();
    of.not_after = time();
    of.sha256 = text();
  }
  last_handshake_ = std::make_shared<const tls_facts>(std::move(facts));
  return last_handshake_;
}

http_exchange random_runs::exchange() {
  http_exchange out;
  out.started = time();
  out.method = text();
  out.url = text();
  out.code = static_cast<int>(number());
  out.proto = text();
  out.remote_ip = text();
  out.remote_port = static_cast<std::uint16_t>(number());
  out.reused = chance();
  // Whole nanoseconds, below thirteen days, as milliseconds.
  for (double* phase : {&out.timings.blocked, &out.timings.sending, &out.timings.waiting, &out.timings.duration}) {
    *phase = static_cast<double>(random_() >> (14 + below(50))) / 1e6;
  }
  out.bytes_sent = number();
  out.bytes_received = number();
  if (chance()) out.error = cause();
  if (chance()) out.error.code = static_cast<failure_code>(below(65536));
  if (chance()) out.tls = handshake();
  return out;
}

run_details random_runs::details() {
  run_details out;
  last_handshake_.reset();
  for (std::uint64_t left = below(4); left > 0; --left) {
    out.logs.push_back({time(), static_cast<log_level>(below(4)), text(), fields(0)});
  }
  out.logs_dropped = chance() ? 0 : number();
  for (std::uint64_t left = below(4); left > 0; --left) out.requests.push_back(exchange());
  out.requests_dropped = chance() ? 0 : number();
  if (chance()) {
    out.error = script_error{text(), text(), text(), static_cast<int>(number()), static_cast<int>(number()),
                             text(), text(), text()};
  }
  if (chance()) out.code = static_cast<failure_code>(below(65536));
  add_steps(out);
  return out;
}

void random_runs::add_steps(run_details& out) {
  const auto index = [&]() -> std::optional<std::uint32_t> {
    if (out.steps.empty() || chance()) return std::nullopt;
    return static_cast<std::uint32_t>(below(out.steps.size()));
  };
  for (std::uint64_t left = below(4); left > 0; --left) {
    const auto parent = index();
    out.steps.push_back({text(), time(), nanoseconds{static_cast<std::int64_t>(number())},
                         static_cast<step_status>(below(3)), chance(), parent, text()});
  }
  out.steps_dropped = chance() ? 0 : number();
  for (std::uint64_t left = below(4); left > 0; --left) {
    out.checks.push_back({text(), time(), chance(), chance(), index()});
  }
  out.checks_dropped = chance() ? 0 : number();
}

whole_run random_runs::next() {
  whole_run out;
  ++count_;
  out.record.id = run_id::floor(wall_time{std::chrono::seconds{1'700'000'000 + count_ * 7}});
  out.record.id.bytes[8] = static_cast<std::uint8_t>(random_());
  out.record.test = text();
  if (out.record.test.empty() || out.record.test.size() > 500) out.record.test = "a";
  out.record.status = static_cast<run_status>(below(5));
  out.record.start_at = time();
  out.record.lateness = nanoseconds{static_cast<std::int64_t>(number())};
  out.record.trigger = static_cast<run_trigger>(below(3));
  out.record.attempt = static_cast<std::uint32_t>(chance() ? 1 : number());
  if (out.record.status == run_status::running) return out;
  out.record.duration = nanoseconds{static_cast<std::int64_t>(number() >> 1)};
  out.record.end_at = time();
  out.record.cause = cause();
  if (out.record.status == run_status::skipped) out.record.cause.kind = failure_class::none;
  if (chance()) {
    const auto cpu = nanoseconds{static_cast<std::int64_t>(number() >> 1)};
    out.record.usage = run_usage{cpu, number(), number(), number()};
  }
  out.details = details();
  return out;
}

}  // namespace canary::store::testing
