#pragma once
// Numbers and text as stored records hold them, and the defensive way to read them back.

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace canary::store {

/// The last byte of each record. A file that lost its tail and was filled up with zeros shows it by this byte.
inline constexpr std::uint8_t end_mark = 0xe5;

/// Appends to a string. Numbers are LEB128 varints: seven bits a byte, low bits first, as in Protocol Buffers.
class byte_writer {
 public:
  void byte(std::uint8_t value) { out_ += static_cast<char>(value); }

  void varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) byte(static_cast<std::uint8_t>(value | 0x80));
    byte(static_cast<std::uint8_t>(value));
  }

  /// Zigzag: small numbers of either sign are short.
  void number(std::int64_t value) {
    varint(static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
  }

  /// Eight bytes, low ones first.
  void real(double value) {
    auto bits = std::bit_cast<std::uint64_t>(value);
    for (int i = 0; i < 8; ++i, bits >>= 8) byte(static_cast<std::uint8_t>(bits));
  }

  /// Its length, then its bytes, whatever they are.
  void text(std::string_view value) {
    varint(value.size());
    out_ += value;
  }

  void zeros(std::size_t count) { out_.append(count, '\0'); }

  /// Of a record that is complete.
  void end() { byte(end_mark); }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// Reads what a `byte_writer` wrote, and trusts nothing: past the first thing that cannot be, every answer is zero or
/// empty, and `good()` is false. Views point into the bytes given.
class byte_reader {
 public:
  explicit byte_reader(std::string_view bytes) : rest_(bytes) {}

  bool good() const { return good_; }

  /// Reads the end mark: whether nothing follows it, and nothing was amiss.
  bool finish() { return byte() == end_mark && good_ && rest_.empty(); }

  /// What any count of things to come, each of a byte at least, cannot exceed.
  std::size_t remaining() const { return rest_.size(); }

  void fail() {
    good_ = false;
    rest_ = {};
  }

  std::uint8_t byte() {
    if (rest_.empty()) {
      fail();
      return 0;
    }
    const auto value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }

  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t next = byte();
      // Too large, or longer than it need be: nothing that a writer wrote.
      if ((shift == 63 && next > 1) || (shift > 0 && next == 0)) break;
      value |= static_cast<std::uint64_t>(next & 0x7f) << shift;
      if (next < 0x80) return value;
    }
    fail();
    return 0;
  }

  /// A varint that has to fit; `most` is the largest that may be.
  std::uint64_t varint(std::uint64_t most) {
    const std::uint64_t value = varint();
    if (value <= most) return value;
    fail();
    return 0;
  }

  std::int64_t number() {
    const std::uint64_t value = varint();
    return static_cast<std::int64_t>(value >> 1 ^ (~(value & 1) + 1));
  }

  double real() {
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < 8; ++i) bits |= static_cast<std::uint64_t>(byte()) << 8 * i;
    return good_ ? std::bit_cast<double>(bits) : 0;
  }

  std::string_view text() {
    const std::uint64_t size = varint();
    if (size > rest_.size()) fail();
    if (!good_) return "";
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(value.size());
    return value;
  }

  /// Exactly `count` zero bytes.
  void zeros(std::size_t count) {
    for (std::size_t i = 0; i < count && good_; ++i) {
      if (byte() != 0) fail();
    }
  }

 private:
  std::string_view rest_;
  bool good_ = true;
};

/// Sums and differences of times from a hostile file wrap instead of overflowing.
inline std::int64_t wrapping_sum(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}
inline std::int64_t wrapping_difference(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

}  // namespace canary::store
