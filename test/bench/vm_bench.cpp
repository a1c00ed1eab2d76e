// The VM alone: made, perhaps used, and dropped.

#include "bench/benches.hpp"
#include "support/script_bench.hpp"

namespace canary::bench {
namespace {

// Something of everything that a script finds ready.
constexpr const char* everything =
    "console.log('%s %d %j', 'text', 3, { a: [1] });"
    "var doubled = _.map([1, 2, 3], function (x) { return x * 2; });"
    "log.kv('doubled', doubled).info(typeof http.do + std.time.now() + test.name + JSON.stringify(doubled));";

void make_and_drop(benchmark::State& state, const config::options& options, const char* script) {
  const scratch_folder folder;
  world around(options, folder);
  app::script_world& with = around.scripts();
  const auto what = around.load(script == nullptr ? "" : script, 1).front();
  script::no_host host;
  std::string problem;
  around.in_coroutine([&](boost::asio::yield_context yield) {
    interrupter stop;
    constexpr nanoseconds timeout = std::chrono::hours{1};
    script::supervisor watch(*with.time, with.turns, stop, yield, with.time->mono() + timeout, timeout);
    for (auto _ : state) {
      const auto vm = with.vms->make(script::vm_scope::run, what->memory_limit, host, watch, what->code->mentions);
      if (script == nullptr) continue;
      const auto verdict = vm->execute(*what->code);
      if (verdict.cause.kind != failure_class::none) problem = verdict.cause.message;
    }
  });
  if (!problem.empty()) throw std::runtime_error(problem);
}

}  // namespace

void register_vm(const effort& how) {
  struct row {
    const char* name;
    const char* script;
  };
  constexpr row rows[] = {{"VM made and dropped", nullptr},
                          {"VM made, empty script, dropped", ""},
                          {"VM made, every module used, dropped", everything}};
  for (const row& r : rows) {
    for (const vm_kind& kind : vm_kinds()) {
      add(r.name + std::string(", ") + kind.name,
          [r, &kind](benchmark::State& state) { make_and_drop(state, kind.options, r.script); })
          ->Repetitions(how.repetitions())
          ->Unit(benchmark::kMicrosecond)
          ->MeasureProcessCPUTime();
    }
  }
}

}  // namespace canary::bench
