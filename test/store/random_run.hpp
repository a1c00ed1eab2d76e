#pragma once
// Runs as odd as records can hold them.

#include "store/run_json.hpp"

#include <random>

namespace canary::store::testing {

class random_runs {
 public:
  explicit random_runs(std::uint32_t seed) : random_(seed) {}

  /// Ids ascend.
  whole_run next();

 private:
  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  bool chance() { return below(2) == 0; }
  std::uint64_t number();
  wall_time time();
  std::string text();
  boost::json::value value(int depth);
  boost::json::object fields(int depth);
  failure cause();
  std::shared_ptr<const tls_facts> handshake();
  http_exchange exchange();
  run_details details();
  void add_steps(run_details& out);

  std::mt19937_64 random_;
  std::uint64_t count_ = 0;
  std::shared_ptr<const tls_facts> last_handshake_;
};

}  // namespace canary::store::testing
