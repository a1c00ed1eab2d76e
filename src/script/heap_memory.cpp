#include "script/heap_memory.hpp"

#include "script/vm_context.hpp"

#include <algorithm>
#include <cstring>

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

// Native code that takes long without a call allocates: here it is suspended, or ended by getting no more. What a
// script that is over may still have, for its error, is small.
bool refuses(vm_context& vm, duk_size_t size) {
  constexpr std::uint32_t interval = 256;
  constexpr duk_size_t large = 64u << 10;
  if (size >= large && vm.watch != nullptr && vm.watch->stop().stopped()) {
    if (vm.heap != nullptr) engine::prevent_collection(vm.heap);
    return true;
  }
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
  return refuses(vm, size) ? nullptr : answered(vm, vm.memory.allocate(size), size);
}

void* reallocate(void* udata, void* block, duk_size_t size) {
  auto& vm = *static_cast<vm_context*>(udata);
  if (size != 0 && refuses(vm, size)) return nullptr;
  return answered(vm, vm.memory.reallocate(block, size), size);
}

// Dropping one object may free a million others.
void release(void* udata, void* block) {
  canary_duktape_worked();
  static_cast<vm_context*>(udata)->memory.release(block);
}

void* allocate_zeroed(void* udata, duk_size_t size) {
  void* block = allocate(udata, size);
  if (block != nullptr) std::memset(block, 0, static_cast<vm_context*>(udata)->memory.room_in(block));
  return block;
}

void* reallocate_zeroed(void* udata, void* block, duk_size_t size) {
  const arena& memory = static_cast<vm_context*>(udata)->memory;
  void* moved = allocate_zeroed(udata, size);
  if (block == nullptr || (moved == nullptr && size != 0)) return moved;
  if (moved != nullptr) std::memcpy(moved, block, std::min<std::size_t>(size, memory.room_in(block)));
  release(udata, block);
  return moved;
}

}  // namespace

duk_memory_functions memory_functions(vm_context* vm) { return {allocate, reallocate, release, vm}; }

duk_memory_functions zeroing_memory_functions(vm_context* vm) {
  return {allocate_zeroed, reallocate_zeroed, release, vm};
}

}  // namespace canary::script
