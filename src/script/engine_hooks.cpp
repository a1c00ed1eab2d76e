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

// Counts a unit of work and what it touched, and looks at times whether to go on: about every 128 KiB, or 2,048 small
// units. Whether the script is over; where that cannot be heeded, it has given way at least.
bool worked(watched_script& script, std::size_t bytes) {
  constexpr std::size_t bytes_a_unit = 64, units_between_checks = 2048;
  script.worked += 1 + bytes / bytes_a_unit;
  if (script.worked < units_between_checks) return false;
  script.worked = 0;
  return script.watch.give_way();
}

constexpr std::size_t most_at_once = 128u << 10;  // bytes

// Does the work on that many bytes at once where they are few, and else piece by piece.
template <class Work>
void in_pieces(std::size_t bytes, Work work) {
  watched_script* script = watched();
  if (script == nullptr) return work(0, bytes);
  std::size_t at = 0;
  for (; bytes - at > most_at_once; at += most_at_once) {
    work(at, most_at_once);
    worked(*script, most_at_once);
  }
  work(at, bytes - at);
  worked(*script, bytes - at);
}

}  // namespace

extern "C" {

int canary_duktape_interrupt(void* udata);
int canary_duktape_native_check(duk_hthread* thread);
int canary_duktape_compiler_depth(void);
int canary_duktape_compare(const void* a, const void* b, size_t bytes);
double canary_duktape_now(duk_hthread* thread);
void* canary_duktape_copy(void* to, const void* from, size_t bytes);
void* canary_duktape_move(void* to, const void* from, size_t bytes);
void* canary_duktape_fill(void* to, int value, size_t bytes);
void canary_duktape_worked(void);
void** canary_duktape_mark_list(void* udata);
int canary_duktape_pattern_depth(duk_hthread* thread, size_t pattern_bytes);

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
  if (script->is_ours && ++script->calls % 16 != 0) return 0;
  const bool over = script->watch.should_end();
  script->called = engine::calling_from(thread);
  script->called_at_check = script->watch.checks();
  if (!over) return 0;
  engine::interrupt_soon(thread);
  return 1;
}

// Measured: the deepest nesting costs less than 700 bytes of stack a level, optimised. The transpiler is 184 levels
// deep, which 1024 bytes a level would leave without a word to spare.
int canary_duktape_compiler_depth(void) {
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
  constexpr std::size_t bytes_a_level = 896;
#else
  constexpr std::size_t bytes_a_level = 4096;
#endif
  return static_cast<int>(std::min<std::size_t>(stack_left() / bytes_a_level, 500));
}

// Once the script is over nothing is equal any more, so that a search comes to its end.
int canary_duktape_compare(const void* a, const void* b, size_t bytes) {
  watched_script* script = watched();
  if (script == nullptr) return std::memcmp(a, b, bytes);
  for (std::size_t at = 0;; at += most_at_once) {
    const std::size_t piece = std::min(bytes - at, most_at_once);
    if (worked(*script, piece)) return 1;
    const int order = std::memcmp(static_cast<const char*>(a) + at, static_cast<const char*>(b) + at, piece);
    if (order != 0 || at + piece == bytes) return order;
  }
}

double canary_duktape_now(duk_hthread* thread) {
  run_host* host = context_of(thread).host;
  if (host == nullptr) return 0;
  return std::chrono::duration<double, std::milli>(host->now().time_since_epoch()).count();
}

void* canary_duktape_copy(void* to, const void* from, size_t bytes) {
  in_pieces(bytes, [=](std::size_t at, std::size_t piece) {
    std::memcpy(static_cast<char*>(to) + at, static_cast<const char*>(from) + at, piece);
  });
  return to;
}

void* canary_duktape_fill(void* to, int value, size_t bytes) {
  in_pieces(bytes, [=](std::size_t at, std::size_t piece) { std::memset(static_cast<char*>(to) + at, value, piece); });
  return to;
}

// Where the ranges overlap, the pieces that would be overwritten go first.
void* canary_duktape_move(void* to, const void* from, size_t bytes) {
  const bool upwards = to < from;
  in_pieces(bytes, [=](std::size_t at, std::size_t piece) {
    const std::size_t place = upwards ? at : bytes - at - piece;
    std::memmove(static_cast<char*>(to) + place, static_cast<const char*>(from) + place, piece);
  });
  return to;
}

void canary_duktape_worked(void) {
  if (watched_script* script = watched()) worked(*script, 0);
}

void** canary_duktape_mark_list(void* udata) { return &static_cast<vm_context*>(udata)->mark_list; }

int canary_duktape_pattern_depth(duk_hthread* thread, size_t pattern_bytes) {
  constexpr std::size_t most_bytes = 64u << 10;
  constexpr int depth = 10'000;  // the engine's own; the stack's end comes first
  if (pattern_bytes > most_bytes) (void)duk_range_error(thread, "regular expression of more than 64 KiB");
  return depth;
}

}  // extern "C"
