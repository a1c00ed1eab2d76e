#include "command/import/known_values.hpp"

#include "command/import/form_text.hpp"
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
  if (value.empty() || !by_value_.try_emplace(value, all_.size()).second) return;
  all_.push_back({std::move(value), std::move(code), from_request});
}

const known_values::known* known_values::find(std::string_view value) const {
  const auto found = by_value_.find(std::string(value));
  return found == by_value_.end() ? nullptr : &all_[found->second];
}

bool known_values::has(std::string_view value) const { return find(value) != nullptr; }

known_values::match known_values::first_in(std::string_view text, std::size_t request) const {
  // Most often it is all of the text, of however many.
  if (const known* whole = find(text); whole != nullptr && whole->from <= request) return {0, whole};
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

std::string known_values::plainly_masked(std::string_view text) const {
  std::string out;
  for (;;) {
    const match found = first_in(text, std::numeric_limits<std::size_t>::max());
    if (found.what == nullptr) return out.append(text);
    out.append(text.substr(0, found.at)).append("***");
    text.remove_prefix(found.at + found.what->value.size());
  }
}

std::string known_values::masked(std::string_view text) const {
  const std::string plain = plainly_masked(text);
  if (plain.find('%') == plain.npos) return plain;
  std::string out;
  for (std::string_view rest = plain; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of("/ ", 1), rest.size());
    const std::string_view piece = rest.substr(0, end);
    rest.remove_prefix(end);
    const auto fields = read_fields("x=" + std::string(piece));
    const std::string& decoded = fields && fields->size() == 1 ? fields->front().second : std::string(piece);
    std::string shown = plainly_masked(decoded);
    out += shown == decoded ? std::string(piece) : shown;
  }
  return out;
}

}  // namespace canary::command
