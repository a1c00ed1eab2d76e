#pragma once
// Compiles scripts of any kind as a load does, and runs them.

#include "canary/config/script_compiler.hpp"
#include "support/script_bench.hpp"

#include <functional>

namespace canary::testing {

struct modern_bench {
  using compiled = boost::system::result<script::program, script::verdict>;
  using compile_function = std::function<compiled(const std::string& file, const std::string& source)>;

  explicit modern_bench(bool fork = true) : scripts(fork) {}

  script_bench scripts;
  config::transpile_cache* cache = nullptr;

  /// Calls `work` with what compiles. The transpiler is loaded once for all that it compiles.
  void in_one_load(const std::function<void(const compile_function&)>& work) {
    scripts.in_coroutine([&](boost::asio::yield_context yield) {
      interrupter stop;
      yield_ = &yield;
      config::script_compiler compiler(*scripts.time, scripts.turns, *scripts.vms, cache, stop, yield);
      work([&](const std::string& file, const std::string& source) { return compiler.compile(file, source); });
    });
    yield_ = nullptr;
  }

  compiled compile(const std::string& file, const std::string& source) {
    std::optional<compiled> made;
    in_one_load([&](const auto& compile) { made = compile(file, source); });
    return std::move(*made);
  }

  /// Within a load, or without.
  run::run_result run(const script::program& code, nanoseconds timeout = std::chrono::seconds{5}) {
    const auto what = scripts.make_test(code.file, code, timeout, 64u << 20);
    if (yield_ == nullptr) return scripts.run(what);
    interrupter stop;
    const run::run_order order{what, scripts.ids.next(scripts.time->wall()), run_trigger::manual, {}};
    return run::execute(scripts.engine, order, *what->code, run::begin_record(*scripts.time, order), stop, {}, *yield_);
  }

  run::run_result run(const std::string& file, const std::string& source,
                      nanoseconds timeout = std::chrono::seconds{5}) {
    const auto code = compile(file, source);
    if (!code) throw std::runtime_error(code.error().cause.message);
    return run(*code, timeout);
  }

 private:
  boost::asio::yield_context* yield_ = nullptr;
};

}  // namespace canary::testing
