// Duktape's configuration: its own, as released, and then what canaryd changes.
#ifndef CANARY_DUK_CONFIG_H
#define CANARY_DUK_CONFIG_H

#include "duk_config_original.h"

#include <stddef.h>

#include <stdexcept>

// Errors unwind native functions as C++ exceptions, so that their destructors run.
#undef DUK_USE_CPP_EXCEPTIONS
#define DUK_USE_CPP_EXCEPTIONS

// The interrupt check: ends and suspends scripts (see canary/script/supervisor.hpp).
#define DUK_USE_INTERRUPT_COUNTER
#undef DUK_USE_EXEC_TIMEOUT_CHECK
extern "C" int canary_duktape_interrupt(void* udata);
#define DUK_USE_EXEC_TIMEOUT_CHECK(udata) canary_duktape_interrupt((udata))

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

// Searching and sorting text is comparing: where a script may be suspended, too.
#undef DUK_MEMCMP
extern "C" int canary_duktape_compare(const void* a, const void* b, size_t bytes);
#define DUK_MEMCMP canary_duktape_compare

// The run's clock. Where there is no run, as when a template is built, it stands still.
#undef DUK_USE_DATE_GET_NOW
extern "C" double canary_duktape_now(duk_hthread* thread);
#define DUK_USE_DATE_GET_NOW(ctx) canary_duktape_now((ctx))

// A finalizer would run a script's code after its run has ended.
#undef DUK_USE_FINALIZER_SUPPORT

#endif
