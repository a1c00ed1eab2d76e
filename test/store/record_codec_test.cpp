#include "store/record_codec.hpp"

#include "store/bytes.hpp"
#include "store_fixture.hpp"

#include <limits>
#include <random>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto most = std::numeric_limits<std::int64_t>::max();
constexpr auto least = std::numeric_limits<std::int64_t>::min();

run_id id_at(wall_time t) {
  run_id_generator ids;
  return ids.next(t);
}

run_record measured(run_record run) {
  run.usage = run_usage{61'234ns, 196'608, 2, 1'403};
  return run;
}

struct row {
  const char* name;
  run_record record;
  std::uint32_t test_number;
};

std::vector<row> rows() {
  const run_record running = started(id_at(noon), "", noon + 123'456ns);
  std::vector<row> out{
      {"running", running, 1},
      {"passed", ended(running, run_status::passed, 12'345'678ns), 300},
      {"measured", measured(ended(running, run_status::passed, 12'345'678ns)), 300},
      {"failed", ended(running, run_status::failed, 10s, {failure_class::assertion, "expected 200, got 503"}), 7},
      {"interrupted", ended(running, run_status::interrupted, 0ns, {failure_class::interrupted, ""}), 0xffffffff},
      {"skipped", ended(running, run_status::skipped, 3ms, {failure_class::none, "there is no user"}), 2},
  };
  run_record odd = ended(running, run_status::failed, 5s, {failure_class::dns, std::string(5000, 'x') + '\0'});
  odd.end_at = noon - 1h;  // the clock was set back
  odd.trigger = run_trigger::command_line;
  odd.attempt = 0xffffffff;
  odd.lateness = -3ns;
  odd.usage = run_usage{0ns, 0, 0, 0};
  out.push_back({"clock set back", odd, 1});
  run_record extreme = odd;
  extreme.start_at = wall_time{nanoseconds{least}};
  extreme.end_at = wall_time{nanoseconds{most}};
  extreme.duration = nanoseconds{most};
  extreme.lateness = nanoseconds{most};
  constexpr auto all = std::numeric_limits<std::uint64_t>::max();
  extreme.usage = run_usage{nanoseconds{most}, all, all, all};
  out.push_back({"extremes", extreme, 1});
  extreme.id.bytes.fill(0xff);
  out.push_back({"an id past all times", extreme, 1});
  return out;
}

}  // namespace

TEST_CASE("a run's record is read back as it was written") {
  for (const row& r : rows()) {
    CAPTURE(r.name);
    const auto back = decode_record(r.record.id, encode_record(r.record, r.test_number));
    REQUIRE(back);
    CHECK(back->record == r.record);
    CHECK(back->test_number == r.test_number);
  }
}

TEST_CASE("every failure class and trigger has room in a record") {
  run_record record = ended(started(id_at(noon), "", noon), run_status::failed, 1ms);
  for (unsigned kind = 0; kind <= static_cast<unsigned>(failure_class::interrupted); ++kind) {
    for (unsigned trigger = 0; trigger <= static_cast<unsigned>(run_trigger::command_line); ++trigger) {
      record.cause.kind = static_cast<failure_class>(kind);
      record.trigger = static_cast<run_trigger>(trigger);
      CAPTURE(kind, trigger);
      const auto back = decode_record(record.id, encode_record(record, 1));
      REQUIRE(back);
      CHECK(back->record == record);
    }
  }
}

TEST_CASE("a record that is cut short or grown is refused") {
  for (const row& r : rows()) {
    CAPTURE(r.name);
    const std::string bytes = encode_record(r.record, r.test_number);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      CAPTURE(size);
      REQUIRE(!decode_record(r.record.id, std::string_view(bytes).substr(0, size)));
    }
    CHECK(!decode_record(r.record.id, bytes + '\0'));
    CHECK(!decode_record(r.record.id, bytes + bytes));
  }
}

TEST_CASE("a record that lost its tail to zeros is refused") {
  for (const row& r : rows()) {
    CAPTURE(r.name);
    std::string bytes = encode_record(r.record, r.test_number);
    for (std::size_t lost = 1; lost <= bytes.size(); ++lost) {
      bytes[bytes.size() - lost] = '\0';
      REQUIRE(!decode_record(r.record.id, bytes));
    }
  }
}

TEST_CASE("a record of another version, or with a number that names nothing, is refused") {
  const run_record record = ended(started(id_at(noon), "", noon), run_status::passed, 1ms);
  const std::string good = encode_record(record, 1);
  for (const auto& [place, value] : std::vector<std::pair<std::size_t, int>>{{0, 0},
                                                                             {0, 1 /* it has usage */},
                                                                             {0, 3},
                                                                             {0, 255},
                                                                             {1, 0x0d /* trigger 3 */},
                                                                             {1, 0xb1 /* class 11 */},
                                                                             {1, 0xf2 /* skipped, and failed */}}) {
    CAPTURE(place, value);
    std::string bad = good;
    bad[place] = static_cast<char>(value);
    CHECK(!decode_record(record.id, bad));
  }
}

TEST_CASE("a record of a run that took less than no time is refused") {
  run_record record = ended(started(id_at(noon), "", noon), run_status::passed, 0ns);
  CHECK(decode_record(record.id, encode_record(record, 1)).has_value());
  record.duration = -1ns;
  CHECK(!decode_record(record.id, encode_record(record, 1)));
}

TEST_CASE("a record of a run that goes on and has failed already is refused") {
  run_record record = started(id_at(noon), "", noon);
  CHECK(decode_record(record.id, encode_record(record, 1)).has_value());
  record.cause.kind = failure_class::connect;
  CHECK(!decode_record(record.id, encode_record(record, 1)));
}

TEST_CASE("records of version 1 are read, and say nothing of usage") {
  // As the codec of version 1 wrote them.
  const run_record running = [] {
    run_record r = started(run_id::parse("018bcfe5-6800-7000-8000-000000000001").value(), "", noon + 123'456ns);
    r.lateness = 1ms;
    return r;
  }();
  run_record failed = ended(running, run_status::failed, 10s, {failure_class::timeout, "too late"});
  *failed.end_at += 400us;
  failed.trigger = run_trigger::manual;
  failed.attempt = 2;
  run_record interrupted = ended(running, run_status::interrupted, 0ns, {failure_class::interrupted, ""});
  interrupted.end_at = noon + 1h;
  struct old_row {
    std::string bytes;
    run_record record;
    std::uint32_t test_number;
  };
  const std::vector<old_row> all{
      {{"\x01\x00\x01\x80\x89\x0f\x80\x89\x7a\x01\0\0\0\0\0\0\0\0\0\0\xe5", 21}, running, 1},
      {{"\x01\x01\xac\x02\x80\x89\x0f\x80\x89\x7a\x01\x9c\x85\xe3\x0b\x00\x00\xe5", 18},
       ended(running, run_status::passed, 12'345'678ns),
       300},
      {{"\x01\x46\x07\x80\x89\x0f\x80\x89\x7a\x02\x80\x90\xdf\xc0\x4a\x80\xea\x30\x08too late\xe5", 28}, failed, 7},
      {{"\x01\xa3\x07\x80\x89\x0f\x80\x89\x7a\x01\x00\x80\xf7\xb5\x8b\xc6\xd1\x01\x00\xe5", 20}, interrupted, 7}};
  for (const auto& old : all) {
    CAPTURE(to_string(old.record.status));
    const auto read = decode_record(old.record.id, old.bytes);
    REQUIRE(read);
    CHECK(read->record == old.record);
    CHECK(read->test_number == old.test_number);
    for (std::size_t size = 0; size < old.bytes.size(); ++size) {
      REQUIRE(!decode_record(old.record.id, std::string_view(old.bytes).substr(0, size)));
    }
    CHECK(!decode_record(old.record.id, old.bytes + '\0'));
  }
}

TEST_CASE("a CPU time that no number of nanoseconds holds is refused") {
  byte_writer out;
  for (const int value : {2, 1, 1}) out.byte(static_cast<std::uint8_t>(value));  // version, passed, test 1
  out.number(0);
  out.number(0);
  out.varint(1);
  out.number(0);
  out.number(0);
  out.text("");
  std::string before = out.take();
  for (const std::uint64_t cpu : {std::uint64_t{1} << 63, (std::uint64_t{1} << 63) + 1}) {
    byte_writer rest;
    rest.varint(cpu);
    for (int i = 0; i < 3; ++i) rest.varint(1);
    rest.end();
    const auto read = decode_record(id_at(noon), before + rest.take());
    CHECK(read.has_value() == (cpu == std::uint64_t{1} << 63));
  }
}

TEST_CASE("an ordinary outcome takes the room that its record had while running") {
  const run_record running = started(id_at(noon), "", noon + 999'999ns);
  for (const nanoseconds took : {nanoseconds{1}, nanoseconds{1ms}, nanoseconds{10s}}) {
    run_record passed = measured(ended(running, run_status::passed, took));
    *passed.end_at += 400us;  // the two clocks are not read at once
    CHECK(encode_record(passed, 500).size() <= encode_record(running, 500).size());
  }
  CHECK(encode_record(running, 500).size() < 40);
}

TEST_CASE("random bytes make no record that could not be written again, and nothing worse") {
  std::mt19937_64 random(1);
  const std::string model = encode_record(rows()[2].record, 7);
  for (int i = 0; i < 100'000; ++i) {
    std::string bytes = model;
    if (i % 2 == 0) {
      bytes.resize(random() % 64);
      for (char& c : bytes) c = static_cast<char>(random());
      if (!bytes.empty()) bytes[0] = i % 4 == 0 ? 1 : 2;
    } else {
      for (std::uint64_t changes = random() % 4; changes > 0; --changes) {
        bytes[random() % bytes.size()] = static_cast<char>(random());
      }
    }
    run_id id;
    for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(random());
    const auto run = decode_record(id, bytes);
    if (!run) continue;
    const auto again = decode_record(id, encode_record(run->record, run->test_number));
    REQUIRE(again);
    REQUIRE(again->record == run->record);
  }
}
