#include "canary/core/json_text.hpp"

#include "canary/core/utf8.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <charconv>
#include <cmath>

namespace canary {
namespace {

void append_escaped(std::string& out, char c) {
  static constexpr char digits[] = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(c);
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (code < 0x20 || code == 0x7F) {
    out.append("\\u00").append(1, digits[code >> 4]).append(1, digits[code & 15]);
  } else {
    out += c;
  }
}

void append_four_bytes(std::string& out, char32_t c) {
  out += static_cast<char>(0xF0u | c >> 18);
  out += static_cast<char>(0x80u | (c >> 12 & 0x3Fu));
  out += static_cast<char>(0x80u | (c >> 6 & 0x3Fu));
  out += static_cast<char>(0x80u | (c & 0x3Fu));
}

}  // namespace

void append_json(const std::function<std::string&()>& next, const boost::json::value& value) {
  std::string* out = &next();
  switch (value.kind()) {
    case boost::json::kind::null:
      *out += "null";
      break;
    case boost::json::kind::bool_:
      *out += value.get_bool() ? "true" : "false";
      break;
    case boost::json::kind::int64:
      *out += std::to_string(value.get_int64());
      break;
    case boost::json::kind::uint64:
      *out += std::to_string(value.get_uint64());
      break;
    case boost::json::kind::double_:
      append_json_number(*out, value.get_double());
      break;
    case boost::json::kind::string:
      append_json_string(*out, value.get_string());
      break;
    case boost::json::kind::array: {
      char before = '[';
      for (const auto& element : value.get_array()) {
        next() += before;
        append_json(next, element);
        before = ',';
      }
      next() += before == '[' ? "[]" : "]";
      break;
    }
    case boost::json::kind::object: {
      char before = '{';
      for (const auto& [key, element] : value.get_object()) {
        out = &next();
        *out += before;
        append_json_string(*out, key);
        *out += ':';
        append_json(next, element);
        before = ',';
      }
      next() += before == '{' ? "{}" : "}";
      break;
    }
  }
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    std::size_t length = utf8_length(text);
    if (length == 1) {
      append_escaped(out, text.front());
    } else if (length > 1) {
      out += text.substr(0, length);
    } else if (const char32_t pair = cesu8_pair(text)) {
      append_four_bytes(out, pair);
      length = 6;
    } else {
      out += "\xEF\xBF\xBD";
      length = 1;
    }
    text.remove_prefix(length);
  }
  out += '"';
}

void append_json_number(std::string& out, double number) {
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  const double size = std::abs(number);
  const bool plain = size == 0 || (size >= 1e-6 && size < 1e17);
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number,
                                 plain ? std::chars_format::fixed : std::chars_format::scientific)
                       .ptr;
  out.append(buffer, end);
}

void append_json(std::string& out, const boost::json::value& value) {
  append_json([&out]() -> std::string& { return out; }, value);
}

std::string json_text(const boost::json::value& value) {
  std::string out;
  append_json(out, value);
  return out;
}

}  // namespace canary
