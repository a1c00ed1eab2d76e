// Compression of bodies by zlib.

#include "canary/api/body.hpp"

#include <zlib.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace canary::api {
namespace {

constexpr int gzip_window = 15 + 16;  // the largest window, and gzip's header and trailer (zlib.h, deflateInit2)
constexpr int level = 1;              // a slice of 32 KiB in less than a millisecond

using ending = int (*)(z_stream*);
using stream = std::unique_ptr<z_stream, ending>;

Bytef* bytes(const char* text) { return reinterpret_cast<Bytef*>(const_cast<char*>(text)); }

// Runs `step` until it makes no more output.
template <class Step>
int drain(z_stream& z, body& out, Step step) {
  std::array<char, 16 * 1024> buffer;
  int code = Z_OK;
  do {
    z.next_out = bytes(buffer.data());
    z.avail_out = static_cast<uInt>(buffer.size());
    code = step(z);
    out.append({buffer.data(), buffer.size() - z.avail_out});
  } while (z.avail_out == 0);
  return code;
}

}  // namespace

body compress(body from, const pause_point& between) {
  z_stream z{};
  if (deflateInit2(&z, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  const stream ended(&z, [](z_stream* s) { return deflateEnd(s); });
  body out;
  auto& pieces = from.pieces();
  for (; !pieces.empty(); pieces.pop_front()) {
    std::string_view rest = pieces.front();
    while (!rest.empty()) {
      const auto part = rest.substr(0, body::piece_size);
      rest.remove_prefix(part.size());
      z.next_in = bytes(part.data());
      z.avail_in = static_cast<uInt>(part.size());
      drain(z, out, [](z_stream& s) { return deflate(&s, Z_NO_FLUSH); });
      between();
    }
  }
  drain(z, out, [](z_stream& s) { return deflate(&s, Z_FINISH); });
  return out;
}

body decompress(std::string_view gzip, const pause_point& between) {
  z_stream z{};
  if (inflateInit2(&z, gzip_window) != Z_OK) throw std::bad_alloc();
  const stream ended(&z, [](z_stream* s) { return inflateEnd(s); });
  body out;
  int code = Z_OK;
  while (code == Z_OK && !gzip.empty()) {
    const auto part = gzip.substr(0, body::piece_size / 4);
    gzip.remove_prefix(part.size());
    z.next_in = bytes(part.data());
    z.avail_in = static_cast<uInt>(part.size());
    code = drain(z, out, [](z_stream& s) { return inflate(&s, Z_NO_FLUSH); });
    if (code == Z_BUF_ERROR) code = Z_OK;  // all that was given is used, and there was nothing left to write
    between();
  }
  if (code != Z_STREAM_END) throw std::runtime_error("an embedded file is not gzip");
  return out;
}

}  // namespace canary::api
