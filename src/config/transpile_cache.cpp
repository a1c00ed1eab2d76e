#include "canary/config/transpile_cache.hpp"

#include "canary/core/small_file.hpp"
#include "canary/script/source_map.hpp"
#include "canary/script/transpiler.hpp"
#include "config/digest.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <vector>

namespace canary::config {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view ending = ".es5";
constexpr std::size_t hash_digits = 64;
constexpr std::uint64_t largest_entry = 64u << 20;

// Its hash says that a file is whole, and not who wrote it: what it has is executed with this user's secrets.
bool is_by_us(const fs::path& place) {
  struct stat there {};
  return ::lstat(place.c_str(), &there) == 0 && S_ISREG(there.st_mode) &&
         (there.st_uid == ::geteuid() || there.st_uid == 0) && (there.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

}  // namespace

fs::path transpile_cache::place_of(std::string_view kind, std::string_view source) const {
  return folder_ / (digest_of({script::transpiler_version(), kind, source}) + std::string(ending));
}

// A file is the hash of the rest, the mappings, and the code, a line each but for the last.
std::optional<script::transpiled> transpile_cache::find(std::string_view kind, std::string_view source) {
  const fs::path place = place_of(kind, source);
  ++misses_;
  if (!is_by_us(place)) return std::nullopt;
  const auto read = read_small_file(place, largest_entry);
  const std::string_view text = read ? std::string_view(*read) : std::string_view();
  if (text.size() <= hash_digits || text[hash_digits] != '\n') return std::nullopt;
  const std::string_view rest = text.substr(hash_digits + 1);
  const std::size_t end = rest.find('\n');
  if (end == rest.npos || digest_of({rest}) != text.substr(0, hash_digits)) return std::nullopt;
  script::transpiled made{std::string(rest.substr(end + 1)), std::string(rest.substr(0, end)), {}};
  auto origins = script::read_mappings(made.mappings);
  if (!origins) return std::nullopt;
  made.origins = std::move(*origins);
  --misses_;
  ++hits_;
  std::error_code ignored;
  const auto now = fs::file_time_type::clock::now();
  if (now - fs::last_write_time(place, ignored) > std::chrono::hours{24}) fs::last_write_time(place, now, ignored);
  return made;
}

void transpile_cache::keep(std::string_view kind, std::string_view source, const script::transpiled& made) {
  std::error_code failed;
  fs::create_directories(folder_, failed);
  const fs::path place = place_of(kind, source);
  const fs::path unfinished = place.string() + "." + std::to_string(getpid());
  const std::string rest = made.mappings + '\n' + made.code;
  std::ofstream out(unfinished, std::ios::binary | std::ios::trunc);
  out << digest_of({rest}) << '\n' << rest;
  out.close();
  // Whatever the mask of new files is.
  if (out) fs::permissions(unfinished, fs::perms::owner_read | fs::perms::owner_write, failed);
  if (out && !failed) fs::rename(unfinished, place, failed);
  if (!out || failed) {
    fs::remove(unfinished, failed);
    return;
  }
  make_room();
}

// An eighth more than must go, so that this is seldom.
void transpile_cache::make_room() {
  if (files_ && ++*files_ <= most_) return;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  std::error_code failed;
  for (fs::directory_iterator at(folder_, failed), end; !failed && at != end; at.increment(failed)) {
    if (at->path().filename().string().find(ending) != std::string::npos) {
      std::error_code gone;
      files.emplace_back(at->last_write_time(gone), at->path());
    }
  }
  files_ = files.size();
  if (files.size() <= most_) return;
  const std::size_t surplus = files.size() - most_ + most_ / 8;
  std::nth_element(files.begin(), files.begin() + static_cast<std::ptrdiff_t>(surplus), files.end());
  for (std::size_t i = 0; i < surplus; ++i) fs::remove(files[i].second, failed);
  *files_ -= surplus;
}

}  // namespace canary::config
