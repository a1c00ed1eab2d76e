#include "command/import/shell_words.hpp"

#include "canary/core/utf8.hpp"
#include "command/import/text_place.hpp"

namespace canary::command {
namespace {

void append_utf8(std::string& out, char32_t c) {
  const auto byte = [&](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xc0 | c >> 6), byte(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    byte(0xe0 | c >> 12), byte(0x80 | (c >> 6 & 0x3f)), byte(0x80 | (c & 0x3f));
  } else {
    byte(0xf0 | c >> 18), byte(0x80 | (c >> 12 & 0x3f)), byte(0x80 | (c >> 6 & 0x3f)), byte(0x80 | (c & 0x3f));
  }
}

class splitter {
 public:
  explicit splitter(std::string_view text) : text_(text) {}

  result<std::vector<std::vector<std::string>>> split() {
    while (at_ < text_.size()) {
      if (const auto read = read_one(); !read) return read.error();
    }
    end_command();
    return std::move(commands_);
  }

 private:
  bool is(char c) const { return at_ < text_.size() && text_[at_] == c; }
  error wrong(std::size_t where, const std::string& what) const { return {place_text(text_, where) + ": " + what}; }

  void end_word() {
    if (in_word_) words_.push_back(std::move(word_));
    word_.clear();
    in_word_ = false;
  }

  void end_command() {
    end_word();
    if (!words_.empty()) commands_.push_back(std::move(words_));
    words_.clear();
  }

  result<void> read_one() {
    const char c = text_[at_];
    if (c == '\0') return wrong(at_, "a command has no NUL byte");
    if (c == ' ' || c == '\t' || c == '\r') return end_word(), ++at_, result<void>();
    if (c == '\n' || c == ';' || c == '&') return end_command(), ++at_, result<void>();
    if (c == '#' && !in_word_) {
      at_ = std::min(text_.find('\n', at_), text_.size());
      return {};
    }
    if (c == '|' || c == '<' || c == '>' || c == '(' || c == ')') {
      return wrong(at_, std::string("'") + c + "' is for a shell: only curl commands are read here");
    }
    if (c == '^' && at_ + 1 < text_.size() &&
        (text_[at_ + 1] == '"' || text_[at_ + 1] == '\n' || text_[at_ + 1] == '\r')) {
      return wrong(at_, "this was copied for the command prompt of Windows: choose 'Copy as cURL (bash)'");
    }
    if (c == '$' || c == '`') return read_dollar(false);
    in_word_ = true;
    if (c == '\'') return read_plain_quote();
    if (c == '"') return read_double_quote();
    if (c == '\\') return read_backslash();
    word_ += c;
    ++at_;
    return {};
  }

  // A backslash before the end of a line joins the two.
  result<void> read_backslash() {
    ++at_;
    if (at_ == text_.size()) return wrong(at_ - 1, "nothing follows the backslash");
    const bool crlf = is('\r') && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
    if (is('\n') || crlf) {
      at_ += crlf ? 2 : 1;
      if (word_.empty()) in_word_ = false;
      return {};
    }
    word_ += text_[at_++];
    return {};
  }

  result<void> read_plain_quote() {
    const std::size_t end = text_.find('\'', at_ + 1);
    if (end == text_.npos) return wrong(at_, "the quote ' that begins here has no end");
    word_ += text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return {};
  }

  result<void> read_double_quote() {
    const std::size_t begin = at_++;
    while (at_ < text_.size() && !is('"')) {
      const char c = text_[at_];
      if (c == '$' || c == '`') {
        if (const auto read = read_dollar(true); !read) return read;
        continue;
      }
      if (c == '\\' && at_ + 1 < text_.size()) {
        const char next = text_[at_ + 1];
        at_ += 2;
        if (next == '\n') continue;
        if (next != '"' && next != '\\' && next != '$' && next != '`') word_ += '\\';
        word_ += next;
        continue;
      }
      word_ += c;
      ++at_;
    }
    if (at_ == text_.size()) return wrong(begin, "the quote \" that begins here has no end");
    ++at_;
    return {};
  }

  // $'…', or a '$' that means itself; everything else is known to a shell alone.
  result<void> read_dollar(bool quoted) {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (is('`') || next == '(') return wrong(at_, "a command within the command is for a shell: write what it prints");
    if (!quoted && next == '\'') return read_ansi_quote();
    const bool names = next == '{' || next == '_' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') ||
                       (next >= '0' && next <= '9') || next == '@' || next == '?' || next == '*';
    if (names) {
      return wrong(
          at_, "a variable's value is known to a shell alone: write the value, or ' around the text that has the $");
    }
    in_word_ = true;
    word_ += '$';
    ++at_;
    return {};
  }

  // Bash's: escapes as in C, and \u.
  result<void> read_ansi_quote() {
    const std::size_t begin = at_;
    at_ += 2;
    in_word_ = true;
    while (at_ < text_.size() && !is('\'')) {
      if (!is('\\') || at_ + 1 == text_.size()) {
        word_ += text_[at_++];
        continue;
      }
      const char escape = text_[at_ + 1];
      at_ += 2;
      switch (escape) {
        case 'n':
          word_ += '\n';
          break;
        case 't':
          word_ += '\t';
          break;
        case 'r':
          word_ += '\r';
          break;
        case 'a':
          word_ += '\a';
          break;
        case 'b':
          word_ += '\b';
          break;
        case 'f':
          word_ += '\f';
          break;
        case 'v':
          word_ += '\v';
          break;
        case 'e':
        case 'E':
          word_ += '\x1b';
          break;
        case 'x':
          word_ += static_cast<char>(number(16, 2));
          break;
        case 'u':
          read_code_point(4);
          break;
        case 'U':
          read_code_point(8);
          break;
        default:
          if (escape >= '0' && escape <= '7') {
            --at_;
            word_ += static_cast<char>(number(8, 3));
          } else {
            if (escape != '\\' && escape != '\'' && escape != '"' && escape != '?') word_ += '\\';
            word_ += escape;
          }
      }
    }
    if (at_ == text_.size()) return wrong(begin, "the quote $' that begins here has no end");
    ++at_;
    return {};
  }

  std::uint32_t number(unsigned base, std::size_t most_digits) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < most_digits && at_ < text_.size(); ++i, ++at_) {
      const char c = text_[at_];
      const unsigned digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                             : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a' + 10)
                             : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A' + 10)
                                                    : 99;
      if (digit >= base) break;
      value = value * base + digit;
    }
    return value;
  }

  // Browsers write what lies beyond U+FFFF as two escapes, a surrogate each.
  void read_code_point(std::size_t digits) {
    char32_t c = number(16, digits);
    if (c >= 0xd800 && c < 0xdc00 && text_.substr(at_).starts_with("\\u")) {
      const std::size_t before = at_;
      at_ += 2;
      const char32_t low = number(16, 4);
      if (low >= 0xdc00 && low < 0xe000) {
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
      } else {
        at_ = before;
      }
    }
    append_utf8(word_, c > 0x10ffff || (c >= 0xd800 && c < 0xe000) ? 0xfffd : c);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool in_word_ = false;
  std::string word_;
  std::vector<std::string> words_;
  std::vector<std::vector<std::string>> commands_;
};

}  // namespace

result<std::vector<std::vector<std::string>>> split_shell_commands(std::string_view text) {
  return splitter(text).split();
}

}  // namespace canary::command
