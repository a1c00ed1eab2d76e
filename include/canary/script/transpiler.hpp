#pragma once
// From modern JavaScript and TypeScript to the language that the engine has.

#include "canary/core/interrupter.hpp"
#include "canary/script/program.hpp"
#include "canary/script/turns.hpp"
#include "canary/script/vm.hpp"

#include <boost/asio/spawn.hpp>
#include <boost/system/result.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace canary::script {

/// Whether `file` is transpiled whatever is in it: '.ts', '.mts' and '.mjs' are.
bool is_modern_name(std::string_view file);

/// Whether `source`, though the engine takes it, is likely to be of a newer language: it mentions what ES5 has not,
/// such as `Promise` or `.flatMap(`, or `const`, which the engine gives a whole function as its scope.
bool is_read_differently(std::string_view source);

/// TypeScript's own compiler, executed in a VM as any script is, in slices. It is loaded when it is first asked (some
/// 0.4 s and 50 MB) and dropped with this.
class transpiler {
 public:
  /// All of them outlive it, `yield` being the coroutine that it is used in, on a stack of a stack pool.
  transpiler(clock& time, turns& queue, vm_factory& vms, interrupter& stop, boost::asio::yield_context yield);
  ~transpiler();
  transpiler(const transpiler&) = delete;
  transpiler& operator=(const transpiler&) = delete;

  /// The verdict says what in the source is wrong or cannot be supported, and where.
  boost::system::result<transpiled, verdict> transpile(const std::string& file, const std::string& source);

 private:
  class machine;
  clock& time_;
  turns& queue_;
  vm_factory& vms_;
  interrupter& stop_;
  boost::asio::yield_context yield_;
  std::unique_ptr<machine> machine_;
};

/// What a source becomes is the same as long as this is: 16 characters.
std::string transpiler_version();

}  // namespace canary::script
