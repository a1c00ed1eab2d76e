#include "command/event_parser.hpp"

namespace canary::command {
namespace {

constexpr std::size_t most = 4u << 20;

}  // namespace

result<void> event_parser::feed(std::string_view bytes) {
  rest_ += bytes;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = rest_.find_first_of("\r\n", begin);
    // A CR at the very end may be the first half of a line's end.
    if (end == std::string::npos || (rest_[end] == '\r' && end + 1 == rest_.size())) break;
    take(std::string_view(rest_).substr(begin, end - begin));
    begin = end + (rest_[end] == '\r' && rest_[end + 1] == '\n' ? 2 : 1);
  }
  rest_.erase(0, begin);
  if (rest_.size() + next_.data.size() > most) return error{"an event of more than 4 MiB"};
  return {};
}

void event_parser::take(std::string_view line) {
  if (line.empty()) {
    if (has_data_) {
      if (next_.name.empty()) next_.name = "message";
      tell_(next_);
    }
    next_.name.clear();
    next_.data.clear();
    has_data_ = false;
    return;
  }
  const std::size_t colon = line.find(':');
  const std::string_view field = line.substr(0, colon);
  std::string_view value = colon == line.npos ? std::string_view() : line.substr(colon + 1);
  if (value.starts_with(' ')) value.remove_prefix(1);
  if (field == "event") next_.name = value;
  if (field == "id" && value.find('\0') == value.npos) next_.id = value;
  if (field == "data") {
    if (has_data_) next_.data += '\n';
    next_.data += value;
    has_data_ = true;
  }
}

}  // namespace canary::command
