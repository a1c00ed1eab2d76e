#include "canary/core/system_text.hpp"
#include "command/env_file.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>

namespace canary::command {

result<variables> read_env_file(const std::filesystem::path& path) {
  constexpr std::size_t largest = 1u << 20;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) return error{path.string() + " cannot be read: " + system_text(errno)};
  std::string text(largest + 1, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file.get()));
  if (std::ferror(file.get()) != 0) return error{path.string() + " cannot be read: " + system_text(errno)};
  if (text.size() > largest) return error{path.string() + " is larger than 1 MiB"};
  return parse_env_file(text, path.string());
}

}  // namespace canary::command
