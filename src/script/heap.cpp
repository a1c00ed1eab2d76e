#include "script/heap.hpp"

#include "canary/core/embedded.hpp"
#include "canary/script/stack.hpp"
#include "script/binding.hpp"
#include "script/modules/module.hpp"
#include "script/own_stack.hpp"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <new>
#include <stdexcept>
#include <vector>

namespace canary::embedded {
std::span<const file> script_sources();
}

namespace canary::script {
namespace {

// A refused request makes the engine collect garbage and ask again, up to ten times. The second refusal of the same
// request is taken for final: each further collection would hold the loop for nothing.
void* answered(vm_context& vm, void* block, duk_size_t size) {
  if (block != nullptr || size == 0) {
    if (size == vm.refused_bytes) vm.refused_bytes = 0;
  } else if (vm.refused_bytes != size) {
    vm.refused_bytes = size;
  } else {
    // Each time, since a collection that is under way undoes it at its end.
    if (vm.heap != nullptr) engine::prevent_collection(vm.heap);
    if (!vm.exhausted && vm.watch != nullptr) vm.watch->out_of_memory(vm.memory_limit);
    vm.exhausted = true;
  }
  return block;
}

// Native code that takes long without a call allocates: here it is suspended, or ended by getting no more.
bool refuses(vm_context& vm) {
  constexpr std::uint32_t interval = 256;
  if (vm.refusing || ++vm.requests % interval != 0 || vm.watch == nullptr || !vm.watch->should_end())
    return vm.refusing;
  if (!vm.last_requests) {
    vm.last_requests = true;
    return false;
  }
  vm.refusing = true;
  if (vm.heap != nullptr) engine::prevent_collection(vm.heap);
  return true;
}

void* allocate(void* udata, duk_size_t size) {
  auto& vm = *static_cast<vm_context*>(udata);
  return refuses(vm) ? nullptr : answered(vm, vm.memory.allocate(size), size);
}

void* reallocate(void* udata, void* block, duk_size_t size) {
  auto& vm = *static_cast<vm_context*>(udata);
  if (size != 0 && refuses(vm)) return nullptr;
  return answered(vm, vm.memory.reallocate(block, size), size);
}

void release(void* udata, void* block) { static_cast<vm_context*>(udata)->memory.release(block); }

// The engine is beyond help: a bug of ours, since scripts run in protected calls only.
[[noreturn]] void fatal(void*, const char* message) {
  std::fprintf(stderr, "canaryd: the script engine cannot go on: %s\n", message != nullptr ? message : "");
  std::abort();
}

duk_ret_t run_time_only(duk_context* ctx) {
  duk_push_current_function(ctx);
  duk_get_prop_string(ctx, -1, "name");
  const std::string name = text_at(ctx, -1).substr(std::string_view("get ").size());
  throw_failure(ctx, {failure_class::script, name + " is available while a test runs, not in config.js"});
}

// `_` is loaded when it is first looked at; assigning to it is as to any other global.
duk_ret_t load_underscore(duk_context* ctx) {
  push_bundled(ctx, "underscore");
  return 1;
}

duk_ret_t replace_underscore(duk_context* ctx) {
  duk_push_global_object(ctx);
  duk_push_string(ctx, "_");
  duk_dup(ctx, 0);
  duk_def_prop(ctx, -3, DUK_DEFPROP_HAVE_VALUE | DUK_DEFPROP_SET_WEC | DUK_DEFPROP_FORCE);
  return 0;
}

void define_getter(duk_context* ctx, std::string_view name, duk_c_function getter, duk_c_function setter) {
  duk_push_global_object(ctx);
  push_text(ctx, name);
  duk_push_c_function(ctx, getter, 0);
  duk_push_string(ctx, "name");
  push_text(ctx, "get " + std::string(name));
  duk_def_prop(ctx, -3, DUK_DEFPROP_HAVE_VALUE | DUK_DEFPROP_FORCE);
  duk_uint_t what = DUK_DEFPROP_HAVE_GETTER | DUK_DEFPROP_SET_CONFIGURABLE | DUK_DEFPROP_FORCE;
  if (setter != nullptr) {
    duk_push_c_function(ctx, setter, 1);
    what |= DUK_DEFPROP_HAVE_SETTER;
  }
  duk_def_prop(ctx, setter != nullptr ? -4 : -3, what);
  duk_pop(ctx);
}

struct furnish_arguments {
  vm_scope scope;
};

// Everything that a script finds beyond the language.
duk_ret_t furnish(duk_context* ctx, void* data) {
  const auto scope = static_cast<furnish_arguments*>(data)->scope;
  duk_push_global_stash(ctx);
  duk_get_global_string(ctx, "Duktape");
  duk_put_prop_string(ctx, -2, engine_object_key);
  duk_pop(ctx);
  duk_push_global_object(ctx);
  duk_del_prop_string(ctx, -1, "Duktape");
  duk_del_prop_string(ctx, -1, "CBOR");
  for (const auto& m : modules()) {
    if (scope == vm_scope::run || m.in_configuration) {
      m.push(ctx);
      duk_put_prop_lstring(ctx, -2, m.name.data(), m.name.size());
    } else {
      define_getter(ctx, m.name, run_time_only, nullptr);
    }
  }
  duk_pop(ctx);
  define_getter(ctx, "_", load_underscore, replace_underscore);
  return 0;
}

class plain_heaps final : public heap_source {
 public:
  plain_heaps() {
    for (const auto& source : embedded::script_sources()) compile_bundled(source);
  }

  heap_lease take(vm_scope scope, std::uint64_t memory_limit, run_host& host, supervisor& watch) override {
    heap_lease lease = bare(memory_limit);
    vm_context& vm = lease.context();
    vm.host = &host;
    furnish_arguments arguments{scope};
    // What cannot fail by itself fails where the limit is too small for it, before the script has done anything.
    if (duk_safe_call(vm.heap, furnish, &arguments, 0, 1) != 0) throw std::bad_alloc{};
    duk_pop(vm.heap);
    vm.watch = &watch;
    return lease;
  }

  void give_back(std::unique_ptr<arena> memory) noexcept override {
    // As many as a burst needs soon again; each holds on to what a small script touches.
    constexpr std::size_t most_idle = 256, warm_bytes = 256u << 10;
    try {
      auto& idle = idle_[memory->size()];
      if (idle.size() >= most_idle) return;
      memory->reset(warm_bytes);
      idle.push_back(std::move(memory));
    } catch (const std::bad_alloc&) {
    }
  }

 private:
  heap_lease bare(std::uint64_t memory_limit) {
    constexpr std::uint64_t least = 1u << 20, most = std::uint64_t{8} << 30;
    const std::uint64_t size = (std::clamp(memory_limit, least, most) + 4095) / 4096 * 4096;
    std::unique_ptr<arena> memory;
    auto& idle = idle_[size];
    if (!idle.empty()) {
      memory = std::move(idle.back());
      idle.pop_back();
    } else {
      memory = std::make_unique<arena>(size);
    }
    auto context = std::make_unique<vm_context>(*memory, bundled_, memory_limit);
    context->heap = duk_create_heap(allocate, reallocate, release, context.get(), fatal);
    if (context->heap == nullptr) throw std::bad_alloc{};
    return heap_lease(shared_from_this_or_null(), std::move(memory), std::move(context));
  }

  // While the bundled scripts are compiled, from the constructor, there is nobody to share this with.
  std::shared_ptr<heap_source> shared_from_this_or_null() { return weak_from_this().lock(); }

  void compile_bundled(const embedded::file& source) {
    std::string problem;
    on_own_stack([&] {
      heap_lease lease = bare(16u << 20);
      duk_context* ctx = lease.context().heap;
      // Each is a CommonJS module, and evaluates to what it exports.
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
      const std::string_view stem = source.name.substr(0, source.name.find_first_of(".-"));
      bundled_.push_back({stem, std::string(bytes, size)});
    });
    if (!problem.empty()) throw std::runtime_error(std::string(source.name) + ": " + problem);
  }

  std::vector<bundled_script> bundled_;
  std::map<std::uint64_t, std::vector<std::unique_ptr<arena>>> idle_;
};

}  // namespace

vm_context& context_of(duk_context* ctx) {
  duk_memory_functions functions;
  duk_get_memory_functions(ctx, &functions);
  return *static_cast<vm_context*>(functions.udata);
}

heap_lease::heap_lease(std::shared_ptr<heap_source> source, std::unique_ptr<arena> memory,
                       std::unique_ptr<vm_context> context)
    : source_(std::move(source)), memory_(std::move(memory)), context_(std::move(context)) {}

// The heap is not taken apart: all that it is lies in the arena, which is emptied at once.
heap_lease::~heap_lease() {
  context_.reset();
  if (source_ && memory_) source_->give_back(std::move(memory_));
}

std::shared_ptr<heap_source> create_heap_source() { return std::make_shared<plain_heaps>(); }

}  // namespace canary::script
