// Duktape's configuration: its own, as released, and then what canaryd changes.
#ifndef CANARY_DUK_CONFIG_H
#define CANARY_DUK_CONFIG_H

#include "duk_config_original.h"

#include <stddef.h>

#include <stdexcept>

// Errors unwind native functions as C++ exceptions, so that their destructors run.
#undef DUK_USE_CPP_EXCEPTIONS
#define DUK_USE_CPP_EXCEPTIONS

// The interrupt check: ends and suspends scripts (see canary/script/engine.hpp).
#define DUK_USE_INTERRUPT_COUNTER
#undef DUK_USE_EXEC_TIMEOUT_CHECK
extern "C" int canary_duktape_interrupt(void* udata);
#define DUK_USE_EXEC_TIMEOUT_CHECK(udata) canary_duktape_interrupt((udata))

// Native recursion ends in a RangeError before the coroutine's stack does.
#undef DUK_USE_NATIVE_STACK_CHECK
extern "C" int canary_duktape_stack_is_short(void);
#define DUK_USE_NATIVE_STACK_CHECK() canary_duktape_stack_is_short()

// A finalizer would run a script's code after its run has ended.
#undef DUK_USE_FINALIZER_SUPPORT

#endif
