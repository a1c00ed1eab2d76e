// Duktape, compiled as C++ with our configuration. The build puts duktape.c on the include path.

// Duktape 2.7 names this in one place even without finalizers, for an object that waits for its own: there is none.
#define DUK_HEAP_REMOVE_FROM_FINALIZE_LIST(heap, header) ((void)0)

#include "duktape.c"

#include "internals.hpp"

// The table of built-ins lists Duktape.fin all the same; scripts never see it.
DUK_INTERNAL duk_ret_t duk_bi_duktape_object_fin(duk_hthread*) { return 0; }

namespace canary::script::engine {

void prevent_collection(duk_context* ctx) { ctx->heap->ms_prevent_count++; }

void interrupt_soon(duk_context* ctx) {
  duk_hthread* running = ctx->heap->curr_thread != nullptr ? ctx->heap->curr_thread : ctx;
  running->interrupt_init -= running->interrupt_counter;
  running->interrupt_counter = 0;
}

std::optional<compiler_position> compiling_at(duk_context* ctx) {
  if (ctx->compile_ctx == nullptr) return std::nullopt;
  const auto position = [](const duk_token& token) {
    return source_position{static_cast<int>(token.start_line), static_cast<std::size_t>(token.start_offset)};
  };
  return compiler_position{position(ctx->compile_ctx->prev_token), position(ctx->compile_ctx->curr_token)};
}

}  // namespace canary::script::engine
