#pragma once
// A client that sends whatever bytes a test wants, on a blocking socket with a bound on every wait.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

struct reply {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
};

/// The next response of those bytes, which it is taken from. `receive` appends more to them, or is false where there
/// are none to come; then it is empty.
std::optional<reply> take_reply(std::string& received, const std::function<bool()>& receive, bool with_body = true);

class raw_client {
 public:
  explicit raw_client(std::uint16_t port, int receive_buffer = 0);
  ~raw_client();
  raw_client(const raw_client&) = delete;
  raw_client& operator=(const raw_client&) = delete;

  /// False where the server has closed.
  bool send(std::string_view bytes);
  void finish_sending();

  /// The next response. Empty where the server closes, or ten seconds pass, before it is whole.
  std::optional<reply> read(bool with_body = true);

  /// Whether the server closes within ten seconds; what it sends until then is thrown away.
  bool closed();

  /// What has arrived and is not read as a response yet.
  const std::string& received() const { return received_; }
  /// Waits for more bytes. False where there are none to come.
  bool receive();

 private:
  int socket_;
  std::string received_;
};

/// The head of a POST to /query whose body is yet to come: the server says 100 Continue once it has read it.
std::string post_head(std::size_t length);

/// A GET request of one line, with a Host that is allowed.
std::string get(std::string_view target, std::string_view headers = "");
