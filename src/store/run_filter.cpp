#include "run_filter.hpp"

#include <algorithm>

namespace canary::store {
namespace {

/// Lists that are worth a look-up each. Past it, the list of all tests is walked, of which so many tests are a part.
constexpr std::size_t most_lists = 256;

}  // namespace

run_filter::run_filter(const lmdb::transaction& txn, const tables& in, const run_query& query) : query_(query) {
  const auto add = [&](const std::string& name) {
    if (name.empty() || name.size() > longest_test_name) return;
    const auto found = txn.get(in.names, name);
    if (const auto number = found ? number_of(*found) : std::nullopt) numbers_.push_back(*number);
  };
  if (query.test) add(*query.test);
  if (query.tests) {
    const std::vector<std::uint32_t> one = std::move(numbers_);
    numbers_.clear();
    for (const std::string& name : *query.tests) add(name);
    if (query.test) std::erase_if(numbers_, [&](std::uint32_t n) { return one.empty() || n != one.front(); });
  }
  of_all_ = !query.test && !query.tests;
  std::sort(numbers_.begin(), numbers_.end());
  numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
  if (of_all_ || !numbers_.empty()) choose(in);
}

void run_filter::choose(const tables& in) {
  const auto status = query_.status;
  if (status == run_status::running) {
    lists_.push_back({in.ongoing, std::nullopt});
  } else if (query_.kind && *query_.kind != failure_class::none) {
    if (status != run_status::passed && status != run_status::skipped) add_lists(in.failures, part_of(*query_.kind));
  } else if (status == run_status::failed) {
    add_lists(in.failures, any_failure);
  } else if (status == run_status::interrupted) {
    add_lists(in.failures, part_of(failure_class::interrupted));
  } else if (status == run_status::skipped) {
    add_lists(in.failures, skipped_runs);
  } else if (query_.attempt && *query_.attempt != 1) {
    add_lists(in.retries, part_of_attempt(*query_.attempt));
  } else if (of_all_ || numbers_.size() > most_lists) {
    lists_.push_back({in.runs, std::nullopt});
  } else {
    for (const std::uint32_t number : numbers_) {
      lists_.push_back({in.recent, key_of(number)});
      lists_.push_back({in.by_test, key_of(number)});
    }
  }
}

void run_filter::add_lists(lmdb::table table, std::uint8_t part) {
  if (of_all_ || numbers_.size() > most_lists) return lists_.push_back({table, key_of(all_tests, part)});
  for (const std::uint32_t number : numbers_) lists_.push_back({table, key_of(number, part)});
}

bool run_filter::matches(const run_record& record, std::uint32_t test_number) const {
  return (of_all_ || std::binary_search(numbers_.begin(), numbers_.end(), test_number)) &&
         (!query_.status || record.status == *query_.status) && (!query_.kind || record.cause.kind == *query_.kind) &&
         (!query_.attempt || record.attempt == *query_.attempt) &&
         (!query_.since || record.start_at >= *query_.since) && (!query_.until || record.start_at < *query_.until);
}

}  // namespace canary::store
