#include "command/source_watch.hpp"

#include <boost/asio/buffer.hpp>

#include <sys/inotify.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <string_view>

namespace canary::command {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_folders = 2000;
constexpr std::string_view endings[] = {".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".json"};

bool passed_over(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name == "node_modules" || (name.size() > 1 && name.front() == '.' && name != "..");
}

fs::path whole(const fs::path& path) {
  std::error_code ignored;
  return fs::absolute(path, ignored).lexically_normal();
}

watched_sources whole(watched_sources what) {
  for (auto* list : {&what.folders, &what.files, &what.not_these}) {
    for (auto& path : *list) path = whole(path);
  }
  // An empty file name stands behind the last '/'.
  for (auto& folder : what.folders) folder = folder.has_filename() ? folder : folder.parent_path();
  return what;
}

}  // namespace

source_watch::source_watch(watched_sources what)
    : what_(whole(std::move(what))),
      time_(create_real_clock(loop_.get_executor())),
      quiet_(time_->make_timer()),
      signals_(loop_, SIGINT, SIGTERM),
      changes_(loop_) {}

void source_watch::add(const fs::path& folder) {
  if (folders_.size() >= most_folders) return;
  const int watch = ::inotify_add_watch(changes_.native_handle(), folder.c_str(),
                                        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                            IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR);
  if (watch >= 0) folders_[watch] = folder;
}

bool source_watch::look_again() {
  std::error_code failed;
  if (changes_.is_open()) changes_.close();
  folders_.clear();
  const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor < 0) return false;
  changes_.assign(descriptor);
  for (fs::path root : what_.folders) {
    // One that is gone comes again in its parent.
    while (!fs::is_directory(root, failed) && root.has_parent_path() && root != root.parent_path()) {
      root = root.parent_path();
    }
    add(root);
    fs::recursive_directory_iterator each(root, fs::directory_options::skip_permission_denied, failed), end;
    while (!failed && each != end && folders_.size() < most_folders) {
      std::error_code gone;
      if (each->is_directory(gone)) {
        if (passed_over(each->path()) ||
            std::find(what_.folders.begin(), what_.folders.end(), root) == what_.folders.end()) {
          each.disable_recursion_pending();
        } else {
          add(each->path());
        }
      }
      each.increment(failed);
    }
  }
  for (const auto& file : what_.files) add(file.parent_path());
  return !folders_.empty();
}

// Whether one of the events in the buffer is of a source.
bool source_watch::matters(std::size_t size) const {
  const auto has = [](const std::vector<fs::path>& list, const fs::path& path) {
    return std::find(list.begin(), list.end(), path) != list.end();
  };
  for (std::size_t at = 0; at + sizeof(inotify_event) <= size;) {
    inotify_event event;
    std::memcpy(&event, buffer_.data() + at, sizeof event);
    const char* const text = buffer_.data() + at + sizeof event;
    const std::string name(text, ::strnlen(text, event.len));
    at += sizeof event + event.len;
    if ((event.mask & (IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF)) != 0) return true;
    const auto folder = folders_.find(event.wd);
    if (folder == folders_.end() || name.empty()) continue;
    const fs::path path = folder->second / name;
    if (has(what_.not_these, path)) continue;
    if (has(what_.files, path)) return true;
    if ((event.mask & IN_ISDIR) != 0 && !passed_over(path)) return true;
    const std::string ending = path.extension().string();
    // Editors' own files begin with a dot, or end otherwise.
    if (name.front() != '.' && std::find(std::begin(endings), std::end(endings), ending) != std::end(endings))
      return true;
  }
  return false;
}

void source_watch::read_more() {
  changes_.async_read_some(boost::asio::buffer(buffer_),
                           [this](const boost::system::error_code& failed, std::size_t size) {
                             if (failed) return;
                             if (matters(size))
                               quiet_->start(time_->mono() + std::chrono::milliseconds{100}, [this] { loop_.stop(); });
                             read_more();
                           });
}

source_watch::woken source_watch::wait() {
  woken by = woken::changed;
  loop_.restart();
  signals_.async_wait([&](const boost::system::error_code& failed, int) {
    if (failed) return;
    by = woken::interrupted;
    loop_.stop();
  });
  read_more();
  loop_.run();
  quiet_->cancel();
  signals_.cancel();
  changes_.cancel();
  loop_.restart();
  loop_.poll();
  return by;
}

}  // namespace canary::command
