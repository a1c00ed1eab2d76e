#include "canary/config/script_compiler.hpp"

#include "canary/script/no_host.hpp"

namespace canary::config {
namespace {

constexpr std::uint64_t compiler_memory = 256u << 20;  // addresses; what is touched is what is needed

// How the transpiler reads it.
std::string kind_of(const std::string& file) {
  if (!script::is_modern_name(file)) return ".js";
  return file.substr(file.rfind('.'));
}

}  // namespace

script_compiler::script_compiler(clock& time, script::turns& queue, script::vm_factory& vms, transpile_cache* cache,
                                 interrupter& stop, boost::asio::yield_context yield, translation_listener listener)
    : time_(time),
      queue_(queue),
      vms_(vms),
      cache_(cache),
      yield_(yield),
      listener_(std::move(listener)),
      transpiler_(time, queue, vms, stop, yield) {}

script_compiler::compiled script_compiler::compile(const std::string& file, const std::string& source,
                                                   script::code_kind kind) {
  if (script::is_modern_name(file) || script::is_read_differently(source)) return compile_modern(file, source);
  auto plain = compile(file, source, nullptr, kind);
  if (plain || plain.error().cause.kind != failure_class::script) return plain;
  // Of what is neither, the newer language's parser knows better what the author meant, and says what it expected.
  return compile_modern(file, source);
}

script_compiler::compiled script_compiler::compile_modern(const std::string& file, const std::string& source) {
  const std::string kind = kind_of(file);
  std::optional<script::transpiled> made = cache_ != nullptr ? cache_->find(kind, source) : std::nullopt;
  if (!made) {
    auto fresh = translate(file, source);
    if (!fresh) return fresh.error();
    made = std::move(*fresh);
    if (cache_ != nullptr) cache_->keep(kind, source, *made);
  }
  auto code = compile(file, source, &*made, script::code_kind::module);
  if (code) vms_.prepare(code->mentions, [this] { queue_.wait(yield_); });
  return code;
}

boost::system::result<script::transpiled, script::verdict> script_compiler::translate(const std::string& file,
                                                                                      const std::string& source) {
  const mono_time began = time_.mono();
  const auto alarm = time_.make_timer();
  if (listener_.lasts) alarm->start(began + translation_listener::long_time, [&] { listener_.lasts(file); });
  auto made = transpiler_.transpile(file, source);
  const nanoseconds took = time_.mono() - began;
  if (listener_.lasted && took >= translation_listener::long_time) listener_.lasted(file, took);
  return made;
}

script_compiler::compiled script_compiler::compile(const std::string& file, const std::string& source,
                                                   const script::transpiled* as, script::code_kind kind) {
  constexpr nanoseconds timeout = std::chrono::seconds{10};
  interrupter stop;
  script::supervisor watch(time_, queue_, stop, yield_, time_.mono() + timeout, timeout);
  script::no_host host;
  return vms_.make(script::vm_scope::run, compiler_memory, host, watch)->compile(file, source, as, kind);
}

}  // namespace canary::config
