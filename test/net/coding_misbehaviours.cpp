// Bodies that are not what their Content-Encoding says, or that it makes too big.

#include "net/compressed.hpp"
#include "net/misbehaviours.hpp"

namespace canary::testing {
namespace {

const std::string head = "HTTP/1.1 200 OK\r\n";

std::string bomb(wrapper in) { return compressed(std::string(100'000'000, 'x'), in); }

}  // namespace

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
