#include "canary/store/maintenance.hpp"
#include "details_packing.hpp"
#include "reading.hpp"
#include "record_codec.hpp"
#include "run_json.hpp"
#include "time_bounds.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace canary::store {
namespace {

constexpr std::size_t slice_bytes = 1u << 20;

class exporter {
 public:
  exporter(reading& from, const export_filter& filter) : from_(from), filter_(filter) {
    total_ = from.txn().count(from.in().runs);
    lmdb::cursor walk(from.txn(), from.in().runs);
    const auto first = walk.first();
    const auto oldest = first ? id_of(first->key) : std::nullopt;
    const auto last = walk.last();
    const auto newest = last ? id_of(last->key) : std::nullopt;
    if (oldest && newest) {
      begin_ = std::max(filter.since.value_or(oldest->time()), oldest->time());
      end_ = std::min(filter.until.value_or(newest->time()), newest->time());
    }
  }

  /// The error names a test that the file does not know.
  result<void> find_tests() {
    for (const std::string& name : filter_.tests) {
      const bool possible = !name.empty() && name.size() <= longest_test_name;
      const auto found = possible ? from_.txn().get(from_.in().names, name) : std::nullopt;
      const auto number = found ? number_of(*found) : std::nullopt;
      if (!number) return error{"there is no run of a test named '" + name + "'"};
      wanted_.insert(*number);
    }
    return {};
  }

  export_summary run(const std::function<bool(std::string_view)>& write, const progress_listener& listener) {
    // As in listings, the walk is bounded by the time in the ids.
    std::string start, end;
    if (filter_.since) start = key_of(first_begun_at(*filter_.since));
    if (filter_.until) end = key_of(run_id::floor(past_its_millisecond(*filter_.until)));
    walk_in_slices(
        from_, from_.in().runs, lmdb::shape::one_value, start,
        [&](const lmdb::entry& at) {
          if (filter_.until && at.key >= end) return step::end;
          add(at);
          return lines_.size() >= slice_bytes ? step::end_slice : step::on;
        },
        [&] {
          done_.stopped = !lines_.empty() && !write(lines_);
          if (done_.stopped) return false;
          done_.bytes += lines_.size();
          lines_.clear();
          if (listener) listener({done_.runs, share()});
          return true;
        });
    return done_;
  }

 private:
  void add(const lmdb::entry& at) {
    ++looked_at_;
    const auto id = id_of(at.key);
    auto run = id ? decode_record(*id, at.value) : std::nullopt;
    if (!run) {
      ++done_.damaged;
      return;
    }
    last_ = *id;
    run_record& record = run->record;
    if (!wanted_.empty() && !wanted_.contains(run->test_number)) return;
    if (filter_.status && record.status != *filter_.status) return;
    if (filter_.since && record.start_at < *filter_.since) return;
    if (filter_.until && record.start_at >= *filter_.until) return;
    record.test = name_of(run->test_number);
    const auto bytes = from_.txn().get(from_.in().details, at.key);
    if (bytes) from_.touched(*bytes);
    const auto details = bytes ? unpack_details(from_.txn(), from_.in(), run->test_number, *bytes) : run_details{};
    if (record.test.empty() || !details) {
      ++done_.damaged;
      return;
    }
    append_run_line(lines_, record, *details);
    ++done_.runs;
  }

  const std::string& name_of(std::uint32_t number) {
    const auto [place, is_new] = names_.try_emplace(number);
    if (is_new) place->second = from_.txn().get(from_.in().tests, key_of(number)).value_or("");
    return place->second;
  }

  double share() const {
    const auto part = [](double of, double whole) { return whole > 0 ? std::clamp(of / whole, 0.0, 1.0) : 0.0; };
    if (!filter_.since && !filter_.until) return part(static_cast<double>(looked_at_), static_cast<double>(total_));
    return part(std::chrono::duration<double>(last_.time() - begin_).count(),
                std::chrono::duration<double>(end_ - begin_).count());
  }

  reading& from_;
  const export_filter& filter_;
  std::unordered_set<std::uint32_t> wanted_;
  std::unordered_map<std::uint32_t, std::string> names_;
  std::string lines_;
  export_summary done_;
  std::uint64_t looked_at_ = 0, total_ = 0;
  run_id last_;
  wall_time begin_{}, end_{};
};

}  // namespace

result<export_summary> export_runs(const std::filesystem::path& file, const export_filter& filter,
                                   const std::function<bool(std::string_view)>& write,
                                   const progress_listener& listener) {
  auto opened = reading::open(file);
  if (!opened) return opened.error();
  return reading::guarded(file, [&]() -> result<export_summary> {
    exporter out(**opened, filter);
    if (const auto known = out.find_tests(); !known) return known.error();
    return out.run(write, listener);
  });
}

}  // namespace canary::store
