#include "canary/core/run_id.hpp"

#include <sys/random.h>

#include <algorithm>

namespace canary {
namespace {

std::uint64_t milliseconds_of(wall_time t) {
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(t.time_since_epoch()).count();
  return ms < 0 ? 0 : static_cast<std::uint64_t>(ms);
}

void put_milliseconds(run_id& id, std::uint64_t ms) {
  for (int i = 5; i >= 0; --i, ms >>= 8) id.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(ms);
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The system's random bytes, fetched by the page: one call each would cost more than a run's VM, std::random_device
// even more.
class system_random {
 public:
  std::uint64_t operator()() {
    if (next_ == words_.size()) {
      for (std::size_t filled = 0; filled < sizeof words_;) {
        const ssize_t got = ::getrandom(reinterpret_cast<char*>(words_.data()) + filled, sizeof words_ - filled, 0);
        if (got > 0) filled += static_cast<std::size_t>(got);
      }
      next_ = 0;
    }
    return words_[next_++];
  }

 private:
  std::array<std::uint64_t, 32> words_{};
  std::size_t next_ = words_.size();
};

constexpr bool is_dash_place(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

}  // namespace

std::string run_id::text() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (is_dash_place(out.size())) out += '-';
    out += digits[bytes[i] >> 4];
    out += digits[bytes[i] & 15];
  }
  return out;
}

std::optional<run_id> run_id::parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  run_id id;
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_dash_place(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const int value = hex_value(text[i]);
    if (value < 0) return std::nullopt;
    auto& byte = id.bytes[nibble / 2];
    byte = static_cast<std::uint8_t>(nibble % 2 == 0 ? value << 4 : byte | value);
    ++nibble;
  }
  return id;
}

run_id run_id::floor(wall_time t) {
  run_id id;
  put_milliseconds(id, milliseconds_of(t));
  return id;
}

wall_time run_id::time() const {
  std::int64_t ms = 0;
  for (std::size_t i = 0; i < 6; ++i) ms = ms << 8 | bytes[i];
  // 48 bits reach further than nanoseconds do.
  constexpr auto last = std::chrono::duration_cast<std::chrono::milliseconds>(wall_time::max().time_since_epoch());
  return ms > last.count() ? wall_time::max() : wall_time{std::chrono::milliseconds{ms}};
}

run_id_generator::run_id_generator(std::function<std::uint64_t()> random) : random_(std::move(random)) {
  if (!random_) random_ = system_random{};
}

// RFC 9562, 6.2, method 1: the 12 bits after the time, and 6 more, count within a millisecond; when they run out, the
// time is counted on ahead of the clock, as it also is while the clock is set back.
run_id run_id_generator::next(wall_time now) {
  constexpr std::uint32_t counter_limit = 1u << 18;
  const std::uint64_t ms = milliseconds_of(now);
  if (ms > last_ms_) {
    last_ms_ = ms;
    counter_ = static_cast<std::uint32_t>(random_() & 0xffff);
  } else if (++counter_ == counter_limit) {
    ++last_ms_;
    counter_ = 0;
  }
  run_id id;
  put_milliseconds(id, last_ms_);
  id.bytes[6] = static_cast<std::uint8_t>(0x70 | counter_ >> 14);
  id.bytes[7] = static_cast<std::uint8_t>(counter_ >> 6);
  id.bytes[8] = static_cast<std::uint8_t>(0x80 | (counter_ & 0x3f));
  std::uint64_t bits = random_();
  for (std::size_t i = 9; i < 16; ++i, bits >>= 8) id.bytes[i] = static_cast<std::uint8_t>(bits);
  return id;
}

void run_id_generator::follow(const run_id& newest, wall_time now) {
  constexpr std::uint64_t year = 366ull * 24 * 60 * 60 * 1000;
  std::uint64_t ms = 0;
  for (std::size_t i = 0; i < 6; ++i) ms = ms << 8 | newest.bytes[i];
  if (ms < last_ms_ || ms > milliseconds_of(now) + year) return;
  // Whatever the rest of it says, the next millisecond is after it.
  last_ms_ = ms + 1;
  counter_ = 0;
}

}  // namespace canary
