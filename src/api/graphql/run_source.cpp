#include "run_source.hpp"

#include "canary/api/graphql/sources.hpp"

namespace canary::api::graphql {
namespace {

// Some 20 µs are decoded for the entries that cost 10.
constexpr std::size_t reading_cost = 200, entries_for_one = 10;

std::size_t entries_in(const run_details& details) {
  return details.logs.size() + details.requests.size() + details.steps.size() + details.checks.size();
}

}  // namespace

run_source::run_source(run_record record) : is_(std::make_shared<shared>(shared{std::move(record), {}})) {}

result<const run_details*> run_source::details(const call& c) const {
  const run_details* none = nullptr;
  if (is_->record.status == run_status::running) return none;
  auto& kept = is_->details;
  if (!kept) {
    c.spend(reading_cost);
    kept = std::any_cast<const sources*>(c.root)->runs.find_details(is_->record.id);
    if (*kept && **kept) c.spend(entries_in(***kept) / entries_for_one);
  }
  if (!*kept) return kept->error();
  return **kept ? &***kept : none;
}

}  // namespace canary::api::graphql
