#include "command/engine_options.hpp"

#include <filesystem>
#include <utility>

namespace canary::command {
namespace {

// As the XDG base directory specification has it; none for somebody without a home.
std::filesystem::path cache_of(const std::function<const char*(const char*)>& get) {
  for (const auto& [variable, below] : {std::pair{"XDG_CACHE_HOME", "canaryd"}, std::pair{"HOME", ".cache/canaryd"}}) {
    const char* place = get(variable);
    if (place != nullptr && *place == '/') return std::filesystem::path(place) / below;
  }
  return "none";
}

}  // namespace

config::options engine_options(const control_options& options, const std::function<const char*(const char*)>& get) {
  config::options o;
  o.cfg = options.cfg;
  o.work_dir = options.work_dir;
  o.allow_exec = options.allow_exec;
  o.deny_net = options.deny_net;
  o.secrets_dir = options.secrets_dir;
  o.log_level = log_level::warn;
  o.cache_dir = cache_of(get);
  return o;
}

}  // namespace canary::command
