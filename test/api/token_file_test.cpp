#include "canary/api/token_file.hpp"

#include "canary/api/credentials.hpp"
#include "canary/api/failed_attempts.hpp"
#include "canary/api/sessions.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <fstream>
#include <set>

using namespace canary;
using namespace canary::api;
using namespace std::chrono_literals;

namespace {

// Of the token 'abc' (FIPS 180-2, B.1).
constexpr const char* abc = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

}  // namespace

TEST_CASE("a file of tokens is read line by line") {
  const auto read =
      parse_tokens(std::string("# who may\r\n\n  ci\twrite ") + abc + " \r\nwall.screen-2 read " + empty, "f");
  REQUIRE(read.has_value());
  REQUIRE(read->size() == 2);
  CHECK((*read)[0] == token{"ci", permission::write, sha256("abc")});
  CHECK((*read)[1] == token{"wall.screen-2", permission::read, sha256("")});
  CHECK(parse_tokens(to_line((*read)[0]) + "\n" + to_line((*read)[1]), "f").value() == *read);
}

TEST_CASE("what is no line of a file of tokens is refused with its place, and not repeated") {
  const std::string good = std::string("ci write ") + abc + "\n";
  const struct {
    std::string text, says;
  } rows[] = {
      {"", "auth holds no token"},
      {"# nothing\n\n", "auth holds no token"},
      {"secret", "auth:1: a line is NAME"},
      {good + "\nsecret write", "auth:3: a line is NAME"},
      {good + "b write " + empty + " more", "auth:2: a line is NAME"},
      {good + "sec/ret read " + empty, "auth:2: a name is"},
      {good + std::string(65, 'a') + " read " + empty, "auth:2: a name is"},
      {good + "b admin " + empty, "auth:2: after the name"},
      {good + "b Read " + empty, "auth:2: after the name"},
      {good + "b read canary_secret", "auth:2: the third word"},
      {good + "b read sha256:secret", "auth:2: the third word"},
      {good + "b read sha1:" + std::string(64, '0'), "auth:2: the third word"},
      {good + "b read sha256:" + std::string(63, '0'), "auth:2: the third word"},
      {good + "b read sha256:" + std::string(63, '0') + "g", "auth:2: the third word"},
      {good + "ci read " + empty, "auth:2: there is another token named 'ci'"},
      {good + "b read " + abc, "auth:2: this is the token of 'ci' once more"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto read = parse_tokens(row.text, "auth");
    REQUIRE(read.has_error());
    CHECK(read.error().message.starts_with(row.says));
    CHECK(read.error().message.find("secret") == std::string::npos);
  }
}

TEST_CASE("a file of tokens must be a file, and is told of where everybody may read it") {
  const canary::testing::temporary_folder folder;
  const auto path = folder.path() / "auth";
  CHECK(read_token_file(path).error().message == "there is no file " + path.string());
  CHECK(read_token_file(folder.path()).error().message == folder.path().string() + " is no regular file");
  std::ofstream(path) << "ci write " << abc << "\n";
  std::filesystem::permissions(path, std::filesystem::perms{0640});
  CHECK(!read_token_file(path).value().open_to_others);
  std::filesystem::permissions(path, std::filesystem::perms{0644});
  CHECK(read_token_file(path).value().open_to_others);
  CHECK(read_token_file(path).value().tokens.size() == 1);
  std::filesystem::resize_file(path, (1u << 20) + 1);
  CHECK(read_token_file(path).error().message == path.string() + " is larger than 1MiB");
}

TEST_CASE("tokens are made of the system's chance") {
  std::set<std::string> made;
  for (int i = 0; i < 100; ++i) made.insert(random_token());
  CHECK(made.size() == 100);
  CHECK(made.begin()->size() == 7 + 64);
  CHECK(bearer_token("Bearer " + *made.begin()) == *made.begin());
}

TEST_CASE("an Authorization header is read as RFC 6750 writes it") {
  const struct {
    std::string_view header, token;
  } rows[] = {
      {"Bearer abc", "abc"},
      {"bearer abc", "abc"},
      {"BEARER   a-._~+/=  ", "a-._~+/="},
      {"Bearer", ""},
      {"Bearer ", ""},
      {"Bearerabc", ""},
      {"Basic YTpi", ""},
      {"abc", ""},
      {"", ""},
      {"Bearer a b", ""},
      {"Bearer a,b", ""},
      {"Bearer \"a\"", ""},
      {"Bearer a\xC3\xA4", ""},
      {"Digest Bearer abc", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.header);
    CHECK(bearer_token(row.header) == row.token);
  }
  CHECK(bearer_token("Bearer " + std::string(513, 'a')).empty());
}

TEST_CASE("one cookie is found among others") {
  const struct {
    std::string_view header, value;
  } rows[] = {
      {"s=1", "1"},
      {"a=2; s=1; s=3", "1"},
      {"a=2;s=1", "1"},
      {" s = 1 ", "1"},
      {"as=2; sa=3", ""},
      {"s", ""},
      {"s=", ""},
      {"", ""},
      {";;=;s=1", "1"},
      {"S=1", ""},
      {"a=\"; s=1\"", "1\""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.header);
    CHECK(cookie_value(row.header, "s") == row.value);
  }
  CHECK(cookie_value("s=" + std::string(513, 'a'), "s").empty());
}

TEST_CASE("a session is known by its id until it ends") {
  sessions open;
  const mono_time begin{};
  const auto token = sha256("abc");
  const auto id = open.begin(token, begin);
  CHECK(id.size() == 64);
  CHECK(open.token_of(sha256(id), begin) == token);
  CHECK(open.token_of(sha256(id), begin + sessions::life - 1ns) == token);
  CHECK(!open.token_of(sha256(id), begin + sessions::life));
  CHECK(!open.token_of(sha256(""), begin));
  CHECK(!open.token_of(sha256(to_hex(sha256(id))), begin));
  const auto other = open.begin(token, begin);
  CHECK(other != id);
  open.end(id);
  CHECK(!open.token_of(sha256(id), begin));
  CHECK(open.token_of(sha256(other), begin) == token);
}

TEST_CASE("sessions are no more than fit") {
  sessions open;
  const auto first = open.begin(sha256("abc"), mono_time{});
  for (std::size_t i = 0; i < sessions::most; ++i) {
    open.begin(sha256(std::to_string(i % 20)), mono_time{} + std::chrono::seconds(1 + i));
  }
  CHECK(open.size() == sessions::most);
  CHECK(!open.token_of(sha256(first), mono_time{} + 1h));
  open.begin(sha256("abc"), mono_time{} + 2 * sessions::life);
  CHECK(open.size() == 1);
}

TEST_CASE("one who signs in without end ends sessions of his own alone") {
  const auto reader = sha256("reader"), writer = sha256("writer");
  sessions open;
  const auto other = open.begin(writer, mono_time{});
  const auto first = open.begin(reader, mono_time{1s});
  std::string last;
  for (std::size_t i = 0; i < sessions::most / 10; ++i) last = open.begin(reader, mono_time{2s});
  CHECK(open.token_of(sha256(other), mono_time{3s}) == writer);
  CHECK(open.token_of(sha256(first), mono_time{3s}) == std::nullopt);
  CHECK(open.token_of(sha256(last), mono_time{3s}) == reader);
  CHECK(open.size() == sessions::most / 10 + 1);
}

TEST_CASE("whoever fails waits longer each time, and is forgotten after a while") {
  failed_attempts attempts;
  const auto address = [](const char* text) { return boost::asio::ip::make_address(text); };
  mono_time now{1h};
  CHECK(attempts.add(address("192.0.2.1"), now) == 100ms);
  CHECK(attempts.add(address("192.0.2.1"), now) == 200ms);
  CHECK(attempts.add(address("::ffff:192.0.2.1"), now) == 400ms);
  CHECK(attempts.add(address("192.0.2.2"), now) == 100ms);
  for (int i = 0; i < 100; ++i) attempts.add(address("192.0.2.1"), now);
  CHECK(attempts.add(address("192.0.2.1"), now) == 5s);
  CHECK(attempts.add(address("2001:db8::1"), now) == 100ms);
  CHECK(attempts.add(address("2001:db8::2:1"), now) == 200ms);
  CHECK(attempts.add(address("2001:db8:0:1::1"), now) == 100ms);
  CHECK(attempts.add(address("192.0.2.1"), now + failed_attempts::memory + 1ns) == 100ms);
}

TEST_CASE("a crowd that fails takes no more memory than a bound") {
  failed_attempts attempts;
  for (unsigned i = 0; i < 2 * failed_attempts::most_peers; ++i) {
    attempts.add(boost::asio::ip::address_v4(i), mono_time{} + std::chrono::milliseconds(i));
  }
  CHECK(attempts.size() == failed_attempts::most_peers);
  const auto last = boost::asio::ip::address_v4(2 * failed_attempts::most_peers - 1);
  CHECK(attempts.add(last, mono_time{10s}) == 200ms);
  CHECK(attempts.add(boost::asio::ip::address_v4(0u), mono_time{10s}) == 100ms);
}
