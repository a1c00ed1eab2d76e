#include "script/plain_heap.hpp"

#include "script/furnish.hpp"

#include <cstdio>
#include <cstdlib>
#include <new>

namespace canary::script {
namespace {

// The engine is beyond help: a bug of ours, since scripts run in protected calls only.
[[noreturn]] void fatal(void*, const char* message) {
  std::fprintf(stderr, "canaryd: the script engine cannot go on: %s\n", message != nullptr ? message : "");
  std::abort();
}

duk_ret_t furnish_protected(duk_context* ctx, void* scope) {
  furnish(ctx, *static_cast<vm_scope*>(scope));
  return 0;
}

}  // namespace

void build_heap(vm_context& vm, const duk_memory_functions& memory) {
  vm.heap = duk_create_heap(memory.alloc_func, memory.realloc_func, memory.free_func, memory.udata, fatal);
  if (vm.heap == nullptr) throw std::bad_alloc{};
}

// What cannot fail by itself fails where the limit is too small for it, before a script has done anything.
void furnish_heap(vm_context& vm, vm_scope scope) {
  if (duk_safe_call(vm.heap, furnish_protected, &scope, 0, 1) != 0) throw std::bad_alloc{};
  duk_pop(vm.heap);
}

}  // namespace canary::script
