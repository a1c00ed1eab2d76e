#pragma once
// What the engine's callbacks and the modules know of the VM that they are called in.

#include "canary/script/vm.hpp"
#include "script/engine/internals.hpp"

#include <duktape.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace canary::script {

/// JavaScript that came with the program, compiled once for all VMs and executed in a VM at its first use.
struct bundled_script {
  std::string_view name;
  preload_set bit;
  std::string bytecode;
};

struct request_draft;

struct vm_context {
  vm_context(arena& a, const std::vector<bundled_script>& b, std::uint64_t limit)
      : memory(a), bundled(b), memory_limit(limit) {}

  arena& memory;
  const std::vector<bundled_script>& bundled;
  std::uint64_t memory_limit;
  run_host* host = nullptr;         ///< null while our own modules are compiled
  supervisor* watch = nullptr;      ///< likewise
  const program* code = nullptr;    ///< what is executed, with its modules; null before
  std::size_t refused_bytes = 0;    ///< the latest request that the arena could not serve
  bool exhausted = false;           ///< nor after a collection
  std::uint64_t requests = 0;       ///< of memory, so far
  bool last_requests = false;       // it is over, and gets so many more as its error takes
  bool refusing = false;            ///< the script is over, and gets no more memory
  std::optional<failure> failed;    ///< log.fail was called: the run fails even where the script catches the error
  bool skipped = false;             ///< test.skip was called: the run ends by that
  bool cleaning_up = false;         ///< the script is over, and its cleanups are called
  std::uint64_t failed_checks = 0;  ///< those that fail the run; their names, of the first ones:
  std::vector<std::string> failed_check_names;  // at most `most_named_checks`
  bool ends_by_checks = false;                  ///< what is thrown now says which
  std::string failed_within;                    ///< 'the step 'log in'': where the error that goes up came from
  std::size_t cleanups = 0;                     ///< that wait to be called
  std::vector<native_function> natives;
  std::vector<std::shared_ptr<const request_draft>> http_sessions;  ///< what each gives to its requests
  std::optional<engine::compiler_position> syntax_error_at;
  void* mark_list = nullptr;  ///< the engine's, while it collects
  duk_context* heap = nullptr;
};

/// What `stack_word` points to while a script runs.
struct watched_script {
  supervisor& watch;
  bool looked_at = false;     ///< it is over, and what it threw is read: short native functions are let through
  bool is_ours = false;       ///< our own program: its native calls are short, and few of them look at the clock
  unsigned calls = 0;         ///< of native functions, where it is ours
  std::size_t worked = 0;     ///< since the latest check, in units of work
  engine::call_place called;  ///< where it called a native function last, since it was interrupted last
  std::uint64_t called_at_check = 0;  ///< the number of the supervisor's check that noted it
};

/// The context of the VM that `ctx` belongs to.
vm_context& context_of(duk_context* ctx);

}  // namespace canary::script
