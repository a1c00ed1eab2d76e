#pragma once
// Those who read `GET /api/v1/events`, and how they are told: Server-Sent Events (HTML, 9.2).
//
// No reader has a queue. Each has the number of the event that it is sent next, and all are served from the feed, so
// that what is kept does not grow with their number. Who is so slow that the feed has forgotten what he has not been
// sent is dropped; a client connects again then, and says by Last-Event-ID where it was.

#include "canary/api/server.hpp"
#include "canary/core/labels.hpp"
#include "canary/core/test.hpp"
#include "canary/events/feed.hpp"

#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace canary::api {

class client_stream;
class event_stream;

/// What one reader wants.
struct event_subscription {
  std::string test;                     ///< events of this one, and those about all; '' of every test
  std::vector<label_condition> labels;  ///< likewise of the tests for which all of these hold now
  std::string after;                    ///< the id of the last event that the reader has had; '' to begin now
};

/// Whether a reader may go on. Asked when it begins, at each heartbeat and by `end_refused`; empty: he may.
using reader_permit = std::function<bool()>;

struct event_reader_limits {
  std::size_t readers = 1024;
  std::chrono::milliseconds pace{20};      ///< from one round of sending to the next, at least
  std::chrono::milliseconds beat{15'000};  ///< a comment goes to who has been sent nothing for that long
  int send_buffer = 64 * 1024;             ///< bytes of the kernel's memory for each
};

/// '1763812800000-57'
std::string event_id(std::uint64_t era, std::uint64_t number);

/// Empty where `id` is not of the form that `event_id` gives.
std::optional<std::pair<std::uint64_t, std::uint64_t>> parse_event_id(std::string_view id);

/// The tests that are registered now.
using test_listing = std::function<std::vector<std::shared_ptr<const test>>()>;

class event_readers {
 public:
  /// All outlive this.
  event_readers(clock& time, events::feed& source, test_listing tests, event_reader_limits limits);
  ~event_readers();
  event_readers(const event_readers&) = delete;
  event_readers& operator=(const event_readers&) = delete;

  /// Keeps a place for a reader while the head of its response is on its way, as long as the result lives; null where
  /// there is none. Others may ask meanwhile.
  std::shared_ptr<void> take_place();
  std::size_t size() const { return streams_.size(); }
  /// How many were too slow.
  std::uint64_t dropped() const { return dropped_; }
  const events::feed& source() const { return source_; }

  /// The head of the response is on its way already, and a place was taken for it. Closes what may not read.
  void add(std::unique_ptr<client_stream> client, event_subscription what, reader_permit permit = {});

  /// Ends those who may not go on.
  void end_refused();

  /// Ends all; each may come again.
  void end_all();

  /// Ends all, and takes no more.
  void close();

 private:
  friend class event_stream;
  using place = std::list<std::shared_ptr<event_stream>>::iterator;

  void told();
  bool labelled(std::string_view test, const std::vector<label_condition>& conditions);
  void begin_round();
  void serve_some();
  void beat();
  void remove(place p);
  void drop(event_stream& slow);
  /// As it goes over the wire. Made when the first reader needs it, for all of them.
  std::shared_ptr<const std::string> text(std::uint64_t number);

  clock& time_;
  events::feed& source_;
  test_listing tests_;
  event_reader_limits limits_;
  std::list<std::shared_ptr<event_stream>> streams_;
  place next_;                                                             // whom the current round has not come to yet
  std::shared_ptr<std::size_t> taken_ = std::make_shared<std::size_t>(0);  // places, by those who do not read yet
  std::uint64_t dropped_ = 0;
  bool told_since_round_ = false, in_round_ = false, closed_ = false;
  mono_time last_round_{};
  std::unique_ptr<timer> round_, heart_;
  /// Of all tests, since the last reload. Empty until a reader asks for labels.
  std::optional<std::map<std::string, std::shared_ptr<const test>, std::less<>>> registered_;
  std::uint64_t first_text_ = 0;
  std::deque<std::shared_ptr<const std::string>> texts_;  // from `first_text_`; null where nobody has asked yet
};

}  // namespace canary::api
