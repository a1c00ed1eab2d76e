#include "canary/net/brotli_decoder.hpp"

#if defined(CANARY_BROTLI)
#include <brotli/decode.h>

#include <cstdint>
#include <new>

namespace canary::net {

void brotli_decoder::release::operator()(BrotliDecoderStateStruct* state) const { BrotliDecoderDestroyInstance(state); }

brotli_decoder::brotli_decoder() : state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
  if (!state_) throw std::bad_alloc();
}

brotli_decoder::~brotli_decoder() = default;

brotli_decoder::status brotli_decoder::decode(std::string_view& in, char* room, std::size_t size, std::size_t& made) {
  std::size_t left = size, available = in.size();
  auto* next_out = reinterpret_cast<std::uint8_t*>(room);
  const auto* next_in = reinterpret_cast<const std::uint8_t*>(in.data());
  const auto result = BrotliDecoderDecompressStream(state_.get(), &available, &next_in, &left, &next_out, nullptr);
  in.remove_prefix(in.size() - available);
  made = size - left;
  switch (result) {
    case BROTLI_DECODER_RESULT_SUCCESS:
      return status::ended;
    case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT:
      return status::wants_input;
    case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT:
      return status::has_more;
    default:
      return status::corrupt;
  }
}

}  // namespace canary::net
#endif
