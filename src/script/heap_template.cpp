#include "script/heap_template.hpp"

#include "script/binding.hpp"
#include "script/bundled.hpp"
#include "script/heap_memory.hpp"
#include "script/own_stack.hpp"
#include "script/plain_heap.hpp"

#include <stdexcept>

namespace canary::script {
namespace {

struct preload_arguments {
  const std::vector<bundled_script>& bundled;
  preload_set preload;
};

duk_ret_t preload_protected(duk_context* ctx, void* data) {
  const auto& a = *static_cast<preload_arguments*>(data);
  for (const auto& script : a.bundled) {
    if ((a.preload & script.bit) == 0) continue;
    push_bundled(ctx, script.name);
    duk_pop(ctx);
  }
  return 0;
}

// Nobody's run: its clock stands still and its random numbers are always the same. Where the context is, is the result.
std::size_t build_in(arena& memory, preload_arguments what) {
  vm_context context(memory, what.bundled, memory.size());
  build_heap(context, zeroing_memory_functions(&context));
  engine::set_random(context.heap, 0, 0);
  furnish_heap(context, vm_scope::run);
  if (duk_safe_call(context.heap, preload_protected, &what, 0, 1) != 0) {
    throw std::runtime_error(std::string("a bundled script fails: ") + duk_safe_to_string(context.heap, -1));
  }
  duk_pop(context.heap);
  // Twice: what the first collection frees may have kept something else.
  duk_gc(context.heap, DUK_GC_COMPACT);
  duk_gc(context.heap, DUK_GC_COMPACT);
  engine::tidy_values(context.heap);
  engine::set_memory_functions(context.heap, memory_functions(nullptr));
  memory.wipe_free();
  return static_cast<std::size_t>(reinterpret_cast<std::byte*>(context.heap) - memory.base());
}

}  // namespace

boost::system::result<heap_template, std::string> heap_template::build(const std::vector<bundled_script>& bundled,
                                                                       preload_set preload) {
  const auto first = std::make_unique<arena>(16u << 20);
  const auto second = arena::alike(*first);
  std::size_t offset = 0;
  // On two stacks, one inside the other, so that an address of a stack differs too.
  try {
    on_own_stack([&] {
      offset = build_in(*first, {bundled, preload});
      on_own_stack([&] { build_in(*second, {bundled, preload}); });
    });
  } catch (const std::runtime_error& problem) {
    return std::string(problem.what());
  }
  auto image = heap_image::of(*first, *second);
  if (!image) return image.error();
  heap_template as_built(std::move(*image), offset);
  const auto used = as_built.used_by_small_script(*first, bundled);
  heap_image arranged = as_built.image_.rearranged(used, offset);
  return heap_template(std::move(arranged), offset);
}

std::vector<bool> heap_template::used_by_small_script(arena& memory, const std::vector<bundled_script>& bundled) const {
  on_own_stack([&] {
    vm_context context(memory, bundled, memory.size());
    fork(context);
    preload_arguments what{bundled, warmup};
    duk_safe_call(context.heap, preload_protected, &what, 0, 1);
  });
  return image_.changed_in(memory);
}

void heap_template::fork(vm_context& vm) const noexcept {
  image_.copy_to(vm.memory);
  vm.heap = reinterpret_cast<duk_context*>(vm.memory.base() + heap_offset_);
  engine::set_memory_functions(vm.heap, memory_functions(&vm));
}

}  // namespace canary::script
