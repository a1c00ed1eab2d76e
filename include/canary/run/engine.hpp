#pragma once
// Everything that executions share: one per process.

#include "canary/core/clock.hpp"
#include "canary/core/secret_masking.hpp"
#include "canary/net/http_session.hpp"
#include "canary/process/runner.hpp"
#include "canary/script/stack.hpp"
#include "canary/script/turns.hpp"
#include "canary/script/vm.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace canary::run {

/// Owned by the composition; outlives every run.
struct engine {
  boost::asio::any_io_executor executor;
  clock& time;
  script::turns& turns;
  std::shared_ptr<script::stack_pool> stacks;
  script::vm_factory& vms;
  std::shared_ptr<net::http_client> http;
  /// What scripts may read of the environment: '' for what they may not.
  std::function<std::string(std::string_view)> environment;
  std::filesystem::path work_dir = ".";  ///< whose files scripts may send
  /// Null where scripts may not run programs.
  std::shared_ptr<process::runner> programs = {};
  /// What scripts may ask for; null where there is nothing. Changed at a reload.
  std::shared_ptr<const secret_map> secrets = {};
};

}  // namespace canary::run
