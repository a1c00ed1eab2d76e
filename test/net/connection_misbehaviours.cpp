// Connections that are not what they were, or what they should be.

#include "net/misbehaviours.hpp"

namespace canary::testing {
namespace {

// Answers `first` requests, and does `then` to the next one.
misdeed answers_and(int first, const misdeed& then) {
  return [=](scripted_connection& c, virtual_clock& time) {
    for (int i = 0; i < first; ++i) {
      c.read_request();
      c.send(ok("good"));
    }
    then(c, time);
  };
}

}  // namespace

std::vector<misbehaviour> connection_misbehaviours() {
  using enum failure_class;
  const misdeed resets = [](scripted_connection& c, virtual_clock&) {
    c.read_request();
    c.reset();
  };
  return {
      {"closes without a word", says(""), http, 1801, failed("the server closed the connection without answering")},
      {"resets without a word", resets, connect, 1220,
       failed("the connection to ADDRESS was reset before it answered")},
      {"takes the request, and says nothing", says_and_stalls(""), timeout, 1050,
       timed_out("waiting for the response")},
      {"takes the connection, and reads nothing",
       run_out,
       timeout,
       1050,
       "POST URL timed out after 10s while sending the request",
       {},
       false,
       {.method = "POST", .body = std::string(32 << 20, 'x')}},
      {"answers before it is asked",
       [](scripted_connection& c, virtual_clock&) {
         c.send(ok("early"));
         c.read_request();
       },
       none, 200, "early"},
      {"resets a POST on a kept connection",
       answers_and(1, resets),
       connect,
       1220,
       "POST URL failed: the connection to ADDRESS was reset before it answered",
       {},
       false,
       {.method = "POST", .body = "x"},
       {},
       1},
      {"closes a kept connection on a POST",
       answers_and(1, says("")),
       http,
       1801,
       "POST URL failed: the server closed the connection without answering",
       {},
       false,
       {.method = "POST", .body = "x"},
       {},
       1},
      {"resets each GET on a kept connection", answers_and(1, resets), none, 200, "good", {}, false, {}, {}, 1},
      {"refuses a large request before it has read it",
       [](scripted_connection& c, virtual_clock&) {
         c.read_head();
         c.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
         c.wait(std::chrono::milliseconds{20});
         c.close();
       },
       none,
       413,
       "",
       {},
       false,
       {.method = "POST", .body = std::string(8 << 20, 'x')}},
  };
}

}  // namespace canary::testing
