#include "command/flag_values.hpp"

#include <algorithm>
#include <charconv>

namespace canary::command {

result<std::uint64_t> read_count(std::string_view flag, const std::string& value, std::uint64_t most) {
  std::uint64_t count = 0;
  const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), count);
  if (problem == std::errc{} && end == value.data() + value.size() && count >= 1 && count <= most) return count;
  return error{std::string(flag) + " takes a number from 1 to " + std::to_string(most) + ", not '" + value + "'"};
}

result<colour_wish> read_colour(const std::string& value) {
  if (value == "auto") return colour_wish::when_terminal;
  if (value == "always") return colour_wish::always;
  if (value == "never") return colour_wish::never;
  return error{"--color is auto, always or never, not '" + value + "'"};
}

result<run_status> read_status(const std::string& value) {
  if (const auto status = parse_run_status(value)) return *status;
  return error{"--status is running, passed, failed, interrupted or skipped, not '" + value + "'"};
}

result<std::string> read_daemon_url(const std::string& value) {
  if (!value.starts_with("http://") && !value.starts_with("https://")) {
    return error{"--url takes the daemon's address, such as http://127.0.0.1:8080, not '" + value + "'"};
  }
  return {boost::system::in_place_value, value.substr(0, value.find_last_not_of('/') + 1)};
}

result<std::filesystem::path> read_ca(const std::string& value) {
  if (value.empty()) return error{"--ca takes a file of certificates (PEM)"};
  return {boost::system::in_place_value, value};
}

// What would end a header's line is no token, and would be shown in an error of the request.
result<std::string> read_token(const std::function<const char*(const char* name)>& get) {
  constexpr std::size_t longest = 4096;
  const char* found = get("CANARYCTL_TOKEN");
  const std::string_view text = found != nullptr ? found : "";
  if (text.size() > longest || !std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; })) {
    return error{"CANARYCTL_TOKEN has a space, a line end, or something else in it that no token has"};
  }
  return {boost::system::in_place_value, text};
}

}  // namespace canary::command
