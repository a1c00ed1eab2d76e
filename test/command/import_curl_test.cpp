#include "command/import/chosen_headers.hpp"
#include "command/import/curl_command.hpp"
#include "command/import/curl_globs.hpp"
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

TEST_CASE("braces and brackets of a URL are expanded as curl expands them") {
  const struct {
    const char* pattern;
    std::vector<std::string> urls;
  } rows[] = {{"a.test", {"a.test"}},
              {"a/{b,c,}/d", {"a/b/d", "a/c/d", "a//d"}},
              {"a[1-3]", {"a1", "a2", "a3"}},
              {"[08-10].[a-e:2]", {"08.a", "08.c", "08.e", "09.a", "09.c", "09.e", "10.a", "10.c", "10.e"}},
              {"[0-10:5]", {"0", "5", "10"}},
              {"[7-7][Z-Z:99]", {"7Z"}},
              {"[5-18446744073709551615:18446744073709551615]", {"5"}},
              {"http://[::1]:8080/{a}", {"http://[::1]:8080/a"}},
              {"a[]=1&b[]=2", {"a[]=1&b[]=2"}},
              {"http://[fe80::1%25eth0]/", {"http://[fe80::1%25eth0]/"}},
              {"\\{a\\}\\[1-3\\]\\b", {"{a}[1-3]\\b"}}};
  for (const auto& r : rows) {
    CAPTURE(r.pattern);
    const auto urls = expand_curl_globs(r.pattern, 1000);
    REQUIRE(urls.has_value());
    CHECK(*urls == r.urls);
  }
}

TEST_CASE("what is no range of curl's is told with its place") {
  const std::string right = ", and curl expands '{a,b}' and '[1-3]': where the characters are meant themselves, add -g";
  const struct {
    const char* pattern;
    std::string says;
  } rows[] = {
      {"a/{b", "the URL 'a/{b' has a '{' that nothing closes at its character 3" + right},
      {"a}", "the URL 'a}' has a '}' that nothing opens at its character 2" + right},
      {"[3-1]", "the URL '[3-1]' has '[3-1]', which is no range, at its character 1" + right},
      {"[a-Z]", "the URL '[a-Z]' has '[a-Z]', which is no range, at its character 1" + right},
      {"[1-3:0]", "the URL '[1-3:0]' has '[1-3:0]', which is no range, at its character 1" + right},
      {"[-]", "the URL '[-]' has '[-]', which is no range, at its character 1" + right},
      {"{}", "the URL '{}' has an empty '{}' at its character 1" + right},
      {"{a{b}}", "the URL '{a{b}}' has brackets within '{' at its character 1" + right},
      {"[1-99999999999999999999]",
       "the URL '[1-99999999999999999999]' has '[1-99999999999999999999]', which is no range, at its character "
       "1" +
           right},
      {"[1-40]{a,b}[1-13]", "the URL '[1-40]{a,b}[1-13]' is more than 1000 URLs, and a canary has no more requests"},
      {"[1-999999999999]", "the URL '[1-999999999999]' is more than 1000 URLs, and a canary has no more requests"}};
  for (const auto& r : rows) {
    CAPTURE(r.pattern);
    const auto urls = expand_curl_globs(r.pattern, 1000);
    REQUIRE(!urls.has_value());
    CHECK(urls.error().message == r.says);
  }
  CHECK(!expand_curl_globs(std::string(1 << 20, 'a') + "[1-100]", 1000).has_value());
}

TEST_CASE("a command of curl may be several requests") {
  const auto read = read_curl_commands(
      "curl -G -d 'q={x}' http://a.test/[1-2] --next -g 'http://b.test/{c}' -: --tlsv1.3 -X PUT --url https://c.test");
  REQUIRE(read.has_value());
  std::vector<std::string> all;
  for (const auto& each : read->requests) all.push_back(each.method + " " + each.url + " " + each.oldest_tls);
  CHECK(all == std::vector<std::string>{"GET http://a.test/1?q={x} ", "GET http://a.test/2?q={x} ",
                                        "GET http://b.test/{c} ", "PUT https://c.test 1.3"});
}

TEST_CASE("headers that a canary goes without are told of, and another server's name is kept") {
  const auto read = read_curl_commands(
      "curl -H 'Host: shop.test' -H 'cache-control: no-cache' -H 'sec-ch-ua: x' -H 'Accept: */*' http://127.0.0.1/;"
      "curl -H 'Host: a.test:80' -H 'Content-Type:' -d x -e ';auto' http://a.test/");
  REQUIRE(read.has_value());
  CHECK(read->notes ==
        std::vector<std::string>{"Headers that browsers add by themselves are left out: Cache-Control, Sec-Ch-Ua."});
  CHECK(chosen_headers(read->requests.at(0)) == fields{{"Host", "shop.test"}});
  CHECK(chosen_headers(read->requests.at(1)).empty());
  CHECK(read->requests.at(1).notes ==
        std::vector<std::string>{"-H Content-Type: is left out: a canary says of each body what it is"});
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
      {"curl -I -d a http://a/",
       "-I and a body are two kinds of request; with -G data is a query, and -X HEAD sends a body"},
      {"curl a --next", "the curl command has no URL"},
      {"curl --cert-type P12 -E a http://a/", "--cert-type P12: a canary takes certificates and keys in PEM form"},
      {"curl -F 'a=@b,c' http://a/", "-F 'a=@b,c' names several files: write a -F for each"},
      {"curl --connect-to a:1:b:2 http://a/",
       "curl's option --connect-to: write --resolve host:port:address in its place"},
      {"curl 'http://a/?b[c]=1'",
       "the URL 'http://a/?b[c]=1' has '[c]', which is no range, at its character 12, and curl expands '{a,b}' and "
       "'[1-3]': where the characters are meant themselves, add -g"},
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
