#include "print.hpp"

#include "canary/api/graphql/schema.hpp"

#include <boost/json/serialize.hpp>

#include <charconv>
#include <cmath>

namespace canary::api::graphql {

std::string print(const ast::value& v) {
  using kind_of = ast::value::kind_of;
  switch (v.kind) {
    case kind_of::variable:
      return '$' + v.text;
    case kind_of::string:
      return boost::json::serialize(v.text);
    case kind_of::list: {
      std::string out = "[";
      for (const ast::value& item : v.items) out += (out.size() > 1 ? ", " : "") + print(item);
      return out + ']';
    }
    case kind_of::object: {
      std::string out = "{";
      for (const ast::object_field& f : v.fields)
        out += (out.size() > 1 ? ", " : "") + std::string(f.called.text) + ": " + print(f.content);
      return out + '}';
    }
    case kind_of::integer:
    case kind_of::floating:
    case kind_of::boolean:
    case kind_of::null:
    case kind_of::enumeration:
      break;
  }
  return v.text;
}

std::string print_type(std::string_view named, std::uint64_t wraps) {
  if (wraps == 0) return std::string(named);
  const std::string inner = print_type(named, wraps >> 2);
  return (wraps & 3) == type_ref::list_code ? '[' + inner + ']' : inner + '!';
}

namespace {

constexpr std::size_t most_items = 10;
constexpr int deepest = 2;

std::string inspect_number(double d) {
  if (std::abs(d) < 1e15 && d == std::trunc(d)) return std::to_string(static_cast<long long>(d));
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, d).ptr;
  return {text, end};
}

std::string inspect_at(const boost::json::value& v, int depth) {
  if (const double* d = v.if_double()) return inspect_number(*d);
  if (const auto* items = v.if_array()) {
    if (items->empty()) return "[]";
    if (depth > deepest) return "[Array]";
    std::string out;
    for (std::size_t i = 0; i < items->size() && i < most_items; ++i)
      out += (i > 0 ? ", " : "") + inspect_at((*items)[i], depth + 1);
    const std::size_t more = items->size() - std::min(items->size(), most_items);
    if (more == 1) out += ", ... 1 more item";
    if (more > 1) out += ", ... " + std::to_string(more) + " more items";
    return '[' + out + ']';
  }
  if (const auto* members = v.if_object()) {
    if (members->empty()) return "{}";
    if (depth > deepest) return "[Object]";
    std::string out;
    for (const auto& [key, value] : *members)
      out += (out.empty() ? "" : ", ") + std::string(key) + ": " + inspect_at(value, depth + 1);
    return "{ " + out + " }";
  }
  return boost::json::serialize(v);
}

}  // namespace

// The reference counts the value itself as the first level.
std::string inspect(const boost::json::value& v) { return inspect_at(v, 1); }

}  // namespace canary::api::graphql
