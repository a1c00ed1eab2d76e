// Duktape, compiled as C++ with our configuration. The build puts duktape.c on the include path.

// Duktape 2.7 names this in one place even without finalizers, for an object that waits for its own: there is none.
#define DUK_HEAP_REMOVE_FROM_FINALIZE_LIST(heap, header) ((void)0)

#include "duktape.c"

#include "internals.hpp"

#include <cstdint>
#include <cstring>
#include <new>
#include <vector>

// Where the heap's list of objects to be marked is remembered while there is one.
extern "C" void** canary_duktape_mark_list(void* udata);

// The table of built-ins lists Duktape.fin all the same; scripts never see it.
DUK_INTERNAL duk_ret_t duk_bi_duktape_object_fin(duk_hthread*) { return 0; }

// What the engine clears for each character whose case it converts is told by its size.
static_assert(sizeof(duk_bitdecoder_ctx) == CANARY_CHARACTER_DECODER_BYTES);

namespace {

// What was reached, and lies too deep to be looked into at once. Of a heap of 64 MiB, some ten thousand at a time.
struct mark_list {
  static constexpr std::size_t most = 65536;
  std::vector<duk_heaphdr*> waiting;
  bool is_full = false;

  void add(duk_heaphdr* object) {
    try {
      if (waiting.size() < most) return waiting.push_back(object);
    } catch (const std::bad_alloc&) {
    }
    is_full = true;
  }
};

void mark_contents(duk_heap* heap, duk_heaphdr* object) {
  ++heap->ms_recursion_depth;
  duk__mark_hobject(heap, reinterpret_cast<duk_hobject*>(object));
  --heap->ms_recursion_depth;
}

}  // namespace

// The collector marks by recursion. What lies deeper than its limit it finds again by going through the whole heap,
// once for every so many levels: minutes, for a queue of half a million. So from where it begins, at depth 0, all is
// marked here already, by means of a list; the collector then finds everything marked.
extern "C" size_t canary_duktape_mark_depth(duk_heap* heap, duk_heaphdr* object) {
  constexpr std::size_t deepest = 64, unlimited = SIZE_MAX, limited = 0;
  canary_duktape_worked();
  if (DUK_HEAPHDR_GET_TYPE(object) != DUK_HTYPE_OBJECT) return unlimited;
  void*& place = *canary_duktape_mark_list(heap->heap_udata);
  if (heap->ms_recursion_depth >= deepest) {
    static_cast<mark_list*>(place)->add(object);
    return limited;
  }
  if (place != nullptr) return unlimited;
  mark_list list;
  place = &list;
  const bool was_limited = DUK_HEAP_HAS_MARKANDSWEEP_RECLIMIT_REACHED(heap);
  mark_contents(heap, object);
  while (!list.waiting.empty()) {
    duk_heaphdr* next = list.waiting.back();
    list.waiting.pop_back();
    DUK_HEAPHDR_CLEAR_TEMPROOT(next);
    mark_contents(heap, next);
  }
  if (!was_limited && !list.is_full) DUK_HEAP_CLEAR_MARKANDSWEEP_RECLIMIT_REACHED(heap);
  place = nullptr;
  return unlimited;
}

namespace canary::script::engine {
namespace {

void tidy(duk_tval* value) {
  const duk_small_uint_t tag = value->t;
  if (tag != DUK_TAG_LIGHTFUNC) value->v_extra = 0;
  if (tag != DUK_TAG_UNDEFINED && tag != DUK_TAG_NULL && tag != DUK_TAG_UNUSED && tag != DUK_TAG_BOOLEAN) return;
  const duk_small_int_t truth = tag == DUK_TAG_BOOLEAN ? value->v.i : 0;
  std::memset(value, 0, sizeof *value);
  value->t = tag;
  value->v.i = truth;
}

void tidy_properties(duk_heap* heap, duk_hobject* object) {
  for (duk_uint_fast32_t i = 0; i < DUK_HOBJECT_GET_ESIZE(object); ++i) {
    duk_propvalue* slot = DUK_HOBJECT_E_GET_VALUE_PTR(heap, object, i);
    if (i >= DUK_HOBJECT_GET_ENEXT(object) || DUK_HOBJECT_E_GET_KEY(heap, object, i) == nullptr) {
      std::memset(slot, 0, sizeof *slot);
    } else if (!DUK_HOBJECT_E_SLOT_IS_ACCESSOR(heap, object, i)) {
      tidy(&slot->v);
    }
  }
  for (duk_uint_fast32_t i = 0; i < DUK_HOBJECT_GET_ASIZE(object); ++i) {
    tidy(DUK_HOBJECT_A_GET_VALUE_PTR(heap, object, i));
  }
}

}  // namespace

void tidy_values(duk_context* ctx) {
  duk_heap* heap = ctx->heap;
  for (duk_heaphdr* h = heap->heap_allocated; h != nullptr; h = DUK_HEAPHDR_GET_NEXT(heap, h)) {
    if (DUK_HEAPHDR_GET_TYPE(h) != DUK_HTYPE_OBJECT) continue;
    auto* object = reinterpret_cast<duk_hobject*>(h);
    tidy_properties(heap, object);
    if (DUK_HOBJECT_IS_THREAD(object)) {
      auto* thread = reinterpret_cast<duk_hthread*>(h);
      for (duk_tval* v = thread->valstack; v != thread->valstack_alloc_end; ++v) tidy(v);
    } else if (DUK_HOBJECT_IS_COMPFUNC(object)) {
      auto* function = reinterpret_cast<duk_hcompfunc*>(h);
      for (duk_tval* v = DUK_HCOMPFUNC_GET_CONSTS_BASE(heap, function);
           v != DUK_HCOMPFUNC_GET_CONSTS_END(heap, function); ++v) {
        tidy(v);
      }
    } else if (DUK_HOBJECT_IS_BOUNDFUNC(object)) {
      auto* function = reinterpret_cast<duk_hboundfunc*>(h);
      tidy(&function->target);
      tidy(&function->this_binding);
      for (duk_idx_t i = 0; i < function->nargs; ++i) tidy(function->args + i);
    }
  }
  tidy(&heap->lj.value1);
  tidy(&heap->lj.value2);
  // A collection forgets literals by their place in the program, and leaves where their strings were.
  for (duk_litcache_entry& literal : heap->litcache) {
    if (literal.addr == nullptr) literal.h = nullptr;
  }
}

void prevent_collection(duk_context* ctx) { ctx->heap->ms_prevent_count++; }

void interrupt_soon(duk_context* ctx) {
  duk_hthread* running = ctx->heap->curr_thread != nullptr ? ctx->heap->curr_thread : ctx;
  running->interrupt_init -= running->interrupt_counter;
  running->interrupt_counter = 0;
}

void set_memory_functions(duk_context* ctx, const duk_memory_functions& functions) {
  ctx->heap->alloc_func = functions.alloc_func;
  ctx->heap->realloc_func = functions.realloc_func;
  ctx->heap->free_func = functions.free_func;
  ctx->heap->heap_udata = functions.udata;
}

void set_random(duk_context* ctx, std::uint64_t first, std::uint64_t second) {
  ctx->heap->rnd_state[0] = first;
  ctx->heap->rnd_state[1] = second;
}

std::optional<compiler_position> compiling_at(duk_context* ctx) {
  if (ctx->compile_ctx == nullptr) return std::nullopt;
  const auto position = [](const duk_token& token) {
    return source_position{static_cast<int>(token.start_line), static_cast<std::size_t>(token.start_offset)};
  };
  return compiler_position{position(ctx->compile_ctx->prev_token), position(ctx->compile_ctx->curr_token)};
}

namespace {

// What a script may have put in the place of a function's own text is not looked at: an accessor would be executed.
std::string_view own_text(duk_hthread* ctx, duk_hobject* of, duk_small_uint_t name) {
  const duk_tval* value = duk_hobject_find_entry_tval_ptr_stridx(ctx->heap, of, name);
  if (value == nullptr || !DUK_TVAL_IS_STRING(value)) return {};
  const duk_hstring* text = DUK_TVAL_GET_STRING(value);
  return {reinterpret_cast<const char*>(DUK_HSTRING_GET_DATA(text)), DUK_HSTRING_GET_BYTELEN(text)};
}

// `after` is the instruction behind the one that is being executed.
int line_of(duk_hthread* ctx, duk_hobject* function, const duk_instr_t* after) {
  const duk_tval* value = duk_hobject_find_entry_tval_ptr_stridx(ctx->heap, function, DUK_STRIDX_INT_PC2LINE);
  if (value == nullptr || !DUK_TVAL_IS_BUFFER(value)) return 0;
  const auto* first = DUK_HCOMPFUNC_GET_CODE_BASE(ctx->heap, reinterpret_cast<duk_hcompfunc*>(function));
  const auto done = static_cast<duk_uint_fast32_t>(after - first);
  auto* lines = reinterpret_cast<duk_hbuffer_fixed*>(DUK_TVAL_GET_BUFFER(value));
  return static_cast<int>(duk__hobject_pc2line_query_raw(ctx, lines, done > 0 ? done - 1 : 0));
}

frame frame_of(duk_hthread* ctx, duk_hobject* function, const duk_instr_t* after) {
  frame f{function, after, own_text(ctx, function, DUK_STRIDX_NAME), own_text(ctx, function, DUK_STRIDX_FILE_NAME), 0};
  if (DUK_HOBJECT_IS_COMPFUNC(function)) f.line = line_of(ctx, function, after);
  return f;
}

// The executor keeps its place to itself while it runs.
const duk_instr_t* standing_at(const duk_hthread* thread, const duk_activation* act) {
  return act == thread->callstack_curr && thread->ptr_curr_pc != nullptr ? *thread->ptr_curr_pc : act->curr_pc;
}

}  // namespace

std::vector<frame> call_stack(duk_context* ctx, std::size_t most) {
  duk_hthread* thread = ctx->heap->curr_thread != nullptr ? ctx->heap->curr_thread : ctx;
  std::vector<frame> frames;
  for (const duk_activation* act = thread->callstack_curr; act != nullptr && frames.size() < most; act = act->parent) {
    if (act->func != nullptr) frames.push_back(frame_of(ctx, act->func, standing_at(thread, act)));
  }
  return frames;
}

call_place calling_from(const duk_context* ctx) {
  const duk_hthread* thread = ctx->heap->curr_thread != nullptr ? ctx->heap->curr_thread : ctx;
  for (const duk_activation* act = thread->callstack_curr; act != nullptr; act = act->parent) {
    if (act->func != nullptr && DUK_HOBJECT_IS_COMPFUNC(act->func)) return {act->func, standing_at(thread, act)};
  }
  return {};
}

std::optional<frame> frame_at(duk_context* ctx, const call_place& place) {
  // While it is swept the list of objects is not whole.
  if (place.function == nullptr || ctx->heap->ms_running != 0) return std::nullopt;
  for (duk_heaphdr* known = ctx->heap->heap_allocated; known != nullptr;
       known = DUK_HEAPHDR_GET_NEXT(ctx->heap, known)) {
    if (known != place.function) continue;
    auto* function = reinterpret_cast<duk_hobject*>(known);
    if (DUK_HEAPHDR_GET_TYPE(known) != DUK_HTYPE_OBJECT || !DUK_HOBJECT_IS_COMPFUNC(function)) return std::nullopt;
    return frame_of(ctx, function, static_cast<const duk_instr_t*>(place.instruction));
  }
  return std::nullopt;
}

}  // namespace canary::script::engine
