#include "config/read_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace canary::config {

result<std::string> read_script(const std::filesystem::path& path, const std::string& shown) {
  constexpr std::uintmax_t most = 4u << 20;
  std::error_code failed;
  const auto absolute = std::filesystem::absolute(path, failed).lexically_normal();
  const auto status = std::filesystem::status(path, failed);
  if (!std::filesystem::exists(status)) {
    return error{"there is no file '" + shown + "' (looked for " + absolute.string() + ")"};
  }
  if (!std::filesystem::is_regular_file(status))
    return error{"'" + shown + "' is no regular file (" + absolute.string() + ")"};
  const auto size = std::filesystem::file_size(path, failed);
  if (!failed && size > most) return error{"'" + shown + "' is larger than 4 MiB (" + absolute.string() + ")"};
  std::ifstream in(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.good() && !in.eof()) {
    return error{"'" + shown + "' cannot be read: " + std::strerror(errno) + " (" + absolute.string() + ")"};
  }
  if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
  return {boost::system::in_place_value, std::move(text)};
}

}  // namespace canary::config
