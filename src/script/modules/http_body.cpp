#include "script/modules/http_body.hpp"

#include "canary/net/form.hpp"
#include "script/binding.hpp"
#include "script/long_text.hpp"
#include "script/random_hex.hpp"

namespace canary::script {
namespace {

constexpr std::size_t most_fields = 10'000;

void give(duk_context* ctx, const char* function, const char* how, request_body& body) {
  if (body.given != nullptr) {
    throw_type_error(ctx, std::string(function) + ": a request has one body, and here are two: '" + body.given +
                              "' and '" + how + "'");
  }
  body.given = how;
}

std::string field_value(duk_context* ctx, const char* function, const char* what, const std::string& name) {
  if (is_text(ctx, -1)) return long_text_at(ctx, -1);
  if (duk_is_number(ctx, -1) || duk_is_boolean(ctx, -1)) return to_text(ctx, -1);
  throw_type_error(ctx, std::string(function) + ": in the " + what + ", '" + name +
                            "' must be a string, a number, a boolean, or an array of these, not " + kind_of(ctx, -1));
}

void require_object(duk_context* ctx, const char* function, const char* what, duk_idx_t index) {
  if (duk_is_object(ctx, index) && !duk_is_array(ctx, index) && !duk_is_function(ctx, index) &&
      !duk_is_buffer_data(ctx, index)) {
    return;
  }
  throw_type_error(ctx, std::string(function) + ": the " + what + " must be an object of names and values, not " +
                            kind_of(ctx, index));
}

// Calls `each(name)` for every value of the object at `index`, the value on top; an array is several values.
template <class Each>
void for_each_value(duk_context* ctx, const char* function, const char* what, duk_idx_t index, Each each) {
  require_object(ctx, function, what, index);
  duk_require_stack(ctx, 16);
  std::size_t count = 0;
  const auto one = [&](const std::string& name) {
    if (++count > most_fields) throw_type_error(ctx, std::string(function) + ": the " + what + " has too many fields");
    each(name);
  };
  duk_enum(ctx, index, DUK_ENUM_OWN_PROPERTIES_ONLY);
  while (duk_next(ctx, -1, 1)) {
    const std::string name = text_at(ctx, -2);
    if (duk_is_array(ctx, -1)) {
      const duk_size_t length = duk_get_length(ctx, -1);
      for (duk_size_t i = 0; i < length; ++i) {
        duk_get_prop_index(ctx, -1, static_cast<duk_uarridx_t>(i));
        one(name);
        duk_pop(ctx);
      }
    } else if (!duk_is_null_or_undefined(ctx, -1)) {
      one(name);
    }
    duk_pop_2(ctx);
  }
  duk_pop(ctx);
}

duk_ret_t encode_json(duk_context* ctx, void*) {
  duk_json_encode(ctx, -1);
  return 1;
}

// Puts the value on top in JSON, and says which value it is where it cannot be.
void to_json(duk_context* ctx, const char* function, const char* what) {
  if (duk_safe_call(ctx, encode_json, nullptr, 1, 1) == DUK_EXEC_SUCCESS) return;
  // Anything else is what the script's own code threw, or the engine's to tell.
  if (duk_get_error_code(ctx, -1) == DUK_ERR_TYPE_ERROR) {
    duk_get_prop_string(ctx, -1, "message");
    const bool cyclic = is_text(ctx, -1) && text_at(ctx, -1) == "cyclic input";
    duk_pop(ctx);
    if (cyclic) {
      throw_type_error(ctx, std::string(function) + ": the " + what + " holds itself, and cannot be sent as JSON");
    }
  }
  duk_throw(ctx);
}

// As browsers write names in Content-Disposition (HTML, multipart/form-data encoding algorithm).
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') {
      out += "%22";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else {
      out += c;
    }
  }
  return out + '"';
}

// One part of a multipart body, and the words in which it says what it is.
struct part {
  std::string bytes, file, filename, type;
};

std::string member_text(duk_context* ctx, const char* function, const std::string& part_name, const std::string& key) {
  if (is_text(ctx, -1)) return long_text_at(ctx, -1);
  throw_type_error(ctx, std::string(function) + ": in the option 'multipart', '" + key + "' of '" + part_name +
                            "' must be a string, not " + kind_of(ctx, -1));
}

part read_described_part(duk_context* ctx, const char* function, const std::string& name) {
  part p;
  bool given = false;
  duk_enum(ctx, -1, DUK_ENUM_OWN_PROPERTIES_ONLY);
  while (duk_next(ctx, -1, 1)) {
    const std::string key = text_at(ctx, -2);
    if (key == "data") {
      p.bytes = duk_is_buffer_data(ctx, -1) ? bytes_at(ctx, -1) : member_text(ctx, function, name, key);
      given = true;
    } else if (key == "file") {
      p.file = member_text(ctx, function, name, key);
      given = !p.file.empty();
    } else if (key == "filename") {
      p.filename = member_text(ctx, function, name, key);
    } else if (key == "type") {
      p.type = member_text(ctx, function, name, key);
    } else {
      throw_type_error(ctx, std::string(function) + ": in the option 'multipart', '" + name + "' has '" + key +
                                "'; a part has file or data, filename and type");
    }
    duk_pop_2(ctx);
  }
  duk_pop(ctx);
  if (!given || (!p.file.empty() && !p.bytes.empty())) {
    throw_type_error(
        ctx, std::string(function) + ": in the option 'multipart', '" + name + "' must have either file or data");
  }
  if (p.filename.empty() && !p.file.empty()) p.filename = p.file.substr(p.file.rfind('/') + 1);
  if (p.type.empty()) p.type = "application/octet-stream";
  for (const char c : p.type) {
    if (static_cast<unsigned char>(c) < 0x20) {
      throw_type_error(ctx, std::string(function) + ": in the option 'multipart', the type of '" + name +
                                "' holds a control character");
    }
  }
  return p;
}

part read_part(duk_context* ctx, const char* function, const std::string& name) {
  if (duk_is_buffer_data(ctx, -1)) return {bytes_at(ctx, -1), "", "blob", "application/octet-stream"};
  if (duk_is_object(ctx, -1) && !duk_is_function(ctx, -1)) return read_described_part(ctx, function, name);
  return {field_value(ctx, function, "option 'multipart'", name), "", "", ""};
}

}  // namespace

void read_body(duk_context* ctx, const char* function, const char* what, duk_idx_t index, request_body& body) {
  if (duk_is_null_or_undefined(ctx, index)) return;
  // An empty body beside a form is no second one: http.do(…, '', { form: … }).
  if (body.given != nullptr && is_text(ctx, index) && duk_get_length(ctx, index) == 0) return;
  give(ctx, function, "body", body);
  if (is_text(ctx, index)) {
    body.pieces.push_back({long_text_at(ctx, index), ""});
  } else if (duk_is_buffer_data(ctx, index)) {
    body.pieces.push_back({bytes_at(ctx, index), ""});
  } else if (duk_is_object(ctx, index) && !duk_is_function(ctx, index)) {
    duk_dup(ctx, index);
    to_json(ctx, function, what);
    body.pieces.push_back({duk_is_string(ctx, -1) ? long_text_at(ctx, -1) : "null", ""});
    duk_pop(ctx);
    body.type = "application/json";
  } else {
    throw_type_error(ctx, std::string(function) + ": the " + what +
                              " must be a string, a buffer, or an object to send as JSON, not " + kind_of(ctx, index));
  }
}

std::vector<std::pair<std::string, std::string>> read_fields(duk_context* ctx, const char* function, const char* what,
                                                             duk_idx_t index) {
  std::vector<std::pair<std::string, std::string>> fields;
  for_each_value(ctx, function, what, index,
                 [&](const std::string& name) { fields.emplace_back(name, field_value(ctx, function, what, name)); });
  return fields;
}

void read_form(duk_context* ctx, const char* function, duk_idx_t index, request_body& body) {
  give(ctx, function, "form", body);
  body.pieces.push_back(
      {net::encode_form(read_fields(ctx, function, "option 'form'", index), [ctx] { give_way(ctx); }), ""});
  body.type = "application/x-www-form-urlencoded";
}

void read_multipart(duk_context* ctx, const char* function, duk_idx_t index, request_body& body) {
  give(ctx, function, "multipart", body);
  // Random, so that nothing in a part can be taken for it.
  const std::string boundary = "canary-" + random_hex(32);
  for_each_value(ctx, function, "option 'multipart'", index, [&](const std::string& name) {
    part p = read_part(ctx, function, name);
    std::string head = "--" + boundary + "\r\nContent-Disposition: form-data; name=" + in_quotes(name);
    if (!p.filename.empty()) head += "; filename=" + in_quotes(p.filename);
    if (!p.type.empty()) head += "\r\nContent-Type: " + p.type;
    body.pieces.push_back({head + "\r\n\r\n", ""});
    body.pieces.push_back({std::move(p.bytes), std::move(p.file)});
    body.pieces.push_back({"\r\n", ""});
  });
  body.pieces.push_back({"--" + boundary + "--\r\n", ""});
  body.type = "multipart/form-data; boundary=" + boundary;
}

outcome<std::string> assemble(request_body body, run_host& host) {
  if (body.pieces.size() == 1 && body.pieces[0].file.empty()) return std::move(body.pieces[0].bytes);
  std::string whole;
  for (const auto& piece : body.pieces) {
    whole += piece.bytes;
    if (piece.file.empty()) continue;
    if (failure refused = host.append_file(piece.file, whole); refused.kind != failure_class::none) return refused;
  }
  return whole;
}

}  // namespace canary::script
