#include "command/engine_options.hpp"

#include "command/env_file.hpp"

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

result<app::environment> with_env_file(const control_options& options, const app::environment& get) {
  if (options.env_file.empty()) return get;
  auto read = read_env_file(options.env_file);
  if (!read) return read.error();
  return app::environment([get, all = std::move(*read)](const char* name) -> const char* {
    if (const char* value = get(name)) return value;
    const auto found = all.find(std::string_view(name));
    return found == all.end() ? nullptr : found->second.c_str();
  });
}

}  // namespace canary::command
