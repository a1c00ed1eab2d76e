#pragma once
// Another process that a test talks with: LMDB does not let one process open a file twice.

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <string>

namespace canary::store::testing {

/// Answers each question, of one line, by one line. Ends with this.
class beside {
 public:
  explicit beside(const std::function<std::string(const std::string&)>& answer) {
    int down[2], up[2];
    if (::pipe(down) != 0 || ::pipe(up) != 0) throw std::runtime_error("no pipe");
    child_ = ::fork();
    if (child_ < 0) throw std::runtime_error("no process");
    std::FILE* const in = ::fdopen(child_ == 0 ? down[0] : up[0], "r");
    out_ = ::fdopen(child_ == 0 ? up[1] : down[1], "w");
    ::close(child_ == 0 ? down[1] : down[0]);
    ::close(child_ == 0 ? up[0] : up[1]);
    in_ = in;
    if (child_ != 0) return;
    for (std::string question; read(question);) {
      try {
        write(answer(question));
      } catch (const std::exception& thrown) {
        write(thrown.what());
      }
    }
    ::_exit(0);
  }
  ~beside() {
    std::fclose(out_);
    std::fclose(in_);
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  beside(const beside&) = delete;
  beside& operator=(const beside&) = delete;

  /// Without waiting for the answer.
  void tell(const std::string& question) { write(question); }

  std::string ask(const std::string& question) {
    write(question);
    std::string answer;
    if (!read(answer)) throw std::runtime_error("the other process has ended");
    return answer;
  }

 private:
  bool read(std::string& line) {
    line.clear();
    for (int c; (c = std::fgetc(in_)) != EOF; line += static_cast<char>(c)) {
      if (c == '\n') return true;
    }
    return false;
  }
  void write(const std::string& line) {
    std::fputs((line + "\n").c_str(), out_);
    std::fflush(out_);
  }

  pid_t child_ = -1;
  std::FILE *in_ = nullptr, *out_ = nullptr;
};

}  // namespace canary::store::testing
