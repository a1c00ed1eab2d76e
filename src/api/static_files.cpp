#include "canary/api/static_files.hpp"

#include "canary/api/accept.hpp"

#include <algorithm>
#include <cstdint>

namespace canary::api {
namespace {

constexpr std::pair<std::string_view, std::string_view> types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".webmanifest", "application/manifest+json"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
};

std::string_view type_of(std::string_view name) {
  for (const auto& [ending, type] : types) {
    if (name.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

}  // namespace

// FNV-1a, 64 bits.
std::string content_hash(std::string_view content) {
  std::uint64_t h = 14695981039346656037u;
  for (const char c : content) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211u;
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[h >> shift & 15];
  return out;
}

static_files::static_files(std::span<const embedded::file> assets) {
  for (const auto& asset : assets) {
    std::string_view name = asset.name;
    const bool gzip = name.ends_with(".gz");
    if (gzip) name.remove_suffix(3);
    files_[std::string(name)] = {asset.content, gzip, type_of(name), content_hash(asset.content), has_hash(name)};
  }
}

const static_file* static_files::find(std::string_view name) const {
  const auto it = files_.find(name);
  return it == files_.end() ? nullptr : &it->second;
}

bool has_hash(std::string_view name) {
  const auto dot = name.rfind('.');
  const auto dash = name.substr(0, dot).rfind('-');
  if (dot == std::string_view::npos || dash == std::string_view::npos) return false;
  const auto middle = name.substr(dash + 1, dot - dash - 1);
  return middle.size() >= 6 && std::all_of(middle.begin(), middle.end(),
                                           [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

response serve(const static_file& file, exchange& x) {
  const bool as_stored = !file.gzip || accepts_gzip(header(x.asked, boost::beast::http::field::accept_encoding));
  // The two encodings are different representations, and so have different tags (RFC 9110, 8.8.3.3).
  const std::string tag = '"' + file.etag + (as_stored ? "\"" : "-identity\"");
  response r{.status = 200, .type = std::string(file.type), .content = {}, .headers = {}};
  r.headers = {{"Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache"},
               {"ETag", tag},
               {"Vary", "Accept-Encoding"}};
  const auto known = header(x.asked, boost::beast::http::field::if_none_match);
  if (known == "*" || known.find(tag) != std::string_view::npos) {
    r.status = 304;
    r.type.clear();
    return r;
  }
  if (as_stored) {
    if (file.gzip) r.headers.emplace_back("Content-Encoding", "gzip");
    r.content.append(file.content);
  } else {
    r.content = decompress(file.content, x.between);
  }
  return r;
}

}  // namespace canary::api
