// store_bench FOLDER RUNS…: fills databases of these sizes in the folder, canaryd's and SQLite's, measures both, and
// prints lines of JSON, each with some rows. The folder is left as it was unless this is killed.

#include "bench/store/contest.hpp"

#include <boost/json/serialize.hpp>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace canary::bench {
namespace {

/// Midnight, and some minutes: windows that end now begin and end within an hour.
constexpr wall_time end_of_span = std::chrono::sys_days{std::chrono::year{2026} / 1 / 15} + std::chrono::minutes{17};

constexpr std::uint64_t bytes_a_run = 1200;  // of both, with room to spare

run_generator::plan plan_of(std::uint64_t runs) {
  return {.runs = runs, .end = end_of_span, .sample_every = std::max<std::uint64_t>(runs / 20'000, 1)};
}

class subfolder {
 public:
  explicit subfolder(const std::filesystem::path& path) : path_(path) { std::filesystem::create_directories(path_); }
  ~subfolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  subfolder(const subfolder&) = delete;
  subfolder& operator=(const subfolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

void print(const std::string& name, std::uint64_t runs, report& rows) {
  const boost::json::object line{{"series", name}, {"runs", runs}, {"rows", rows.take()}};
  std::printf("%s\n", boost::json::serialize(line).c_str());
  std::fflush(stdout);
}

double bytes_per_run(const contest& of, contest::side s) {
  return static_cast<double>(of.bytes(s)) / static_cast<double>(of.plan.runs);
}

void measure_size(const std::filesystem::path& in, std::uint64_t runs) {
  const subfolder folder(in / std::to_string(runs));
  if (std::filesystem::space(in).available < runs * bytes_a_run) {
    throw std::runtime_error("too little room in " + in.string() + " for " + std::to_string(runs) + " runs");
  }
  contest of(folder.path(), plan_of(runs));
  // A large size takes long: what is known is told at once.
  const auto tell = [&](auto measure) {
    report rows;
    measure(rows);
    print("size", runs, rows);
  };
  tell([&](report& to) { measure_filling(of, to); });
  of.close();
  tell([&](report& to) {
    to.add("stored, with three log lines", "bytes/run",
           {{bytes_per_run(of, contest::ours)}, {bytes_per_run(of, contest::sqlite)}});
  });
  of.open();
  tell([&](report& to) { measure_reads(of, to); });
  tell([&](report& to) { measure_opening(of, to); });
  for (const double rate : {100.0, 1000.0, 5000.0}) {
    tell([&](report& to) { measure_pace(of, to, rate); });
  }
  of.close();
  of.open(store::durability::relaxed);
  tell([&](report& to) { measure_relaxed(of, to); });
  tell([&](report& to) { measure_retention(of, to); });
}

void measure_details(const std::filesystem::path& in) {
  report rows;
  for (const detail_kind kind : {detail_kind::none, detail_kind::logs, detail_kind::logs_and_trace}) {
    const subfolder folder(in / "details");
    run_generator::plan what = plan_of(100'000);
    what.details = kind;
    contest of(folder.path(), what);
    of.fill_unseen(what.runs);
    rows.add(std::string("run that leaves ") + to_string(kind), "bytes/run",
             {{bytes_per_run(of, contest::ours)}, {bytes_per_run(of, contest::sqlite)}});
  }
  print("details", 100'000, rows);
}

}  // namespace
}  // namespace canary::bench

int main(int argc, char** argv) try {
  if (argc < 3) throw std::runtime_error("usage: store_bench FOLDER RUNS...");
  for (int i = 2; i < argc; ++i) canary::bench::measure_size(argv[1], std::stoull(argv[i]));
  canary::bench::measure_details(argv[1]);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "store_bench: %s\n", problem.what());
  return 1;
}
