#include "script/bundled.hpp"

#include "canary/core/embedded.hpp"
#include "script/binding.hpp"
#include "script/heap_memory.hpp"
#include "script/own_stack.hpp"
#include "script/plain_heap.hpp"

#include <stdexcept>

namespace canary::embedded {
std::span<const file> script_sources();
std::span<const file> modern_sources();
}  // namespace canary::embedded

namespace canary::script {
namespace {

// The name in a script's text that makes it likely that one is used.
struct {
  std::string_view name, mention;
} constexpr uses[] = {{"inspect", "console"}, {"underscore", "_"}};
static_assert(every_preload == (1u << std::size(uses)) - 1);

bool is_identifier_part(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

// Whether `name` stands in the text as a word that is not another's property.
bool mentions(std::string_view text, std::string_view name) {
  for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    const char before = at == 0 ? ' ' : text[at - 1];
    const char after = at + name.size() == text.size() ? ' ' : text[at + name.size()];
    if (before != '.' && !is_identifier_part(before) && !is_identifier_part(after)) return true;
  }
  return false;
}

// Each is a CommonJS module, and evaluates to what it exports. The error is thrown where the engine's is not on the
// way.
bundled_script compile(const embedded::file& source) {
  bundled_script compiled{source.name.substr(0, source.name.find_first_of(".-")), 0, {}};
  if (compiled.name == "warmup") compiled.bit = warmup;
  if (compiled.name == "polyfill") compiled.bit = newer_library;
  if (compiled.name == "chai") compiled.bit = assertions;
  for (std::size_t i = 0; i < std::size(uses); ++i) {
    if (uses[i].name == compiled.name) compiled.bit = preload_set{1} << i;
  }
  std::string problem;
  on_own_stack([&] {
    arena memory(16u << 20);
    const std::vector<bundled_script> none;
    vm_context context(memory, none, memory.size());
    build_heap(context, memory_functions(&context));
    duk_context* ctx = context.heap;
    push_text(ctx, "(function () { var module = { exports: {} }, exports = module.exports, define; " +
                       std::string(source.content) + "\nreturn module.exports; })()");
    push_text(ctx, source.name);
    if (duk_pcompile(ctx, DUK_COMPILE_EVAL) != 0) {
      problem = duk_safe_to_string(ctx, -1);
      return;
    }
    duk_dump_function(ctx);
    duk_size_t size = 0;
    const auto* bytes = static_cast<const char*>(duk_require_buffer(ctx, -1, &size));
    compiled.bytecode.assign(bytes, size);
  });
  if (!problem.empty()) throw std::runtime_error(std::string(source.name) + ": " + problem);
  return compiled;
}

}  // namespace

std::vector<bundled_script> compile_bundled_scripts() {
  std::vector<bundled_script> all;
  for (const auto& source : embedded::script_sources()) all.push_back(compile(source));
  return all;
}

bundled_script compile_newer_library() {
  for (const auto& source : embedded::modern_sources()) {
    if (source.name == "polyfill.js") return compile(source);
  }
  throw std::runtime_error("the build has left out polyfill.js");
}

preload_set mentioned(std::string_view source) {
  preload_set found = 0;
  for (std::size_t i = 0; i < std::size(uses); ++i) {
    if (mentions(source, uses[i].mention)) found |= preload_set{1} << i;
  }
  return found;
}

}  // namespace canary::script
