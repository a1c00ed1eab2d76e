#pragma once
// What is told of the store and of those who read events, as whoever scrapes it sees it.

#include <cstdint>

namespace canary::metrics {

/// How the store does.
struct store_figures {
  std::uint64_t runs = 0;          ///< stored
  std::uint64_t queue_length = 0;  ///< writes that are not durable yet
  std::uint64_t size_bytes = 0;    ///< of the file's used pages, free ones among them
  std::uint64_t free_bytes = 0;    ///< of those that are free
  std::uint64_t dropped = 0;       ///< writes given up, since the start
  std::uint64_t removed_by_age = 0, removed_by_count = 0, removed_by_size = 0;  ///< runs, likewise
};

/// Those who read `GET /api/v1/events`.
struct event_reader_figures {
  std::uint64_t readers = 0;
  std::uint64_t dropped = 0;  ///< for being too slow, since the start
};

}  // namespace canary::metrics
