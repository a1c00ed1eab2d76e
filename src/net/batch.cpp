#include "canary/net/batch.hpp"

#include "canary/core/event.hpp"

#include <algorithm>
#include <exception>
#include <new>

namespace canary::net {
namespace {

// What the workers of one batch share; it outlives them, since the batch waits for the last.
struct workload {
  workload(std::span<const http_request> r, boost::asio::any_io_executor executor)
      : requests(r), results(r.size(), http_result{failure{}, {}}), done(std::move(executor)) {}

  std::span<const http_request> requests;
  std::vector<http_result> results;
  std::size_t next = 0, workers = 0;
  std::uint64_t bytes = 0;
  std::exception_ptr thrown;
  event done;
};

void work(http_session& by, workload& all, const batch_limits& limits, interrupter& stop,
          boost::asio::yield_context yield) {
  while (all.next < all.requests.size()) {
    const std::size_t mine = all.next++;
    if (all.bytes > limits.max_bodies) {
      all.results[mine].response =
          failure{failure_class::limit, "the responses of the batch are over the limit of " +
                                            std::to_string(limits.max_bodies) + " bytes together"};
      continue;
    }
    all.results[mine] = by.perform(all.requests[mine], stop, yield);
    if (all.results[mine].response) all.bytes += all.results[mine].response->body.size();
  }
}

}  // namespace

std::vector<http_result> perform_all(http_session& by, std::span<const http_request> requests,
                                     const batch_limits& limits, interrupter& stop, boost::asio::yield_context yield) {
  workload all(requests, yield.get_executor());
  if (requests.empty()) return {};
  const auto ended = [&all](std::exception_ptr thrown) {
    if (thrown) all.thrown = thrown;
    if (--all.workers == 0) all.done.set();
  };
  all.workers = 1;  // this, until all others are there
  for (std::size_t i = std::min(limits.at_once, requests.size()); i > 0; --i) {
    ++all.workers;
    try {
      boost::asio::spawn(
          yield.get_executor(), [&](boost::asio::yield_context own) { work(by, all, limits, stop, own); }, ended);
    } catch (const std::bad_alloc&) {
      // There is no stack for another. Those that are there do its work; where there are none, nobody can.
      ended(all.next == 0 && all.workers == 2 ? std::current_exception() : nullptr);
      break;
    }
  }
  ended(nullptr);
  all.done.wait(yield);
  if (all.thrown) std::rethrow_exception(all.thrown);
  return std::move(all.results);
}

}  // namespace canary::net
