#pragma once
// What the fuzz targets share. A target is a file here that defines `LLVMFuzzerTestOneInput`: Clang's libFuzzer calls
// it with inputs that it invents (`./dev fuzz`), and `replay.cpp` with the inputs that are kept (`./dev test`).

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace canary::fuzz {

/// Takes an input apart. Past its end, numbers are 0 and texts empty.
class input {
 public:
  input(const std::uint8_t* data, std::size_t size) : rest_(reinterpret_cast<const char*>(data), size) {}

  bool empty() const { return rest_.empty(); }

  std::uint8_t byte() {
    if (rest_.empty()) return 0;
    const auto value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }

  bool flag() { return (byte() & 1) != 0; }

  /// 0 to `most`, which is less than 256.
  unsigned choice(unsigned most) { return byte() % (most + 1); }

  /// `size` bytes, the low ones first; at most 8.
  std::uint64_t number(unsigned size = 8) {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < size; ++i) value |= static_cast<std::uint64_t>(byte()) << 8 * i;
    return value;
  }

  /// Up to the next newline, which is left out: inputs of several texts can be read and written by people.
  std::string_view line() {
    const auto end = std::min(rest_.find('\n'), rest_.size());
    const std::string_view text = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return text;
  }

  /// The next `size` bytes, or as many as there are.
  std::string_view bytes(std::size_t size) {
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(text.size());
    return text;
  }

  std::string_view rest() { return bytes(rest_.size()); }

 private:
  std::string_view rest_;
};

/// A copy in memory of exactly its size, so that AddressSanitizer sees a parser that reads beyond the end.
class exact {
 public:
  explicit exact(std::string_view text) : bytes_(text.begin(), text.end()) {}

  std::string_view text() const { return {bytes_.data(), bytes_.size()}; }

 private:
  std::vector<char> bytes_;
};

/// Nothing that would begin another line, or end a text in C.
inline bool one_line(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

[[noreturn]] inline void report_finding(const char* what, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: this does not hold: %s\n", file, line, what);
  std::abort();
}

}  // namespace canary::fuzz

/// Ends the program, as a sanitizer does, where `condition` is false: that input is a finding.
#define MUST_HOLD(...)                                                                  \
  do {                                                                                  \
    if (!(__VA_ARGS__)) canary::fuzz::report_finding(#__VA_ARGS__, __FILE__, __LINE__); \
  } while (false)
