// What the engine calls while it runs (src/script/engine/duk_config.h): where scripts are suspended and ended.

#include "canary/script/stack.hpp"
#include "script/vm_context.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>

using namespace canary::script;

namespace {

// Whose code runs on this stack; null where nobody watches.
watched_script* watched() { return static_cast<watched_script*>(stack_word()); }

}  // namespace

extern "C" {

int canary_duktape_interrupt(void* udata);
int canary_duktape_native_check(duk_hthread* thread);
int canary_duktape_compiler_depth(void);
int canary_duktape_compare(const void* a, const void* b, size_t bytes);
double canary_duktape_now(duk_hthread* thread);

int canary_duktape_interrupt(void* udata) {
  const auto& vm = *static_cast<vm_context*>(udata);
  if (vm.watch == nullptr) return 0;
  const bool over = vm.watch->should_end();
  if (watched_script* script = watched()) script->called = {};
  return over ? 1 : 0;
}

int canary_duktape_native_check(duk_hthread* thread) {
  if (stack_is_short()) return 1;
  watched_script* script = watched();
  if (script == nullptr || (script->looked_at && script->watch.stop().stopped())) return 0;
  const bool over = script->watch.should_end();
  script->called = engine::calling_from(thread);
  script->called_at_check = script->watch.checks();
  if (!over) return 0;
  engine::interrupt_soon(thread);
  return 1;
}

// Measured: the deepest nesting costs less than 700 bytes of stack a level, optimised.
int canary_duktape_compiler_depth(void) {
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
  constexpr std::size_t bytes_a_level = 1024;
#else
  constexpr std::size_t bytes_a_level = 4096;
#endif
  return static_cast<int>(std::min<std::size_t>(stack_left() / bytes_a_level, 500));
}

// Once the script is over nothing is equal any more, so that a search comes to its end.
int canary_duktape_compare(const void* a, const void* b, size_t bytes) {
  if (watched_script* script = watched()) {
    constexpr std::size_t bytes_a_unit = 64, units_between_checks = 2048;
    script->compared += 1 + bytes / bytes_a_unit;
    if (script->compared >= units_between_checks) {
      script->compared = 0;
      if (script->watch.should_end()) return 1;
    }
  }
  return std::memcmp(a, b, bytes);
}

double canary_duktape_now(duk_hthread* thread) {
  run_host* host = context_of(thread).host;
  if (host == nullptr) return 0;
  return std::chrono::duration<double, std::milli>(host->now().time_since_epoch()).count();
}

}  // extern "C"
