#include "exact_json.hpp"

#include "canary/core/json_text.hpp"
#include "canary/core/utf8.hpp"
#include "json_codec.hpp"

#include <boost/algorithm/hex.hpp>
#include <boost/json/array.hpp>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

namespace canary::store {
namespace {

namespace json = boost::json;

/// Log fields are nested in a line some levels deep, and '$members' takes three levels for one.
constexpr std::size_t deepest_text = 3 * deepest_json + 16;

std::string hex_of(std::string_view bytes) {
  std::string out;
  boost::algorithm::hex_lower(bytes.begin(), bytes.end(), std::back_inserter(out));
  return out;
}

std::optional<std::string> bytes_of(std::string_view hex) {
  std::string out;
  try {
    boost::algorithm::unhex(hex.begin(), hex.end(), std::back_inserter(out));
  } catch (const boost::algorithm::hex_decode_error&) {
    return std::nullopt;
  }
  return out;
}

void append_real(std::string& out, double number) {
  char text[32];
  if (!std::isfinite(number)) {
    const auto end = std::to_chars(text, text + sizeof text, std::bit_cast<std::uint64_t>(number), 16).ptr;
    const std::string_view bits(text, static_cast<std::size_t>(end - text));
    out.append(R"({"$real":")").append(16 - bits.size(), '0').append(bits).append("\"}");
    return;
  }
  const auto end = std::to_chars(text, text + sizeof text, number).ptr;
  const std::string_view digits(text, static_cast<std::size_t>(end - text));
  out += digits;
  if (digits.find_first_of(".e") == std::string_view::npos) out += ".0";
}

bool needs_members(const json::object& object) {
  if (object.size() == 1 && object.begin()->key().starts_with('$')) return true;
  for (const auto& member : object) {
    if (!valid_utf8(member.key())) return true;
  }
  return false;
}

void append_value(std::string& out, const json::value& value) {
  switch (value.kind()) {
    case json::kind::double_:
      return append_real(out, value.get_double());
    case json::kind::string:
      return append_exact_text(out, value.get_string());
    case json::kind::uint64: {
      const std::uint64_t number = value.get_uint64();
      const bool both = number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
      out += both ? R"({"$natural":)" + std::to_string(number) + "}" : std::to_string(number);
      return;
    }
    case json::kind::array: {
      out += '[';
      bool first = true;
      for (const json::value& element : value.get_array()) {
        if (!std::exchange(first, false)) out += ',';
        append_value(out, element);
      }
      out += ']';
      return;
    }
    case json::kind::object:
      return append_exact_object(out, value.get_object());
    default:
      return append_json(out, value);
  }
}

/// Builds a value, and reads numbers that are no integers itself: Boost's own reading may be off by the last bit.
struct exact_handler {
  static constexpr std::size_t max_object_size = json::object::max_size();
  static constexpr std::size_t max_array_size = json::array::max_size();
  static constexpr std::size_t max_key_size = json::string::max_size();
  static constexpr std::size_t max_string_size = json::string::max_size();
  using code = boost::system::error_code;

  json::value_stack stack;

  bool on_document_begin(code&) { return stack.reset(), true; }
  bool on_document_end(code&) { return true; }
  bool on_object_begin(code&) { return true; }
  bool on_object_end(std::size_t n, code&) { return stack.push_object(n), true; }
  bool on_array_begin(code&) { return true; }
  bool on_array_end(std::size_t n, code&) { return stack.push_array(n), true; }
  bool on_key_part(json::string_view s, std::size_t, code&) { return stack.push_chars(s), true; }
  bool on_key(json::string_view s, std::size_t, code&) { return stack.push_key(s), true; }
  bool on_string_part(json::string_view s, std::size_t, code&) { return stack.push_chars(s), true; }
  bool on_string(json::string_view s, std::size_t, code&) { return stack.push_string(s), true; }
  bool on_number_part(json::string_view, code&) { return true; }
  bool on_int64(std::int64_t i, json::string_view, code&) { return stack.push_int64(i), true; }
  bool on_uint64(std::uint64_t u, json::string_view, code&) { return stack.push_uint64(u), true; }
  bool on_double(double, json::string_view text, code& failed) {
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) {
      failed = make_error_code(json::error::exponent_overflow);
      return false;
    }
    return stack.push_double(number), true;
  }
  bool on_bool(bool b, code&) { return stack.push_bool(b), true; }
  bool on_null(code&) { return stack.push_null(), true; }
  bool on_comment_part(json::string_view, code&) { return true; }
  bool on_comment(json::string_view, code&) { return true; }
};

std::optional<json::value> restored(const json::value& written, int depth);

/// What stands for something else; null where `written` is what it is.
const json::key_value_pair* stand_in(const json::object& written) {
  const bool is = written.size() == 1 && written.begin()->key().starts_with('$');
  return is ? &*written.begin() : nullptr;
}

std::optional<json::object> restored_members(const json::object& written, int depth) {
  json::object out;
  const auto add = [&](std::string_view name, const json::value& value) {
    auto inner = restored(value, depth + 1);
    return inner && out.emplace(name, std::move(*inner)).second;
  };
  if (const auto* special = stand_in(written)) {
    if (special->key() != "$members" || !special->value().is_array()) return std::nullopt;
    for (const json::value& pair : special->value().get_array()) {
      if (!pair.is_array() || pair.get_array().size() != 2) return std::nullopt;
      const auto name = exact_text(pair.get_array()[0]);
      if (!name || !add(*name, pair.get_array()[1])) return std::nullopt;
    }
    return out;
  }
  for (const auto& member : written) {
    if (!add(member.key(), member.value())) return std::nullopt;
  }
  return out;
}

std::optional<json::value> restored_special(const json::object& written, int depth) {
  const auto& [name, value] = *written.begin();
  if (name == "$natural" && value.is_int64() && value.get_int64() >= 0) {
    return json::value(static_cast<std::uint64_t>(value.get_int64()));
  }
  if (name == "$real" && value.is_string()) {
    const std::string_view hex = value.get_string();
    std::uint64_t bits = 0;
    const auto read = std::from_chars(hex.data(), hex.data() + hex.size(), bits, 16);
    if (hex.size() == 16 && read.ec == std::errc{} && read.ptr == hex.data() + hex.size()) {
      return json::value(std::bit_cast<double>(bits));
    }
    return std::nullopt;
  }
  if (name == "$members") {
    if (auto object = restored_members(written, depth)) return json::value(std::move(*object));
    return std::nullopt;
  }
  if (auto text = exact_text(written)) return json::value(json::string(*text));
  return std::nullopt;
}

std::optional<json::value> restored(const json::value& written, int depth) {
  if (const json::object* object = written.if_object(); object != nullptr) {
    const json::key_value_pair* special = stand_in(*object);
    if (special != nullptr && special->key() != "$members") return restored_special(*object, depth);
    if (depth > deepest_json) return std::nullopt;
    if (auto members = restored_members(*object, depth)) return json::value(std::move(*members));
    return std::nullopt;
  }
  if (const json::array* array = written.if_array(); array != nullptr) {
    if (depth > deepest_json) return std::nullopt;
    json::array out;
    for (const json::value& element : *array) {
      auto inner = restored(element, depth + 1);
      if (!inner) return std::nullopt;
      out.push_back(std::move(*inner));
    }
    return json::value(std::move(out));
  }
  return written;
}

}  // namespace

void append_exact_text(std::string& out, std::string_view text) {
  if (valid_utf8(text)) {
    append_json_string(out, text);
  } else {
    out.append(R"({"$hex":")").append(hex_of(text)).append("\"}");
  }
}

void append_exact_object(std::string& out, const json::object& object) {
  const bool as_pairs = needs_members(object);
  out += as_pairs ? R"({"$members":[)" : "{";
  bool first = true;
  for (const auto& member : object) {
    if (!std::exchange(first, false)) out += ',';
    if (as_pairs) out += '[';
    append_exact_text(out, member.key());
    out += as_pairs ? ',' : ':';
    append_value(out, member.value());
    if (as_pairs) out += ']';
  }
  out += as_pairs ? "]}" : "}";
}

result<json::value> parse_exact(std::string_view text) {
  json::parse_options options;
  options.max_depth = deepest_text;
  json::basic_parser<exact_handler> parser(options);
  boost::system::error_code failed;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), failed);
  if (!failed && read < text.size()) failed = make_error_code(json::error::extra_data);
  if (failed) return error{"column " + std::to_string(read + 1) + ": " + failed.message()};
  return parser.handler().stack.release();
}

std::optional<std::string> exact_text(const json::value& written) {
  if (const json::string* text = written.if_string()) return std::string(*text);
  const json::object* object = written.if_object();
  if (object == nullptr || object->size() != 1 || object->begin()->key() != "$hex") return std::nullopt;
  const json::value& hex = object->begin()->value();
  return hex.is_string() ? bytes_of(hex.get_string()) : std::nullopt;
}

std::optional<json::object> exact_object(const json::value& written) {
  const json::object* object = written.if_object();
  return object != nullptr ? restored_members(*object, 0) : std::nullopt;
}

}  // namespace canary::store
