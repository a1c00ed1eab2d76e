#pragma once
// A request's body, as scripts have it: text, bytes, JSON, a form, or several parts.

#include "canary/script/modules/run_host.hpp"

#include <duktape.h>

#include <string>
#include <vector>

namespace canary::script {

/// Pieces that follow one another; those from files are read when the request is about to be sent.
struct request_body {
  struct piece {
    std::string bytes;
    std::string file;  ///< '' where the bytes are all
  };
  std::vector<piece> pieces;
  std::string type;             ///< the Content-Type that goes with it; '' is none
  const char* given = nullptr;  ///< how: 'body', 'form', 'multipart'; null where there is none
};

/// Reads a string, a buffer, or an object as JSON. Throws a TypeError; so do the others.
void read_body(duk_context* ctx, const char* function, const char* what, duk_idx_t index, request_body& body);

/// The option 'form': an object of names and values.
void read_form(duk_context* ctx, const char* function, duk_idx_t index, request_body& body);

/// The option 'multipart': an object of names, and values, buffers, or { file | data, filename, type } (RFC 7578).
void read_multipart(duk_context* ctx, const char* function, duk_idx_t index, request_body& body);

/// The names and values of an object, arrays being several values of one name. `what` is for messages: 'option form'.
std::vector<std::pair<std::string, std::string>> read_fields(duk_context* ctx, const char* function, const char* what,
                                                             duk_idx_t index);

/// All of it as one text. Suspends where there are files. A failure where one cannot be read.
outcome<std::string> assemble(request_body body, run_host& host);

}  // namespace canary::script
