#pragma once
// Between C++ values and the engine's, for native functions. What these throw is the engine's own: it unwinds through
// C++ frames, running destructors, up to the script's `try`.

#include "canary/core/failure.hpp"

#include <duktape.h>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace canary::script {

void push_text(duk_context* ctx, std::string_view utf8);

/// Whether there is a string at `index`. A symbol is one to the engine, and not to us.
bool is_text(duk_context* ctx, duk_idx_t index);

/// The string at `index`; it must be one.
std::string text_at(duk_context* ctx, duk_idx_t index);

/// The bytes of the buffer at `index`; it must be one.
std::string bytes_at(duk_context* ctx, duk_idx_t index);

/// Pushes a Uint8Array.
void push_bytes(duk_context* ctx, std::string_view bytes);

/// As JavaScript's String(value): may run the script's code, and throw.
std::string to_text(duk_context* ctx, duk_idx_t index);

/// As JSON.stringify sees it: a function or undefined is null. What is longer than `most` bytes as JSON is a text that
/// begins with them, so that a few shared objects cannot become gigabytes here. May run the script's code, and throw.
boost::json::value json_at(duk_context* ctx, duk_idx_t index, std::size_t most = 128u << 10);

void push_json(duk_context* ctx, const boost::json::value& value);

/// 'undefined', 'null', 'a number', 'an array', …: what an error message calls it.
std::string kind_of(duk_context* ctx, duk_idx_t index);

/// Pushes an Error with a `class` property, as `throw_failure` throws it.
void push_failure(duk_context* ctx, const failure& what);

/// Throws an Error with a `class` property, which is also the run's class where nobody catches it.
[[noreturn]] void throw_failure(duk_context* ctx, const failure& what);

/// Throws a TypeError: the script calls something as it cannot be called.
[[noreturn]] void throw_type_error(duk_context* ctx, const std::string& message);

/// The class and the code that `throw_failure` gave the value at `index`, or none, without the message. Does not run
/// the script's code.
failure thrown_failure(duk_context* ctx, duk_idx_t index);

/// Pushes what the bundled script `name` evaluates to: loaded at its first use in this VM, the same value afterwards.
void push_bundled(duk_context* ctx, std::string_view name);

}  // namespace canary::script
