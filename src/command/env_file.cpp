#include "command/env_file.hpp"

#include <algorithm>

namespace canary::command {
namespace {

constexpr std::string_view blanks = " \t\r";

bool begins_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_of_name(char c) { return begins_name(c) || (c >= '0' && c <= '9'); }

class env_parser {
 public:
  env_parser(std::string_view text, std::string_view name) : rest_(text), name_(name) {}

  result<variables> parse() {
    if (rest_.starts_with("\xef\xbb\xbf")) rest_.remove_prefix(3);
    variables all;
    for (; !rest_.empty(); end_line()) {
      skip_blanks();
      if (rest_.empty() || rest_.front() == '\n' || rest_.front() == '#') continue;
      const auto name = read_name();
      if (!name) return name.error();
      auto value = read_value();
      if (!value) return value.error();
      if (value->find('\0') != std::string::npos) return wrong("a value has no NUL byte");
      all[*name] = std::move(*value);
    }
    return all;
  }

 private:
  error wrong(const std::string& what) const {
    return {std::string(name_) + ":" + std::to_string(line_) + ": " + what};
  }

  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(blanks), rest_.size())); }

  std::string_view this_line() const { return rest_.substr(0, rest_.find('\n')); }

  void end_line() {
    rest_.remove_prefix(std::min(this_line().size() + 1, rest_.size()));
    ++line_;
  }

  std::string_view take_name() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_of_name);
    const std::string_view name = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(name.size());
    return name;
  }

  // Up to behind the '='.
  result<std::string> read_name() {
    std::string_view name = take_name();
    if (name == "export" && !rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) {
      skip_blanks();
      name = take_name();
    }
    skip_blanks();
    if (name.empty() || !begins_name(name.front()) || rest_.empty() || rest_.front() != '=') {
      // What stands there is not told: it may be a secret, as may what follows a value.
      return wrong("NAME=value is wanted; a name is of letters, digits and _");
    }
    rest_.remove_prefix(1);
    return {boost::system::in_place_value, name};
  }

  result<std::string> read_value() {
    skip_blanks();
    if (rest_.empty()) return {boost::system::in_place_value, ""};
    if (rest_.front() == '"' || rest_.front() == '\'') return read_quoted();
    std::string_view value = this_line();
    for (std::size_t at = value.find('#'); at != value.npos; at = value.find('#', at + 1)) {
      if (at == 0 || value[at - 1] == ' ' || value[at - 1] == '\t') value = value.substr(0, at);
    }
    const std::size_t last = value.find_last_not_of(blanks);
    return {boost::system::in_place_value, value.substr(0, last == value.npos ? 0 : last + 1)};
  }

  result<std::string> read_quoted() {
    const char quote = rest_.front();
    const std::size_t begun = line_;
    std::string value;
    for (rest_.remove_prefix(1); !rest_.empty() && rest_.front() != quote; rest_.remove_prefix(1)) {
      char c = rest_.front();
      if (c == '\n') ++line_;
      if (quote == '"' && c == '\\' && rest_.size() > 1) {
        static constexpr std::string_view written = "nrt\\\"$", meant = "\n\r\t\\\"$";
        if (const std::size_t which = written.find(rest_[1]); which != written.npos) {
          c = meant[which];
          rest_.remove_prefix(1);
        }
      }
      value += c;
    }
    if (rest_.empty()) {
      line_ = begun;
      return wrong(std::string("the quote ") + quote + " that begins here has no end");
    }
    rest_.remove_prefix(1);
    skip_blanks();
    if (!rest_.empty() && rest_.front() != '\n' && rest_.front() != '#') {
      return wrong("nothing but a comment may follow the value");
    }
    return {boost::system::in_place_value, std::move(value)};
  }

  std::string_view rest_;
  const std::string_view name_;
  std::size_t line_ = 1;
};

}  // namespace

result<variables> parse_env_file(std::string_view text, std::string_view name) {
  return env_parser(text, name).parse();
}

}  // namespace canary::command
