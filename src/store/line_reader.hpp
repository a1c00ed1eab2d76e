#pragma once
// Lines from a stream of bytes, without their ends, in bounded memory.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace canary::store {

class line_reader {
 public:
  /// `read` fills a buffer and returns how much it got, 0 at the end.
  line_reader(std::function<std::size_t(char*, std::size_t)> read, std::size_t longest)
      : read_(std::move(read)), longest_(longest) {}

  /// Empty at the end, and where a line is too long. Holds until the next call.
  std::optional<std::string_view> next();

  bool too_long() const { return too_long_; }
  std::uint64_t bytes() const { return bytes_; }  ///< read so far

 private:
  bool fill();

  std::function<std::size_t(char*, std::size_t)> read_;
  std::size_t longest_;
  std::string buffer_;
  std::size_t begin_ = 0, searched_ = 0;  ///< of the line to come, in the buffer
  std::uint64_t bytes_ = 0;
  bool ended_ = false, too_long_ = false;
};

}  // namespace canary::store
