#include "canary/script/vm.hpp"

#include "canary/script/stack.hpp"
#include "script/binding.hpp"
#include "script/bundled.hpp"
#include "script/furnish.hpp"
#include "script/heap.hpp"
#include "script/module_lookup.hpp"
#include "script/modules/checks.hpp"
#include "script/modules/steps.hpp"
#include "script/require.hpp"
#include "script/script_failure.hpp"
#include "script/script_place.hpp"
#include "script/syntax_hint.hpp"
#include "script/text.hpp"
#include "script/vm_context.hpp"
#include "script/waiting_vms.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <span>

namespace canary::script {
namespace {

duk_ret_t call_native(duk_context* ctx) {
  const native_function& function = context_of(ctx).natives[static_cast<std::size_t>(duk_get_current_magic(ctx))];
  boost::json::array arguments;
  const duk_idx_t count = duk_get_top(ctx);
  for (duk_idx_t i = 0; i < count; ++i) arguments.push_back(json_at(ctx, i));
  call_site site;
  duk_inspect_callstack_entry(ctx, -2);
  if (duk_is_object(ctx, -1)) {
    duk_get_prop_string(ctx, -1, "lineNumber");
    site.line = duk_to_int(ctx, -1);
    duk_pop(ctx);
    if (duk_get_prop_string(ctx, -1, "function") && duk_is_object(ctx, -1)) {
      duk_get_prop_string(ctx, -1, "fileName");
      if (duk_is_string(ctx, -1)) site.file = text_at(ctx, -1);
    }
  }
  duk_set_top(ctx, count);
  const auto answer = function(arguments, site);
  if (!answer) throw_failure(ctx, answer.error());
  if (answer->is_null()) return 0;
  push_json(ctx, *answer);
  return 1;
}

// Remembers where the compiler stood when it made an error.
duk_ret_t note_position(duk_context* ctx) {
  if (const auto position = engine::compiling_at(ctx)) context_of(ctx).syntax_error_at = position;
  duk_dup(ctx, 0);
  return 1;
}

struct compile_arguments {
  std::string_view file, source;
  std::string bytecode;
  duk_uint_t as = 0;
};

duk_ret_t compile_protected(duk_context* ctx, void* data) {
  auto& a = *static_cast<compile_arguments*>(data);
  push_text(ctx, a.source);
  push_text(ctx, a.file);
  duk_compile(ctx, DUK_COMPILE_SHEBANG | a.as);
  duk_dump_function(ctx);
  duk_size_t size = 0;
  const void* bytes = duk_require_buffer(ctx, -1, &size);
  a.bytecode.assign(static_cast<const char*>(bytes), size);
  return 0;
}

duk_ret_t evaluate_protected(duk_context* ctx, void* data) {
  const auto& a = *static_cast<compile_arguments*>(data);
  push_text(ctx, a.source);
  push_text(ctx, a.file);
  duk_compile(ctx, 0);
  duk_call(ctx, 0);
  context_of(ctx).watch->look();
  return 1;
}

// For the timers of modern scripts: sleeps for so many milliseconds.
duk_ret_t pause(duk_context* ctx) {
  const double wait = std::min(duk_require_number(ctx, 0), 1e12);
  const failure ended =
      context_of(ctx).host->sleep(std::chrono::ceil<nanoseconds>(std::chrono::duration<double, std::milli>(wait)));
  if (ended.kind != failure_class::none) throw_failure(ctx, ended);
  return 0;
}

// A function that the script exports is the test.
void call_test(duk_context* ctx) {
  push_exports(ctx);
  if (duk_is_callable(ctx, -1)) duk_call(ctx, 0);
  duk_pop(ctx);
}

duk_ret_t execute_protected(duk_context* ctx, void* data) {
  const auto& code = *static_cast<const program*>(data);
  if (code.asks_for_modules && !code.is_transpiled()) define_module_names(ctx);
  void* room = duk_push_fixed_buffer(ctx, code.bytecode.size());
  std::memcpy(room, code.bytecode.data(), code.bytecode.size());
  duk_load_function(ctx);
  duk_dup_top(ctx);  // kept, for it may be asked where in it the script spent its time
  if (code.modern) {
    if (code.is_transpiled()) duk_call(ctx, 0);
    push_bundled(ctx, "polyfill");
    duk_get_prop_string(ctx, -1, "execute");
    duk_dup(ctx, -3);
    duk_push_c_function(ctx, pause, 1);
    push_module_names(ctx);
    duk_call(ctx, 7);
  } else {
    duk_call(ctx, 0);
    if (code.asks_for_modules) call_test(ctx);
  }
  context_of(ctx).watch->look();
  throw_failed_checks(ctx);
  return 1;
}

duk_ret_t clean_up_protected(duk_context* ctx, void*) {
  run_last_cleanup(ctx, pause);
  throw_failed_checks(ctx);
  return 1;
}

// Puts the script under its supervisor for as long as it lives.
class watching {
 public:
  explicit watching(supervisor& watch, bool looked_at = false, bool is_ours = false)
      : script_{.watch = watch, .looked_at = looked_at, .is_ours = is_ours, .called = {}}, before_(stack_word()) {
    stack_word() = &script_;
  }
  ~watching() { stack_word() = before_; }
  watching(const watching&) = delete;
  watching& operator=(const watching&) = delete;

 private:
  watched_script script_;
  void* before_;
};

class duktape_vm final : public vm {
 public:
  duktape_vm(heap_lease lease, run_host& host, supervisor& watch, waiting_vms& all)
      : lease_(std::move(lease)), waiting_(lease_, all) {
    vm_context& self = lease_.context();
    self.host = &host;
    self.watch = &watch;
    furnished_with_ = self.requests;
    watch.show_place([this] { return script_place(lease_.context(), static_cast<watched_script*>(stack_word())); });
    watch.tell_waits_to(&waiting_);
  }
  ~duktape_vm() override {
    lease_.context().watch->show_place(nullptr);
    lease_.context().watch->tell_waits_to(nullptr);
  }

  void define(std::string name, native_function function) override {
    vm_context& self = lease_.context();
    duk_push_c_function(self.heap, call_native, DUK_VARARGS);
    duk_set_magic(self.heap, -1, static_cast<duk_int_t>(self.natives.size()));
    duk_put_global_lstring(self.heap, name.data(), name.size());
    self.natives.push_back(std::move(function));
  }

  boost::system::result<program, verdict> compile(std::string file, std::string source, const transpiled* as,
                                                  code_kind kind) override {
    vm_context& self = lease_.context();
    self.syntax_error_at.reset();
    push_hook(self.heap);
    const bool wrapped = as == nullptr && kind == code_kind::module;
    const std::string wrapper = wrapped ? as_function(source) : std::string();
    compile_arguments arguments{file, as != nullptr ? as->code : wrapped ? wrapper : source, {}};
    if (as != nullptr || wrapped) arguments.as = DUK_COMPILE_EVAL;
    const duk_int_t failed = protected_call(compile_protected, &arguments);
    if (failed == 0) {
      duk_pop(self.heap);
      remove_hook(self.heap);
      program compiled;
      compiled.mentions = as != nullptr ? modern_preload : mentioned(source);
      compiled.literals = required_by(source, as);
      compiled.asks_for_modules = speaks_of_modules(source);
      compiled.modern = as != nullptr;
      if (as != nullptr) compiled.origins = as->origins;
      compiled.file = std::move(file);
      compiled.source = std::move(source);
      compiled.bytecode = std::move(arguments.bytecode);
      return compiled;
    }
    if (wrapped) {
      // As a text of its own it is told of without what stands around it here.
      duk_pop(self.heap);
      auto alone = compile(std::move(file), std::move(source), nullptr, code_kind::script);
      if (!alone) return alone.error();
      return verdict{{failure_class::script, "a module is closed by a bracket before its end"}, {}, {}};
    }
    program failed_one;
    failed_one.file = file;
    failed_one.source = source;
    if (as != nullptr) failed_one.origins = as->origins;
    failed_one.modern = as != nullptr;
    verdict v = describe(failed_one);
    duk_pop(self.heap);
    if (as != nullptr) {
      if (self.syntax_error_at && v.error) locate(v, *self.syntax_error_at, file, source, as->origins);
      return v;
    }
    if (self.syntax_error_at && v.error) locate(v, *self.syntax_error_at, file, source);
    return v;
  }

  verdict execute(const program& code) override {
    lease_.context().code = &code;
    return take_verdict(protected_call(execute_protected, const_cast<program*>(&code)), code);
  }

  bool has_cleanups() const override { return lease_.context().cleanups > 0; }

  verdict clean_up(const program& code) override {
    vm_context& self = lease_.context();
    verdict first;
    self.cleaning_up = true;
    while (self.cleanups > 0) {
      if (self.watch->check_deadline()) {
        if (first.cause.kind == failure_class::none) first.cause = self.watch->stop().reason();
        skip_last_cleanup(self);
        continue;
      }
      forget_failures(self);
      verdict v = take_verdict(protected_call(clean_up_protected, nullptr), code);
      if (first.cause.kind == failure_class::none) first = std::move(v);
    }
    return first;
  }

  verdict evaluate(const std::string& file, const std::string& source) override {
    compile_arguments arguments{file, source, {}};
    const duk_int_t failed = protected_call(evaluate_protected, &arguments, true);
    verdict v;
    if (failed != 0) {
      program evaluated;
      evaluated.file = file;
      evaluated.source = source;
      v = describe(evaluated);
    }
    duk_pop(lease_.context().heap);
    return v;
  }

  std::size_t peak_bytes() const override { return lease_.context().memory.peak(); }

  std::uint64_t allocations() const override { return requests_before_ + lease_.context().requests - furnished_with_; }

 private:
  // Leaves one value on the engine's stack.
  duk_int_t protected_call(duk_safe_call_function function, void* arguments, bool is_ours = false) {
    vm_context& self = lease_.context();
    const watching watched(*self.watch, false, is_ours);
    const duk_int_t failed = duk_safe_call(self.heap, function, arguments, 0, 1);
    if (failed != 0) self.watch->look();
    return failed;
  }

  // Of a protected call, whose value it takes from the engine's stack.
  verdict take_verdict(duk_int_t failed, const program& code) {
    vm_context& self = lease_.context();
    verdict v;
    if (failed != 0) {
      v = describe(code);
    } else if (self.watch->check_deadline()) {
      v.cause = self.watch->stop().reason();
    } else if (self.failed) {
      v.cause = *self.failed;
    }
    duk_pop(self.heap);
    return v;
  }

  // What was thrown may be made to take long when looked at: that is still within the run's bounds, and where the run
  // is over, enough memory for its message and its stack is all that there is.
  verdict describe(const program& code) {
    vm_context& self = lease_.context();
    const watching watched(*self.watch, true);
    requests_before_ += std::exchange(self.requests, 0);
    self.refusing = self.last_requests = false;
    // Accessors of what it threw, and of what that inherits from, execute nothing once it is over.
    if (self.watch->check_deadline()) engine::interrupt_soon(self.heap);
    return describe_failure(self, code);
  }

  // Duktape calls `errCreate` of its own object for each error made, the compiler's included. After a failure it stays:
  // removing it where there is no more memory or time could fail, and nothing is executed any more.
  static void push_hook(duk_context* ctx) {
    duk_push_global_stash(ctx);
    duk_get_prop_string(ctx, -1, engine_object_key);
    duk_push_c_function(ctx, note_position, 1);
    duk_put_prop_string(ctx, -2, "errCreate");
    duk_pop_2(ctx);
  }

  static void remove_hook(duk_context* ctx) {
    duk_push_global_stash(ctx);
    duk_get_prop_string(ctx, -1, engine_object_key);
    duk_del_prop_string(ctx, -1, "errCreate");
    duk_pop_2(ctx);
  }

  // An expression that cannot begin so has taken its token already; every other complaint is of the one to come.
  static void locate(verdict& v, const engine::compiler_position& at, const std::string& file,
                     const std::string& source) {
    const bool taken = v.cause.message.find("parse error") != std::string::npos;
    const engine::source_position& where = taken ? at.taken : at.next;
    const std::string text = to_engine_text(source);
    const std::size_t offset = std::min(where.offset, text.size());
    const std::size_t line_start = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
    const std::string before = from_engine_text(std::string_view(text).substr(line_start, offset - line_start));
    v.error->file = file;
    v.error->line = where.line;
    v.error->column = static_cast<int>(before.size()) + 1;
    v.error->excerpt = excerpt(source, v.error->line, v.error->column);
    const std::string hint = syntax_hint(text, at.taken.offset, at.next.offset);
    if (!hint.empty()) v.cause.message = v.error->message = v.cause.message + ": " + hint;
  }

  // What TypeScript took, and the engine does not.
  static void locate(verdict& v, const engine::compiler_position& at, const std::string& file,
                     const std::string& source, std::span<const source_point> origins) {
    const auto line = static_cast<std::size_t>(std::max(at.next.line, 1)) - 1;
    if (line >= origins.size() || origins[line].line == 0) return;
    v.error->file = file;
    v.error->line = origins[line].line;
    v.error->column = origins[line].column;
    v.error->excerpt = excerpt(source, v.error->line, v.error->column);
  }

  heap_lease lease_;
  waiting_vm waiting_;
  std::uint64_t furnished_with_ = 0, requests_before_ = 0;  // of memory
};

class duktape_vm_factory final : public vm_factory {
 public:
  explicit duktape_vm_factory(bool fork) : heaps_(create_heap_source(fork)) {}

  std::unique_ptr<vm> make(vm_scope scope, std::uint64_t memory_limit, run_host& host, supervisor& watch,
                           preload_set preload) override {
    return std::make_unique<duktape_vm>(heaps_->take(scope, memory_limit, preload), host, watch, waiting_);
  }

  void prepare(preload_set preload, const std::function<void()>& meanwhile) override {
    heaps_->prepare(preload, meanwhile);
  }

  fork_report forking() const override { return heaps_->report(); }

  std::size_t rest(mono_time since, std::size_t most, std::size_t awake) override {
    return waiting_.rest(since, most, awake);
  }

 private:
  std::unique_ptr<heap_source> heaps_;
  waiting_vms waiting_;
};

}  // namespace

std::unique_ptr<vm_factory> create_vm_factory(bool fork) { return std::make_unique<duktape_vm_factory>(fork); }

}  // namespace canary::script
