#include "command/declarations.hpp"

#include "canary/command/exit_code.hpp"
#include "canary/core/embedded.hpp"
#include "command/new_file.hpp"

#include <array>
#include <cstdio>
#include <fstream>

namespace canary::embedded {
std::span<const file> declaration_files();
}

namespace canary::command {
namespace {

constexpr std::string_view head =
    "// What canaryd gives to canaries, made by `canaryctl types`: it is written anew by that.\n";

// Whether nothing is lost by writing it.
result<void> check_replaceable(const std::filesystem::path& path) {
  std::error_code none;
  if (std::filesystem::symlink_status(path, none).type() == std::filesystem::file_type::not_found) return {};
  std::array<char, head.size()> begin{};
  if (std::ifstream old(path, std::ios::binary);
      old.read(begin.data(), begin.size()) && std::string_view(begin.data(), begin.size()) == head) {
    return {};
  }
  return error{path.string() + " is there already, and was not written by canaryctl types; it stays as it is"};
}

}  // namespace

std::string declarations() {
  std::string all(head);
  for (const auto& file : embedded::declaration_files()) all.append("\n").append(file.content);
  return all;
}

int run_types_command(const types_order& order) {
  const std::string text = declarations();
  if (order.output.empty()) return std::fwrite(text.data(), 1, text.size(), stdout), success;
  std::error_code none;
  const auto path = std::filesystem::is_directory(order.output, none) ? order.output / "canary.d.ts" : order.output;
  auto done = check_replaceable(path);
  if (done) done = write_new_file(path, text, {.replace = true});
  if (done) return std::printf("wrote %s\n", path.c_str()), success;
  std::fprintf(stderr, "canaryctl: %s\n", done.error().message.c_str());
  return bad_usage;
}

}  // namespace canary::command
