#include "json_codec.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

namespace canary::store {
namespace {

namespace json = boost::json;

// The numbers are part of stored records.
enum class tag : std::uint8_t {
  null = 0,
  no = 1,
  yes = 2,
  integer = 3,
  natural = 4,
  real = 5,
  text = 6,
  array = 7,
  object = 8
};

void put_tag(byte_writer& out, tag t) { out.byte(static_cast<std::uint8_t>(t)); }

void encode_members(byte_writer& out, const json::object& object, int depth);

void encode_value(byte_writer& out, const json::value& value, int depth) {
  if (depth > deepest_json && value.is_structured()) {
    put_tag(out, tag::text);
    out.text("(nested too deep)");
    return;
  }
  switch (value.kind()) {
    case json::kind::null:
      put_tag(out, tag::null);
      break;
    case json::kind::bool_:
      put_tag(out, value.get_bool() ? tag::yes : tag::no);
      break;
    case json::kind::int64:
      put_tag(out, tag::integer);
      out.number(value.get_int64());
      break;
    case json::kind::uint64:
      put_tag(out, tag::natural);
      out.varint(value.get_uint64());
      break;
    case json::kind::double_:
      put_tag(out, tag::real);
      out.real(value.get_double());
      break;
    case json::kind::string:
      put_tag(out, tag::text);
      out.text(value.get_string());
      break;
    case json::kind::array:
      put_tag(out, tag::array);
      out.varint(value.get_array().size());
      for (const json::value& element : value.get_array()) encode_value(out, element, depth + 1);
      break;
    case json::kind::object:
      put_tag(out, tag::object);
      encode_members(out, value.get_object(), depth);
      break;
  }
}

void encode_members(byte_writer& out, const json::object& object, int depth) {
  out.varint(object.size());
  for (const auto& member : object) {
    out.text(member.key());
    encode_value(out, member.value(), depth + 1);
  }
}

json::object decode_members(byte_reader& in, int depth);

json::value decode_value(byte_reader& in, int depth) {
  switch (static_cast<tag>(in.byte())) {
    case tag::null:
      return nullptr;
    case tag::no:
      return false;
    case tag::yes:
      return true;
    case tag::integer:
      return in.number();
    case tag::natural:
      return in.varint();
    case tag::real:
      return in.real();
    case tag::text:
      return json::string(in.text());
    case tag::array: {
      json::array out;
      if (depth > deepest_json) in.fail();
      for (std::uint64_t left = in.varint(in.remaining()); left > 0 && in.good(); --left) {
        out.push_back(decode_value(in, depth + 1));
      }
      return out;
    }
    case tag::object:
      return decode_members(in, depth);
  }
  in.fail();
  return nullptr;
}

json::object decode_members(byte_reader& in, int depth) {
  json::object out;
  if (depth > deepest_json) in.fail();
  for (std::uint64_t left = in.varint(in.remaining()); left > 0 && in.good(); --left) {
    const std::string_view key = in.text();
    out.insert_or_assign(key, decode_value(in, depth + 1));
  }
  return out;
}

}  // namespace

void encode_object(byte_writer& out, const json::object& object) { encode_members(out, object, 0); }

json::object decode_object(byte_reader& in) { return decode_members(in, 0); }

}  // namespace canary::store
