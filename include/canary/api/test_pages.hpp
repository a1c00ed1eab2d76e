#pragma once
// Lists of tests, page by page.

#include "canary/api/exchange.hpp"
#include "canary/api/query_parameters.hpp"
#include "canary/schedule/test_view.hpp"

#include <functional>

namespace canary::api {

struct test_page {
  std::size_t limit = 100;
  std::optional<test_cursor> after;
  /// What costs little to know, asked before the view is made.
  std::function<bool(const test&)> may_show = [](const test&) { return true; };
  std::function<bool(const schedule::test_view&)> shows = [](const schedule::test_view&) { return true; };
  /// Appends one test's JSON, some KB at most.
  std::function<void(std::string& out, const schedule::test_view&)> write;
};

/// {"tests": [...], "next": cursor or null, "total": of all tests}. Lets the loop turn between two tests.
response test_page_response(exchange& x, const test_page& page);

}  // namespace canary::api
