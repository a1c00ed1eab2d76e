#include "canary/config/secrets.hpp"

#include "canary/core/utf8.hpp"

#include <algorithm>
#include <fstream>

namespace canary::config {
namespace {

constexpr std::size_t most_secrets = 1000, most_bytes = 64u << 10;

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  });
}

result<std::string> read_secret(const std::filesystem::path& file) {
  const auto wrong = [&](const std::string& why) { return error{"the secret " + file.string() + " " + why}; };
  std::ifstream in(file, std::ios::binary);
  std::string value(most_bytes + 2, '\0');
  in.read(value.data(), static_cast<std::streamsize>(value.size()));
  if (!in.is_open() || in.bad()) return wrong("cannot be read");
  value.resize(static_cast<std::size_t>(in.gcount()));
  if (value.ends_with('\n')) value.pop_back();
  if (value.ends_with('\r')) value.pop_back();
  if (value.size() > most_bytes) return wrong("is larger than 64 KiB");
  if (value.size() < shortest_secret) return wrong("is shorter than 4 bytes, and could not be masked");
  if (!valid_utf8(value)) return wrong("is not UTF-8 text");
  return {boost::system::in_place_value, std::move(value)};
}

}  // namespace

result<secret_map> load_secrets(const std::filesystem::path& folder, std::string_view prefix) {
  secret_map out;
  std::error_code failed;
  for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string file = at->path().filename().string();
    std::error_code unknown;
    if (file.starts_with('.') || !file.starts_with(prefix) || !at->is_regular_file(unknown)) continue;
    const std::string name = file.substr(prefix.size());
    if (!is_name(name)) {
      return error{"the secret " + at->path().string() + " needs a name of letters, digits, '.', '_' and '-'"};
    }
    if (out.size() == most_secrets) return error{"there are more than 1,000 secrets in " + folder.string()};
    auto value = read_secret(at->path());
    if (!value) return value.error();
    out.emplace(name, std::move(*value));
  }
  if (failed) return error{"the secrets in " + folder.string() + " cannot be read: " + failed.message()};
  return {boost::system::in_place_value, std::move(out)};
}

}  // namespace canary::config
