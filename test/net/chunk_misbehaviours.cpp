// Chunks (RFC 9112, 7.1) that are none, or never end.

#include "net/misbehaviours.hpp"

namespace canary::testing {
namespace {

const std::string head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

}  // namespace

std::vector<misbehaviour> chunk_misbehaviours() {
  using enum failure_class;
  const std::string bad_chunk = failed("the response is not HTTP: a chunk of its body is malformed");
  const std::string bad_extension = failed("the response is not HTTP: a chunk extension in its body is malformed");
  const std::string bad_coding = failed("the response is not HTTP: its Transfer-Encoding is malformed");
  const std::string heads = failed("the response's headers are over the limit of 65536 bytes");
  const std::string body = failed("the response's body is over the limit of 1000000 bytes");
  return {
      {"sends a chunk size that is no number", says(head + "xyz\r\nabc\r\n"), http, 1800, bad_chunk},
      {"sends a negative chunk size", says(head + "-5\r\nabcde\r\n0\r\n\r\n"), http, 1800, bad_chunk},
      {"sends a chunk size with a prefix", says(head + "0x5\r\nabcde\r\n0\r\n\r\n"), http, 1800, bad_extension},
      {"sends a chunk size with a space before it", says(head + " 5\r\nabcde\r\n0\r\n\r\n"), http, 1800, bad_chunk},
      {"sends a chunk size with a space after it", says(head + "5 \r\nabcde\r\n0\r\n\r\n"), http, 1800, bad_extension},
      {"sends no chunk size", says(head + "\r\nabcde\r\n0\r\n\r\n"), http, 1800, bad_chunk},
      {"sends a chunk size of 17 digits", says(head + "10000000000000005\r\nabcde\r\n0\r\n\r\n"), http, 1800,
       bad_chunk},
      {"announces a chunk of 2^64 - 1 bytes", says(head + "ffffffffffffffff\r\nabc"), http, 1802,
       failed("the server closed the connection after 3 bytes of the body, before its last chunk")},
      {"announces a chunk of 2^63 bytes, and sends it",
       says_without_end(head + "8000000000000000\r\n", std::string(65536, 'x')), limit, 1811, body},
      {"sends a chunk size of zeros without end", says_without_end(head, std::string(4096, '0')), limit, 1810, heads},
      {"ends a chunk size with LF alone", says(head + "5\nabcde\r\n0\r\n\r\n"), http, 1800, bad_extension},
      {"sends a chunk longer than its size", says(head + "2\r\nabcdef\r\n0\r\n\r\n"), http, 1800, bad_chunk},
      {"sends a chunk shorter than its size", says(head + "8\r\nabc\r\n0\r\n\r\n"), http, 1802,
       failed("the server closed the connection after 8 bytes of the body, before its last chunk")},
      {"leaves out the line end after a chunk", says(head + "3\r\nabc0\r\n\r\n"), http, 1800, bad_chunk},
      {"sends a chunk extension without end", says_without_end(head + "1;x=", std::string(4096, 'x')), limit, 1810,
       heads},
      {"sends a quoted chunk extension that is never closed", says(head + "5;a=\"b\r\nabcde\r\n0\r\n\r\n"), http, 1802,
       failed("the server closed the connection after 0 bytes of the body, before its last chunk")},
      {"sends a chunk extension without a name", says(head + "5;=b\r\nabcde\r\n0\r\n\r\n"), http, 1800, bad_extension},
      {"wraps each byte of a body into a long extension, without end",
       [](scripted_connection& c, virtual_clock& time) {
         c.read_request();
         c.send(head);
         for (int i = 0; i < 50; ++i) c.send("1;x=" + std::string(60'000, 'x') + "\r\na\r\n");
         run_out(c, time);
       },
       timeout, 1050, timed_out("reading the response")},
      {"sends chunks without end", says_without_end(head, "400\r\n" + std::string(0x400, 'x') + "\r\n"), limit, 1811,
       body},
      {"sends trailers without end", says_without_end(head + "0\r\n", "X-Trailer: value\r\n"), limit, 1810, heads},
      {"sends one trailer without end", says_without_end(head + "0\r\nX-Trailer: ", std::string(4096, 'x')), limit,
       1810, heads},
      {"sends a trailer without a colon", says(head + "5\r\nabcde\r\n0\r\nX-Trailer\r\n\r\n"), http, 1800,
       failed("the response is not HTTP: a header's name is malformed")},
      {"closes within a chunk's size", says(head + "5"), http, 1802,
       failed("the server closed the connection after 0 bytes of the body, before its last chunk")},
      {"closes within a chunk", says(head + "5\r\nab"), http, 1802,
       failed("the server closed the connection after 2 bytes of the body, before its last chunk")},
      {"resets within a chunk", says_and_resets(head + "5\r\nab"), http, 1802,
       failed("the connection to ADDRESS was reset after 2 bytes of the body, before its last chunk")},
      {"stalls within a chunk", says_and_stalls(head + "5\r\nab"), timeout, 1050, timed_out("reading the response")},
      {"closes before the last chunk", says(head + "5\r\nabcde\r\n"), http, 1802,
       failed("the server closed the connection after 5 bytes of the body, before its last chunk")},
      {"closes within the last chunk", says(head + "5\r\nabcde\r\n0\r\n"), http, 1802,
       failed("the server closed the connection after 5 bytes of the body, before its last chunk")},
      {"closes within the trailers", says(head + "5\r\nabcde\r\n0\r\nX-Trailer: 1\r\n"), http, 1802,
       failed("the server closed the connection after 5 bytes of the body, before its last chunk")},
      {"dribbles chunks of one byte without end", dribbles(head, "1\r\na\r\n"), timeout, 1050,
       timed_out("reading the response")},
      {"sends chunks and a Content-Length",
       says("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"), http,
       1800, bad_coding},
      {"sends a Content-Length and chunks",
       says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n1\r\na\r\n0\r\n\r\n"), http,
       1800, failed("the response is not HTTP: its Content-Length is malformed")},
      {"says twice that it sends chunks",
       says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"),
       http, 1800, bad_coding},
      {"sends chunks of chunks",
       says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"), http, 1800,
       bad_coding},
      {"sends chunks in a coding of its own",
       says("HTTP/1.1 200 OK\r\nTransfer-Encoding: rot13, chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"), http, 1800, bad_coding},
      {"sends junk after the last chunk", says(head + "5\r\nabcde\r\n0\r\n\r\njunk"), none, 200, "abcde"},
  };
}

}  // namespace canary::testing
