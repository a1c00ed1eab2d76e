#include "command/import/json_place.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>

namespace canary::command {
namespace {

constexpr std::string_view blanks = " \t\r\n";

// Goes over text that has been parsed before: what it meets is JSON, so it looks for ends alone. It stays within the
// text whatever it meets.
class scanner {
 public:
  scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() {
    at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
    return at_;
  }

  bool take(char c) {
    if (at() == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  // A text with its quotes.
  std::string_view take_string() {
    const std::size_t begin = at();
    std::size_t end = std::min(begin + 1, text_.size());
    while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
    at_ = std::min(end + 1, text_.size());
    return text_.substr(begin, at_ - begin);
  }

  void skip_value() {
    std::size_t depth = 0;
    do {
      const char c = at() < text_.size() ? text_[at_] : '\0';
      if (c == '"') {
        take_string();
      } else if (c == '{' || c == '[') {
        ++depth, ++at_;
      } else if (c == '}' || c == ']') {
        if (depth > 0) --depth;
        ++at_;
      } else if (c == ',' || c == ':') {
        ++at_;
      } else {
        at_ = std::min(text_.find_first_of(",:]} \t\r\n", at_), text_.size());
      }
    } while (depth > 0 && at_ < text_.size());
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

bool is_name(std::string_view quoted, const std::string& name) {
  if (quoted.size() < 2) return false;
  if (quoted.find('\\') == quoted.npos) return quoted.substr(1, quoted.size() - 2) == name;
  boost::system::error_code failed;
  const auto value = boost::json::parse(quoted, failed);
  return !failed && value.is_string() && value.get_string() == name;
}

// Text::npos where there is none.
std::size_t find_member(std::string_view text, std::size_t object, const std::string& name) {
  scanner in(text, object);
  std::size_t found = text.npos;
  if (!in.take('{') || in.take('}')) return found;
  do {
    const auto key = in.take_string();
    if (!in.take(':')) break;
    const std::size_t value = in.at();
    if (is_name(key, name)) found = value;
    in.skip_value();
  } while (in.take(','));
  return found;
}

std::size_t find_element(std::string_view text, std::size_t array, std::size_t index) {
  scanner in(text, array);
  if (!in.take('[') || in.take(']')) return text.npos;
  for (;; --index) {
    if (index == 0) return in.at();
    in.skip_value();
    if (!in.take(',')) return text.npos;
  }
}

bool is_plain(const std::string& name) {
  return !name.empty() && (name[0] < '0' || name[0] > '9') && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
  });
}

}  // namespace

std::string path_text(const json_path& path) {
  std::string out;
  for (const auto& each : path) {
    if (const auto* index = std::get_if<std::size_t>(&each)) {
      out += "[" + std::to_string(*index) + "]";
    } else if (const auto& name = std::get<std::string>(each); is_plain(name)) {
      out += (out.empty() ? "" : ".") + name;
    } else {
      out += "['" + name + "']";
    }
  }
  return out;
}

std::size_t find_value(std::string_view text, const json_path& path) {
  std::size_t at = scanner(text, 0).at();
  for (const auto& each : path) {
    const auto* index = std::get_if<std::size_t>(&each);
    const std::size_t next =
        index != nullptr ? find_element(text, at, *index) : find_member(text, at, std::get<std::string>(each));
    if (next == text.npos) break;
    at = next;
  }
  return at;
}

}  // namespace canary::command
