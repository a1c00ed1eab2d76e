#include "scalars.hpp"

#include "print.hpp"

#include <charconv>
#include <cmath>
#include <limits>

namespace canary::api::graphql {
namespace {

using boost::json::value;
using kind_of = ast::value::kind_of;

constexpr double int_max = std::numeric_limits<std::int32_t>::max();
constexpr double int_min = std::numeric_limits<std::int32_t>::min();

// Any number; a document's digits are so many that only a double holds them all.
std::optional<double> number(const value& given) {
  if (given.is_int64()) return static_cast<double>(given.get_int64());
  if (given.is_uint64()) return static_cast<double>(given.get_uint64());
  if (given.is_double()) return given.get_double();
  return std::nullopt;
}

std::optional<double> whole_number(const value& given) {
  const auto n = number(given);
  return n && std::isfinite(*n) && *n == std::trunc(*n) ? n : std::nullopt;
}

double parse_number(std::string_view digits) {
  double n = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  if (fault == std::errc::result_out_of_range) return std::numeric_limits<double>::infinity();
  return n;
}

result<value> int_from_json(const value& given) {
  const auto n = whole_number(given);
  if (!n) return error{"Int cannot represent non-integer value: " + inspect(given)};
  if (*n > int_max || *n < int_min)
    return error{"Int cannot represent non 32-bit signed integer value: " + inspect(given)};
  return value(static_cast<std::int64_t>(*n));
}

result<value> int_from_literal(const ast::value& given) {
  if (given.kind != kind_of::integer) return error{"Int cannot represent non-integer value: " + print(given)};
  const double n = parse_number(given.text);
  if (n > int_max || n < int_min) return error{"Int cannot represent non 32-bit signed integer value: " + given.text};
  return value(static_cast<std::int64_t>(n));
}

result<value> float_from_json(const value& given) {
  const auto n = number(given);
  if (!n || !std::isfinite(*n)) return error{"Float cannot represent non numeric value: " + inspect(given)};
  return value(*n);
}

result<value> float_from_literal(const ast::value& given) {
  if (given.kind != kind_of::integer && given.kind != kind_of::floating)
    return error{"Float cannot represent non numeric value: " + print(given)};
  return value(parse_number(given.text));
}

result<value> string_from_json(const value& given) {
  if (!given.is_string()) return error{"String cannot represent a non string value: " + inspect(given)};
  return given;
}

result<value> string_from_literal(const ast::value& given) {
  if (given.kind != kind_of::string) return error{"String cannot represent a non string value: " + print(given)};
  return value(given.text);
}

result<value> boolean_from_json(const value& given) {
  if (!given.is_bool()) return error{"Boolean cannot represent a non boolean value: " + inspect(given)};
  return given;
}

result<value> boolean_from_literal(const ast::value& given) {
  if (given.kind != kind_of::boolean) return error{"Boolean cannot represent a non boolean value: " + print(given)};
  return value(given.truth);
}

result<value> id_from_json(const value& given) {
  if (given.is_string()) return given;
  if (whole_number(given)) return value(inspect(given));
  return error{"ID cannot represent value: " + inspect(given)};
}

result<value> id_from_literal(const ast::value& given) {
  if (given.kind != kind_of::string && given.kind != kind_of::integer)
    return error{"ID cannot represent a non-string and non-integer value: " + print(given)};
  return value(given.text);
}

std::vector<std::string_view> names(const std::vector<enum_value>& values) {
  std::vector<std::string_view> out;
  for (const enum_value& v : values) out.push_back(v.name);
  return out;
}

result<value> enum_value_named(const named_type& type, std::string_view given) {
  for (const enum_value& v : type.values)
    if (v.name == given) return value(v.name);
  return error{"Value \"" + std::string(given) + "\" does not exist in \"" + type.name + "\" enum." +
               did_you_mean(given, names(type.values), "the enum value")};
}

// `shown` is how the message writes what was given.
error not_of_enum(const named_type& type, std::string_view expected, const std::string& shown) {
  return error{"Enum \"" + type.name + "\" cannot represent " + std::string(expected) + " value: " + shown + '.' +
               did_you_mean(shown, names(type.values), "the enum value")};
}

}  // namespace

result<value> read_literal(const named_type& leaf, const ast::value& given) {
  if (leaf.kind == type_kind::scalar) return leaf.input.from_literal(given);
  if (given.kind != kind_of::enumeration) return not_of_enum(leaf, "non-enum", print(given));
  return enum_value_named(leaf, given.text);
}

result<value> read_json(const named_type& leaf, const value& given) {
  if (leaf.kind == type_kind::scalar) return leaf.input.from_json(given);
  if (!given.is_string()) return not_of_enum(leaf, "non-string", inspect(given));
  return enum_value_named(leaf, given.get_string());
}

void add_scalars(schema& to) {
  const auto scalar = [&](std::string name, std::string description, scalar_input input) {
    to.add({.kind = type_kind::scalar, .name = std::move(name), .description = std::move(description), .input = input});
  };
  scalar("String", "Text, in UTF-8.", {string_from_json, string_from_literal});
  scalar("Int", "A whole number of 32 bits, with a sign.", {int_from_json, int_from_literal});
  scalar("Float", "A finite number of double precision (IEEE 754).", {float_from_json, float_from_literal});
  scalar("Boolean", "`true` or `false`.", {boolean_from_json, boolean_from_literal});
  scalar("ID", "A name for one thing: text that means nothing else. Whole numbers are taken for their digits.",
         {id_from_json, id_from_literal});
}

}  // namespace canary::api::graphql
