#include "canary/api/test_pages.hpp"

#include "canary/api/json_text.hpp"

namespace canary::api {
namespace {

// Where the page after `cursor` begins. A reload may have moved the test or taken it away.
std::size_t first_after(const std::vector<std::shared_ptr<const test>>& tests, const test_cursor& cursor) {
  const auto named = [&](const auto& t) { return t->name == cursor.name; };
  if (cursor.index < tests.size() && named(tests[cursor.index])) return cursor.index + 1;
  const auto it = std::find_if(tests.begin(), tests.end(), named);
  return it == tests.end() ? std::min(cursor.index, tests.size()) : static_cast<std::size_t>(it - tests.begin()) + 1;
}

}  // namespace

response test_page_response(exchange& x, const test_page& page) {
  const auto tests = x.on.tests.tests();
  std::size_t at = page.after ? first_after(tests, *page.after) : 0;
  response r = json_response();
  r.content.append(R"({"tests":[)");
  std::size_t shown = 0;
  for (; at < tests.size() && shown < page.limit; ++at) {
    x.between();
    if (!page.may_show(*tests[at])) continue;
    const auto view = x.on.tests.view(tests[at]->name);
    if (!view || !page.shows(*view)) continue;  // none where a reload took it away while the loop turned
    std::string& out = r.content.tail();
    if (shown++ > 0) out += ',';
    page.write(out, *view);
  }
  std::string& out = r.content.tail();
  out += R"(],"next":)";
  if (at < tests.size()) {
    append_json_string(out, to_string(test_cursor{at - 1, tests[at - 1]->name}));
  } else {
    out += "null";
  }
  out += R"(,"total":)" + std::to_string(tests.size()) + "}";
  return r;
}

}  // namespace canary::api
