#pragma once
// A store and a scheduler that hold what a test puts into them, and record what is asked of them.

#include "canary/core/labels.hpp"
#include "canary/schedule/scheduler.hpp"
#include "canary/store/store.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace fakes {

using namespace canary;

class memory_store final : public store::store {
 public:
  std::optional<canary::store::standing> standing;  ///< of every test
  mutable std::size_t summarized = 0;               ///< how often
  std::vector<run_record> records;                  ///< newest first
  std::map<run_id, run_details> details;
  std::string broken;  ///< what every reading answers, where not ''
  mutable canary::store::run_query asked;
  std::map<std::string, intervention> said_of;
  std::string unkept;  ///< what `keep_intervention` answers, where not ''

  void start_run(const run_record&, completion) override {}
  void end_run(const run_record&, const run_details&, completion) override {}

  void keep_intervention(const std::string& test, const intervention& said, completion done) override {
    if (!unkept.empty()) return done(error{unkept});
    said_of[test] = said;
    done({});
  }

  result<canary::store::run_page> list_runs(const canary::store::run_query& query) const override {
    if (!broken.empty()) return error{broken};
    asked = query;
    canary::store::run_page page;
    for (const auto& r : records) {
      if (query.test && r.test != *query.test) continue;
      if (query.tests && std::find(query.tests->begin(), query.tests->end(), r.test) == query.tests->end()) continue;
      if (query.status && r.status != *query.status) continue;
      if (query.before && !(r.id < *query.before)) continue;
      if (page.runs.size() == query.limit) {
        page.next = page.runs.back().id;
        break;
      }
      page.runs.push_back(r);
    }
    return page;
  }

  result<std::vector<run_record>> list_ongoing(std::size_t) const override { return std::vector<run_record>{}; }

  result<std::optional<run_record>> find_run(const run_id& id) const override {
    if (!broken.empty()) return error{broken};
    for (const auto& r : records) {
      if (r.id == id) return std::optional(r);
    }
    return std::optional<run_record>();
  }

  result<std::optional<run_details>> find_details(const run_id& id) const override {
    const auto it = details.find(id);
    return it == details.end() ? std::optional<run_details>() : std::optional(it->second);
  }

  result<canary::store::summary> summarize(std::string_view test, wall_time since, wall_time until) const override {
    ++summarized;
    if (!broken.empty()) return error{broken};
    canary::store::summary out{since, until, {}};
    for (const run_record& r : records) {
      if (r.test == test && r.start_at >= since && r.start_at < until) out.total.add(r);
    }
    return out;
  }
  /// One stretch, as long as the step.
  result<canary::store::rollup_page> list_rollups(std::string_view test, wall_time since, wall_time,
                                                  std::chrono::hours step) const override {
    if (!broken.empty()) return error{broken};
    return canary::store::rollup_page{{*summarize(test, since, since + step)}, since + step};
  }
  result<std::optional<canary::store::standing>> find_standing(std::string_view) const override { return standing; }
  void remove_expired(canary::store::retention_date, std::function<void()>) override {}
  canary::store::statistics stats() const override { return {7, 4096, 512, 2, 1, 0, {}}; }
};

class still_scheduler final : public schedule::scheduler {
 public:
  std::vector<schedule::test_view> views;
  std::vector<std::string> triggered;
  std::string refusal;  ///< of `trigger`, where not ''
  run_id next_id;

  void add(std::string name, schedule::test_state state = schedule::test_state::unknown, label_map labels = {}) {
    schedule::test_view view;
    test t;
    t.name = std::move(name);
    t.frequency = std::chrono::seconds(10);
    t.timeout = std::chrono::seconds(5);
    t.labels = std::move(labels);
    t.description = "What " + t.name + " watches";
    t.owner = "shop";
    t.runbook = "https://wiki.example/" + t.name;
    view.definition = std::make_shared<const test>(std::move(t));
    view.state = state;
    views.push_back(std::move(view));
  }

  void load(std::vector<std::shared_ptr<const test>>) override {}
  void restore(std::string_view, std::vector<run_record>) override {}
  void start_stored(const run_id&) override {}
  void outcome_stored(const run_record&) override {}
  result<run_id> trigger(std::string_view name) override {
    if (!refusal.empty()) return error{refusal};
    triggered.emplace_back(name);
    return next_id;
  }
  result<bool> pause(std::string_view name, std::optional<wall_time>) override { return hold(name, true); }
  result<bool> resume(std::string_view name) override { return hold(name, false); }
  result<bool> begin_maintenance(std::string_view name, maintenance_window window) override {
    return hold(name, [&](schedule::test_view& v) {
      v.state = schedule::test_state::maintenance;
      const auto before = std::exchange(v.maintenance, std::move(window));
      return before != v.maintenance;
    });
  }
  result<bool> end_maintenance(std::string_view name) override {
    return hold(name, [](schedule::test_view& v) {
      v.state = schedule::test_state::unknown;
      return std::exchange(v.maintenance, std::nullopt).has_value();
    });
  }
  intervention intervention_of(std::string_view name) const override {
    const auto v = view(name);
    if (!v) return {};
    return {v->paused_by_hand ? std::optional(wall_time{}) : std::nullopt, v->maintenance};
  }
  void drain() override {}
  void stop_all(const failure&) override {}
  std::size_t running() const override { return 3; }
  std::size_t queued() const override { return 4; }
  std::vector<std::shared_ptr<const test>> tests() const override {
    std::vector<std::shared_ptr<const test>> out;
    for (const auto& v : views) out.push_back(v.definition);
    return out;
  }
  std::optional<schedule::test_view> view(std::string_view name) const override {
    for (const auto& v : views) {
      if (v.definition->name == name) return v;
    }
    return std::nullopt;
  }
  std::map<schedule::test_state, std::size_t> totals() const override {
    std::map<schedule::test_state, std::size_t> out;
    for (const auto& v : views) ++out[v.state];
    return out;
  }

 private:
  result<bool> hold(std::string_view name, bool held) {
    return hold(name, [&](schedule::test_view& v) {
      v.state = held ? schedule::test_state::paused : schedule::test_state::unknown;
      return std::exchange(v.paused_by_hand, held) != held;
    });
  }

  template <class Change>
  result<bool> hold(std::string_view name, Change change) {
    if (!refusal.empty()) return error{refusal};
    for (auto& v : views) {
      if (v.definition->name == name) return change(v);
    }
    return error{"no such test"};
  }
};

}  // namespace fakes
