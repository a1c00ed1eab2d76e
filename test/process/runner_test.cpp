// What a program is given, and what is told of its end.

#include "process/bench.hpp"

#include <csignal>

#include <unistd.h>

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;
using process::program_end;

namespace {

failure failure_of(const outcome<program_end>& got) {
  REQUIRE(got.has_error());
  return got.error();
}

void write_program(const temporary_folder& folder, const std::string& name, const std::string& text) {
  folder.write(name, text);
  std::filesystem::permissions(folder.path() / name, std::filesystem::perms::owner_all);
}

}  // namespace

TEST_CASE("a program's code, signal, stdout and stderr are told apart") {
  process_bench bench;
  struct row {
    const char* script;
    std::optional<int> code;
    const char *signal, *out, *err;
  };
  const row rows[] = {
      {"", 0, "", "", ""},
      {"echo out; echo err >&2; exit 3", 3, "", "out\n", "err\n"},
      {"exit 255", 255, "", "", ""},
      {"printf 'a\\0b\\377'", 0, "", "a\\0b\\377", ""},
      {"kill -KILL $$", {}, "SIGKILL", "", ""},
      {"kill -SEGV $$", {}, "SIGSEGV", "", ""},
      {"kill -TERM $$; sleep 60", {}, "SIGTERM", "", ""},
      {"kill -34 $$", {}, "signal 34", "", ""},
  };
  for (const auto& r : rows) {
    CAPTURE(r.script);
    const auto got = bench.shell(r.script);
    REQUIRE(got.has_value());
    CHECK(got->code == r.code);
    CHECK(got->signal == r.signal);
    CHECK(got->err == r.err);
    CHECK(got->duration > 0ns);
    if (std::string(r.out).starts_with("a")) {
      CHECK(got->out == std::string("a\0b\377", 4));
    } else {
      CHECK(got->out == r.out);
    }
  }
}

TEST_CASE("arguments arrive as they are, and no shell sees them") {
  process_bench bench;
  const std::vector<std::string> hostile = {"",  " ",   "$HOME", "`id`",         "a;b",
                                            "*", "'\"", "-n",    "zwei\nZeilen", "\xff\x01"};
  process::program_order order{.words = {"printf", "<%s>"}};
  std::string expected;
  for (const auto& word : hostile) {
    order.words.push_back(word);
    expected += "<" + word + ">";
  }
  const auto got = bench.execute(order);
  REQUIRE(got.has_value());
  CHECK(got->out == expected);
}

TEST_CASE("a program sees the environment that it was given, and nothing of ours") {
  process_bench bench;
  ::setenv("CANARY_TEST_SECRET", "feathers", 1);
  const auto env = bench.execute({.words = {"env"}, .environment = {"A=1", "B=two words", "C="}});
  REQUIRE(env.has_value());
  CHECK(env->out == "A=1\nB=two words\nC=\n");
  CHECK(bench.execute({.words = {"env"}})->out.empty());
  ::unsetenv("CANARY_TEST_SECRET");
}

TEST_CASE("a program starts with three descriptors, and ours are not among them") {
  process_bench bench;
  const int ours = ::dup(0);
  const int high = ::dup2(ours, 500);
  REQUIRE(high == 500);
  for (const std::string input : {"", "given"}) {
    CAPTURE(input);
    // `ls` itself has the folder open that it lists.
    const auto got = bench.execute({.words = {"ls", "/proc/self/fd"}, .input = input});
    REQUIRE(got.has_value());
    CHECK(got->out == "0\n1\n2\n3\n");
  }
  const auto in = bench.execute({.words = {"readlink", "/proc/self/fd/0"}});
  CHECK(in->out == "/dev/null\n");
  ::close(ours);
  ::close(high);
}

TEST_CASE("a program starts with all signals as a new process has them, in a session without a terminal") {
  process_bench bench;
  sigset_t some, before;
  sigemptyset(&some);
  sigaddset(&some, SIGUSR1);
  sigprocmask(SIG_BLOCK, &some, &before);
  const auto status = bench.execute({.words = {"cat", "/proc/self/status"}});
  sigprocmask(SIG_SETMASK, &before, nullptr);
  REQUIRE(status.has_value());
  for (const std::string name : {"SigBlk", "SigIgn", "SigCgt"}) {
    CAPTURE(name, status->out);
    CHECK(status->out.find(name + ":\t0000000000000000\n") != std::string::npos);
  }

  const auto stat = bench.execute({.words = {"cat", "/proc/self/stat"}});
  REQUIRE(stat.has_value());
  int pid = 0, group = 0, session = 0, terminal = -1;
  REQUIRE(std::sscanf(stat->out.c_str(), "%d (cat) %*c %*d %d %d %d", &pid, &group, &session, &terminal) == 4);
  CHECK(group == pid);
  CHECK(session == pid);
  CHECK(terminal == 0);
}

TEST_CASE("stdin arrives whole, and need not be read") {
  process_bench bench;
  const std::string large(10u << 20, 'x');
  const auto counted = bench.execute({.words = {"wc", "-c"}, .input = large});
  REQUIRE(counted.has_value());
  CHECK(counted->out == "10485760\n");
  const auto echoed = bench.execute({.words = {"cat"}, .input = large});
  REQUIRE(echoed.has_value());
  CHECK(echoed->out == large);
  const auto unread = bench.execute({.words = {"true"}, .input = large});
  REQUIRE(unread.has_value());
  CHECK(unread->code == 0);
  const auto closed = bench.execute({.words = {"sh", "-c", "exec <&-; echo on"}, .input = large});
  REQUIRE(closed.has_value());
  CHECK(closed->out == "on\n");
}

TEST_CASE("a program starts in the runner's folder, or in one that is relative to it") {
  temporary_folder folder;
  std::filesystem::create_directory(folder.path() / "below");
  write_program(folder, "tool", "#!/bin/sh\npwd\n");
  const std::string tool = folder.path() / "tool";
  process_bench bench;
  bench.options.work_dir = folder.path();
  CHECK(bench.execute({.words = {"pwd"}})->out == folder.path().string() + "\n");
  CHECK(bench.execute({.words = {"pwd"}, .folder = "below"})->out == folder.path().string() + "/below\n");
  CHECK(bench.execute({.words = {"pwd"}, .folder = "/"})->out == "/\n");
  CHECK(bench.execute({.words = {"./tool"}})->out == folder.path().string() + "\n");
  CHECK(bench.execute({.words = {"../tool"}, .folder = "below"})->out == folder.path().string() + "/below\n");
  CHECK(bench.execute({.words = {tool}, .folder = "/"})->out == "/\n");
}

TEST_CASE("a program that cannot be started says why") {
  temporary_folder folder;
  folder.write("data", "hello\n");
  write_program(folder, "no-interpreter", "#!/nowhere/sh\n");
  write_program(folder, "no-format", "echo hello\n");
  std::filesystem::create_directory(folder.path() / "empty");
  process_bench bench;
  bench.options.work_dir = folder.path();
  const std::string path = folder.path().string();
  struct row {
    process::program_order order;
    std::string message;
  };
  const row rows[] = {
      {{.words = {"no-such"}}, ": there is no program 'no-such' in " + std::string(process::default_search_path)},
      {{.words = {"ls"}, .search_path = path + "/empty:/nowhere"},
       ": there is no program 'ls' in " + path + "/empty:/nowhere"},
      {{.words = {"ls"}, .search_path = ""}, ": there is no program 'ls' in an empty PATH"},
      {{.words = {"./no-such"}}, ": there is no program './no-such' in '" + path + "'"},
      {{.words = {"/nowhere/ls"}}, ": there is no program '/nowhere/ls'"},
      {{.words = {"data/ls"}}, ": there is no program 'data/ls' in '" + path + "'"},
      {{.words = {"./data"}}, ": it may not be executed: Permission denied"},
      {{.words = {"data"}, .search_path = path}, ": it may not be executed: Permission denied"},
      {{.words = {"./empty"}}, ": it may not be executed: Permission denied"},
      {{.words = {"./no-format"}}, ": it is no program: a script begins with a line such as '#!/bin/sh'"},
      {{.words = {"./no-interpreter"}},
       ": the program that is to execute it, named in its first line after '#!' or in its head, is not there"},
      {{.words = {""}}, ": there is no program '' in " + std::string(process::default_search_path)},
      {{.words = {"ls"}, .folder = "gone"},
       ": its working directory '" + path + "/gone' cannot be entered: No such file or directory"},
      {{.words = {"ls"}, .folder = "data"},
       ": its working directory '" + path + "/data' cannot be entered: Not a directory"},
      {{.words = {"ls", std::string(4u << 20, 'x')}},
       ": its arguments and environment are longer than the system takes; give long ones by stdin"},
  };
  for (const auto& r : rows) {
    CAPTURE(r.order.words.front(), r.order.folder, r.order.search_path);
    const auto why = failure_of(bench.execute(r.order));
    CHECK(to_string(why.kind) == "exec");
    CHECK(why.message == "run '" + r.order.words.front() + "'" + r.message);
  }
  // And a folder that has a file of that name which is not ours to execute does not hide the next.
  CHECK(bench.execute({.words = {"data"}, .search_path = path + ":/nowhere"}).has_error());
  folder.write("empty/true", "");
  CHECK(bench.execute({.words = {"true"}, .search_path = path + "/empty:/bin:/usr/bin"}).has_value());
}

TEST_CASE("where there are no descriptors left, that is what is said") {
  process_bench bench;
  REQUIRE(bench.shell("").has_value());
  std::vector<int> taken;
  for (int fd; (fd = ::dup(0)) >= 0;) taken.push_back(fd);
  const auto why = failure_of(bench.shell(""));
  for (const int fd : taken) ::close(fd);
  CHECK(to_string(why.kind) == "exec");
  CHECK(why.message ==
        "run 'sh' could not be started: Too many open files (the limit of open files is reached; see "
        "LimitNOFILE and ulimit -n)");
  CHECK(bench.shell("").has_value());
}
