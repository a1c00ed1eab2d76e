#pragma once
// Codings of a body that were applied one upon the other ('gzip, br'), undone together.

#include "canary/net/content_decoding.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace canary::net {

/// As a content_decoder, of one coding or several.
class stacked_decoder {
 public:
  /// Codings beyond which no body is undone: each multiplies what a bomb costs. As many as curl undoes.
  static constexpr std::size_t most = 5;

  /// `applied` has from one to `most` codings, in the order in which the server applied them. `give_way` is as of
  /// content_decoder.
  explicit stacked_decoder(const std::vector<content_coding>& applied, const std::function<void()>& give_way = {});

  /// Likewise. What one coding yields for the next is bounded by `limit` too, and 64 KiB: neither of them may be a
  /// bomb.
  content_decoder::status decode(std::string_view in, std::string& out, std::uint64_t limit);

  /// Whether the body may end here.
  bool complete() const noexcept;

 private:
  struct layer {
    std::unique_ptr<content_decoder> decoder;
    std::uint64_t made = 0;  // bytes, for the layer below
  };
  std::vector<layer> layers_;  // the coding that was applied last comes first
};

}  // namespace canary::net
