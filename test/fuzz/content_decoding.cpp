// Compressed bodies: hostile ones, and our own.

#include "canary/net/content_decoding.hpp"

#include "fuzz/fuzz.hpp"

#include <array>

namespace {

using canary::net::content_coding;
using canary::net::content_decoder;

struct decoded {
  content_decoder::status status = content_decoder::status::good;
  std::string out;
  bool complete = false;
};

decoded decode(std::string_view in, content_coding coding, std::size_t piece, std::uint64_t limit) {
  content_decoder decoder(coding);
  decoded d;
  while (!in.empty() && d.status == content_decoder::status::good) {
    d.status = decoder.decode(in.substr(0, piece), d.out, limit);
    in.remove_prefix(std::min(piece, in.size()));
    MUST_HOLD(d.out.size() <= limit);
  }
  d.complete = decoder.complete();
  return d;
}

std::string compress(std::string_view text, int window) {
  z_stream stream{};
  MUST_HOLD(deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  MUST_HOLD(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  canary::fuzz::input in(data, size);
  constexpr std::array codings{content_coding::gzip, content_coding::deflate, content_coding::brotli};
  const auto coding = codings[in.choice(2)];
  const bool ours = in.flag();
  const std::size_t piece = 1 + in.byte();
  const std::uint64_t limit = in.number(2);
  const auto bytes = in.rest();

  if (ours && coding != content_coding::brotli) {
    for (const int window : {MAX_WBITS + 16, MAX_WBITS, -MAX_WBITS}) {
      const auto kind = window > MAX_WBITS ? content_coding::gzip : content_coding::deflate;
      const auto d = decode(compress(bytes, window), kind, piece, bytes.size());
      MUST_HOLD(d.status == content_decoder::status::good && d.complete && d.out == bytes);
    }
    return 0;
  }
  const decoded whole = decode(bytes, coding, bytes.size() + 1, limit);
  for (const std::size_t n : {std::size_t{1}, piece}) {
    const decoded parts = decode(bytes, coding, n, limit);
    // What is both corrupt and too big may be found to be either.
    MUST_HOLD((parts.status == content_decoder::status::good) == (whole.status == content_decoder::status::good));
    if (whole.status == content_decoder::status::good)
      MUST_HOLD(parts.out == whole.out && parts.complete == whole.complete);
  }
  return 0;
}
