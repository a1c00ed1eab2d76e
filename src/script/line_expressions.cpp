#include "script/line_expressions.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace canary::script {
namespace {

constexpr std::string_view blanks = " \t";

// Letters beyond ASCII are of names too.
bool is_of_name(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_' || c == '$' || c == '#';
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Words that begin no expression.
bool is_keyword(std::string_view word) {
  static constexpr std::string_view words[] = {
      "as",     "async",  "await", "break",      "case",   "catch",   "class",   "const",  "continue", "default",
      "delete", "do",     "else",  "enum",       "export", "extends", "finally", "for",    "from",     "function",
      "if",     "import", "in",    "instanceof", "let",    "new",     "of",      "return", "static",   "switch",
      "throw",  "try",    "type",  "typeof",     "var",    "void",    "while",   "with",   "yield"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

class reader {
 public:
  explicit reader(std::string_view line) : line_(line) {}

  std::vector<line_expression> read() {
    while (at_ < line_.size()) {
      within('\0');
      ++at_;  // a bracket that was opened in a line before
    }
    std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return std::move(found_);
  }

 private:
  char at(std::size_t place) const { return place < line_.size() ? line_[place] : '\0'; }

  void skip_blanks() { at_ = std::min(line_.find_first_not_of(blanks, at_), line_.size()); }

  bool skip_comment() {
    if (at(at_) != '/' || (at(at_ + 1) != '/' && at(at_ + 1) != '*')) return false;
    const std::size_t close = at(at_ + 1) == '*' ? line_.find("*/", at_ + 2) : line_.npos;
    at_ = close == line_.npos ? line_.size() : close + 2;
    return true;
  }

  // Up to the bracket that ends it, or to the line's end.
  void within(char closing) {
    bool operand_wanted = true;
    while (at_ < line_.size()) {
      skip_blanks();
      if (at_ == line_.size()) return;
      if (skip_comment()) continue;
      const char c = at(at_);
      if (c == closing || (closing == '\0' && (c == ')' || c == ']'))) return;
      const bool member = c == '.' && is_of_name(at(at_ + 1)) && !is_digit(at(at_ + 1));
      const bool begins_regex = c == '/' && operand_wanted;
      if (is_of_name(c) || c == '\'' || c == '"' || c == '`' || c == '(' || c == '[' || member || begins_regex) {
        operand_wanted = expression();
      } else {
        operand_wanted = c != '}';
        ++at_;
      }
    }
  }

  // Whether an operand has still to come.
  bool expression() {
    line_expression made;
    made.begin = at_;
    const char c = at(at_);
    if (is_of_name(c)) {
      const std::string_view word = name();
      if (is_keyword(word)) return keyword(word);
      if (!is_digit(c)) made.parts.push_back({word, at_, false, false});
    } else if (c == '(' || c == '[') {
      brackets();
    } else if (c == '/') {
      regex();
    } else if (c != '.') {
      text(c);
    }
    const bool names_a_function = std::exchange(after_function_, false);
    made.end = at_;
    members(made);
    at_ = made.end;
    made.is_new = std::exchange(after_new_, false);
    if (const std::size_t thrown = std::exchange(after_throw_, line_.npos); thrown != line_.npos) {
      made.begin = thrown;
      made.is_thrown = true;
    }
    if (!names_a_function) found_.push_back(std::move(made));
    return false;
  }

  bool keyword(std::string_view word) {
    after_new_ = word == "new";
    after_function_ = word == "function" || word == "class";
    if (word == "throw") after_throw_ = at_ - word.size();
    return true;
  }

  std::string_view name() {
    const std::size_t begin = at_;
    while (at_ < line_.size() && is_of_name(line_[at_])) ++at_;
    return line_.substr(begin, at_ - begin);
  }

  // What follows an operand, as far as it is of it.
  void members(line_expression& made) {
    while (true) {
      skip_blanks();
      if (skip_comment()) continue;
      if (at(at_) == '!' && at(at_ + 1) != '=') ++at_;  // TypeScript's
      const std::size_t optional = at(at_) == '?' && at(at_ + 1) == '.' && !is_digit(at(at_ + 2)) ? 2 : 0;
      const char c = at(at_ + optional);
      if (c == '(') {
        at_ += optional;
        if (!made.parts.empty() && made.parts.back().end == made.end) made.parts.back().is_called = true;
        brackets();
      } else if (c == '[') {
        at_ += optional;
        const std::size_t open = at_ + 1;
        brackets();
        const char quote = at(open);
        if ((quote == '\'' || quote == '"') && at_ >= open + 3 && at(at_ - 2) == quote) {
          made.parts.push_back({line_.substr(open + 1, at_ - open - 3), at_, true, false});
        }
      } else if (c == '`' && optional == 0) {
        text(c);
      } else if ((optional != 0 && is_of_name(c)) || (at(at_) == '.' && is_of_name(at(at_ + 1)))) {
        at_ += optional != 0 ? optional : 1;
        const std::string_view member = name();
        made.parts.push_back({member, at_, true, false});
      } else {
        return;
      }
      made.end = at_;
    }
  }

  void brackets() {
    const char closing = at(at_) == '(' ? ')' : ']';
    ++at_;
    nested(closing);
    if (at_ < line_.size()) ++at_;
  }

  // What a keyword before an expression says holds for none within it.
  void nested(char closing) {
    const bool was_new = std::exchange(after_new_, false), was_function = std::exchange(after_function_, false);
    const std::size_t was_thrown = std::exchange(after_throw_, line_.npos);
    within(closing);
    after_new_ = was_new, after_function_ = was_function, after_throw_ = was_thrown;
  }

  void regex() {
    bool in_class = false;
    for (++at_; at_ < line_.size(); ++at_) {
      const char c = line_[at_];
      if (c == '\\') {
        ++at_;
      } else if (c == '[' || c == ']') {
        in_class = c == '[';
      } else if (c == '/' && !in_class) {
        ++at_;
        break;
      }
    }
    at_ = std::min(at_, line_.size());
    name();  // its flags
  }

  void text(char quote) {
    for (++at_; at_ < line_.size(); ++at_) {
      const char c = line_[at_];
      if (c == '\\') {
        ++at_;
      } else if (c == quote) {
        ++at_;
        break;
      } else if (quote == '`' && c == '$' && at(at_ + 1) == '{') {
        at_ += 2;
        nested('}');
        if (at_ >= line_.size()) break;
      }
    }
    at_ = std::min(at_, line_.size());
  }

  std::string_view line_;
  std::size_t at_ = 0;
  bool after_new_ = false, after_function_ = false;
  std::size_t after_throw_ = std::string_view::npos;
  std::vector<line_expression> found_;
};

}  // namespace

std::vector<line_expression> expressions_in(std::string_view line) { return reader(line).read(); }

}  // namespace canary::script
