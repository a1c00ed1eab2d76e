#include "script/script_place.hpp"

#include "script/text.hpp"

#include <algorithm>

namespace canary::script {
namespace {

constexpr std::size_t most_frames = 16, longest_name = 200;

std::string shown(std::string_view engine_text) {
  return from_engine_text(engine_text.substr(0, std::min(engine_text.size(), longest_name)));
}

void append(std::string& out, const engine::frame& f, const char* preposition = "at ") {
  if (!out.empty()) out += '\n';
  out += preposition + (f.name.empty() ? std::string("[anon]") : shown(f.name));
  out += f.line > 0 ? " (" + shown(f.file) + ":" + std::to_string(f.line) + ")" : " (native)";
}

}  // namespace

std::string script_place(vm_context& vm, const watched_script* script) {
  const auto stack = engine::call_stack(vm.heap, most_frames);
  auto from = stack.begin();
  std::string out;
  if (script != nullptr && script->called.function != nullptr) {
    const engine::call_place& called = script->called;
    const auto caller = std::find_if(from, stack.end(), [&](const auto& f) { return f.function == called.function; });
    const bool goes_on = caller != stack.end() && caller->instruction == called.instruction;
    // Another check since then was within that native function, if this one is within any.
    const bool looked_at_since = script->watch.checks() > script->called_at_check + 1;
    const bool in_native = from != stack.end() && from->instruction == nullptr;
    if (!goes_on && !(in_native && looked_at_since)) {
      if (const auto then = engine::frame_at(vm.heap, called)) {
        append(out, *then);
        // Its function may be further on by now: what it calls there has nothing to do with it.
        if (caller != stack.end()) from = caller + 1;
      } else if (from != stack.end()) {
        append(out, *from++, "soon before ");
      }
    }
  }
  for (; from != stack.end(); ++from) append(out, *from);
  return out;
}

}  // namespace canary::script
