#pragma once
// The few things that Duktape's public interface does not offer and canaryd needs, compiled together with it.

#include <cstddef>
#include <optional>

struct duk_hthread;

namespace canary::script::engine {

/// No garbage collection from now on (reference counts still free what they can). For a heap that is over its limit,
/// where each further attempt would hold the loop for nothing.
void prevent_collection(duk_hthread* ctx);

/// From within a native function: the interrupt check runs at the next instruction rather than up to 256k later.
void interrupt_soon(duk_hthread* ctx);

struct source_position {
  int line;            ///< from 1
  std::size_t offset;  ///< of the token's first byte, in the source as given to the compiler
};

/// The two tokens that the compiler looks at: the one that it has taken, and the one that comes next.
struct compiler_position {
  source_position taken, next;
};

/// Only from within an error's creation while compiling; else empty.
std::optional<compiler_position> compiling_at(duk_hthread* ctx);

}  // namespace canary::script::engine
