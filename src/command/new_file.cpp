#include "command/new_file.hpp"

#include "canary/core/system_text.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>

namespace canary::command {

result<void> write_file(const std::filesystem::path& path, std::string_view text, file_must before) {
  const char* const mode = before == file_must::not_exist ? "wbx" : "wb";
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), mode), std::fclose);
  const bool written = file && std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
  if (file && std::fclose(file.release()) == 0 && written) return {};
  return error{path.string() + " cannot be written: " + system_text(errno)};
}

}  // namespace canary::command
