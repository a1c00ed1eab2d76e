#include "bench/store/contest.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <future>
#include <stdexcept>

namespace canary::bench {

contest::contest(std::filesystem::path folder, const run_generator::plan& what)
    : time(create_real_clock(loop.get_executor())),
      plan(what),
      folder_(std::move(folder)),
      sides_{player{folder_ / "canary.db", run_generator(what), nullptr},
             player{folder_ / "sqlite.db", run_generator(what), nullptr}} {}

void contest::open(side s, store::durability how, nanoseconds keep_passes) {
  sides_[s].db = (s == ours ? open_ours : open_sqlite)({folder_, how, keep_passes}, loop, *time);
}

void contest::open(store::durability how) {
  open(ours, how);
  open(sqlite, how);
}

void contest::close() {
  close(ours);
  close(sqlite);
}

void contest::fill_unseen(std::uint64_t runs) {
  const auto fill = [this, runs](side s) {
    boost::asio::io_context own_loop(1);
    const auto own_time = create_real_clock(own_loop.get_executor());
    const place where{folder_, store::durability::relaxed};
    const auto db = (s == ours ? open_ours : open_sqlite)(where, own_loop, *own_time);
    feeder(*db, sides_[s].from, own_loop, *own_time).fill(runs, busy);
  };
  auto other = std::async(std::launch::async, fill, sqlite);
  fill(ours);
  progress("canaryd's is filled");
  other.get();
}

std::uint64_t contest::bytes(side s) const { return std::filesystem::file_size(sides_[s].file); }

void contest::make_cold(side s) const {
  const int file = ::open(sides_[s].file.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = file >= 0 && ::fsync(file) == 0 && ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) == 0;
  if (file >= 0) ::close(file);
  if (!done) throw std::runtime_error("the system keeps the file in memory");
}

figures contest::in_turns(const std::function<double(side)>& measure) const {
  figures all;
  for (int round = 0; round < rounds; ++round) {
    for (const side s : {round % 2 == 0 ? ours : sqlite, round % 2 == 0 ? sqlite : ours}) {
      (s == ours ? all.ours : all.sqlite).push_back(measure(s));
    }
  }
  return all;
}

}  // namespace canary::bench
