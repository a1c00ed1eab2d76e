#include "net/misbehaviours.hpp"

namespace canary::testing {

std::string failed(const std::string& cause) { return "GET URL failed: " + cause; }

std::string timed_out(const std::string& doing) { return "GET URL timed out after 10s while " + doing; }

void wait_until_gone(scripted_connection& c) {
  while (!c.wait_for_close()) {
  }
}

void run_out(scripted_connection& c, virtual_clock& time) {
  c.wait(std::chrono::milliseconds{20});
  time.advance(patience);
  wait_until_gone(c);
}

misdeed says(std::string response) {
  return [response](scripted_connection& c, virtual_clock&) {
    c.read_request();
    c.send(response);
    c.close();
  };
}

misdeed says_and_resets(std::string response) {
  return [response](scripted_connection& c, virtual_clock&) {
    c.read_request();
    c.send(response);
    c.wait(std::chrono::milliseconds{20});  // a reset overtakes what the peer has not read yet
    c.reset();
  };
}

misdeed says_and_stalls(std::string response) {
  return [response](scripted_connection& c, virtual_clock& time) {
    c.read_request();
    c.send(response);
    run_out(c, time);
  };
}

misdeed says_without_end(std::string response, std::string piece) {
  return [response, piece](scripted_connection& c, virtual_clock&) {
    c.read_request();
    c.send(response);
    c.flood(piece);
  };
}

misdeed dribbles(std::string response, std::string piece) {
  return [response, piece](scripted_connection& c, virtual_clock& time) {
    c.read_request();
    c.send(response);
    for (int i = 0; i < 5; ++i) {
      c.drip(piece, std::chrono::milliseconds{1});
      time.advance(patience / 5);
    }
    wait_until_gone(c);
  };
}

}  // namespace canary::testing
