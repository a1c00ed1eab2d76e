#include "app/kept_interventions.hpp"

namespace canary::app {

void keep_intervention(store::store& in, const std::string& test, const intervention& said, const logger& log) {
  in.keep_intervention(test, said, [&log, test](const result<void>& kept) {
    if (!kept) log.warn("the database does not keep what operators say: " + kept.error().message, {{"test", test}});
  });
}

void restore_interventions(store::store& from, schedule::scheduler& tests, const logger& log) {
  const auto kept = from.list_interventions();
  if (!kept) return log.warn("what operators have said of tests cannot be read: " + kept.error().message);
  for (const auto& [test, said] : *kept) {
    if (said.paused_since) static_cast<void>(tests.pause(test, said.paused_since));
    if (said.maintenance) static_cast<void>(tests.begin_maintenance(test, *said.maintenance));
    if (const auto now = tests.intervention_of(test); now != said) keep_intervention(from, test, now, log);
  }
}

}  // namespace canary::app
