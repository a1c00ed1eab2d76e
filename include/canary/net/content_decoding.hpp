#pragma once
// gzip, deflate and brotli, undone piece by piece.

#include "canary/net/brotli_decoder.hpp"

#include <zlib.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace canary::net {

enum class content_coding : unsigned char { gzip, deflate, brotli };

/// What is asked for: all that can be undone.
#if defined(CANARY_BROTLI)
inline constexpr std::string_view known_content_codings = "gzip, deflate, br";
#else
inline constexpr std::string_view known_content_codings = "gzip, deflate";
#endif

/// What Content-Encoding says, its values joined by commas: the codings in the order in which they were applied (RFC
/// 9110, 8.4), identity left out. Empty where one is not known: then all of the body is left to the script as it came.
std::vector<content_coding> parse_content_codings(std::string_view value);

/// Undoes one coded body (RFC 1952; deflate as zlib, RFC 1950, or raw, RFC 1951, since servers send both; RFC 7932).
class content_decoder {
 public:
  enum class status : unsigned char { good, too_big, corrupt };

  /// `give_way`, if there is one, is called each time that `decode` has made some 256 KiB,
  /// about a millisecond's work, since a small input can make it busy for long. It may suspend the calling coroutine.
  explicit content_decoder(content_coding coding, std::function<void()> give_way = {});
  ~content_decoder();
  content_decoder(const content_decoder&) = delete;
  content_decoder& operator=(const content_decoder&) = delete;

  /// Appends to `out` what `in` yields. Stops with too_big as soon as `out` would hold more than `limit` bytes, so that
  /// a bomb costs no more than the limit.
  status decode(std::string_view in, std::string& out, std::uint64_t limit);

  /// Whether the body may end here: at the end of a compressed stream, or before any.
  bool complete() const noexcept { return ended_ || !begun_; }

 private:
  status begin(std::string_view& in);
  status append(std::string_view made, std::string& out, std::uint64_t limit);
  status decode_brotli(std::string_view in, std::string& out, std::uint64_t limit);

  content_coding coding_;
  std::function<void()> give_way_;
  std::size_t made_ = 0;  // bytes, since it gave way
  z_stream stream_{};
  std::unique_ptr<brotli_decoder> brotli_;
  std::string first_;  // of a deflate body, until its kind is known
  bool begun_ = false, ready_ = false, ended_ = false;
};

}  // namespace canary::net
