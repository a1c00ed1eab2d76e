#include "support/script_bench.hpp"

#include "canary/script/no_host.hpp"

#include <cstdlib>
#include <optional>

namespace canary::testing {

script_bench::script_bench(bool fork)
    : vms(script::create_vm_factory(fork)),
      engine{loop.get_executor(),
             *time,
             turns,
             std::make_shared<script::stack_pool>(),
             *vms,
             net::create_http_client(loop.get_executor(), *time, {}),
             [](std::string_view name) {
               const char* value = std::getenv(std::string(name).c_str());
               return std::string(value != nullptr ? value : "");
             }} {}

script_bench::~script_bench() = default;

void script_bench::in_coroutine(const std::function<void(boost::asio::yield_context)>& work) {
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

boost::system::result<script::program, script::verdict> script_bench::compile(const std::string& file,
                                                                              const std::string& source,
                                                                              std::uint64_t memory) {
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

std::shared_ptr<const test> script_bench::make_test(const std::string& name, script::program code, nanoseconds timeout,
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

std::shared_ptr<const test> script_bench::make_test(const std::string& source, nanoseconds timeout,
                                                    std::uint64_t memory, const std::string& file) {
  auto compiled = compile(file, source, memory);
  if (!compiled) throw std::runtime_error(compiled.error().cause.message);
  return make_test(file, std::move(*compiled), timeout, memory);
}

run::run_result script_bench::run(const std::shared_ptr<const test>& what) {
  std::optional<run::run_result> result;
  in_coroutine([&](boost::asio::yield_context yield) {
    interrupter stop;
    const run::run_order order{what, ids.next(time->wall()), run_trigger::manual, {}};
    result = run::execute(engine, order, *what->code, run::begin_record(*time, order), stop, {}, yield);
  });
  return *result;
}

run::run_result script_bench::run(const std::string& source, nanoseconds timeout, std::uint64_t memory,
                                  const std::string& file) {
  return run(make_test(source, timeout, memory, file));
}
}  // namespace canary::testing
