#include "canary/net/content_decoding.hpp"

#include "canary/core/ascii.hpp"
#include "canary/core/items.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <optional>

namespace canary::net {

namespace {

std::optional<content_coding> known_coding(std::string_view value) {
  const auto is = [value](std::string_view name) { return iequals(value, name); };
  if (is("gzip") || is("x-gzip")) return content_coding::gzip;
  if (is("deflate")) return content_coding::deflate;
#if defined(CANARY_BROTLI)
  if (is("br")) return content_coding::brotli;
#endif
  return std::nullopt;
}

}  // namespace

std::vector<content_coding> parse_content_codings(std::string_view value) {
  std::vector<content_coding> codings;
  for (const auto name : items_of(value)) {
    if (iequals(name, "identity")) continue;
    const auto known = known_coding(name);
    if (!known) return {};
    codings.push_back(*known);
  }
  return codings;
}

content_decoder::content_decoder(content_coding coding, std::function<void()> give_way)
    : coding_(coding), give_way_(std::move(give_way)) {}

content_decoder::~content_decoder() {
  if (ready_) inflateEnd(&stream_);
}

content_decoder::status content_decoder::begin(std::string_view& in) {
  int window = MAX_WBITS + 16;  // a gzip wrapper
  if (coding_ == content_coding::deflate) {
    // A zlib header is two bytes, whose checksum tells it from the start of a raw stream.
    const auto taken = std::min<std::size_t>(2 - first_.size(), in.size());
    first_.append(in.substr(0, taken));
    in.remove_prefix(taken);
    if (first_.size() < 2) return status::good;
    const unsigned head = static_cast<unsigned char>(first_[0]) * 256u + static_cast<unsigned char>(first_[1]);
    window = (head >> 8 & 15) == Z_DEFLATED && head % 31 == 0 ? MAX_WBITS : -MAX_WBITS;
  }
  if (inflateInit2(&stream_, window) != Z_OK) throw std::bad_alloc();
  ready_ = true;
  return status::good;
}

content_decoder::status content_decoder::append(std::string_view made, std::string& out, std::uint64_t limit) {
  constexpr std::size_t most = 256u << 10;
  if (made.size() > limit || out.size() > limit - made.size()) return status::too_big;
  out.append(made);
  made_ += made.size();
  if (made_ >= most) {
    made_ = 0;
    if (give_way_) give_way_();
  }
  return status::good;
}

content_decoder::status content_decoder::decode(std::string_view in, std::string& out, std::uint64_t limit) {
  if (in.empty()) return status::good;
  begun_ = true;
  if (coding_ == content_coding::brotli) return decode_brotli(in, out, limit);
  if (!ready_) {
    begin(in);
    if (!ready_) return status::good;
    if (!first_.empty()) {
      const std::string first = std::exchange(first_, {});
      if (const auto s = decode(first, out, limit); s != status::good || in.empty()) return s;
    }
  }
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
  stream_.avail_in = static_cast<uInt>(in.size());
  std::array<char, 4096> piece;
  do {
    if (ended_) {
      // Another gzip member may follow the first (RFC 1952, 2.2).
      if (stream_.avail_in == 0) break;
      if (coding_ != content_coding::gzip || inflateReset(&stream_) != Z_OK) return status::corrupt;
      ended_ = false;
    }
    stream_.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream_.avail_out = piece.size();
    const int code = inflate(&stream_, Z_NO_FLUSH);
    const std::size_t made = piece.size() - stream_.avail_out;
    if (const auto s = append({piece.data(), made}, out, limit); s != status::good) return s;
    if (code == Z_STREAM_END) {
      ended_ = true;
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      return status::corrupt;
    }
  } while (stream_.avail_in > 0 || stream_.avail_out == 0);
  return status::good;
}

content_decoder::status content_decoder::decode_brotli(std::string_view in, std::string& out, std::uint64_t limit) {
#if defined(CANARY_BROTLI)
  if (ended_) return status::corrupt;
  if (!brotli_) brotli_ = std::make_unique<brotli_decoder>();
  std::array<char, 4096> piece;
  for (auto then = brotli_decoder::status::has_more; then == brotli_decoder::status::has_more;) {
    std::size_t made = 0;
    then = brotli_->decode(in, piece.data(), piece.size(), made);
    if (const auto s = append({piece.data(), made}, out, limit); s != status::good) return s;
    if (then == brotli_decoder::status::corrupt) return status::corrupt;
    ended_ = then == brotli_decoder::status::ended;
  }
  // Nothing may follow the one stream.
  return in.empty() ? status::good : status::corrupt;
#else
  static_cast<void>(in), static_cast<void>(out), static_cast<void>(limit);
  return status::corrupt;
#endif
}

}  // namespace canary::net
