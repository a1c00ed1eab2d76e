#include "canary/schedule/scheduler.hpp"

#include "canary/schedule/admission.hpp"
#include "canary/schedule/overlap.hpp"
#include "registry.hpp"

#include <algorithm>
#include <span>

namespace canary::schedule {
namespace {

/// How often the date is looked at while a maintenance goes on, as the clock may be set meanwhile.
constexpr std::chrono::minutes date_step{1};

class timer_scheduler final : public scheduler {
 public:
  timer_scheduler(clock& time, run::runner& runs, run_id_generator& ids, schedule_observer& observer,
                  scheduler_options options)
      : time_(time), runs_(runs), ids_(ids), observer_(observer), tests_(time), places_(options.max_concurrent) {}

  void load(std::vector<std::shared_ptr<const test>> tests) override {
    const auto changes = tests_.load(std::move(tests), [this](const registered_test& t, test_state from) {
      observer_.state_changed(*t.definition, from, t.shown_state());
    });
    for (registered_test* t : changes.removed) {
      places_.forget(t);
      tests_.release(t);
    }
    const mono_time now = time_.mono();
    for (registered_test* t : changes.started) {
      t->due = due_times(now, t->definition->frequency);
      if (t->paused()) places_.forget(t);
      arm(*t);
    }
  }

  void restore(std::string_view name, std::vector<run_record> ended) override {
    if (registered_test* t = tests_.find(name)) count(*t, ended);
  }

  void start_stored(const run_id& id) override {
    const auto found = running_.find(id);
    if (found == running_.end()) return;
    for (ongoing_run& each : found->second->running) {
      if (each.id == id) each.stored = true;
    }
  }

  void outcome_stored(const run_record& record) override {
    if (registered_test* t = tests_.find(record.test)) count(*t, {&record, 1});
  }

  result<run_id> trigger(std::string_view name) override {
    const std::string quoted = "'" + std::string(name) + "'";
    registered_test* t = tests_.find(name);
    if (t == nullptr) return no_such_test(name);
    if (draining_) return error{quoted + " cannot be run: the daemon is shutting down"};
    const auto action = act_on(*t);
    if (action == due_action::skip_still_running) {
      return error{quoted + " is running already, and its concurrency is 'forbid'"};
    }
    if (action == due_action::skip_queue_full) return error{quoted + " waits already for other tests' runs to end"};
    const run_id id = ids_.next(time_.wall());
    admit(*t, {time_.mono(), run_trigger::manual, id});
    return id;
  }

  result<bool> pause(std::string_view name, std::optional<wall_time> since) override {
    registered_test* t = tests_.find(name);
    if (t == nullptr) return no_such_test(name);
    if (t->said.paused_since) return false;
    turn(*t, [&] {
      t->said.paused_since = since.value_or(time_.wall());
      t->alarm->cancel();
      places_.forget(t);
    });
    return true;
  }

  result<bool> resume(std::string_view name) override {
    registered_test* t = tests_.find(name);
    if (t == nullptr) return no_such_test(name);
    if (t->definition->paused) {
      return error{"'" + std::string(name) + "' is paused by the configuration (" + t->definition->config_file + ":" +
                   std::to_string(t->definition->config_line) + "), and goes on when that says so"};
    }
    if (!t->said.paused_since) return false;
    turn(*t, [&] {
      t->said.paused_since.reset();
      t->due = due_times(time_.mono(), t->definition->frequency);
      arm(*t);
    });
    return true;
  }

  result<bool> begin_maintenance(std::string_view name, maintenance_window window) override {
    registered_test* t = tests_.find(name);
    if (t == nullptr) return no_such_test(name);
    if (window.until <= time_.wall() || t->said.maintenance == window) return false;
    turn(*t, [&] { t->said.maintenance = std::move(window); });
    observer_.maintenance_changed(*t->definition, t->said.maintenance);
    watch_maintenance(*t);
    return true;
  }

  result<bool> end_maintenance(std::string_view name) override {
    registered_test* t = tests_.find(name);
    if (t == nullptr) return no_such_test(name);
    if (!t->said.maintenance) return false;
    end_maintenance(*t);
    return true;
  }

  intervention intervention_of(std::string_view name) const override {
    const registered_test* t = tests_.find(name);
    return t == nullptr ? intervention{} : t->said;
  }

  void drain() override {
    draining_ = true;
    places_.forget_all();
    tests_.for_each([](registered_test& t) { t.alarm->cancel(); });
  }

  void stop_all(const failure& why) override {
    std::vector<run_id> ids;
    ids.reserve(running_.size());
    for (const auto& [id, t] : running_) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    for (const run_id& id : ids) runs_.stop(id, why);
  }

  std::size_t running() const override { return running_.size(); }
  std::size_t queued() const override { return places_.waiting(); }
  std::vector<std::shared_ptr<const test>> tests() const override { return tests_.definitions(); }
  std::map<test_state, std::size_t> totals() const override { return tests_.totals(); }

  std::optional<test_view> view(std::string_view name) const override {
    registered_test* t = tests_.find(name);
    if (t == nullptr) return std::nullopt;
    test_view v;
    v.definition = t->definition;
    v.state = t->shown_state();
    v.paused_by_hand = t->said.paused_since.has_value();
    v.maintenance = t->said.maintenance;
    v.state_since = t->state_since();
    v.next_run_at = next_run_at(*t);
    for (const ongoing_run& each : t->running) {
      if (each.stored) v.running.push_back(each.id);
    }
    v.queued = places_.waiting(t);
    v.recent = t->outcomes.marks();
    v.last = t->outcomes.last();
    v.last_success = t->outcomes.last_success();
    v.skipped = t->skipped;
    return v;
  }

 private:
  static error no_such_test(std::string_view name) { return {"there is no test named '" + std::string(name) + "'"}; }

  void arm(registered_test& t) {
    if (draining_ || t.paused() || t.due.next() == mono_time::max()) return t.alarm->cancel();
    t.alarm->start(t.due.next(), [this, &t] { on_alarm(t); });
  }

  void watch_maintenance(registered_test& t) {
    const wall_time now = time_.wall();
    if (t.said.maintenance->until <= now) return end_maintenance(t);
    if (!t.maintenance_end) t.maintenance_end = time_.make_timer();
    const auto next = std::min<nanoseconds>(t.said.maintenance->until - now, date_step);
    t.maintenance_end->start(time_.mono() + next, [this, &t] { watch_maintenance(t); });
  }

  void end_maintenance(registered_test& t) {
    if (t.maintenance_end) t.maintenance_end->cancel();
    turn(t, [&] { t.said.maintenance.reset(); });
    observer_.maintenance_changed(*t.definition, t.said.maintenance);
  }

  void on_alarm(registered_test& t) {
    const auto taken = t.due.take(time_.mono());
    arm(t);
    if (!taken) return;
    if (taken->missed > 0) skip(t, skip_reason::missed, taken->missed);
    switch (act_on(t)) {
      case due_action::skip_still_running:
        return skip(t, skip_reason::still_running, 1);
      case due_action::skip_queue_full:
        return skip(t, skip_reason::queue_full, 1);
      default:
        admit(t, {taken->due, run_trigger::schedule, std::nullopt});
    }
  }

  std::optional<wall_time> next_run_at(const registered_test& t) const {
    if (draining_ || t.paused()) return std::nullopt;
    const wall_time now = time_.wall();
    const nanoseconds until = t.due.next() - time_.mono();
    if (until > wall_time::max() - now) return std::nullopt;  // later than any date that can be written
    return now + until;
  }

  void skip(registered_test& t, skip_reason why, std::uint64_t count) {
    t.skipped += count;
    observer_.run_skipped(*t.definition, why, count);
  }

  due_action act_on(registered_test& t) {
    const auto action = when_due(t.definition->concurrency, t.running.size(), places_.waiting(&t));
    if (action == due_action::replace) {
      for (const ongoing_run& each : std::vector(t.running)) {
        runs_.stop(each.id, {failure_class::interrupted, "replaced by a newer run"});
      }
    }
    return action;
  }

  void admit(registered_test& t, waiting_run w) {
    if (places_.try_take()) return order(t, w);
    places_.wait(&t, std::move(w));
  }

  void order(registered_test& t, const waiting_run& w) {
    const run_id id = w.id ? *w.id : ids_.next(time_.wall());
    const nanoseconds lateness = std::max(nanoseconds{0}, time_.mono() - w.due);
    running_.emplace(id, &t);
    t.running.push_back({id});
    runs_.start({t.definition, id, w.trigger, lateness},
                [this, alive = std::weak_ptr(alive_)](const run_record& ended) {
                  if (!alive.expired()) on_ended(ended.id);
                });
  }

  void on_ended(const run_id& id) {
    const auto found = running_.find(id);
    if (found == running_.end()) return;
    registered_test* t = found->second;
    running_.erase(found);
    std::erase_if(t->running, [&](const ongoing_run& each) { return each.id == id; });
    tests_.release(t);
    while (const auto next = places_.release()) {
      if (!may_still_run(*next->test)) continue;
      return order(*next->test, next->run);
    }
  }

  // A reload may have forbidden overlap since the run lined up.
  bool may_still_run(registered_test& t) {
    if (t.definition->concurrency != concurrency_policy::forbid || t.running.empty()) return true;
    skip(t, skip_reason::still_running, 1);
    return false;
  }

  void count(registered_test& t, std::span<const run_record> ended) {
    turn(t, [&] {
      for (const run_record& record : ended) {
        t.outcomes.add(record);
        t.health.count(record.status, record.start_at);
      }
    });
  }

  // Does what may turn the shown state, and tells of it.
  template <class Change>
  void turn(registered_test& t, Change change) {
    const test_state from = t.shown_state();
    change();
    if (t.shown_state() == from) return;
    tests_.recount(t, from);
    observer_.state_changed(*t.definition, from, t.shown_state());
  }

  clock& time_;
  run::runner& runs_;
  run_id_generator& ids_;
  schedule_observer& observer_;
  registry tests_;
  admission<registered_test*, waiting_run> places_;
  std::unordered_map<run_id, registered_test*> running_;
  bool draining_ = false;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);  // what late `ended` callbacks look at
};

}  // namespace

std::unique_ptr<scheduler> create_scheduler(clock& time, run::runner& runs, run_id_generator& ids,
                                            schedule_observer& observer, scheduler_options options) {
  return std::make_unique<timer_scheduler>(time, runs, ids, observer, options);
}

}  // namespace canary::schedule
