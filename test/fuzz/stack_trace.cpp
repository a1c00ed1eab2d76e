// Stacks of errors, which scripts may write themselves, and the place in the source that they lead to.

#include "script/stack_trace.hpp"

#include "canary/script/program.hpp"
#include "config/source_place.hpp"
#include "fuzz/fuzz.hpp"
#include "script/failing_expression.hpp"
#include "script/syntax_hint.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace script = canary::script;
  namespace config = canary::config;
  canary::fuzz::input in(data, size);
  const canary::fuzz::exact file(in.line()), word(in.line()), stack(in.bytes(in.number(2))), source(in.rest());
  script::program main;
  main.file = file.text();
  const auto trace = script::read_stack_trace(stack.text(), main);
  MUST_HOLD(trace.line >= 0 && trace.text.size() <= stack.text().size());

  const auto newlines = static_cast<std::size_t>(std::count(source.text().begin(), source.text().end(), '\n'));
  const int column = script::first_column(source.text(), trace.line);
  MUST_HOLD(column >= 0 && (column == 0 || static_cast<std::size_t>(std::max(trace.line, 1)) <= newlines + 1));
  const std::string excerpt = script::excerpt(source.text(), trace.line, column);
  MUST_HOLD(excerpt.size() <= 6 * 400);
  MUST_HOLD(excerpt.empty() == (trace.line < 1 || static_cast<std::size_t>(trace.line) > newlines + 1));

  const auto failing = script::line_of(source.text(), std::max(trace.line, 1)).value_or("");
  if (const auto where = script::failing_expression(failing, script::clue_of(word.text(), trace.called))) {
    MUST_HOLD(where->begin < where->end && where->end <= failing.size());
  }
  const config::place at = config::find_near(source.text(), trace.line, word.text());
  MUST_HOLD(at.line >= 0 && at.column >= 0 && (at.line > 0) == !excerpt.empty());
  MUST_HOLD(config::describe(file.text(), source.text(), at, "message").starts_with(file.text()));

  for (const std::size_t place : {std::size_t{0}, source.text().size() / 2, source.text().size()}) {
    static_cast<void>(script::syntax_hint(source.text(), place, source.text().find(word.text(), place)));
  }
  return 0;
}
