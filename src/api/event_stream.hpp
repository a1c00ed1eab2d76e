#pragma once
// One reader of events. Only src/api/ includes this.

#include "canary/api/client_stream.hpp"
#include "canary/api/event_readers.hpp"

#include <array>
#include <vector>

namespace canary::api {

/// Lives as long as one of its operations goes on, and does nothing any more once it is closed.
class event_stream : public std::enable_shared_from_this<event_stream> {
 public:
  event_stream(std::unique_ptr<client_stream> client, event_readers& all, event_subscription what,
               reader_permit permit);

  /// Takes its place in the list, and sends what the reader has missed.
  void start(event_readers::place where);

  /// Sends what has not been sent.
  void serve();

  /// One more heartbeat's time has passed.
  void beat();

  /// Leaves where it may not go on, and answers whether it did.
  bool end_if_refused();

  void close();

  /// Closes with a reset, so that nothing of it stays in the kernel, and leaves the list.
  void abort();

 private:
  void open();
  bool wants(std::string_view test);
  void skip();
  void watch();
  void send(std::vector<std::shared_ptr<const std::string>> texts);
  void leave();

  std::unique_ptr<client_stream> client_;
  event_readers& all_;
  event_subscription what_;
  reader_permit permit_;
  event_readers::place place_;
  std::uint64_t next_ = 0;
  std::vector<std::shared_ptr<const std::string>> under_way_;
  bool closed_ = false;
  bool sent_since_beat_ = false;
  bool stuck_ = false;  // what is under way was so at the last beat already
  std::array<char, 256> unwanted_;
  std::size_t unwanted_bytes_ = 0;
};

}  // namespace canary::api
