#pragma once
// What scripts were transpiled to, kept in a folder, so that a start need not do it again.

#include "canary/script/program.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace canary::config {

/// A file for each script, named after the hash of all that its content depends on. A file that is not whole, was
/// changed, or is one that others may write, is as none. Whatever the file system refuses is as if there were no cache.
class transpile_cache {
 public:
  /// The folder is made when something is first kept. At most so many files are left in it, the latest used.
  explicit transpile_cache(std::filesystem::path folder, std::size_t most = 20000)
      : folder_(std::move(folder)), most_(most) {}

  /// `kind` is how it was read: the name's ending.
  std::optional<script::transpiled> find(std::string_view kind, std::string_view source);
  void keep(std::string_view kind, std::string_view source, const script::transpiled& made);

  /// How many were found, and how many were not.
  std::size_t hits() const noexcept { return hits_; }
  std::size_t misses() const noexcept { return misses_; }

 private:
  std::filesystem::path place_of(std::string_view kind, std::string_view source) const;
  void make_room();

  std::filesystem::path folder_;
  std::size_t most_, hits_ = 0, misses_ = 0;
  std::optional<std::size_t> files_;  // in the folder, once counted
};

}  // namespace canary::config
