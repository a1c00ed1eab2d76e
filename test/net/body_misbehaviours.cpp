// Bodies that are cut short, never end, or are not what their Content-Encoding says.

#include "net/compressed.hpp"
#include "net/misbehaviours.hpp"

namespace canary::testing {
namespace {

const std::string head = "HTTP/1.1 200 OK\r\n";

std::string bomb(wrapper in) { return compressed(std::string(100'000'000, 'x'), in); }

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

std::vector<misbehaviour> coding_misbehaviours() {
  using enum failure_class;
  const auto coded = [](const std::string& coding, const std::string& body) {
    return says(head + "Content-Encoding: " + coding + "\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n\r\n" + body);
  };
  const std::string wrong = failed("the response's body is not what its Content-Encoding says");
  const std::string early = failed("the response's compressed body ends too early");
  const std::string big = failed("the response's body is over the limit of 1000000 bytes when decompressed");
  const std::string good = compressed("hello hello hello", wrapper::gzip);
  std::string damaged = good;
  damaged[damaged.size() - 6] ^= 1;  // within the checksum
  return {
    {"sends gzip that is none", coded("gzip", "hello"), http, 1701, wrong},
        {"sends gzip that is deflate", coded("gzip", compressed("hello", wrapper::zlib)), http, 1701, wrong},
        {"sends gzip with a wrong checksum", coded("gzip", damaged), http, 1701, wrong},
        {"sends gzip and junk", coded("gzip", good + "junk"), http, 1701, wrong},
        {"ends gzip too early", coded("gzip", good.substr(0, good.size() - 4)), http, 1701, early},
        {"sends gzip's first byte alone", coded("gzip", good.substr(0, 1)), http, 1701, early},
        {"sends a gzip bomb of 100 MB", coded("gzip", bomb(wrapper::gzip)), limit, 1811, big},
        {"sends gzip that yields nothing without end",
         says_without_end(head + "Content-Encoding: gzip\r\n\r\n", compressed("", wrapper::gzip)), limit, 1811, big},
        {"sends deflate that is none", coded("deflate", "hello"), http, 1701, wrong},
        {"sends a deflate bomb of 100 MB", coded("deflate", bomb(wrapper::zlib)), limit, 1811, big},
        {"sends a coding that nobody has asked for", coded("zstd", "hello"), none, 200, "hello"},
#if defined(CANARY_BROTLI)
        {"sends brotli that is none", coded("br", "hello"), http, 1701, early},
#endif
  };
}

}  // namespace canary::testing
