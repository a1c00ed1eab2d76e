#include "canary/run/run_log.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace canary::run {

failure run_log::add(log_entry entry) {
  constexpr std::size_t line_overhead = 32;
  const std::size_t size =
      entry.message.size() + line_overhead + (entry.fields.empty() ? 0 : boost::json::serialize(entry.fields).size());
  const std::size_t most_bytes = log_limit_bytes + (cleaning_up_ ? cleanup_bytes : 0);
  const std::size_t most_lines = log_limit_lines + (cleaning_up_ ? cleanup_lines : 0);
  if (bytes_ + size > most_bytes || details_.logs.size() >= most_lines) {
    ++details_.logs_dropped;
    return {failure_class::limit, "the run logged more than 1 MiB or 10,000 lines"};
  }
  bytes_ += size;
  details_.logs.push_back(std::move(entry));
  return {};
}

void run_log::add(std::vector<http_exchange> exchanges) {
  for (auto& exchange : exchanges) {
    if (exchange.tls) met(*exchange.tls);
    if (details_.requests.size() < request_limit) {
      details_.requests.push_back(std::move(exchange));
    } else {
      ++details_.requests_dropped;
    }
  }
}

void run_log::met(const tls_facts& facts) {
  const auto ends = earliest_end(facts);
  if (!ends || (certificates_.size() >= most_hosts && !certificates_.contains(facts.host))) return;
  // A host's machines may show different ones: the first that ends is what somebody has to renew.
  const auto [known, fresh] = certificates_.try_emplace(facts.host, *ends);
  if (!fresh) known->second = std::min(known->second, *ends);
}

failure run_log::may_request(std::size_t more, std::uint32_t most) const {
  const std::size_t made = details_.requests.size() + details_.requests_dropped;
  if (made + more <= most + (cleaning_up_ ? cleanup_requests : 0)) return {};
  return {failure_class::limit,
          "the run made more than " + std::to_string(most) + " HTTP requests, which is the test's max_requests",
          failure_code::too_many_requests};
}

run_details run_log::take(std::optional<script_error> error) {
  details_.error = std::move(error);
  return std::move(details_);
}

}  // namespace canary::run
