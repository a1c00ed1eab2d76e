#pragma once
// From a script's text, in whichever language its author wrote it, to what runs execute.

#include "canary/config/translation_listener.hpp"
#include "canary/config/transpile_cache.hpp"
#include "canary/script/transpiler.hpp"
#include "canary/script/vm.hpp"

#include <boost/asio/spawn.hpp>
#include <boost/system/result.hpp>

#include <string>

namespace canary::config {

/// For one load: what it needs for modern scripts goes with it. ES5 is compiled as it is, and costs nothing else.
class script_compiler {
 public:
  /// All of them outlive it, `yield` being the coroutine that it is used in, on a stack of a stack pool. `cache` may be
  /// null.
  script_compiler(clock& time, script::turns& queue, script::vm_factory& vms, transpile_cache* cache, interrupter& stop,
                  boost::asio::yield_context yield, translation_listener listener = {});

  /// A script is modern where its file's name says so (.ts, .mts, .mjs), where it mentions `const`, or where it is not
  /// ES5. The verdict says what is wrong with it, or cannot be supported, and where.
  boost::system::result<script::program, script::verdict> compile(const std::string& file, const std::string& source,
                                                                  script::code_kind kind = script::code_kind::script);

 private:
  using compiled = boost::system::result<script::program, script::verdict>;
  compiled compile_modern(const std::string& file, const std::string& source);
  boost::system::result<script::transpiled, script::verdict> translate(const std::string& file,
                                                                       const std::string& source);
  compiled compile(const std::string& file, const std::string& source, const script::transpiled* as,
                   script::code_kind kind);

  clock& time_;
  script::turns& queue_;
  script::vm_factory& vms_;
  transpile_cache* cache_;
  boost::asio::yield_context yield_;
  translation_listener listener_;
  script::transpiler transpiler_;
};

}  // namespace canary::config
