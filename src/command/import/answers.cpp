#include "command/import/answers.hpp"

#include "command/import/form_text.hpp"
#include "command/import/secret_look.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>

namespace canary::command {
namespace {

namespace json = boost::json;

constexpr std::size_t most_texts = 100'000, most_pages = 50, largest_page = 1u << 20;

void collect(const json::value& value, json_path& path, std::size_t request,
             std::unordered_map<std::string, answered_value>& to) {
  if (to.size() >= most_texts) return;
  if (value.is_string()) {
    if (is_telling(value.get_string()))
      to.try_emplace(std::string(value.get_string()), answered_value{request, path, {}, {}});
  } else if (value.is_object()) {
    for (const auto& [name, each] : value.get_object()) {
      path.emplace_back(std::string(name));
      collect(each, path, request, to);
      path.pop_back();
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.get_array().size(); ++i) {
      path.emplace_back(i);
      collect(value.get_array()[i], path, request, to);
      path.pop_back();
    }
  }
}

// A value in quotes, with the beginning of its tag, or of its member, before it: what leads to it and to nothing else.
std::optional<answered_value> on_page(std::string_view text, std::string_view value, std::size_t request) {
  constexpr std::size_t longest = 200;
  for (std::size_t at = text.find(value, 1); at != text.npos; at = text.find(value, at + 1)) {
    const char quote = text[at - 1];
    const std::size_t end = at + value.size();
    if ((quote != '"' && quote != '\'') || end == text.size() || text[end] != quote) continue;
    for (const std::string_view begins : {"<", ",{;(", " ,{;(<>"}) {
      const std::size_t begin = text.find_last_of(begins, at - 2);
      if (at < 2 || begin == text.npos || at - begin > longest) continue;
      const std::string_view before = text.substr(begin, at - begin);
      if (before.size() < 6 || before.find_first_of("\r\n") != before.npos || text.find(before) != begin) continue;
      return answered_value{request, {}, std::string(before), std::string(1, quote)};
    }
  }
  return std::nullopt;
}

}  // namespace

void answers::add(const recorded_request& request, std::size_t number) {
  if (request.answer.empty()) return;
  if (is_json_type(request.type)) {
    boost::system::error_code failed;
    const auto value = json::parse(request.answer, failed);
    json_path path;
    if (!failed) collect(value, path, number, texts_);
  } else if (request.type.starts_with("text/html") && request.answer.size() <= largest_page &&
             pages_.size() < most_pages) {
    pages_.push_back({number, request.answer});
  }
}

std::optional<answered_value> answers::find(std::string_view value) const {
  if (!is_telling(value)) return std::nullopt;
  if (const auto found = texts_.find(std::string(value)); found != texts_.end()) return found->second;
  // The last page that has it is the one that was just looked at: its token is fresh.
  for (auto each = pages_.rbegin(); each != pages_.rend(); ++each) {
    if (auto found = on_page(each->text, value, each->request)) return found;
  }
  return std::nullopt;
}

}  // namespace canary::command
