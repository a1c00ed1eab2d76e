#pragma once
// A small world in which a test can execute a script: real loop, real engine, real clock, no network unless asked for.

#include "canary/run/execution.hpp"
#include "canary/run/run_pool.hpp"
#include "canary/script/no_host.hpp"
#include "canary/script/turns.hpp"

#include <boost/asio/io_context.hpp>

#include <cstdlib>
#include <optional>
#include <string>

namespace canary::testing {

struct script_bench {
  explicit script_bench(bool fork = true) : vms(script::create_vm_factory(fork)) {}

  boost::asio::io_context loop{1};
  std::unique_ptr<clock> time = create_real_clock(loop.get_executor());
  script::turns turns{*time, std::chrono::milliseconds{2}};
  std::unique_ptr<script::vm_factory> vms;
  run_id_generator ids;
  run::engine engine{loop.get_executor(),
                     *time,
                     turns,
                     std::make_shared<script::stack_pool>(),
                     *vms,
                     net::create_http_client(loop.get_executor(), *time, {}),
                     [](std::string_view name) {
                       const char* value = std::getenv(std::string(name).c_str());
                       return std::string(value != nullptr ? value : "");
                     }};

  /// Whether servers of the test live on the loop, which then never runs out of work.
  bool has_servers = false;

  /// Runs `work` in a coroutine on a script stack, to its end.
  template <class Work>
  void in_coroutine(Work work) {
    std::exception_ptr thrown;
    boost::asio::spawn(
        loop, std::allocator_arg, script::stack_allocator(engine.stacks),
        [&](boost::asio::yield_context yield) { work(yield); },
        [&](std::exception_ptr e) {
          thrown = e;
          if (has_servers) loop.stop();
        });
    loop.restart();
    script::run_loop(loop, turns);
    if (thrown) std::rethrow_exception(thrown);
  }

  boost::system::result<script::program, script::verdict> compile(const std::string& file, const std::string& source,
                                                                  std::uint64_t memory = 64u << 20) {
    std::optional<boost::system::result<script::program, script::verdict>> compiled;
    in_coroutine([&](boost::asio::yield_context yield) {
      interrupter stop;
      script::supervisor watch(*time, turns, stop, yield, time->mono() + std::chrono::seconds{10},
                               std::chrono::seconds{10});
      const run_record record;
      script::no_host host;
      const auto vm = vms->make(script::vm_scope::run, memory, host, watch);
      compiled = vm->compile(file, source);
    });
    return *compiled;
  }

  std::shared_ptr<const test> make_test(const std::string& name, script::program code, nanoseconds timeout,
                                        std::uint64_t memory) {
    auto t = std::make_shared<test>();
    t->name = t->path = name;
    t->frequency = std::chrono::seconds{60};
    t->timeout = timeout;
    t->memory_limit = memory;
    t->source = code.source;
    t->code = std::make_shared<script::program>(std::move(code));
    return t;
  }

  std::shared_ptr<const test> make_test(const std::string& source, nanoseconds timeout = std::chrono::seconds{5},
                                        std::uint64_t memory = 64u << 20, const std::string& file = "canary.js") {
    auto compiled = compile(file, source, memory);
    if (!compiled) throw std::runtime_error(compiled.error().cause.message);
    return make_test(file, std::move(*compiled), timeout, memory);
  }

  run::run_result run(const std::shared_ptr<const test>& what) {
    std::optional<run::run_result> result;
    in_coroutine([&](boost::asio::yield_context yield) {
      interrupter stop;
      const run::run_order order{what, ids.next(time->wall()), run_trigger::manual, {}};
      result = run::execute(engine, order, *what->code, run::begin_record(*time, order), stop, {}, yield);
    });
    return *result;
  }

  run::run_result run(const std::string& source, nanoseconds timeout = std::chrono::seconds{5},
                      std::uint64_t memory = 64u << 20, const std::string& file = "canary.js") {
    return run(make_test(source, timeout, memory, file));
  }
};

}  // namespace canary::testing
