#include "canary/command/control.hpp"

#include "canary/app/version.hpp"
#include "canary/command/completion.hpp"
#include "canary/command/exit_code.hpp"
#include "canary/core/standard_output.hpp"
#include "command/check_command.hpp"
#include "command/database_command.hpp"
#include "command/declarations.hpp"
#include "command/import_command.hpp"
#include "command/new_command.hpp"
#include "command/remote_command.hpp"
#include "command/run_command.hpp"

#include <unistd.h>

#include <cstdio>

namespace canary::command {

namespace {

int print_completion(const std::string& shell) {
  const auto text = completion_text(shell, completed_programs());
  if (!text) return std::fprintf(stderr, "canaryctl: %s\n", text.error().message.c_str()), bad_usage;
  std::fputs(text->c_str(), stdout);
  return success;
}

int obey(const control_options& options, const std::function<const char*(const char*)>& get) {
  switch (options.what) {
    case control_command::help:
      std::fputs(control_help().c_str(), stdout);
      return success;
    case control_command::version:
      std::fputs(app::version_text("canaryctl").c_str(), stdout);
      return success;
    case control_command::check:
      return check(options, get);
    case control_command::completion:
      return print_completion(options.shell);
    case control_command::database: {
      database_options database = options.database;
      if (const auto applied = apply_environment(database, get); !applied) {
        std::fprintf(stderr, "canaryctl: %s\n", applied.error().message.c_str());
        return bad_usage;
      }
      return run_database_command(database);
    }
    case control_command::remote: {
      remote_options remote = options.remote;
      if (const auto applied = apply_environment(remote, get); !applied) {
        std::fprintf(stderr, "canaryctl: %s\n", applied.error().message.c_str());
        return bad_usage;
      }
      return run_remote_command(remote, choose_look(facts_of_output(STDOUT_FILENO), remote.colour, get));
    }
    case control_command::project:
      return run_new_command(options.project);
    case control_command::types:
      return run_types_command(options.types);
    case control_command::token:
      return run_token_command(options.token);
    case control_command::import:
      return import_recording(options.recorded);
    case control_command::run:
      break;
  }
  return run_tests(options, get);
}

}  // namespace

int run_control(const control_options& options, const std::function<const char*(const char*)>& get) {
  const int code = obey(options, get);
  const auto trouble = finish_standard_output();
  if (trouble.empty()) return code;
  std::fprintf(stderr, "canaryctl: %s\n", trouble.c_str());
  return code == success ? other_failure : code;
}

}  // namespace canary::command
