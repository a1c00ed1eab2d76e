#include "canary/api/response.hpp"

#include "canary/api/json_text.hpp"

#include <cstdio>

namespace canary::api {
namespace {

// The page may load what this server serves, and nothing else; nobody may put it in a frame.
constexpr std::string_view security_headers =
    "Content-Security-Policy: default-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n";

bool has_body(unsigned status) { return status >= 200 && status != 204 && status != 304; }

}  // namespace

response text_response(unsigned status, std::string_view text) {
  return {.status = status, .type = "text/plain; charset=utf-8", .content = body(text), .headers = {}};
}

response problem_response(const problem& p) {
  response r{.status = p.status, .type = "application/problem+json", .content = body(to_json(p)), .headers = {}};
  if (!p.allow.empty()) r.headers.emplace_back("Allow", p.allow);
  return r;
}

response json_response(unsigned status, const boost::json::value& value) {
  response r = json_response();
  r.status = status;
  append_json(r.content.tail(), value);
  return r;
}

response json_response() {
  return {.type = "application/json", .content = {}, .headers = {{"Cache-Control", "no-store"}}, .may_compress = true};
}

std::string response_head(const response& r, const delivery& how) {
  std::string out = "HTTP/1.1 " + std::to_string(r.status) + ' ';
  const auto line = [&out](std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
  };
  out.append(reason_phrase(r.status)).append("\r\n");
  line("Date", http_date(how.at));
  line("Connection", how.keep_alive ? "keep-alive" : "close");
  if (!r.type.empty()) line("Content-Type", r.type);
  if (has_body(r.status) && !r.take_over) line("Content-Length", std::to_string(r.content.size()));
  for (const auto& [name, value] : r.headers) line(name, value);
  line("Cross-Origin-Resource-Policy", r.for_other_sites ? "cross-origin" : "same-origin");
  return out.append(security_headers).append("\r\n");
}

std::string http_date(wall_time t) {
  using namespace std::chrono;
  static constexpr const char* weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = floor<days>(t);
  const year_month_day date{day};
  const hh_mm_ss time{floor<seconds>(t - day)};
  char buffer[64];
  const int length =
      std::snprintf(buffer, sizeof buffer, "%s, %02u %s %04d %02d:%02d:%02d GMT", weekdays[weekday{day}.c_encoding()],
                    static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                    static_cast<int>(date.year()), static_cast<int>(time.hours().count()),
                    static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return {buffer, static_cast<std::size_t>(length)};
}

}  // namespace canary::api
