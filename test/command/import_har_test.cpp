#include "canary/core/json_text.hpp"
#include "command/import/har_reader.hpp"
#include "command/import/lift.hpp"
#include "command/import/secrets_within.hpp"
#include "command/import/write_canary.hpp"
#include "support/catch.hpp"

using namespace canary::command;

namespace {

struct entry {
  std::string method, url;
  int status;
  std::string type = {}, answer = {}, request_more = {}, response_more = {}, page = {};
};

std::string har(const std::vector<entry>& entries, const std::string& pages = "") {
  std::string out = "{\"log\": {\"version\": \"1.2\", " + pages + "\"entries\": [";
  for (const auto& e : entries) {
    std::string answer, type;
    canary::append_json_string(answer, e.answer);
    out += (&e == &entries.front() ? "" : ",") + std::string("\n{") +
           (e.page.empty() ? "" : "\"pageref\": \"" + e.page + "\", ") + "\"request\": {\"method\": \"" + e.method +
           "\", \"url\": \"" + e.url + "\"" + e.request_more +
           "}, \"response\": {\"status\": " + std::to_string(e.status) + e.response_more +
           ", \"content\": {\"mimeType\": \"" + e.type + "\", \"text\": " + answer + "}}}";
  }
  return out + "]}}";
}

recording read(const std::vector<entry>& entries, const std::string& pages = "", const import_wish& wish = {}) {
  auto out = read_har(har(entries, pages), "x.har", wish);
  REQUIRE(out.has_value());
  return *out;
}

std::vector<std::string> urls(const recording& of) {
  std::vector<std::string> out;
  for (const auto& each : of.requests) out.push_back(each.url);
  return out;
}

using texts = std::vector<std::string>;

}  // namespace

TEST_CASE("what a browser fetches beside a page is left out of a canary, and counted") {
  const std::vector<entry> entries = {{"GET", "https://www.shop.example/", 200, "text/html; charset=utf-8", "<p>"},
                                      {"GET", "https://cdn.shop.example/app.js", 200, "application/javascript", ""},
                                      {"GET", "https://www.shop.example/logo.png?v=1", 304, "", ""},
                                      {"GET", "https://api.shop.example/prices.js", 200, "application/json", "{}"},
                                      {"POST", "https://www.tracker.example.org/collect", 204, "", ""},
                                      {"OPTIONS", "https://api.shop.example/cart", 204, "", "",
                                       R"(, "headers": [{"name": "Access-Control-Request-Method", "value": "PUT"}])"},
                                      {"GET", "https://www.shop.example/gone", 0, "", ""},
                                      {"GET", "wss://www.shop.example/live", 101, "", ""},
                                      {"GET", "data:image/png;base64,AA", 200, "image/png", ""}};
  const auto plain = read(entries);
  CHECK(urls(plain) == texts{"https://www.shop.example/", "https://api.shop.example/prices.js"});
  CHECK(plain.notes ==
        texts{"2 static files (images, styles, scripts, fonts) are left out; --all keeps them.",
              "1 request to other sites (www.tracker.example.org) is left out; --third-party keeps them.",
              "1 request that got no answer is left out.",
              "1 preflight request (OPTIONS) of the browser is left out; --all keeps them.",
              "2 requests that are none of HTTP (data:, blob:, WebSocket) are left out."});
  CHECK(read(entries, "", {false, true}).requests.size() == 3);
  CHECK(read(entries, "", {true, false}).requests.size() == 6);
}

TEST_CASE("an archive's pages are the steps, and without any each page of HTML begins one") {
  const std::vector<entry> entries = {{"GET", "http://a/1", 302, "", "", "", R"(, "redirectURL": "/2")", "p1"},
                                      {"GET", "http://a/2", 200, "text/html", "", "", "", "p1"},
                                      {"GET", "http://a/3", 200, "application/json", "{}", "", "", "p2"},
                                      {"GET", "http://a/4", 200, "text/html", "", "", "", "p2"},
                                      {"GET", "http://a/5", 200, "application/json", "{}", "", "", "p1"}};
  const auto paged = read(entries, R"("pages": [{"id": "p1", "title": "One"}, {"id": "p2", "title": "http://a/3"}], )");
  CHECK(paged.steps == texts{"One", "http://a/3"});
  CHECK(urls(paged) == texts{"http://a/1", "http://a/2", "http://a/5", "http://a/3", "http://a/4"});
  const auto without = read(entries);
  std::vector<std::size_t> steps;
  for (const auto& each : without.requests) steps.push_back(each.step);
  CHECK(steps == std::vector<std::size_t>{0, 0, 0, 1, 1});
}

TEST_CASE("bodies of archives come as text, as Base64, as parameters and as multipart") {
  const auto one = [](const std::string& data) {
    return read({{"POST", "http://a/", 200, "", "",
                  R"(, "headers": [{"name": "content-type", "value": "T"}], "postData": )" + data}})
        .requests.front();
  };
  CHECK(one(R"({"mimeType": "T", "text": "hello"})").text == "hello");
  CHECK(one(R"({"mimeType": "T", "text": "aGVsbG8=", "encoding": "base64"})").text == "hello");
  const auto form =
      one(R"({"mimeType": "application/x-www-form-urlencoded", "params": [{"name": "a", "value": "b c"}]})");
  CHECK(
      (form.has == recorded_body::form && form.form == canary::net::form_fields{{"a", "b c"}} && form.headers.empty()));
  const auto binary = one(R"({"mimeType": "T", "text": "/w==", "encoding": "base64"})");
  CHECK((binary.has == recorded_body::none && binary.notes == texts{"its body is no text, and left out"}));
  const auto parts =
      read(
          {{"POST", "http://a/", 200, "", "",
            R"(, "postData": {"mimeType": "multipart/form-data; boundary=XX", "text": "--XX\r\nContent-Disposition: form-data; )"
            R"(name=\"a\"\r\n\r\nb\r\n--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"g.txt\"\r\n)"
            R"(Content-Type: text/plain\r\n\r\n\r\n--XX--\r\n"})"}})
          .requests.front();
  REQUIRE(parts.parts.size() == 2);
  CHECK((parts.parts[0].name == "a" && parts.parts[0].value == "b"));
  CHECK((parts.parts[1].filename == "g.txt" && parts.parts[1].type == "text/plain" && parts.headers.empty() &&
         parts.notes.size() == 1));
}

TEST_CASE("what is wrong with an archive is told with its line, its column and the way to it") {
  const struct {
    std::string text;
    const char* says;
  } rows[] = {{"{\"log\":\n  {]}", "x.har:2:4: this is no HTTP archive: syntax error in its JSON"},
              {"{} x", "x.har:1:4: this is no HTTP archive: extra data in its JSON"},
              {"{\"log\"", "x.har:1:7: this is no HTTP archive: incomplete JSON in its JSON"},
              {"[]", "x.har:1:1: an object is wanted, and not an array"},
              {"{}", "x.har:1:1: 'log' is missing"},
              {"{\"log\": {\"entries\": {}}}", "x.har:1:21: log.entries: an array is wanted, and not an object"},
              {"{\"log\": {\"entries\": [{}]}}", "x.har:1:22: log.entries[0]: 'request' is missing"},
              {har({{"GET", "/a", 200, "", ""}}),
               "x.har:2:38: log.entries[0].request.url: an absolute URL is wanted, and not '/a'"},
              {har({{"GET", "http://a b/", 200, "", ""}}), "x.har:2:38: log.entries[0].request.url: "},
              {har({{"GET", "http://a/", 200, "", "", R"(, "headers": [{"value": "x"}])"}}),
               "x.har:2:63: log.entries[0].request.headers[0]: 'name' is missing"},
              {har({{"GET", "http://a/", 0, "", ""}}),
               "x.har:1:39: log.entries: there is no request here that a canary could make: 1 request that got no "
               "answer is left out."}};
  for (const auto& r : rows) {
    CAPTURE(r.text);
    const auto out = read_har(r.text, "x.har", {});
    REQUIRE(!out.has_value());
    CAPTURE(out.error().message);
    CHECK(out.error().message.starts_with(r.says));
  }
}

TEST_CASE("a canary has no secret of its recording, and takes anew what the server gave") {
  auto recorded = read(
      {{"GET", "https://shop.example/login", 200, "text/html",
        "<input type=\"hidden\" name=\"csrf\" value=\"0123456789abcdef\">"},
       {"POST", "https://shop.example/login", 302, "", "",
        R"(, "headers": [{"name": ":method", "value": "POST"}, {"name": "sec-fetch-site", "value": "x"}, {"name": "user-agent", "value": "Mozilla/5.0"},
            {"name": "cookie", "value": "before=1234567890; _ga=GA1.2.3"}],
            "postData": {"mimeType": "application/x-www-form-urlencoded", "text": "csrf=0123456789abcdef&user=ann&password=very-secret"})",
        R"(, "headers": [{"name": "location", "value": "/home"}, {"name": "set-cookie", "value": "sid=0a0a0a0a0a; Path=/"}])"},
       {"POST", "https://shop.example/api", 201, "application/json", R"({"data": [{"token": "tok-0123456789"}]})",
        R"(, "headers": [{"name": "content-type", "value": "application/json"}, {"name": "x-auth-key", "value": "hunter2 hunter2"},
            {"name": "cookie", "value": "before=1234567890; sid=0a0a0a0a0a"}],
            "postData": {"mimeType": "application/json", "text": "{\"apiKey\": \"key-very-secret\", \"said\": \"pw very-secret!\", \"n\": 1, \"pin\": 482913, \"cvv\": 12}"})"},
       {"GET", "https://shop.example/reset/8f3e8f3e8f3e8f3e8f3e8f3e8f3e8f3e?jwt=eyJhbGciOi.eyJzdWIiOi.abcdefgh", 200,
        "text/html", "", R"(, "headers": [{"name": "authorization", "value": "Bearer tok-0123456789"}])"}});
  const auto found = lift(recorded);
  const std::string canary = write_canary(recorded, found);
  CAPTURE(canary);
  for (const char* secret : {"0123456789abcdef", "very-secret", "1234567890", "0a0a0a0a0a", "tok-0123456789",
                             "8f3e8f3e", "eyJhbGci", "482913", "hunter2", "_ga", "Mozilla"}) {
    CAPTURE(secret);
    CHECK(canary.find(secret) == canary.npos);
  }
  texts names;
  for (const auto& each : found.secrets) names.push_back(each.name);
  CHECK(names ==
        texts{"shop-cookies", "shop-password", "shop-x-auth-key", "shop-api-key", "shop-pin", "shop-jwt", "shop-link"});
  CHECK(found.secrets[0].value == "before=1234567890");
  for (const char* part :
       {"csrf = between(response, '<input type=\"hidden\" name=\"csrf\" value=\"', '\"');",
        "form: { csrf: csrf, user: 'ann', password: secrets.get('shop-password') }",
        "headers: { Cookie: secrets.get('shop-cookies') }", "apiKey: secrets.get('shop-api-key')",
        "pin: Number(secrets.get('shop-pin'))", "cvv: 12", "said: 'pw ' + secrets.get('shop-password') + '!'",
        "token = response.json('data.0.token');", "bearer: token",
        "browser.get(site + '/reset/' + secrets.get('shop-link'), {", "query: { jwt: secrets.get('shop-jwt') }",
        "'POST /login is 302': function (r) { return r.code === 302; }", "r.header('Location') === '/home'",
        "test.step('GET /reset/***'"}) {
    CAPTURE(part);
    CHECK(canary.find(part) != canary.npos);
  }
}

TEST_CASE("a canary's source is JavaScript whatever was recorded") {
  auto recorded = read(
      {{"GET", "http://a/x'y?q=%E2%80%A8%27%00%0A&__proto__=1", 200, "", "",
        R"(, "headers": [{"name": "X-A", "value": "\u2028'\\\n"}, {"name": "bad name", "value": "x"}])", "", "p"},
       {"POST", "http://a/", 200, "", "",
        R"(, "postData": {"mimeType": "application/json", "text": "{\"__proto__\": 1}"})", "", "p"},
       {"POST", "http://a/", 200, "", "",
        R"(, "postData": {"mimeType": "application/json", "text": "{\"n\": 9007199254740993, \"a b\": 1}"})", "", "p"}},
      R"("pages": [{"id": "p", "title": "it's\n*/ \u2028 one"}], )");
  const std::string canary = write_canary(recorded, lift(recorded));
  CAPTURE(canary);
  CHECK(canary.find("test.step('it\\'s?*/ \\u2028 one', function () {") != canary.npos);
  CHECK(canary.find("headers: { 'X-A': '\\u2028\\'\\\\\\n' }") != canary.npos);
  CHECK(canary.find("\xe2\x80\xa8") == canary.npos);
  CHECK(canary.find("'{\"__proto__\": 1}'") != canary.npos);
  CHECK(canary.find("'{\"n\": 9007199254740993, \"a b\": 1}'") != canary.npos);
}

TEST_CASE("what is no format that an importer reads has no secret left either") {
  const auto body = [](const std::string& type, const std::string& text) {
    std::string quoted;
    canary::append_json_string(quoted, text);
    return ", \"postData\": {\"mimeType\": \"" + type + "\", \"text\": " + quoted + "}";
  };
  const std::string site = "https://shop.example/";
  const entry rows[] = {
      {"GET", site + "a?flag&token=S3CRETabcdef", 200},
      {"GET", site + "a?x=%ff&password=S3CRETabcdef&y=1", 200},
      {"GET", site + "a?data=%7B%22password%22%3A%22S3CRETabcdef%22%7D", 200},
      {"GET", site + "p;jsessionid=S3CRETabcdef?a=1", 200},
      {"GET", site, 200, "", "", R"(, "headers": [{"name": "X-Custom", "value": "bearer S3CRETabcdef"}])"},
      {"GET", site, 200, "", "", R"(, "headers": [{"name": "X-Url", "value": "https://u:S3CRETabcdef@host/"}])"},
      {"POST", site, 200, "", "", body("text/xml", "<S:B><w:Password t='x'>S3CRETabcdef</w:Password></S:B>")},
      {"POST", site, 200, "", "", body("text/xml", "<login password = 'S3CRETabcdef'/>")},
      {"POST", site, 200, "", "", body("application/x-ndjson", "{\"a\":1}\n{\"password\": \"S3CRETabcdef\"}\n")},
      {"POST", site, 200, "", "",
       body("application/json", R"({"n":18446744073709551615,"password":"S3CRET\"abcdef"})")},
      {"POST", site, 200, "", "", body("text/plain", R"({"b":"{\"password\":\"S3CRETabcdef\"}"})")},
      {"POST", site, 200, "", "",
       body("text/plain", std::string(40, '[') + "{'password':'S3CRETabcdef'}" + std::string(40, ']'))},
      {"POST", site, 200, "", "", body("application/x-www-form-urlencoded", "flag&password=S3CRETabcdef%21")},
  };
  for (const auto& row : rows) {
    CAPTURE(row.url, row.request_more);
    auto of = read({row});
    const lifted found = lift(of);
    const std::string source = write_canary(of, found);
    CAPTURE(source);
    CHECK(source.find("S3CRET") == source.npos);
    CHECK(source.find("secrets.get('shop-") != source.npos);
    CHECK(found.secrets.size() == 1);
  }
  // Nor where it is shown, however it was encoded.
  auto shown = read({{"GET", site + "a?password=abc%2Fdef%20ghi", 200}, {"GET", site + "b/abc%2Fdef%20ghi", 200}});
  const lifted found = lift(shown);
  const std::string source = write_canary(shown, found);
  CAPTURE(source);
  CHECK(source.find("abc%2F") == source.npos);
  CHECK(source.find("'GET /b/***") != source.npos);
}

TEST_CASE("what speaks of secrets without giving any stays as it is") {
  for (const char* const text : {"://@", "https://shop.example:8080/x@y", "<Key>photos/cat.png</Key>", "password",
                                 "token:", "token = ", "\"password\"", "\"password\":\"", "<password", "<password>",
                                 "password=abc", "{\"password\":null}", "<token/>abcdef<", "the token: of many"}) {
    CAPTURE(text);
    CHECK(secrets_within(text).empty());
  }
}

TEST_CASE("many secrets of one name are lifted in the time that they take to read") {
  std::string text = "[";
  for (int i = 0; i < 20'000; ++i) text += "{\"password\":\"secret-" + std::to_string(i) + "\"},";
  std::string quoted;
  canary::append_json_string(quoted, text + "0]");
  auto of = read({{"POST", "https://shop.example/", 200, "", "",
                   ", \"postData\": {\"mimeType\": \"application/json\", \"text\": " + quoted + "}"}});
  const lifted found = lift(of);
  REQUIRE(found.secrets.size() == 20'000);
  CHECK(found.secrets.back().name == "shop-password-20000");
}
