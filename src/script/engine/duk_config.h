// Duktape's configuration: its own, as released, and then what canaryd changes.
#ifndef CANARY_DUK_CONFIG_H
#define CANARY_DUK_CONFIG_H

#include "duk_config_original.h"

#include <stddef.h>
#include <string.h>

#include <stdexcept>

// Errors unwind native functions as C++ exceptions, so that their destructors run.
#undef DUK_USE_CPP_EXCEPTIONS
#define DUK_USE_CPP_EXCEPTIONS

// The interrupt check: ends and suspends scripts (see canary/script/supervisor.hpp). The engine sets `ctr`, a local
// variable of the one function that uses the macro, to 256k instructions; those may be of a kind that takes 20 ms.
#define DUK_USE_INTERRUPT_COUNTER
#undef DUK_USE_EXEC_TIMEOUT_CHECK
extern "C" int canary_duktape_interrupt(void* udata);
#define CANARY_INSTRUCTIONS_BETWEEN_CHECKS 32768
#define DUK_USE_EXEC_TIMEOUT_CHECK(udata) (ctr = CANARY_INSTRUCTIONS_BETWEEN_CHECKS, canary_duktape_interrupt((udata)))

// Asked at each native call and at each level of a native recursion; true becomes a RangeError. Native recursion ends
// so before the coroutine's stack does, and a script that is over ends in its next native function. `thr` is a
// parameter of the one function that uses the macro.
#undef DUK_USE_NATIVE_STACK_CHECK
struct duk_hthread;
extern "C" int canary_duktape_native_check(duk_hthread* thread);
#define DUK_USE_NATIVE_STACK_CHECK() canary_duktape_native_check(thr)

// The compiler recurses without asking, so its limit is what the stack has left when it begins.
#undef DUK_USE_COMPILER_RECLIMIT
extern "C" int canary_duktape_compiler_depth(void);
#define DUK_USE_COMPILER_RECLIMIT canary_duktape_compiler_depth()

// Searching and sorting text is comparing; building it, and compiling a pattern, is copying and moving; converting its
// case clears what decodes a character; reading source moves a window over it; converting typed arrays copies each
// element, of 8 bytes at most and of a size that the compiler does not know. There a script may be suspended, too. What
// else is small is not worth a call.
#undef DUK_MEMCMP
#undef DUK_MEMCPY
#undef DUK_MEMMOVE
#undef DUK_MEMSET
extern "C" int canary_duktape_compare(const void* a, const void* b, size_t bytes);
extern "C" void* canary_duktape_copy(void* to, const void* from, size_t bytes);
extern "C" void* canary_duktape_move(void* to, const void* from, size_t bytes);
extern "C" void* canary_duktape_fill(void* to, int value, size_t bytes);
#define CANARY_SMALL_BYTES 256
#define CANARY_ELEMENT_BYTES 8
#define CANARY_CHARACTER_DECODER_BYTES 32
#define CANARY_IS_SMALL_COPY(bytes) \
  (__builtin_constant_p(bytes) || ((bytes) > CANARY_ELEMENT_BYTES && (bytes) < CANARY_SMALL_BYTES))
#define CANARY_IS_SMALL_FILL(bytes) ((bytes) != CANARY_CHARACTER_DECODER_BYTES && (bytes) < CANARY_SMALL_BYTES)
#define DUK_MEMCMP canary_duktape_compare
#define DUK_MEMCPY(to, from, bytes) \
  (CANARY_IS_SMALL_COPY(bytes) ? memcpy((to), (from), (bytes)) : canary_duktape_copy((to), (from), (bytes)))
#define DUK_MEMMOVE(to, from, bytes) canary_duktape_move((to), (from), (bytes))
#define DUK_MEMSET(to, value, bytes) \
  (CANARY_IS_SMALL_FILL(bytes) ? memset((to), (value), (bytes)) : canary_duktape_fill((to), (value), (bytes)))

// So it may while garbage is collected: where an object is marked, `heap` and `h` being parameters of the one function
// that uses the macro (duktape.cpp says what else happens there); and where one is swept and kept, which is told by the
// text of the one condition that is asked of each. What is swept and not kept is freed by us
// (src/script/heap_memory.cpp).
#undef DUK_USE_MARK_AND_SWEEP_RECLIMIT
#undef DUK_UNLIKELY
struct duk_heap;
struct duk_heaphdr;
extern "C" size_t canary_duktape_mark_depth(duk_heap* heap, duk_heaphdr* object);
extern "C" void canary_duktape_worked(void);
#define DUK_USE_MARK_AND_SWEEP_RECLIMIT canary_duktape_mark_depth(heap, h)
#define CANARY_IS_SWEEPING(text) (__builtin_strcmp((text), "DUK_HEAPHDR_HAS_FINALIZED(curr)") == 0)
#define DUK_UNLIKELY(x) __builtin_expect((CANARY_IS_SWEEPING(#x) ? canary_duktape_worked() : (void)0, (x)), 0)

// Compiling a pattern takes time with the square of its size. `thr` and `re_ctx` are local to the one function that
// uses the macro, which has set the pattern by then.
#undef DUK_USE_REGEXP_COMPILER_RECLIMIT
extern "C" int canary_duktape_pattern_depth(duk_hthread* thread, size_t pattern_bytes);
#define DUK_USE_REGEXP_COMPILER_RECLIMIT canary_duktape_pattern_depth(thr, re_ctx.lex.input_length)

// The run's clock. Where there is no run, as when a template is built, it stands still.
#undef DUK_USE_DATE_GET_NOW
extern "C" double canary_duktape_now(duk_hthread* thread);
#define DUK_USE_DATE_GET_NOW(ctx) canary_duktape_now((ctx))

// A finalizer would run a script's code after its run has ended.
#undef DUK_USE_FINALIZER_SUPPORT

#endif
