#include "command/new_command.hpp"

#include "canary/command/exit_code.hpp"
#include "canary/core/embedded.hpp"
#include "canary/core/system_text.hpp"
#include "command/declarations.hpp"
#include "command/new_file.hpp"

#include <cstdio>
#include <map>

namespace canary::embedded {
std::span<const file> starter_files();
}

namespace canary::command {
namespace {

using path = std::filesystem::path;

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
}

/// Where a file of src/command/starter belongs in the project; '' where it is for the other language.
path place_of(std::string_view name, bool typescript) {
  const path file(name);
  if (name == "gitignore" || name == "env.example") return "." + file.string();
  if (name == "tsconfig.json") return typescript ? file : path("jsconfig.json");
  if (name == "config.js" || name == "README.md") return file;
  return (file.extension() == ".ts") == typescript ? "canaries" / file : path();
}

/// By their paths in the project.
std::map<path, std::string> files_of(const new_order& order) {
  std::map<path, std::string> all{{"types/canary.d.ts", declarations()}};
  for (const auto& file : embedded::starter_files()) {
    const path place = place_of(file.name, order.typescript);
    if (place.empty()) continue;
    std::string text(file.content);
    replace_all(text, "@NAME@", order.name);
    replace_all(text, "@EXTENSION@", order.typescript ? "ts" : "js");
    all.emplace(place, std::move(text));
  }
  return all;
}

result<void> write_all(const path& folder, const std::map<path, std::string>& files) {
  for (const auto& [place, text] : files) {
    std::error_code failed;
    const path whole = folder / place;
    std::filesystem::create_directories(whole.parent_path(), failed);
    if (failed) return error{whole.parent_path().string() + " cannot be made: " + system_text(failed.value())};
    if (auto written = write_new_file(whole, text); !written) return written;
  }
  return {};
}

int refuse(const std::string& why) {
  std::fprintf(stderr, "canaryctl: %s\n", why.c_str());
  return bad_usage;
}

}  // namespace

int run_new_command(const new_order& order) {
  const path folder(order.name);
  std::error_code failed;
  // Whoever makes the folder owns it: what was there before is never written into.
  if (!std::filesystem::create_directory(folder, failed)) {
    if (failed && failed != std::errc::file_exists) {
      return refuse("'" + order.name + "' cannot be made: " + system_text(failed.value()));
    }
    return refuse("'" + order.name + "' is there already, and stays as it is; take another name");
  }
  const auto files = files_of(order);
  if (const auto written = write_all(folder, files); !written) {
    std::filesystem::remove_all(folder, failed);
    return refuse(written.error().message);
  }
  std::printf("made %s, with\n\n", order.name.c_str());
  for (const auto& [place, text] : files) std::printf("  %s\n", place.c_str());
  std::printf(
      "\nNext:\n\n"
      "  cd %s\n"
      "  canaryctl run                           run what config.js registers\n"
      "  canaryctl run --watch canaries/hello.%s again on each save\n"
      "  cp .env.example .env                    then set TARGET in it, and\n"
      "  canaryctl run --env-file .env           'front page' runs, too\n",
      order.name.c_str(), order.typescript ? "ts" : "js");
  return success;
}

}  // namespace canary::command
