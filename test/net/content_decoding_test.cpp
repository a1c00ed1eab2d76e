#include "canary/net/stacked_decoding.hpp"

#include "net/compressed.hpp"
#include "net/network.hpp"

using namespace canary;
using namespace canary::testing;
using net::content_coding;
using net::content_decoder;

TEST_CASE("gzip and both kinds of deflate are undone, whole or byte by byte") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "line " + std::to_string(i) + "\n";
  struct row {
    std::string name, coded;
    content_coding coding;
  };
  const std::string half = text.substr(0, text.size() / 2), rest = text.substr(text.size() / 2);
  const row rows[] = {
      {"gzip", compressed(text, wrapper::gzip), content_coding::gzip},
      {"gzip of two members", compressed(half, wrapper::gzip) + compressed(rest, wrapper::gzip), content_coding::gzip},
      {"deflate in zlib's wrapper", compressed(text, wrapper::zlib), content_coding::deflate},
      {"raw deflate", compressed(text, wrapper::none), content_coding::deflate},
  };
  for (const auto& row : rows) {
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, row.coded.size()}) {
      CAPTURE(row.name, piece);
      content_decoder decoder(row.coding);
      CHECK(decoder.complete());
      std::string out;
      for (std::size_t at = 0; at < row.coded.size(); at += piece) {
        REQUIRE(decoder.decode(std::string_view(row.coded).substr(at, piece), out, text.size()) ==
                content_decoder::status::good);
        if (at == 0 && piece == 1) CHECK_FALSE(decoder.complete());
      }
      CHECK(decoder.complete());
      CHECK((out == text));
    }
  }
}

TEST_CASE("a compressed body that is broken, unended or followed by something else is none") {
  const std::string good = compressed("some text, some text", wrapper::gzip);
  std::string out;
  content_decoder cut(content_coding::gzip);
  CHECK(cut.decode(good.substr(0, good.size() - 1), out, 1000) == content_decoder::status::good);
  CHECK_FALSE(cut.complete());
  content_decoder followed(content_coding::gzip);
  CHECK(followed.decode(good + "stray bytes", out, 1000) == content_decoder::status::corrupt);
  content_decoder followed_deflate(content_coding::deflate);
  CHECK(followed_deflate.decode(compressed("x", wrapper::zlib) + "y", out, 1000) == content_decoder::status::corrupt);
  std::string damaged = good;
  damaged[good.size() - 6] ^= 1;  // its checksum
  content_decoder wrong(content_coding::gzip);
  CHECK(wrong.decode(damaged, out, 1000) == content_decoder::status::corrupt);
}

TEST_CASE("a bomb stops at the limit") {
  const std::string bomb = compressed(std::string(64 << 20, '\0'), wrapper::gzip);
  CHECK(bomb.size() < 100000);
  content_decoder decoder(content_coding::gzip);
  std::string out;
  CHECK(decoder.decode(bomb, out, 100000) == content_decoder::status::too_big);
  CHECK(out.size() <= 100000);
  CHECK(out.capacity() <= 200000);

  network n;
  scripted_server server(n.loop.get_executor(), answering(ok(bomb, "Content-Encoding: gzip\r\n")));
  CHECK(failure_of(n.get(server.url())) ==
        failure{failure_class::limit,
                "GET " + server.url() +
                    " failed: the response's body is over the limit of 10485760 bytes when decompressed"});
}

TEST_CASE("Content-Encoding names codings in the order in which they were applied") {
  using codings = std::vector<content_coding>;
  struct row {
    std::string value;
    codings expected;
  };
  const auto gzip = content_coding::gzip, deflate = content_coding::deflate;
  for (const auto& row : {row{"", {}}, row{"gzip", {gzip}}, row{"X-GZip", {gzip}}, row{"identity", {}},
                          row{"deflate,gzip", {deflate, gzip}}, row{" gzip ,,\tdeflate ", {gzip, deflate}},
                          row{"identity, gzip", {gzip}}, row{"zstd", {}}, row{"gzip, zstd", {}}, row{"gzip x", {}}}) {
    CAPTURE(row.value);
    CHECK(net::parse_content_codings(row.value) == row.expected);
  }
#if defined(CANARY_BROTLI)
  CHECK(net::parse_content_codings("gzip, BR") == codings{gzip, content_coding::brotli});
#endif
}

TEST_CASE("codings that were applied one upon the other are undone together, whole or byte by byte") {
  const std::string text = std::string(3000, 'a') + "end";
  const std::string coded = compressed(compressed(compressed(text, wrapper::gzip), wrapper::zlib), wrapper::gzip);
  const std::vector<content_coding> applied{content_coding::gzip, content_coding::deflate, content_coding::gzip};
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, coded.size()}) {
    CAPTURE(piece);
    net::stacked_decoder decoder(applied);
    CHECK(decoder.complete());
    std::string out;
    for (std::size_t at = 0; at < coded.size(); at += piece) {
      REQUIRE(decoder.decode(std::string_view(coded).substr(at, piece), out, text.size()) ==
              content_decoder::status::good);
    }
    CHECK(decoder.complete());
    CHECK((out == text));
  }
  net::stacked_decoder cut(applied);
  std::string out;
  const std::string inner = compressed(compressed(text, wrapper::gzip).substr(0, 20), wrapper::zlib);
  CHECK(cut.decode(compressed(inner, wrapper::gzip), out, 10'000) == content_decoder::status::good);
  CHECK_FALSE(cut.complete());  // the outer two are whole
  net::stacked_decoder broken(applied);
  CHECK(broken.decode(compressed("no zlib stream", wrapper::gzip), out, 10'000) == content_decoder::status::corrupt);
}

TEST_CASE("a bomb inside of another coding stops at the limit, also where it yields nothing in the end") {
  const std::vector<content_coding> twice{content_coding::gzip, content_coding::gzip};
  const std::string bomb = compressed(compressed(std::string(64 << 20, '\0'), wrapper::gzip), wrapper::gzip);
  net::stacked_decoder inner(twice);
  std::string out;
  CHECK(inner.decode(bomb, out, 100'000) == content_decoder::status::too_big);
  CHECK(out.size() <= 100'000);

  std::string nothing;
  for (int i = 0; i < 100'000; ++i) nothing += compressed("", wrapper::gzip);
  const std::string of_nothing = compressed(nothing, wrapper::gzip);
  net::stacked_decoder outer(twice);
  out.clear();
  auto status = content_decoder::status::good;
  for (std::size_t at = 0; at < of_nothing.size() && status == content_decoder::status::good; at += 100) {
    status = outer.decode(std::string_view(of_nothing).substr(at, 100), out, 100'000);
  }
  CHECK(status == content_decoder::status::too_big);
  CHECK(out.empty());
}

TEST_CASE("a session undoes what the server has compressed, unless it was told not to") {
  network n;
  const std::string coded = compressed("plain text", wrapper::gzip);
  scripted_server server(n.loop.get_executor(), answering(ok(coded, "content-encoding: GZIP\r\n")));
  CHECK(n.get(server.url()).response->body == "plain text");
  CHECK(n.fetch({.url = server.url(), .compressed = false}).response->body == coded);
  scripted_server cut(n.loop.get_executor(),
                      answering(ok(coded.substr(0, coded.size() - 3), "Content-Encoding: gzip\r\n")));
  CHECK(failure_of(n.get(cut.url())).message ==
        "GET " + cut.url() + " failed: the response's compressed body ends too early");
  scripted_server empty(n.loop.get_executor(), answering(ok("", "Content-Encoding: gzip\r\n")));
  CHECK(n.get(empty.url()).response->body.empty());
  const std::string twice = compressed(compressed("plain text", wrapper::zlib), wrapper::gzip);
  for (const std::string headers :
       {"Content-Encoding: deflate, gzip\r\n", "Content-Encoding: deflate\r\ncontent-encoding: gzip\r\n"}) {
    CAPTURE(headers);
    scripted_server stacked(n.loop.get_executor(), answering(ok(twice, headers)));
    CHECK(n.get(stacked.url()).response->body == "plain text");
  }
  scripted_server deep(n.loop.get_executor(),
                       answering(ok("x", "Content-Encoding: gzip, gzip, gzip, gzip, gzip, gzip\r\n")));
  const auto why = failure_of(n.get(deep.url()));
  CHECK(why.message ==
        "GET " + deep.url() + " failed: the response's Content-Encoding has 6 codings, and more than 5 are not undone");
  CHECK(why.code == failure_code::decompression);
  scripted_server unknown(n.loop.get_executor(), answering(ok("as it is", "Content-Encoding: zstd\r\n")));
  CHECK(n.get(unknown.url()).response->body == "as it is");
}

#if defined(CANARY_BROTLI)
namespace {

std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

// As Node's zlib makes them.
const std::string hellos = from_hex("1b1600f88d946ede445586966c206f214f1ce038");
const std::string zeros_64_mib = from_hex(
    "cbffff3ff82700e2b14020f7fe8fffff7ff04f00c4611180eefd1fffffffe09f0088c30200ddfb3ffeffffc13f0110870500baf77ffcffff83"
    "7f02200e0b0074effff8ffff07ff04401c1600e8defff1ffff0ffe0980382c00d0bdffcbffff3ffc1300715800a07bff07");

}  // namespace

TEST_CASE("brotli is undone, whole or byte by byte") {
  for (const std::size_t piece : {std::size_t{1}, std::size_t{3}, hellos.size()}) {
    CAPTURE(piece);
    content_decoder decoder(content_coding::brotli);
    std::string out;
    for (std::size_t at = 0; at < hellos.size(); at += piece) {
      REQUIRE(decoder.decode(std::string_view(hellos).substr(at, piece), out, 23) == content_decoder::status::good);
      if (at == 0 && piece == 1) CHECK_FALSE(decoder.complete());
    }
    CHECK(decoder.complete());
    CHECK(out == "hello hello hello hello");
  }
}

TEST_CASE("brotli that is cut, broken, followed by something or too long is none") {
  struct row {
    std::string name, bytes;
    std::uint64_t limit;
    content_decoder::status status;
    bool complete;
  };
  const row rows[] = {
      {"cut", hellos.substr(0, hellos.size() - 1), 1000, content_decoder::status::good, false},
      {"broken", "\xff\xff\xff\xff" + hellos, 1000, content_decoder::status::corrupt, false},
      {"followed", hellos + "x", 1000, content_decoder::status::corrupt, true},
      {"too long", hellos, 22, content_decoder::status::too_big, false},
      {"a bomb", zeros_64_mib, 100'000, content_decoder::status::too_big, false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    content_decoder decoder(content_coding::brotli);
    std::string out;
    CHECK(decoder.decode(row.bytes, out, row.limit) == row.status);
    CHECK(decoder.complete() == row.complete);
    CHECK(out.size() <= row.limit);
  }
}
#endif
