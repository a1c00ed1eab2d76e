#pragma once
// Log fields as bytes. JSON's text would not bring all of them back: NaN, text that is not UTF-8, 1.0 that is no
// integer.

#include "bytes.hpp"

#include <boost/json/object.hpp>

namespace canary::store {

/// Deeper than this, a value is stored as the text '(nested too deep)'.
inline constexpr int deepest_json = 32;

void encode_object(byte_writer& out, const boost::json::object& object);

/// Fails the reader where the bytes are not an object's.
boost::json::object decode_object(byte_reader& in);

}  // namespace canary::store
