#include "canary/app/daemon_parts.hpp"

#include "canary/app/version.hpp"
#include "canary/config/secrets.hpp"

#include <boost/asio/post.hpp>

#include <optional>

namespace canary::app {
namespace {

// Upper case wins over lower case, as for Go's programs.
std::string first_of(const environment& get, const char* upper, const char* lower) {
  for (const char* name : {upper, lower}) {
    if (const char* value = get(name); value != nullptr && *value != '\0') return value;
  }
  return {};
}

net::http_client_options client_options(const config::options& flags, const environment& get) {
  net::http_client_options options;
  options.deny_networks = flags.deny_net;
  options.http_proxy = first_of(get, "HTTP_PROXY", "http_proxy");
  options.https_proxy = first_of(get, "HTTPS_PROXY", "https_proxy");
  options.no_proxy = first_of(get, "NO_PROXY", "no_proxy");
  options.user_agent = "canaryd/" + std::string(version());
  return options;
}

std::shared_ptr<config::transpile_cache> cache_of(const config::options& options, const environment& get) {
  std::filesystem::path folder = options.cache_dir;
  if (folder == "none") return nullptr;
  if (const char* given = get("CACHE_DIRECTORY"); folder.empty() && given != nullptr) folder = given;
  if (folder.empty()) folder = options.db_file.string() + ".cache";
  return std::make_shared<config::transpile_cache>(folder / "transpiled");
}

// First of all that this process does, so that what it forks for this is small.
std::shared_ptr<process::runner> programs_of(const config::options& options, const environment& get,
                                             boost::asio::io_context& loop, clock& time) {
  if (!options.allow_exec) return nullptr;
  process::runner_options running;
  running.work_dir = options.work_dir;
  if (const char* path = get("PATH"); path != nullptr && *path != '\0') running.own_path = path;
  return process::create_runner(loop.get_executor(), time, std::move(running));
}

}  // namespace

script_world::script_world(const config::options& options, const environment& get, nanoseconds slice)
    : time(create_real_clock(loop.get_executor())),
      programs(programs_of(options, get, loop, *time)),
      environment_of_scripts([options, get](std::string_view name) {
        const char* value = options.env_allowed(name) ? get(std::string(name).c_str()) : nullptr;
        return std::string(value != nullptr ? value : "");
      }),
      secrets_of_scripts([options, get]() -> result<secret_map> {
        if (!options.secrets_dir.empty()) return config::load_secrets(options.secrets_dir);
        const char* credentials = get("CREDENTIALS_DIRECTORY");
        if (credentials == nullptr || *credentials == '\0') return secret_map{};
        return config::load_secrets(credentials, config::credential_prefix);
      }),
      turns(*time, slice),
      vms(script::create_vm_factory(options.run_fork)),
      cache(cache_of(options, get)),
      engine{loop.get_executor(),
             *time,
             turns,
             std::make_shared<script::stack_pool>(),
             *vms,
             net::create_http_client(loop.get_executor(), *time, client_options(options, get)),
             environment_of_scripts,
             options.work_dir,
             programs} {}

config::loader_options script_world::loading(const config::options& options) const {
  config::loader_options loading;
  loading.file = options.cfg;
  loading.work_dir = options.work_dir;
  loading.default_memory_limit = options.run_memory_limit;
  loading.environment = environment_of_scripts;
  loading.cache = cache;
  return loading;
}

void script_world::spawn(std::function<void(boost::asio::yield_context)> work) {
  boost::asio::spawn(
      loop, std::allocator_arg, script::stack_allocator(engine.stacks),
      [work = std::move(work)](boost::asio::yield_context yield) { work(yield); },
      [](std::exception_ptr thrown) {
        if (thrown) std::rethrow_exception(thrown);
      });
}

// A first handler comes before the timers that have expired meanwhile, which Asio has yet to look at; a second one
// comes after them, and so the scripts that they begin are before `work` in the queue.
void script_world::give_turn(std::function<void()> work) {
  boost::asio::post(loop, [this, work = std::move(work)]() mutable {
    boost::asio::post(loop, [this, work = std::move(work)]() mutable { turns.enqueue_behind(std::move(work)); });
  });
}

void script_world::complete(std::function<void(boost::asio::yield_context)> work) {
  spawn(std::move(work));
  loop.restart();
  script::run_loop(loop, turns);
}

result<void> script_world::load_secrets() {
  auto read = secrets_of_scripts();
  if (!read) return read.error();
  engine.secrets = std::make_shared<const secret_map>(std::move(*read));
  return {};
}

result<config::configuration> script_world::load(const config::options& options, const logger& log,
                                                 config::translation_listener translations) {
  if (const auto read = load_secrets(); !read) return read.error();
  std::optional<result<config::configuration>> loaded;
  config::loader_options what = loading(options);
  what.translations = std::move(translations);
  interrupter stop;
  complete([&](boost::asio::yield_context yield) {
    loaded = config::load_configuration(what, *time, turns, *vms, log, stop, yield);
  });
  return std::move(*loaded);
}

}  // namespace canary::app
