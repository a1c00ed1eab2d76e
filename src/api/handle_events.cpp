#include "canary/api/client_stream.hpp"
#include "canary/api/event_readers.hpp"
#include "canary/api/handlers.hpp"
#include "no_such_test.hpp"

namespace canary::api {
namespace {

// Longer than any id.
constexpr std::size_t longest_id = 100;

// What a browser reads ends with its session.
reader_permit permit_of(const exchange& x) {
  if (!x.from.session) return {};
  return [access = x.on.access, session = *x.from.session] { return access->goes_on(session); };
}

}  // namespace

response get_events(exchange& x) {
  if (const auto known = x.query.check_known({"test", "label", "after"}); !known) {
    return problem_response({400, known.error().message, {}});
  }
  event_subscription what;
  if (const auto test = x.query.find("test")) {
    what.test = *test;
    if (!x.on.tests.view(what.test)) return problem_response(no_such_test(what.test));
  }
  auto labels = read_labels(x.query);
  if (!labels) return problem_response({400, labels.error().message, {}});
  what.labels = std::move(*labels);
  if (const auto after = x.query.find("after")) {
    if (!parse_event_id(*after)) {
      return problem_response({400, "parameter 'after': write the id of an event, like 1763812800000-57", {}});
    }
    what.after = *after;
  }
  // A browser that connects again sends this, with the URL that it was given first. What it says is not refused: it
  // would never try again.
  if (const auto last = header(x.asked, "Last-Event-ID"); !last.empty()) what.after = last.substr(0, longest_id);
  auto place = x.readers.take_place();
  if (!place) {
    auto r = problem_response({503, "too many read events; try again later", {}});
    r.headers.emplace_back("Retry-After", "10");
    return r;
  }
  response r{.status = 200, .type = "text/event-stream", .content = {}, .headers = {}};
  r.headers.emplace_back("Cache-Control", "no-store");
  r.headers.emplace_back("X-Accel-Buffering", "no");  // nginx holds answers back otherwise
  r.take_over = [&readers = x.readers, what = std::move(what), permit = permit_of(x), place = std::move(place)](
                    std::unique_ptr<client_stream> client) { readers.add(std::move(client), what, permit); };
  return r;
}

}  // namespace canary::api
