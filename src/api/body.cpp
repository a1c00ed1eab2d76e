#include "canary/api/body.hpp"

namespace canary::api {

std::string& body::tail() {
  if (pieces_.empty() || pieces_.back().size() >= piece_size) pieces_.emplace_back();
  return pieces_.back();
}

void body::append(std::string_view text) {
  while (!text.empty()) {
    std::string& piece = tail();
    const auto part = text.substr(0, piece_size - piece.size());
    piece += part;
    text.remove_prefix(part.size());
  }
}

std::uint64_t body::size() const {
  std::uint64_t sum = 0;
  for (const auto& piece : pieces_) sum += piece.size();
  return sum;
}

}  // namespace canary::api
