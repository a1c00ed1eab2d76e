#include "command/import/curl_command.hpp"
#include "command/import/shell_words.hpp"
#include "support/catch.hpp"

using namespace canary::command;

namespace {
using words = std::vector<std::vector<std::string>>;
using fields = canary::net::form_fields;
}  // namespace

TEST_CASE("a command line is split as a shell splits it") {
  const struct {
    std::string text;
    words split;
  } rows[] = {{"", {}},
              {" \n ;; & && \n", {}},
              {"a b\tc", {{"a", "b", "c"}}},
              {"a;b & c && d\ne", {{"a"}, {"b"}, {"c"}, {"d"}, {"e"}}},
              {"a \\\n  b \\\r\n c", {{"a", "b", "c"}}},
              {"a # b\nc#d", {{"a"}, {"c#d"}}},
              {"'a b'\"c d\"e\\ f", {{"a bc de f"}}},
              {"'a\\n\"$b'", {{"a\\n\"$b"}}},
              {"\"a\\\"b\\\\c\\$d\\`e\\f\\\ng\"", {{"a\"b\\c$d`e\\fg"}}},
              {"'' \"\"", {{"", ""}}},
              {"'it'\\''s'", {{"it's"}}},
              {"$'a\\nb\\'c\\\\d\\x41\\101\\u00e9\\u0021\\t'", {{"a\nb'c\\dAA\xc3\xa9!\t"}}},
              {"$'\\ud83d\\ude00\\U0001F600'", {{"\xf0\x9f\x98\x80\xf0\x9f\x98\x80"}}},
              {"$'\\ud83dx\\q'", {{"\xef\xbf\xbdx\\q"}}},
              {"a$ \"b$\" c$=d", {{"a$", "b$", "c$=d"}}}};
  for (const auto& r : rows) {
    CAPTURE(r.text);
    const auto split = split_shell_commands(r.text);
    REQUIRE(split.has_value());
    CHECK(*split == r.split);
  }
}

TEST_CASE("what only a shell could know is refused with its place") {
  const struct {
    std::string text;
    const char* says;
  } rows[] = {
      {"a\n 'b", "2:2: the quote ' that begins here has no end"},
      {"a \"b\\\"", "1:3: the quote \" that begins here has no end"},
      {"$'a\\'", "1:1: the quote $' that begins here has no end"},
      {"a\\", "1:2: nothing follows the backslash"},
      {"a -H \"X: $TOKEN\"",
       "1:10: a variable's value is known to a shell alone: write the value, or ' around the text that has the $"},
      {"a ${B}",
       "1:3: a variable's value is known to a shell alone: write the value, or ' around the text that has the $"},
      {"a $(b)", "1:3: a command within the command is for a shell: write what it prints"},
      {"a `b`", "1:3: a command within the command is for a shell: write what it prints"},
      {"a > b", "1:3: '>' is for a shell: only curl commands are read here"},
      {"curl ^\"x^\"", "1:6: this was copied for the command prompt of Windows: choose 'Copy as cURL (bash)'"},
      {std::string("a\0b", 3), "1:2: a command has no NUL byte"}};
  for (const auto& r : rows) {
    CAPTURE(r.text);
    const auto split = split_shell_commands(r.text);
    REQUIRE(!split.has_value());
    CHECK(split.error().message == r.says);
  }
}

TEST_CASE("curl's method, body and headers are decided as curl decides them") {
  const struct {
    const char* text;
    const char* method;
    recorded_body has;
    const char* body;
    fields form, headers;
  } rows[] = {
      {"curl http://a/", "GET", recorded_body::none, "", {}, {}},
      {"curl -I http://a/", "HEAD", recorded_body::none, "", {}, {}},
      {"curl -XDELETE http://a/", "DELETE", recorded_body::none, "", {}, {}},
      {"curl -d a=1 -d b=2+3%21 http://a/", "POST", recorded_body::form, "", {{"a", "1"}, {"b", "2 3!"}}, {}},
      {"curl --data-urlencode 'a=b c&' http://a/", "POST", recorded_body::form, "", {{"a", "b c&"}}, {}},
      {"curl -d a http://a/",
       "POST",
       recorded_body::text,
       "a",
       {},
       {{"Content-Type", "application/x-www-form-urlencoded"}}},
      {"curl -d a=%zz http://a/",
       "POST",
       recorded_body::text,
       "a=%zz",
       {},
       {{"Content-Type", "application/x-www-form-urlencoded"}}},
      {"curl --data-raw @a -H 'content-type: text/x' http://a/",
       "POST",
       recorded_body::text,
       "@a",
       {},
       {{"content-type", "text/x"}}},
      {"curl -sSXPUT --json {} http://a/",
       "PUT",
       recorded_body::text,
       "{}",
       {},
       {{"Content-Type", "application/json"}, {"Accept", "application/json"}}},
      {"curl -G -d a=1 http://a/", "GET", recorded_body::none, "", {}, {}},
      {"curl -H 'A:' -H 'B;' -H 'C:  d ' http://a/", "GET", recorded_body::none, "", {}, {{"B", ""}, {"C", "d"}}},
      {"curl -A x -e y http://a/", "GET", recorded_body::none, "", {}, {{"User-Agent", "x"}, {"Referer", "y"}}}};
  for (const auto& r : rows) {
    CAPTURE(r.text);
    const auto read = read_curl_commands(r.text);
    REQUIRE(read.has_value());
    REQUIRE(read->requests.size() == 1);
    const auto& request = read->requests.front();
    CHECK(request.method == r.method);
    CHECK(request.has == r.has);
    CHECK(request.text == r.body);
    CHECK(request.form == r.form);
    CHECK(request.headers == r.headers);
    CHECK(request.redirects == 0);
    CHECK(request.notes.empty());
  }
}

TEST_CASE("curl's other options become those of a canary's request, or notes") {
  const auto read = read_curl_commands(
      "/usr/bin/curl -L --max-redirs 3 -k -4 -m 2.5 -x proxy:3128 --resolve a.test:80:[::1] -u 'ann:b:c' --cacert "
      "ca.pem --cert c.pem "
      "--key k.pem -b 'a=1' -b 'b=2' --compressed --http2 --retry 3 -o out -w '%{http_code}' --no-progress-meter "
      "a.test/x b.test;"
      "curl -F a=b -F 'f=@d.txt;type=text/x;filename=\"e f\"' --form-string 'g=@h;i' -G http://c.test --no-location -c "
      "jar -b ''");
  REQUIRE(!read.has_value());
  CHECK(read.error().message == "-G makes no query of -F");
  const auto good = read_curl_commands(
      "/usr/bin/curl -L --max-redirs 3 -k -4 -m 2.5 -x proxy:3128 --resolve a.test:80:[::1] -u 'ann:b:c' --cacert "
      "ca.pem --cert c.pem "
      "--key k.pem -b 'a=1' -b 'b=2' --compressed --http2 --retry 3 -o out -w '%{http_code}' --no-progress-meter "
      "a.test/x b.test;"
      "curl -F a=b -F 'f=@d.txt;type=text/x;filename=\"e f\"' --form-string 'g=@h;i' http://c.test -c jar -b ''");
  REQUIRE(good.has_value());
  REQUIRE(good->requests.size() == 3);
  CHECK(good->is_session);
  const auto& one = good->requests[0];
  CHECK(one.url == "http://a.test/x");
  CHECK(good->requests[1].url == "http://b.test");
  CHECK(one.redirects == 3);
  CHECK(one.insecure);
  CHECK(one.ip == 4);
  CHECK(one.timeout == "2.5s");
  CHECK(one.proxy == "http://proxy:3128");
  CHECK(one.resolve == fields{{"a.test", "::1"}});
  CHECK(one.user_and_password == "ann:b:c");
  CHECK((one.ca_file == "ca.pem" && one.cert_file == "c.pem" && one.key_file == "k.pem"));
  CHECK(one.cookies == "a=1; b=2");
  CHECK(one.notes == std::vector<std::string>{"--http2 is left out: a canary speaks HTTP/1.1",
                                              "--retry 3 is left out: a canary runs again when it is due"});
  const auto& parts = good->requests[2].parts;
  REQUIRE(parts.size() == 3);
  CHECK((parts[0].name == "a" && parts[0].value == "b" && parts[0].file.empty()));
  CHECK((parts[1].file == "d.txt" && parts[1].type == "text/x" && parts[1].filename == "e f"));
  CHECK((parts[2].value == "@h;i" && parts[2].file.empty()));
}

TEST_CASE("what a canary cannot do as curl does it is refused, and nothing is lost silently") {
  const struct {
    const char* text;
    const char* says;
  } rows[] = {
      {"", "there is no curl command"},
      {"wget http://a/", "a curl command is wanted, and not 'wget'"},
      {"curl", "the curl command has no URL"},
      {"curl -H", "curl's option -H wants a value"},
      {"curl --hedaer a http://a/", "curl's option '--hedaer' is not understood; did you mean --header?"},
      {"curl -sQ http://a/", "curl's option '-Q' is not understood; a canary may do without it: take it away"},
      {"curl -d @a.json http://a/",
       "-d sends what is in the file 'a.json', which is not read here: write its text after --data-raw"},
      {"curl --data-binary @- http://a/",
       "--data-binary sends what is in the file '-', which is not read here: write its text after --data-raw"},
      {"curl -F 'a=<b' http://a/", "-F 'a=<b' sends the text of a file, which is not read here: write it after name="},
      {"curl -T a http://a/",
       "curl's option -T: a canary sends files in multipart bodies alone (-F name=@file); write a text after "
       "--data-raw"},
      {"curl --digest http://a/",
       "curl's option --digest: a canary knows basic authorization (-u) and bearer tokens alone"},
      {"curl -F a=b -d c http://a/", "-F and -d are two bodies, and a request has one"},
      {"curl -X 'A B' http://a/", "-X takes a method such as PUT, not 'A B'"},
      {"curl -m soon http://a/", "-m takes seconds, such as 5 or 2.5, not 'soon'"},
      {"curl -H nothing http://a/", "-H takes a header such as 'Accept: text/html', not 'nothing'"},
      {"curl --resolve a http://a/", "--resolve takes host:port:address, not 'a'"},
      {"curl $'\\xff' http://a/", "'?' has bytes that are no UTF-8 text: a canary's source is text"}};
  for (const auto& r : rows) {
    CAPTURE(r.text);
    const auto read = read_curl_commands(r.text);
    REQUIRE(!read.has_value());
    CHECK(read.error().message == r.says);
  }
  CHECK(!read_curl_commands("curl ftp://a/").has_value());
}
