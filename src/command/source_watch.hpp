#pragma once
// Waiting until somebody has changed a script.

#include "canary/core/clock.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/signal_set.hpp>

#include <array>
#include <filesystem>
#include <map>
#include <vector>

namespace canary::command {

struct watched_sources {
  std::vector<std::filesystem::path> folders;  ///< with what is below them, but hidden ones and node_modules
  std::vector<std::filesystem::path> files;    ///< that count whatever they are called
  std::vector<std::filesystem::path> not_these;
};

/// Notices what happens from its making on, also while nobody waits. SIGINT and SIGTERM are its own as long as it
/// lives, beside whoever else waits for them.
class source_watch {
 public:
  enum class woken : unsigned char { changed, interrupted };

  explicit source_watch(watched_sources what);

  /// Looks at the folders as they are now: some may have been replaced, by an editor or by a version control system. To
  /// be called before the sources are read, so that no change is lost. Then, false where the system allows no watch.
  bool look_again();

  /// Until a source has changed and nothing more has for 100 ms, or a signal has come.
  woken wait();

 private:
  void add(const std::filesystem::path& folder);
  void read_more();
  bool matters(std::size_t size) const;

  const watched_sources what_;
  boost::asio::io_context loop_{1};
  std::unique_ptr<clock> time_;
  std::unique_ptr<timer> quiet_;
  boost::asio::signal_set signals_;
  boost::asio::posix::stream_descriptor changes_;
  std::map<int, std::filesystem::path> folders_;
  alignas(8) std::array<char, 64 * 1024> buffer_{};
};

}  // namespace canary::command
