#include "command/import/curl_values.hpp"

#include "canary/core/printable.hpp"

#include <algorithm>

namespace canary::command {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string shown(std::string_view value) { return "'" + printable(value, 80) + "'"; }

error no_file(std::string_view option, std::string_view file) {
  return {std::string(option) + " sends what is in the file " + shown(file) +
          ", which is not read here: write its text after --data-raw"};
}

// Text up to `until` or the end, as it stands or in quotes; taken off `rest`.
std::string take_value(std::string_view& rest, char until) {
  std::string out;
  if (rest.starts_with('"')) {
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != '"') {
      if (rest.front() == '\\' && rest.size() > 1) rest.remove_prefix(1);
      out += rest.front();
      rest.remove_prefix(1);
    }
    rest.remove_prefix(std::min(rest.find(until), rest.size()));
    return out;
  }
  const std::size_t end = std::min(rest.find(until), rest.size());
  out = rest.substr(0, end);
  rest.remove_prefix(end);
  return out;
}

std::string encoded(std::string_view value) {
  const std::string pair = net::encode_query({{"", std::string(value)}});
  return pair.substr(1);  // without the '=' after the empty name
}

}  // namespace

result<std::pair<std::string, std::string>> read_curl_header(std::string_view value) {
  if (value.starts_with('@')) return error{"-H " + shown(value) + " takes headers of a file, which is not read here"};
  const std::size_t colon = value.find(':'), semicolon = value.find(';');
  const std::string_view name = trimmed(value.substr(0, std::min(colon, semicolon)));
  if (name.empty() || (colon == value.npos && semicolon == value.npos)) {
    return error{"-H takes a header such as 'Accept: text/html', not " + shown(value)};
  }
  if (colon == value.npos || semicolon < colon) return std::pair(std::string(name), std::string());
  const std::string_view content = trimmed(value.substr(colon + 1));
  if (content.empty()) return std::pair(std::string(), std::string());
  return std::pair(std::string(name), std::string(content));
}

result<std::string> read_curl_data(std::string_view value, char mode) {
  if (mode == 'd' || mode == 'b') {
    if (value.starts_with('@')) return no_file(mode == 'd' ? "-d" : "--data-binary", value.substr(1));
    return {boost::system::in_place_value, value};
  }
  if (mode == 'r') return {boost::system::in_place_value, value};
  const std::size_t mark = value.find_first_of("=@");
  if (mark == value.npos) return {boost::system::in_place_value, encoded(value)};
  if (value[mark] == '@') return no_file("--data-urlencode", value.substr(mark + 1));
  const std::string name(value.substr(0, mark));
  return {boost::system::in_place_value, (name.empty() ? "" : name + "=") + encoded(value.substr(mark + 1))};
}

result<recorded_part> read_curl_part(std::string_view value, bool plain) {
  const std::size_t equals = value.find('=');
  if (equals == value.npos || equals == 0) return error{"-F takes name=value or name=@file, not " + shown(value)};
  recorded_part part;
  part.name = value.substr(0, equals);
  std::string_view rest = value.substr(equals + 1);
  if (plain) return part.value = rest, part;
  if (rest.starts_with('<'))
    return error{"-F " + shown(value) + " sends the text of a file, which is not read here: write it after name="};
  const bool is_file = rest.starts_with('@');
  if (is_file) rest.remove_prefix(1);
  (is_file ? part.file : part.value) = take_value(rest, ';');
  if (is_file && (part.file.empty() || part.file == "-"))
    return error{"-F " + shown(value) + " wants the name of a file after @"};
  if (is_file && !value.substr(equals + 2).starts_with('"') && part.file.find(',') != part.file.npos)
    return error{"-F " + shown(value) + " names several files: write a -F for each"};
  while (rest.starts_with(';')) {
    rest.remove_prefix(1);
    const std::size_t mark = std::min(rest.find_first_of("=;"), rest.size());
    const std::string_view key = trimmed(rest.substr(0, mark));
    rest.remove_prefix(mark);
    if (rest.starts_with('=')) rest.remove_prefix(1);
    const std::string content = take_value(rest, ';');
    if (key == "type") {
      part.type = content;
    } else if (key == "filename") {
      part.filename = content;
    } else {
      return error{"-F understands ;type= and ;filename= alone, not " + shown(key)};
    }
  }
  return part;
}

result<std::pair<std::string, std::string>> read_curl_resolve(std::string_view value) {
  const error wanted{"--resolve takes host:port:address, not " + shown(value)};
  const std::string_view name = value.substr(value.starts_with('+') ? 1 : 0);
  const std::size_t port = name.find(':');
  const std::size_t address = port == name.npos ? port : name.find(':', port + 1);
  if (port == 0 || address == name.npos || address + 1 == name.size() || name.front() == '*' || name.front() == '-')
    return wanted;
  std::string_view to = name.substr(address + 1);
  if (to.starts_with('[') && to.ends_with(']')) to = to.substr(1, to.size() - 2);
  if (to.find(',') != to.npos) return error{"--resolve with one address for a host is understood, not " + shown(value)};
  return std::pair(std::string(name.substr(0, port)), std::string(to));
}

result<std::string> read_curl_seconds(std::string_view value) {
  const bool digits = !value.empty() && value.size() <= 9 && value.find_first_not_of("0123456789.") == value.npos &&
                      value.front() != '.' && value.back() != '.' && std::count(value.begin(), value.end(), '.') <= 1;
  if (!digits || value.find_first_not_of("0.") == value.npos) return error{"no seconds"};
  return {boost::system::in_place_value, std::string(value) + "s"};
}

}  // namespace canary::command
