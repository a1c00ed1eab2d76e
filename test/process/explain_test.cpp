// What is told of programs, in words.

#include "process/explain.hpp"

#include "support/catch.hpp"

#include <cerrno>
#include <csignal>

using namespace canary::process;

TEST_CASE("signals are told by name") {
  CHECK(signal_name(SIGTERM) == "SIGTERM");
  CHECK(signal_name(SIGSEGV) == "SIGSEGV");
  CHECK(signal_name(64) == "signal 64");
}

TEST_CASE("what was written last is one line of text, whatever the bytes are") {
  const std::pair<std::string, std::string> rows[] = {
      {"", ""},
      {"\n \r\n", ""},
      {"first\nlast", "; its stderr ended with 'last'"},
      {"first\nlast\r\n\n", "; its stderr ended with 'last'"},
      {"grün", "; its stderr ended with 'grün'"},
      {std::string("a\0\x1b[31mb\xff\xc2\x9b", 11),
       "; its stderr ended with 'a?"
       "?[31mb?"
       "?'"},
      {std::string(150, 'x') + std::string(200, 'y'), "; its stderr ended with '" + std::string(200, 'y') + "'"},
      {"ü" + std::string(199, 'y'), "; its stderr ended with '?" + std::string(199, 'y') + "'"},
  };
  for (const auto& [err, expected] : rows) {
    CAPTURE(err);
    CHECK(last_words(err) == expected);
  }
}

TEST_CASE("where a program starts is told without detours") {
  CHECK(folder_of({.words = {"a"}}, "/work") == "/work");
  CHECK(folder_of({.words = {"a"}, .folder = "./x/../y"}, "/work") == "/work/y");
  CHECK(folder_of({.words = {"a"}, .folder = "/tmp"}, "/work") == "/tmp");
}

TEST_CASE("errors that the operator can mend say where") {
  CHECK(error_text(EMFILE).find("LimitNOFILE") != std::string::npos);
  CHECK(error_text(EAGAIN).find("TasksMax") != std::string::npos);
  CHECK(error_text(EACCES) == "Permission denied");
}
