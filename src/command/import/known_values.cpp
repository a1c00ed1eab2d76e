#include "command/import/known_values.hpp"

#include "command/import/js_value.hpp"

#include <algorithm>
#include <limits>

namespace canary::command {
namespace {

// A short value within a longer text is that value only where it is a word of its own.
constexpr std::size_t shortest_within = 4, sure_within = 12;

bool is_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::size_t find_within(std::string_view text, std::string_view value) {
  if (text == value) return 0;
  if (value.size() < shortest_within) return text.npos;
  for (std::size_t at = text.find(value); at != text.npos; at = text.find(value, at + 1)) {
    if (value.size() >= sure_within) return at;
    const std::size_t end = at + value.size();
    if ((at == 0 || !is_of_word(text[at - 1])) && (end == text.size() || !is_of_word(text[end]))) return at;
  }
  return text.npos;
}

}  // namespace

void js_sum::expression(std::string_view code) {
  if (!pending_.empty()) {
    out_ += (out_.empty() ? "" : " + ") + js_text(pending_);
    pending_.clear();
  }
  out_ += (out_.empty() ? "" : " + ") + std::string(code);
}

std::string js_sum::code() && {
  if (!pending_.empty() || out_.empty()) expression(js_text(std::exchange(pending_, {})));
  return std::move(out_);
}

void known_values::add(std::string value, std::string code, std::size_t from_request) {
  if (!value.empty() && !has(value)) all_.push_back({std::move(value), std::move(code), from_request});
}

bool known_values::has(std::string_view value) const {
  return std::any_of(all_.begin(), all_.end(), [&](const known& each) { return each.value == value; });
}

known_values::match known_values::first_in(std::string_view text, std::size_t request) const {
  match best{text.npos, nullptr};
  for (const known& each : all_) {
    if (each.from > request) continue;
    const std::size_t at = find_within(text, each.value);
    if (at == text.npos) continue;
    if (at < best.at || (at == best.at && each.value.size() > best.what->value.size())) best = {at, &each};
  }
  return best;
}

void known_values::add_to(js_sum& sum, std::string_view text, std::size_t request) const {
  while (!text.empty()) {
    const match found = first_in(text, request);
    if (found.what == nullptr) break;
    sum.text(text.substr(0, found.at));
    sum.expression(found.what->code);
    text.remove_prefix(found.at + found.what->value.size());
  }
  sum.text(text);
}

std::string known_values::code(std::string_view text, std::size_t request) const {
  js_sum sum;
  add_to(sum, text, request);
  return std::move(sum).code();
}

std::string known_values::masked(std::string_view text) const {
  std::string out;
  for (;;) {
    const match found = first_in(text, std::numeric_limits<std::size_t>::max());
    if (found.what == nullptr) return out.append(text);
    out.append(text.substr(0, found.at)).append("***");
    text.remove_prefix(found.at + found.what->value.size());
  }
}

}  // namespace canary::command
