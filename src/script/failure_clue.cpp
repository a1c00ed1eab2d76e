#include "script/failure_clue.hpp"

#include <algorithm>
#include <cctype>

namespace canary::script {
namespace {

using kind = failure_clue::kind;

// The text between `before`, wherever that is, and the next quote.
std::string quoted_behind(std::string_view message, std::string_view before) {
  const std::size_t found = message.find(before);
  if (found == message.npos) return {};
  message.remove_prefix(found + before.size());
  const std::size_t close = message.find('\'');
  return close == message.npos ? std::string{} : std::string(message.substr(0, close));
}

// Of Duktape's own messages.
failure_clue of_engine(std::string_view message) {
  if (std::string name = quoted_behind(message, "identifier '"); !name.empty()) return {kind::identifier, name};
  for (const std::string_view before : {"cannot read property '", "cannot write property '", "(property '"}) {
    if (std::string name = quoted_behind(message, before); !name.empty()) return {kind::property, name};
  }
  return {};
}

// 'http.get' of 'http.get: the URL must be a string'.
std::string called_in(std::string_view message) {
  const std::string_view name = message.substr(0, message.find(": "));
  const bool dotted =
      name.size() < message.size() && name.find('.') != name.npos &&
      std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) || c == '.'; });
  return dotted ? std::string(name) : std::string{};
}

}  // namespace

failure_clue clue_of(std::string_view message, const called_function& called) {
  switch (called.of) {
    case called_function::kind::none:
      return {kind::thrown, {}};
    case called_function::kind::assertion:
      return {kind::assertion, {}};
    case called_function::kind::engine:
      return of_engine(message);
    case called_function::kind::native:
      if (!called.name.empty()) return {kind::builtin, called.name};
      return {kind::host, called_in(message)};
    case called_function::kind::other:
      return {};
  }
  return {};
}

}  // namespace canary::script
