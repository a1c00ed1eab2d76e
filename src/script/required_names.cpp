#include "canary/script/required_names.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace canary::script {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// After these a '/' begins a regular expression, though they are words.
constexpr std::string_view before_values[] = {"return", "typeof", "case", "in",   "delete",    "void",
                                              "throw",  "new",    "do",   "else", "instanceof"};
// The bracket after these holds a condition, and a statement comes after it.
constexpr std::string_view before_conditions[] = {"if", "while", "for", "with"};

template <std::size_t Count>
bool is_one_of(std::string_view word, const std::string_view (&list)[Count]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

class reader {
 public:
  explicit reader(std::string_view text) : text_(text) {}

  std::vector<required_literal> read() {
    if (text_.starts_with("#!")) to_end_of_line();
    while (skip_space(), at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"' || c == '\'') {
        take_text();
        value_before_ = true;
      } else if (is_word(c)) {
        take_word();
      } else if (c == '/' && !value_before_) {
        skip_pattern();
        value_before_ = true;
      } else {
        take_sign(c);
      }
    }
    return std::move(found_);
  }

 private:
  void to_end_of_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }

  void skip_space() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f') {
        ++at_;
      } else if (text_.substr(at_).starts_with("//")) {
        to_end_of_line();
      } else if (text_.substr(at_).starts_with("/*")) {
        const auto end = text_.find("*/", at_ + 2);
        at_ = end == text_.npos ? text_.size() : end + 2;
      } else {
        return;
      }
    }
  }

  // What it says; none where it is not closed, or is written with numbers of characters.
  std::optional<std::string> take_text() {
    const char quote = text_[at_++];
    std::string said;
    bool plain = true;
    for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
      char c = text_[at_];
      if (c == '\n') return std::nullopt;
      if (c == '\\') {
        if (++at_ == text_.size()) return std::nullopt;
        c = text_[at_];
        plain = plain && (c == '\\' || c == '\'' || c == '"' || c == '/');
      }
      said += c;
    }
    if (at_ == text_.size()) return std::nullopt;
    ++at_;
    return plain ? std::optional(std::move(said)) : std::nullopt;
  }

  void skip_pattern() {
    bool in_class = false;
    for (++at_; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
      const char c = text_[at_];
      if (c == '\\') {
        ++at_;
      } else if (c == '[') {
        in_class = true;
      } else if (c == ']') {
        in_class = false;
      } else if (c == '/' && !in_class) {
        ++at_;
        return;
      }
    }
    at_ = std::min(at_, text_.size());
  }

  void take_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    const bool property = last_sign_ == '.' && !value_before_;
    if (word == "require" && !property) take_call();
    value_before_ = property || !is_one_of(word, before_values);
    condition_ = !property && is_one_of(word, before_conditions);
    last_sign_ = 0;
  }

  // Goes on behind it where it is there, else to what is there instead.
  bool take_mark_of_import() {
    skip_space();
    if (at_ == text_.size() || text_[at_] != ',') return false;
    const std::size_t begin = at_++;
    skip_space();
    if (text_.substr(at_).starts_with("\"import\"")) {
      at_ += std::string_view("\"import\"").size();
      skip_space();
      return true;
    }
    at_ = begin;
    return false;
  }

  // Goes on behind it only where it is what is looked for.
  void take_call() {
    const std::size_t begin = at_;
    skip_space();
    if (at_ < text_.size() && text_[at_] == '(') {
      ++at_;
      skip_space();
      const std::size_t name_at = at_ + 1;
      if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
        auto name = take_text();
        const bool imported = name && take_mark_of_import();
        if (name && at_ < text_.size() && text_[at_] == ')') {
          found_.push_back({std::move(*name), place_of(name_at), imported});
          ++at_;
          return;
        }
      }
    }
    at_ = begin;
  }

  void take_sign(char c) {
    ++at_;
    // Before a value and behind one it leaves a value: what comes next is what would come without it.
    if ((c == '+' || c == '-') && at_ < text_.size() && text_[at_] == c) {
      ++at_;
      last_sign_ = c;
      return;
    }
    if (c == '(') brackets_.push_back(condition_);
    value_before_ = c == ']';
    if (c == ')') {
      const bool condition = !brackets_.empty() && brackets_.back();
      if (!brackets_.empty()) brackets_.pop_back();
      value_before_ = !condition;
    }
    condition_ = false;
    last_sign_ = c;
  }

  source_point place_of(std::size_t offset) {
    for (; counted_ < offset; ++counted_) {
      if (text_[counted_] != '\n') continue;
      ++line_;
      line_begin_ = counted_ + 1;
    }
    return {line_, static_cast<int>(offset - line_begin_) + 1};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool value_before_ = false;  // so that a '/' divides
  bool condition_ = false;     // the word before was `if` or the like
  char last_sign_ = 0;         // 0 after a word
  std::vector<bool> brackets_;
  std::vector<required_literal> found_;
  std::size_t counted_ = 0, line_begin_ = 0;
  int line_ = 1;
};

}  // namespace

std::vector<required_literal> find_required_names(std::string_view source) {
  if (source.find("require") == source.npos) return {};
  return reader(source).read();
}

}  // namespace canary::script
