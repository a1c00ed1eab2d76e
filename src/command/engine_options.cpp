#include "command/engine_options.hpp"

namespace canary::command {

config::options engine_options(const control_options& options) {
  config::options o;
  o.cfg = options.cfg;
  o.work_dir = options.work_dir;
  o.allow_exec = options.allow_exec;
  o.deny_net = options.deny_net;
  o.log_level = log_level::warn;
  return o;
}

}  // namespace canary::command
