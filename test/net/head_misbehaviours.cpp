// Status lines and headers that are none, or never end.

#include "net/misbehaviours.hpp"

namespace canary::testing {
namespace {

const std::string head = "HTTP/1.1 200 OK\r\n";

misdeed head_of(const std::string& lines) { return says(head + lines + "\r\nbody"); }

}  // namespace

std::vector<misbehaviour> head_misbehaviours() {
  using enum failure_class;
  using namespace std::string_literals;
  const auto broken = [](const std::string& how) { return failed("the response is not HTTP: " + how); };
  const std::string no_status_line = broken("it does not begin with an HTTP/1.1 status line");
  const std::string name = broken("a header's name is malformed");
  const std::string value = broken("a header's value is malformed");
  const std::string length = broken("its Content-Length is malformed");
  const std::string heads = failed("the response's headers are over the limit of 65536 bytes");
  return {
      {"speaks SSH", says("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"), http, 1800, no_status_line},
      {"speaks HTTP/2", says("\0\0\0\x04\0\0\0\0\0 and more"s), http, 1800, no_status_line},
      {"speaks HTTP/2 as clients do", says("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), http, 1800, no_status_line},
      {"speaks TLS", says("\x15\x03\x03\x00\x02\x02\x46"s), http, 1800,
       failed("the response is not HTTP but TLS: the URL's scheme or port may be wrong")},
      {"speaks HTTP/0.9", says("<html><body>hello</body></html>"), http, 1800, no_status_line},
      {"names a version that there is not", says("HTTP/1.7 200 OK\r\n\r\n"), http, 1800, no_status_line},
      {"names HTTP/2 in its status line", says("HTTP/2 200 OK\r\n\r\n"), http, 1800, no_status_line},
      {"writes http in lower case", says("http/1.1 200 OK\r\n\r\n"), http, 1800, no_status_line},
      {"begins with an empty line", says("\r\n" + head + "\r\n"), http, 1800, no_status_line},
      {"sends a status code that is no number", says("HTTP/1.1 2xx OK\r\n\r\n"), http, 1800,
       broken("its status code is malformed")},
      {"sends a status code of two digits", says("HTTP/1.1 20 OK\r\n\r\n"), http, 1800,
       broken("its status code is malformed")},
      {"sends a status code of four digits", says("HTTP/1.1 2000 OK\r\n\r\n"), http, 1800,
       broken("its status code is malformed")},
      {"sends a NUL in its status line", says("HTTP/1.1 200 O\0K\r\n\r\n"s), http, 1800,
       broken("its status line is malformed")},
      {"sends a status line without end", says_without_end("HTTP/1.1 200 O", std::string(4096, 'K')), limit, 1810,
       heads},
      {"sends a header without a colon", head_of("X-A\r\n"), http, 1800, name},
      {"sends a header without a name", head_of(": x\r\n"), http, 1800, name},
      {"sends a space before a header's colon", head_of("X-A : x\r\n"), http, 1800, name},
      {"sends a NUL in a header's name", head_of("X-\0A: x\r\n"s), http, 1800, name},
      {"sends a NUL in a header's value", head_of("X-A: x\0y\r\n"s), http, 1800, value},
      {"sends a lone CR in a header's value", head_of("X-A: x\ry\r\n"), http, 1800,
       failed("the response is not HTTP: a header line is malformed")},
      {"ends its headers with LF alone", says("HTTP/1.1 200 OK\nContent-Length: 2\n\nok"), http, 1800,
       failed("the response is not HTTP: its status line is malformed")},
      {"begins with a folded line", says(head + " folded\r\n\r\n"), http, 1800, name},
      {"folds a header", head_of("X-A: x\r\n  y\r\nContent-Length: 4\r\n"), none, 200, "body"},
      {"sends a Content-Length that is no number", head_of("Content-Length: ten\r\n"), http, 1800, length},
      {"sends a negative Content-Length", head_of("Content-Length: -4\r\n"), http, 1800, length},
      {"sends a Content-Length with a sign", head_of("Content-Length: +4\r\n"), http, 1800, length},
      {"sends a Content-Length of two numbers", head_of("Content-Length: 4, 5\r\n"), http, 1800,
       broken("it has several Content-Lengths that differ")},
      {"announces more than 64 bits", head_of("Content-Length: 99999999999999999999\r\n"), http, 1800, length},
      {"sends two Content-Lengths that differ", head_of("Content-Length: 1\r\nContent-Length: 2\r\n"), http, 1800,
       broken("it has several Content-Lengths that differ")},
      {"sends one header of 1 MB", head_of("X-Big: " + std::string(1 << 20, 'x') + "\r\n"), limit, 1810, heads},
      {"sends one header without end", says_without_end(head + "X-Big: ", std::string(4096, 'x')), limit, 1810, heads},
      {"sends small headers without end", says_without_end(head, "X-Small: value\r\n"), limit, 1810, heads},
      {"sends headers without a value without end", says_without_end(head, "X:\r\n"), limit, 1810, heads},
      {"dribbles headers without end", dribbles(head, "X-A: b\r\n"), timeout, 1050, timed_out("reading the response")},
      {"closes within the status line", says("HTTP/1.1 2"), http, 1802,
       failed("the server closed the connection in the middle of the response's headers")},
      {"closes within the headers", says(head + "X-A: 1\r\n"), http, 1802,
       failed("the server closed the connection in the middle of the response's headers")},
      {"resets within the headers", says_and_resets(head + "X-A: 1\r\n"), http, 1802,
       failed("the connection to ADDRESS was reset in the middle of the response's headers")},
      {"stalls within the headers", says_and_stalls(head + "X-A: 1\r\n"), timeout, 1050,
       timed_out("reading the response")},
      {"promises to continue without end",
       [](scripted_connection& c, virtual_clock&) {
         c.read_request();
         c.flood("HTTP/1.1 102 Processing\r\n\r\n");
       },
       http, 1805, failed("too many 1xx responses")},
      {"promises to continue, and closes", says("HTTP/1.1 100 Continue\r\n\r\n"), http, 1801,
       failed("the server closed the connection without answering")},
      {"promises to continue, and stalls", says_and_stalls("HTTP/1.1 100 Continue\r\n\r\n"), timeout, 1050,
       timed_out("reading the response")},
      {"switches protocols unasked", says("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n\x81\x02hi"),
       none, 101, ""},
  };
}

}  // namespace canary::testing
