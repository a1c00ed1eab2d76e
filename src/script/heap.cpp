#include "script/heap.hpp"

#include "script/bundled.hpp"
#include "script/heap_image.hpp"
#include "script/heap_memory.hpp"
#include "script/own_stack.hpp"
#include "script/plain_heap.hpp"

#include <random>

namespace canary::script {
namespace {

// Two heaps of runs, built alike in `first` and `second`, and where they begin. Nothing in them knows of their
// contexts.
struct template_heap {
  heap_image image;
  std::size_t heap_offset;
};

boost::system::result<template_heap, std::string> build_template(const std::vector<bundled_script>& bundled) {
  constexpr std::size_t room = 16u << 20;
  const auto first = std::make_unique<arena>(room);
  const auto second = arena::alike(*first);
  std::size_t offset = 0;
  for (arena* memory : {first.get(), second.get()}) {
    on_own_stack([&] {
      vm_context context(*memory, bundled, room);
      build_heap(context, zeroing_memory_functions(&context));
      engine::set_random(context.heap, 0, 0);
      furnish_heap(context, vm_scope::run);
      duk_gc(context.heap, DUK_GC_COMPACT);
      engine::tidy_values(context.heap);
      engine::set_memory_functions(context.heap, memory_functions(nullptr));
      memory->wipe_free();
      offset = static_cast<std::size_t>(reinterpret_cast<std::byte*>(context.heap) - memory->base());
    });
  }
  auto image = heap_image::of(*first, *second);
  if (!image) return image.error();
  return template_heap{std::move(*image), offset};
}

class heaps final : public heap_source {
 public:
  explicit heaps(bool fork) : bundled_(compile_bundled_scripts()) {
    if (!fork) {
      report_.why_not = "--run.fork is off";
      return;
    }
    try {
      auto built = build_template(bundled_);
      if (built) {
        template_.emplace(std::move(*built));
        report_ = {"", template_->image.size(), template_->image.addresses()};
      } else {
        report_.why_not = built.error();
      }
    } catch (const std::bad_alloc&) {
      report_.why_not = "the system has no two address ranges that are a multiple of 4 GiB apart";
    }
  }

  heap_lease take(vm_scope scope, std::uint64_t memory_limit) override {
    std::unique_ptr<arena> memory = pool_->take(memory_limit);
    auto context = std::make_unique<vm_context>(*memory, bundled_, memory_limit);
    heap_lease lease(pool_, std::move(memory), std::move(context));
    if (scope == vm_scope::run && template_) {
      fork(lease.context());
    } else {
      lease.context().memory.reset(lease.context().memory.size());
      build_heap(lease.context(), memory_functions(&lease.context()));
      furnish_heap(lease.context(), scope);
    }
    engine::set_random(lease.context().heap, random_(), random_() | 1);
    return lease;
  }

  fork_report report() const override { return report_; }

 private:
  void fork(vm_context& vm) {
    template_->image.copy_to(vm.memory);
    vm.heap = reinterpret_cast<duk_context*>(vm.memory.base() + template_->heap_offset);
    engine::set_memory_functions(vm.heap, memory_functions(&vm));
  }

  std::vector<bundled_script> bundled_;
  std::shared_ptr<arena_pool> pool_ = std::make_shared<arena_pool>();
  std::optional<template_heap> template_;
  fork_report report_;
  std::mt19937_64 random_{std::random_device{}()};
};

}  // namespace

vm_context& context_of(duk_context* ctx) {
  duk_memory_functions functions;
  duk_get_memory_functions(ctx, &functions);
  return *static_cast<vm_context*>(functions.udata);
}

heap_lease::heap_lease(std::shared_ptr<arena_pool> pool, std::unique_ptr<arena> memory,
                       std::unique_ptr<vm_context> context)
    : pool_(std::move(pool)), memory_(std::move(memory)), context_(std::move(context)) {}

// The heap is not taken apart: all that it is lies in the arena, which is emptied at once.
heap_lease::~heap_lease() {
  context_.reset();
  if (memory_) pool_->give_back(std::move(memory_));
}

std::unique_ptr<heap_source> create_heap_source(bool fork) { return std::make_unique<heaps>(fork); }

}  // namespace canary::script
