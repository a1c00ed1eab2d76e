#include "script/modules/http_arguments.hpp"

#include "canary/core/duration.hpp"
#include "canary/core/nearest_name.hpp"
#include "script/binding.hpp"
#include "script/modules/tls_values.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace canary::script {
namespace {

constexpr std::size_t most_headers = 1000;

// A header's value as one text: a string, or a number or boolean written as one.
std::string header_value(duk_context* ctx, duk_idx_t index, const std::string& name) {
  if (duk_is_string(ctx, index) && !duk_is_symbol(ctx, index)) return text_at(ctx, index);
  if (duk_is_number(ctx, index) || duk_is_boolean(ctx, index)) return to_text(ctx, index);
  throw_type_error(
      ctx, "http.do: the header '" + name + "' must be a string or an array of strings, not " + kind_of(ctx, index));
}

void read_headers(duk_context* ctx, duk_idx_t index, std::vector<net::header>& out) {
  if (duk_is_null_or_undefined(ctx, index)) return;
  if (!duk_is_object(ctx, index) || duk_is_array(ctx, index) || duk_is_function(ctx, index)) {
    throw_type_error(
        ctx, "http.do: the headers (argument 3) must be an object of names and values, not " + kind_of(ctx, index));
  }
  duk_enum(ctx, index, DUK_ENUM_OWN_PROPERTIES_ONLY);
  while (duk_next(ctx, -1, 1)) {
    const std::string name = text_at(ctx, -2);
    if (duk_is_array(ctx, -1)) {
      const duk_size_t count = std::min<duk_size_t>(duk_get_length(ctx, -1), most_headers + 1);
      for (duk_size_t i = 0; i < count; ++i) {
        duk_get_prop_index(ctx, -1, static_cast<duk_uarridx_t>(i));
        out.push_back({name, header_value(ctx, -1, name)});
        duk_pop(ctx);
      }
    } else if (!duk_is_null_or_undefined(ctx, -1)) {
      out.push_back({name, header_value(ctx, -1, name)});
    }
    if (out.size() > most_headers) throw_type_error(ctx, "http.do: more than 1,000 headers");
    duk_pop_2(ctx);
  }
  duk_pop(ctx);
}

bool has_header(const std::vector<net::header>& headers, std::string_view canonical) {
  return std::any_of(headers.begin(), headers.end(),
                     [&](const net::header& h) { return net::canonical_header_name(h.name) == canonical; });
}

void read_body(duk_context* ctx, duk_idx_t index, net::http_request& request) {
  if (duk_is_null_or_undefined(ctx, index)) return;
  if (duk_is_string(ctx, index) && !duk_is_symbol(ctx, index)) {
    request.body = text_at(ctx, index);
  } else if (duk_is_buffer_data(ctx, index)) {
    duk_size_t size = 0;
    const auto* data = static_cast<const char*>(duk_get_buffer_data(ctx, index, &size));
    request.body.assign(data != nullptr ? data : "", data != nullptr ? size : 0);
  } else if (duk_is_object(ctx, index) && !duk_is_function(ctx, index)) {
    duk_dup(ctx, index);
    duk_json_encode(ctx, -1);
    request.body = duk_is_string(ctx, -1) ? text_at(ctx, -1) : "null";
    duk_pop(ctx);
    if (!has_header(request.headers, "Content-Type")) request.headers.push_back({"Content-Type", "application/json"});
  } else {
    throw_type_error(ctx,
                     "http.do: the body (argument 4) must be a string, a buffer, or an object to send as JSON, not " +
                         kind_of(ctx, index));
  }
}

double number_option(duk_context* ctx, const std::string& name, double most) {
  const double value = duk_is_number(ctx, -1) ? duk_get_number(ctx, -1) : std::nan("");
  if (!(value >= 0 && value <= most) || value != std::floor(value)) {
    throw_type_error(ctx, "http.do: the option '" + name + "' must be a whole number from 0 to " +
                              std::to_string(static_cast<std::uint64_t>(most)) + ", not " +
                              (duk_is_number(ctx, -1) ? to_text(ctx, -1) : kind_of(ctx, -1)));
  }
  return value;
}

// The option whose value is on top of the stack.
void read_option(duk_context* ctx, const std::string& name, net::http_request& request) {
  static constexpr std::array<std::string_view, 6> known{"headers",  "timeout",    "redirects",
                                                         "max_body", "compressed", "tls"};
  if (name == "headers") {
    read_headers(ctx, duk_normalize_index(ctx, -1), request.headers);
  } else if (name == "timeout") {
    if (duk_is_number(ctx, -1)) {
      request.timeout = std::chrono::milliseconds{static_cast<std::int64_t>(number_option(ctx, name, 86'400'000))};
    } else {
      const auto parsed = parse_duration(duk_is_string(ctx, -1) ? text_at(ctx, -1) : kind_of(ctx, -1));
      if (!parsed) throw_type_error(ctx, "http.do: the option 'timeout': " + parsed.error().message);
      request.timeout = *parsed;
    }
    if (*request.timeout <= nanoseconds{0}) throw_type_error(ctx, "http.do: the option 'timeout' must be more than 0");
  } else if (name == "redirects") {
    request.max_redirects = static_cast<unsigned>(number_option(ctx, name, 100));
  } else if (name == "max_body") {
    request.max_body = static_cast<std::uint64_t>(number_option(ctx, name, 1u << 30));
  } else if (name == "compressed") {
    request.compressed = duk_to_boolean(ctx, -1) != 0;
  } else if (name == "tls") {
    request.tls = tls_options_at(ctx, duk_normalize_index(ctx, -1), "http.do");
  } else {
    const auto near = nearest_name(name, known);
    throw_type_error(ctx, "http.do: there is no option '" + name + "'" +
                              (near ? "; did you mean '" + std::string(*near) + "'?" : ""));
  }
}

}  // namespace

net::http_request http_request_from_arguments(duk_context* ctx) {
  net::http_request request;
  const auto text_argument = [ctx](duk_idx_t index, const char* what) {
    if (!duk_is_string(ctx, index) || duk_is_symbol(ctx, index)) {
      throw_type_error(ctx, std::string("http.do: the ") + what + " must be a string, not " + kind_of(ctx, index));
    }
    return text_at(ctx, index);
  };
  request.method = text_argument(0, "method (argument 1)");
  request.url = text_argument(1, "URL (argument 2)");
  duk_set_top(ctx, 5);
  read_headers(ctx, 2, request.headers);
  if (!duk_is_null_or_undefined(ctx, 4)) {
    if (!duk_is_object(ctx, 4) || duk_is_array(ctx, 4) || duk_is_function(ctx, 4)) {
      throw_type_error(ctx, "http.do: the options (argument 5) must be an object, not " + kind_of(ctx, 4));
    }
    duk_enum(ctx, 4, DUK_ENUM_OWN_PROPERTIES_ONLY);
    while (duk_next(ctx, -1, 1)) {
      if (!duk_is_undefined(ctx, -1)) read_option(ctx, text_at(ctx, -2), request);
      duk_pop_2(ctx);
    }
    duk_pop(ctx);
  }
  read_body(ctx, 3, request);
  return request;
}

}  // namespace canary::script
