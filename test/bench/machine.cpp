#include "bench/machine.hpp"

#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace canary::bench {
namespace {

nanoseconds sum_of(const rusage& used) {
  const auto span = [](const timeval& t) {
    return std::chrono::seconds{t.tv_sec} + std::chrono::microseconds{t.tv_usec};
  };
  return span(used.ru_utime) + span(used.ru_stime);
}

std::uint64_t number_in(const char* file, std::string_view name) {
  std::ifstream lines(file);
  std::string line;
  while (std::getline(lines, line)) {
    if (line.starts_with(name)) return std::stoull(line.substr(name.size()));
  }
  throw std::runtime_error(std::string(file) + " tells no " + std::string(name));
}

std::string read_all(int descriptor) {
  std::string all;
  char buffer[4096];
  for (ssize_t got; (got = ::read(descriptor, buffer, sizeof buffer)) > 0;) all.append(buffer, std::size_t(got));
  ::close(descriptor);
  return all;
}

// Forks, has `child` write to the pipe it is given, and returns what it wrote.
program_result from_child(const std::function<int(int out)>& child, int& status) {
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t pid = ::fork();
  if (pid < 0) throw std::runtime_error("no process");
  if (pid == 0) {
    ::close(ends[0]);
    ::_exit(child(ends[1]));
  }
  ::close(ends[1]);
  program_result result{read_all(ends[0]), {}};
  rusage used{};
  ::wait4(pid, &status, 0, &used);
  result.cpu = sum_of(used);
  return result;
}

}  // namespace

nanoseconds cpu_time() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return sum_of(used);
}

std::uint64_t written_bytes() { return number_in("/proc/self/io", "wchar:"); }

std::uint64_t resident_bytes() { return number_in("/proc/self/smaps_rollup", "Rss:") << 10; }

int server_core() { return static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN)) - 1; }

void stay_on_core(int core) {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  CPU_SET(static_cast<std::size_t>(core), &cores);
  if (::sched_setaffinity(0, sizeof cores, &cores) != 0) throw std::runtime_error("cannot be kept on one core");
}

scratch_folder::scratch_folder() : path_("bench-XXXXXX") {
  path_ = std::filesystem::current_path() / path_;
  if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no folder can be made: " + path_);
}

scratch_folder::~scratch_folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void scratch_folder::write(const std::string& name, const std::string& text) const {
  std::ofstream(path_ + "/" + name) << text;
}

program_result run_program(const std::vector<std::string>& command) {
  int status = 0;
  auto result = from_child(
      [&](int out) {
        ::dup2(out, STDOUT_FILENO);
        std::vector<char*> words;
        for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
        words.push_back(nullptr);
        ::execvp(words[0], words.data());
        return 127;
      },
      status);
  if (status != 0) throw std::runtime_error(command[0] + " failed: " + result.output);
  return result;
}

std::vector<double> in_child(const std::function<std::vector<double>()>& measure) {
  int status = 0;
  const auto result = from_child(
      [&](int out) {
        std::ostringstream told;
        int failed = 0;
        try {
          for (const double value : measure()) told << value << ' ';
        } catch (const std::exception& problem) {
          told.str(problem.what());
          failed = 1;
        }
        const std::string text = told.str();
        return ::write(out, text.data(), text.size()) == ssize_t(text.size()) ? failed : 1;
      },
      status);
  if (status != 0) throw std::runtime_error(result.output.empty() ? "the child process died" : result.output);
  std::istringstream values(result.output);
  std::vector<double> all;
  for (double value; values >> value;) all.push_back(value);
  return all;
}

}  // namespace canary::bench
