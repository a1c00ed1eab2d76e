#pragma once
// Which connections are open.

#include <cstddef>
#include <list>

namespace canary::api {

/// A connection as the list knows it.
class listed_connection {
 public:
  virtual ~listed_connection() = default;
  /// Between two requests, or held back.
  virtual bool idle() const = 0;
  /// The answer to a guess at a token is held back.
  virtual bool held_back() const = 0;
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

  /// Closes one to make room: the oldest that is held back, or else the oldest that is idle. False where none is.
  bool make_room();
  void close_idle();
  void abandon_all();

 private:
  std::list<listed_connection*> open_;
};

}  // namespace canary::api
