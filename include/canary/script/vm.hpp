#pragma once
// One isolated JavaScript world. The engine behind it is nobody else's business.

#include "canary/core/clock.hpp"
#include "canary/script/arena.hpp"
#include "canary/script/modules/run_host.hpp"
#include "canary/script/program.hpp"
#include "canary/script/supervisor.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace canary::script {

/// Which names a script finds.
enum class vm_scope : unsigned char {
  run,            ///< all of them: see src/script/modules/registry.cpp
  configuration,  ///< console, std, _; the others say that they are for runs
};

/// What a text is to become.
enum class code_kind : unsigned char {
  script,  ///< what a run or a load executes, as global code where it is ES5
  module,  ///< what `require` executes, as a function of its own names
};

/// Where in a script a function was called. `line` is from 1, or 0 where unknown.
struct call_site {
  std::string file;
  int line = 0;
};

/// A function that the daemon lends to a script. Arguments and result cross as JSON (a function or undefined as null).
/// A failure is thrown into the script.
using native_function = std::function<outcome<boost::json::value>(const boost::json::array&, const call_site&)>;

/// All calls happen on a stack of a `stack_pool`, in the coroutine of the supervisor, and may suspend it.
class vm {
 public:
  virtual ~vm() = default;

  /// Makes a global function. Before anything is executed.
  virtual void define(std::string name, native_function function) = 0;

  /// Compiles without executing; `as` is what to compile where that is not the source itself. On failure the verdict
  /// says where.
  virtual boost::system::result<program, verdict> compile(std::string file, std::string source,
                                                          const transpiled* as = nullptr,
                                                          code_kind kind = code_kind::script) = 0;

  /// Executes as global code. Never throws for what a script does.
  virtual verdict execute(const program& code) = 0;

  /// Whether there is something for `clean_up` to do.
  virtual bool has_cleanups() const = 0;

  /// After `execute`, and however that ended: calls what the script has registered to tidy up, the last first, under
  /// what its supervisor allows by then. The first failure, or none. `code` is what was executed.
  virtual verdict clean_up(const program& code) = 0;

  /// Compiles and executes what will not be executed again, a program of ours: nothing of it is kept beside the VM, and
  /// the clock is looked at less often.
  virtual verdict evaluate(const std::string& file, const std::string& source) = 0;

  /// How much memory it took at most, in bytes.
  virtual std::size_t peak_bytes() const = 0;

  /// How often it asked for memory since it was made, be it for a new block or for another size of one.
  virtual std::uint64_t allocations() const = 0;
};

/// Whether VMs of runs are forked from a template, at a few microseconds each, or built one by one.
struct fork_report {
  std::string why_not;              ///< '' where they are forked
  std::size_t image_bytes = 0;      ///< what a fork copies, for a script that mentions nothing bundled
  std::size_t addresses = 0;        ///< and adjusts
  std::string modern_why_not = {};  ///< '' where those of modern scripts are forked, and until one was made ready
};

/// Makes the VM of each run, and is the only one who knows how. Keeps arenas warm between runs. Outlives its VMs.
class vm_factory {
 public:
  virtual ~vm_factory() = default;

  /// `host` and `watch` outlive the VM. `memory_limit` in bytes, the engine's own needs included; at least 1 MiB. What
  /// `preload` has is at hand at once, and the rest is loaded when it is first used.
  virtual std::unique_ptr<vm> make(vm_scope scope, std::uint64_t memory_limit, run_host& host, supervisor& watch,
                                   preload_set preload = 0) = 0;

  virtual fork_report forking() const = 0;

  /// Makes ready what VMs with `preload` are forked from, where it is not yet: on a thread of its own, since it takes
  /// some 0.1 s; `meanwhile` is called all the time. Without it the first such VM waits for it.
  virtual void prepare(preload_set preload, const std::function<void()>& meanwhile) = 0;

  /// Has some of the VMs whose scripts have waited since before `since` rest, the longest first: what a VM has not
  /// changed since it was forked goes back to the system, until its script goes on. At most `most`, some 20 µs each,
  /// and so many as leave `awake` that do not rest. How many.
  virtual std::size_t rest(mono_time since, std::size_t most, std::size_t awake) = 0;
};

/// With `fork`, the VMs of runs are forked, unless a trial shows here that it cannot be relied on (see `forking`).
/// Throws std::runtime_error where the modules that are written in JavaScript do not compile: a broken build.
std::unique_ptr<vm_factory> create_vm_factory(bool fork = true);

}  // namespace canary::script
