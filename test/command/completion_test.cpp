#include "canary/command/completion.hpp"

#include "canary/command/control_options.hpp"
#include "canary/config/options.hpp"
#include "support/catch.hpp"

using namespace canary;
using namespace canary::command;

TEST_CASE("every flag and command that there is can be completed, in every shell") {
  const auto programs = completed_programs();
  REQUIRE(programs.size() == 2);
  for (const char* shell : {"bash", "zsh", "fish"}) {
    CAPTURE(shell);
    const auto text = completion_text(shell, programs);
    REQUIRE(text.has_value());
    for (const auto& program : programs) {
      for (const auto& command : program.commands) {
        CHECK(text->find(command.name) != std::string::npos);
        for (const auto& flag : command.flags) {
          CAPTURE(flag.name);
          CHECK(text->find((shell == std::string("fish") ? "-l " : "--") + flag.name) != std::string::npos);
        }
      }
    }
  }
  CHECK(completion_text("tcsh", programs).error().message == "completion is for bash, zsh or fish, not 'tcsh'");
}

TEST_CASE("what is offered is what the programs take") {
  const auto programs = completed_programs();
  for (const auto& command : programs[0].commands) {
    if (command.name != "run" && command.name != "check") continue;
    for (const auto& flag : command.flags) {
      CAPTURE(command.name, flag.name);
      const std::string given = "--" + flag.name;
      const std::string value = !flag.words.empty()           ? flag.words.substr(0, flag.words.find(' '))
                                : flag.name == "timeout"      ? "1s"
                                : flag.name == "memory-limit" ? "8MiB"
                                : flag.name == "deny.net"     ? "::1"
                                                              : "1";
      std::vector<const char*> args{command.name.c_str(), given.c_str()};
      if (flag.takes_value) args.push_back(value.c_str());
      const auto parsed = parse_control_options(args);
      CHECK((parsed.has_value() ? "" : parsed.error().message) == "");
    }
  }
  const auto& daemon = programs[1].commands[0];
  for (const auto& flag : daemon.flags) CHECK(config::help_text().find("--" + flag.name) != std::string::npos);
}

TEST_CASE("texts in quotes stay one word") { CHECK(in_quotes("it's [a] $b") == "'it'\\''s [a] $b'"); }
