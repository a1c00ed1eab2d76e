// Bodies that are cut short, never end, or are too long.

#include "net/misbehaviours.hpp"

namespace canary::testing {
namespace {

const std::string head = "HTTP/1.1 200 OK\r\n";

}  // namespace

std::vector<misbehaviour> body_misbehaviours() {
  using enum failure_class;
  const std::string body = failed("the response's body is over the limit of 1000000 bytes");
  const std::string ten = head + "Content-Length: 10\r\n\r\n";
  return {
      {"closes before the body", says(ten), http, 1802,
       failed("the server closed the connection after 0 of 10 bytes of the body")},
      {"closes within the body", says(ten + "12345"), http, 1802,
       failed("the server closed the connection after 5 of 10 bytes of the body")},
      {"resets within the body", says_and_resets(ten + "12345"), http, 1802,
       failed("the connection to ADDRESS was reset after 5 of 10 bytes of the body")},
      {"resets within a body that ends with the connection", says_and_resets(head + "\r\n12345"), http, 1802,
       failed("the connection to ADDRESS was reset after 5 bytes of the body")},
      {"stalls within the body", says_and_stalls(ten + "12345"), timeout, 1050, timed_out("reading the response")},
      {"dribbles a body without end", dribbles(head + "\r\n", "xy"), timeout, 1050, timed_out("reading the response")},
      {"sends a body without end", says_without_end(head + "\r\n", std::string(65536, 'x')), limit, 1811, body},
      {"announces a body over the limit", says(head + "Content-Length: 1000001\r\n\r\n"), limit, 1811, body},
      {"announces a body of 2^64 - 1 bytes", says(head + "Content-Length: 18446744073709551615\r\n\r\n"), limit, 1811,
       body},
      {"sends more than its Content-Length", says(head + "Content-Length: 4\r\n\r\nbodyjunk"), none, 200, "body"},
      {"sends a body with a 204", says("HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\nbody"), none, 204, ""},
  };
}

}  // namespace canary::testing
