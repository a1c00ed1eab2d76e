#pragma once
// brotli (RFC 7932), undone piece by piece. Only where the library was there when canaryd was built.

#include <cstddef>
#include <memory>
#include <string_view>

struct BrotliDecoderStateStruct;

namespace canary::net {

/// One stream.
class brotli_decoder {
 public:
  enum class status : unsigned char {
    wants_input,  ///< all of the input is used up
    has_more,     ///< the room is full, and there may be more without further input
    ended,
    corrupt,
  };

  /// Throws std::bad_alloc.
  brotli_decoder();
  ~brotli_decoder();

  /// Writes to `room` what `in` yields, at most `size` bytes, and takes what it used away from `in`. `made` is how much
  /// was written. One call costs no more than `size` bytes of output do.
  status decode(std::string_view& in, char* room, std::size_t size, std::size_t& made);

 private:
  struct release {
    void operator()(BrotliDecoderStateStruct* state) const;
  };
  std::unique_ptr<BrotliDecoderStateStruct, release> state_;
};

}  // namespace canary::net
