#pragma once
// A response's body, in pieces small enough to be made, compressed and sent without holding the loop.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

namespace canary::api {

/// Called between two pieces of work that takes long as a whole. Lets the loop turn where the slice is used up; throws
/// where the work has become pointless, since the server is gone.
using pause_point = std::function<void()>;

class body {
 public:
  static constexpr std::size_t piece_size = 32 * 1024;  ///< bytes, about

  body() = default;
  explicit body(std::string_view text) { append(text); }

  /// What to append to next. Ask again after some KB, so that pieces stay small.
  std::string& tail();

  void append(std::string_view text);

  std::uint64_t size() const;
  std::deque<std::string>& pieces() { return pieces_; }
  const std::deque<std::string>& pieces() const { return pieces_; }

 private:
  std::deque<std::string> pieces_;
};

/// gzip (RFC 1952) of `from`, whose pieces go as they are used.
body compress(body from, const pause_point& between);

/// The inverse, for what the build has compressed. Throws where `gzip` is not gzip.
body decompress(std::string_view gzip, const pause_point& between);

}  // namespace canary::api
