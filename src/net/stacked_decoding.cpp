#include "canary/net/stacked_decoding.hpp"

#include <algorithm>

namespace canary::net {

stacked_decoder::stacked_decoder(const std::vector<content_coding>& applied, const std::function<void()>& give_way) {
  for (auto coding = applied.rbegin(); coding != applied.rend(); ++coding) {
    layers_.push_back({std::make_unique<content_decoder>(*coding, give_way)});
  }
}

content_decoder::status stacked_decoder::decode(std::string_view in, std::string& out, std::uint64_t limit) {
  // What is still compressed can be longer than what it yields, but not by much.
  constexpr std::uint64_t overhead = 64u << 10;
  std::string between;
  for (std::size_t i = 0; i + 1 < layers_.size(); ++i) {
    layer& outer = layers_[i];
    std::string yielded;
    const auto status = outer.decoder->decode(in, yielded, limit + overhead - outer.made);
    if (status != content_decoder::status::good) return status;
    outer.made += yielded.size();
    between = std::move(yielded);
    in = between;
  }
  return layers_.back().decoder->decode(in, out, limit);
}

bool stacked_decoder::complete() const noexcept {
  return std::all_of(layers_.begin(), layers_.end(), [](const layer& one) { return one.decoder->complete(); });
}

}  // namespace canary::net
