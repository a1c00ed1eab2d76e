#pragma once
// Which connections are open.

#include <cstddef>
#include <list>

namespace canary::api {

/// A connection as the list knows it.
class listed_connection {
 public:
  virtual ~listed_connection() = default;
  /// Between two requests.
  virtual bool idle() const = 0;
  /// Ends what the connection waits for; its coroutine ends soon.
  virtual void close() = 0;
  /// Closes, and uses nothing of the server's services from now on.
  virtual void abandon() = 0;
};

/// Connections put themselves in and out.
class connection_list {
 public:
  using place = std::list<listed_connection*>::iterator;

  place add(listed_connection& c) { return open_.insert(open_.end(), &c); }
  void remove(place p) { open_.erase(p); }
  std::size_t size() const { return open_.size(); }

  /// Closes one that is idle, the oldest, to make room. False where none is.
  bool close_oldest_idle();
  void close_idle();
  void abandon_all();

 private:
  std::list<listed_connection*> open_;
};

}  // namespace canary::api
