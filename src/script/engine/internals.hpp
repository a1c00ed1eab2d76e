#pragma once
// The few things that Duktape's public interface does not offer and canaryd needs, compiled together with it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

struct duk_hthread;
struct duk_memory_functions;

namespace canary::script::engine {

/// No garbage collection from now on (reference counts still free what they can). For a heap that is over its limit,
/// where each further attempt would hold the loop for nothing.
void prevent_collection(duk_hthread* ctx);

/// From within a native function: the interrupt check runs at the next instruction rather than up to 256k later.
void interrupt_soon(duk_hthread* ctx);

/// What the heap asks for memory from now on, and the udata that these and everything of ours get.
void set_memory_functions(duk_hthread* ctx, const duk_memory_functions& functions);

/// Where Math.random goes on from. Not both 0.
void set_random(duk_hthread* ctx, std::uint64_t first, std::uint64_t second);

/// Zeroes what no value needs: the unused half of a boolean, undefined or null, slots of properties that are gone, and
/// the value stack above its top. Afterwards two heaps in which the same was done differ in addresses only.
void tidy_values(duk_hthread* ctx);

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

/// One function that is being executed. The views are the engine's text, for as long as nothing is executed.
struct frame {
  const void* function = nullptr;     ///< tells it from others
  const void* instruction = nullptr;  ///< the one after that which is being executed; null for native code
  std::string_view name, file;        ///< '' where it has none that can be read without executing anything
  int line = 0;                       ///< from 1; 0 for native code
};

/// The innermost first, at most `most`. Neither allocates in the heap nor executes anything, so it can be asked for
/// from within any hook.
std::vector<frame> call_stack(duk_hthread* ctx, std::size_t most);

/// From where in a script something was called, noted at the price of a few loads.
struct call_place {
  const void* function = nullptr;  ///< null where no function of a script is being executed
  const void* instruction = nullptr;
};

call_place calling_from(const duk_hthread* ctx);

/// The frame of a place noted earlier; empty where its function is no more, or garbage is collected. Walks the heap.
std::optional<frame> frame_at(duk_hthread* ctx, const call_place& place);

}  // namespace canary::script::engine
