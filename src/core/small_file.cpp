#include "canary/core/small_file.hpp"

#include "canary/core/byte_size.hpp"
#include "canary/core/system_text.hpp"

#include <cerrno>
#include <fstream>
#include <utility>

namespace canary {

result<std::string> read_small_file(const std::filesystem::path& file, std::uint64_t most) {
  const std::string shown = file.string();
  std::error_code failed;
  const auto status = std::filesystem::status(file, failed);
  if (status.type() == std::filesystem::file_type::not_found) return error{"there is no file " + shown};
  if (failed) return error{shown + " cannot be read: " + failed.message()};
  if (!std::filesystem::is_regular_file(status)) return error{shown + " is no regular file"};
  const auto unreadable = [&] { return error{shown + " cannot be read: " + system_text(errno)}; };
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in) return unreadable();
  // It may grow meanwhile: what is read is bounded, whatever was told of its size.
  std::string text;
  char some[16 * 1024];
  while (in.read(some, sizeof some), in.gcount() > 0) {
    text.append(some, static_cast<std::size_t>(in.gcount()));
    if (text.size() > most) return error{shown + " is larger than " + format_byte_size(most)};
  }
  if (in.bad()) return unreadable();
  return {boost::system::in_place_value, std::move(text)};
}

}  // namespace canary
