#pragma once
// A small world in which a test can execute a script: real loop, real engine, real clock, no network unless asked for.

#include "canary/run/execution.hpp"
#include "canary/run/run_pool.hpp"
#include "canary/script/turns.hpp"

#include <boost/asio/io_context.hpp>

#include <functional>
#include <string>

namespace canary::testing {

struct script_bench {
  explicit script_bench(bool fork = true);
  ~script_bench();

  boost::asio::io_context loop{1};
  std::unique_ptr<clock> time = create_real_clock(loop.get_executor());
  script::turns turns{*time, std::chrono::milliseconds{2}};
  std::unique_ptr<script::vm_factory> vms;
  run_id_generator ids;
  run::engine engine;

  /// Whether servers of the test live on the loop, which then never runs out of work.
  bool has_servers = false;

  /// Runs `work` in a coroutine on a script stack, to its end. What it throws is thrown here.
  void in_coroutine(const std::function<void(boost::asio::yield_context)>& work);

  boost::system::result<script::program, script::verdict> compile(const std::string& file, const std::string& source,
                                                                  std::uint64_t memory = 64u << 20);

  std::shared_ptr<const test> make_test(const std::string& name, script::program code, nanoseconds timeout,
                                        std::uint64_t memory);
  std::shared_ptr<const test> make_test(const std::string& source, nanoseconds timeout = std::chrono::seconds{5},
                                        std::uint64_t memory = 64u << 20, const std::string& file = "canary.js");

  run::run_result run(const std::shared_ptr<const test>& what);
  run::run_result run(const std::string& source, nanoseconds timeout = std::chrono::seconds{5},
                      std::uint64_t memory = 64u << 20, const std::string& file = "canary.js");
};

}  // namespace canary::testing
