#include "line_reader.hpp"

namespace canary::store {
namespace {

constexpr std::size_t piece = 256u << 10;

}  // namespace

std::optional<std::string_view> line_reader::next() {
  while (true) {
    const std::size_t end = buffer_.find('\n', searched_);
    if (end != std::string::npos) {
      const std::string_view line = std::string_view(buffer_).substr(begin_, end - begin_);
      begin_ = searched_ = end + 1;
      return line;
    }
    searched_ = buffer_.size();
    if (buffer_.size() - begin_ > longest_) {
      too_long_ = true;
      return std::nullopt;
    }
    if (fill()) continue;
    if (begin_ == buffer_.size()) return std::nullopt;
    const std::string_view line = std::string_view(buffer_).substr(begin_);
    begin_ = buffer_.size();
    return line;
  }
}

bool line_reader::fill() {
  if (ended_) return false;
  buffer_.erase(0, begin_);
  searched_ -= begin_;
  begin_ = 0;
  const std::size_t had = buffer_.size();
  buffer_.resize(had + piece);
  const std::size_t got = read_(buffer_.data() + had, piece);
  buffer_.resize(had + got);
  bytes_ += got;
  ended_ = got == 0;
  return !ended_;
}

}  // namespace canary::store
