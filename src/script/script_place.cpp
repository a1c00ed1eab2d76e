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
  const bool in_native = !stack.empty() && stack.front().line == 0;
  if (!in_native && script != nullptr && script->called.function != nullptr) {
    if (const auto caller = engine::frame_at(vm.heap, script->called)) {
      append(out, *caller);
      // That function may still be running, further on by now; what it calls has nothing to do with it.
      const auto same =
          std::find_if(stack.begin(), stack.end(), [&](const auto& f) { return f.function == caller->function; });
      if (same != stack.end()) from = same + 1;
    } else if (from != stack.end()) {
      append(out, *from++, "soon before ");
    }
  }
  for (; from != stack.end(); ++from) append(out, *from);
  return out;
}

}  // namespace canary::script
