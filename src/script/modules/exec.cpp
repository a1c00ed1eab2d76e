// exec: programs of this machine, where the operator lets scripts run them.

#include "canary/core/utf8.hpp"
#include "script/binding.hpp"
#include "script/modules/call_options.hpp"
#include "script/modules/module.hpp"
#include "script/modules/program_result.hpp"
#include "script/vm_context.hpp"

#include <algorithm>
#include <array>

namespace canary::script {
namespace {

constexpr std::string_view call = "exec.run";
constexpr std::size_t most_arguments = 100'000;

// A string, or a number or boolean written as one.
std::string word_at(duk_context* ctx, const call_options& options, const std::string& what) {
  const bool is_string = is_text(ctx, -1);
  if (!is_string && !duk_is_number(ctx, -1) && !duk_is_boolean(ctx, -1)) {
    options.refuse(what + " must be a string, not " + kind_of(ctx, -1));
  }
  std::string word = to_text(ctx, -1);
  if (word.find('\0') != word.npos) options.refuse(what + " holds a NUL");
  return word;
}

// For messages: 200 bytes at most, and whole characters.
std::string beginning_of(std::string text) {
  constexpr std::size_t most = 200;
  if (text.size() <= most) return text;
  do {
    text.resize(std::min(most, text.size() - 1));
  } while (!valid_utf8(text));
  return text + "…";
}

void read_arguments(duk_context* ctx, const call_options& options, process::program_order& order) {
  if (duk_is_null_or_undefined(ctx, 1)) return;
  if (!duk_is_array(ctx, 1)) {
    options.refuse("the arguments (argument 2) must be an array of strings, not " + kind_of(ctx, 1));
  }
  const duk_size_t count = duk_get_length(ctx, 1);
  if (count > most_arguments) options.refuse("more than 100,000 arguments");
  for (duk_size_t i = 0; i < count; ++i) {
    duk_get_prop_index(ctx, 1, static_cast<duk_uarridx_t>(i));
    order.words.push_back(word_at(ctx, options, "the argument at " + std::to_string(i)));
    duk_pop(ctx);
  }
}

// The object on top: all that the program will find, but for PATH where it says nothing of it.
void read_environment(duk_context* ctx, const call_options& options, process::program_order& order) {
  order.environment.clear();
  bool has_path = false;
  options.each(duk_normalize_index(ctx, -1), "the option 'env'", {}, [&](const std::string& name) {
    if (duk_is_null(ctx, -1)) return;
    if (name.empty() || name.find_first_of(std::string_view("=\0", 2)) != name.npos) {
      options.refuse("the option 'env': '" + name + "' is no name of a variable");
    }
    const std::string value = word_at(ctx, options, "the option 'env': the value of '" + name + "'");
    if (name == "PATH") {
      has_path = true;
      order.search_path = value;
    }
    order.environment.push_back(name + "=" + value);
    if (order.environment.size() > most_arguments) options.refuse("the option 'env': more than 100,000 variables");
  });
  if (!has_path) order.environment.push_back("PATH=" + order.search_path);
}

void read_input(duk_context* ctx, const call_options& options, process::program_order& order) {
  if (duk_is_buffer_data(ctx, -1)) {
    order.input = bytes_at(ctx, -1);
  } else if (is_text(ctx, -1)) {
    order.input = text_at(ctx, -1);
  } else if (!duk_is_null(ctx, -1)) {
    options.refuse("the option 'stdin' must be a string or a buffer, not " + kind_of(ctx, -1));
  }
}

// exec.run(program[, arguments[, options]])
duk_ret_t exec_run(duk_context* ctx) {
  static constexpr std::array<std::string_view, 5> known{"stdin", "env", "cwd", "timeout", "max_output"};
  const call_options options(ctx, call);
  process::program_order order;
  order.environment = {"PATH=" + order.search_path};
  if (!is_text(ctx, 0)) {
    options.refuse("the program (argument 1) must be a string, not " + kind_of(ctx, 0));
  }
  duk_dup(ctx, 0);
  order.words = {word_at(ctx, options, "the program (argument 1)")};
  duk_pop(ctx);
  if (order.words.front().empty()) options.refuse("the program (argument 1) is empty");
  order.label = std::string(call) + " '" + beginning_of(order.words.front()) + "'";
  read_arguments(ctx, options, order);
  options.each(2, "the options (argument 3)", known, [&](const std::string& name) {
    if (name == "stdin") {
      read_input(ctx, options, order);
    } else if (name == "env") {
      read_environment(ctx, options, order);
    } else if (name == "cwd") {
      order.folder = options.text(name);
    } else if (name == "timeout") {
      order.timeout = options.duration(name);
    } else {
      order.max_output = options.whole_number(name, 0, most_output);
    }
  });
  const auto end = context_of(ctx).host->run_program(order);
  if (!end) throw_failure(ctx, end.error());
  push_program_result(ctx, *end);
  return 1;
}

}  // namespace

void push_exec(duk_context* ctx) {
  duk_push_object(ctx);
  duk_push_c_function(ctx, exec_run, 3);
  duk_put_prop_string(ctx, -2, "run");
}

}  // namespace canary::script
