// Responses of servers: what comes in pieces has to mean what it means at once.

#include "canary/net/response_reader.hpp"

#include "fuzz/fuzz.hpp"

namespace {

struct reading {
  std::optional<canary::failure> trouble;
  bool done = false;
  std::size_t left = 0;  // bytes beyond the response
  canary::net::http_response response;
};

reading read(std::string_view bytes, bool to_head, bool decode, canary::net::response_limits limits,
             std::size_t piece) {
  canary::net::response_reader reader(to_head, decode, limits);
  boost::beast::flat_buffer buffer;
  reading r;
  while (!bytes.empty() && !reader.done() && !r.trouble) {
    const auto next = bytes.substr(0, piece);
    buffer.commit(boost::asio::buffer_copy(buffer.prepare(next.size()), boost::asio::buffer(next)));
    bytes.remove_prefix(next.size());
    r.trouble = reader.feed(buffer);
    if (!reader.begun()) MUST_HOLD(r.trouble || buffer.size() > 0);
  }
  if (!reader.done() && !r.trouble) r.trouble = reader.feed_end();
  r.done = reader.done() && !r.trouble;
  r.left = buffer.size() + bytes.size();
  static_cast<void>(reader.place());
  static_cast<void>(reader.reusable());
  r.response = std::move(reader.response());
  return r;
}

bool same(const std::vector<canary::net::header>& a, const std::vector<canary::net::header>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x.name == y.name && x.value == y.value; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  canary::fuzz::input in(data, size);
  const bool to_head = in.choice(7) == 7, decode = in.flag();
  const canary::net::response_limits limits{.max_body = in.number(2),
                                            .max_headers = 64u + static_cast<std::uint32_t>(in.number(2)),
                                            .keep_body = in.choice(7) != 7};
  const std::size_t piece = 1 + in.byte();
  const auto bytes = in.rest();

  const reading whole = read(bytes, to_head, decode, limits, bytes.size() + 1);
  MUST_HOLD(whole.response.body.size() <= limits.max_body);
  MUST_HOLD(whole.done != whole.trouble.has_value());
  std::size_t head = 0;
  for (const auto& h : whole.response.headers) {
    MUST_HOLD(!h.name.empty() && canary::fuzz::one_line(h.name + h.value));
    head += h.name.size() + h.value.size();
  }
  for (const auto& h : whole.response.trailers) head += h.name.size() + h.value.size();
  MUST_HOLD(whole.trouble || head <= limits.max_headers);
  if (whole.trouble) MUST_HOLD(!whole.trouble->message.empty() && whole.trouble->kind != canary::failure_class::none);

  for (const std::size_t n : {std::size_t{1}, piece}) {
    const reading parts = read(bytes, to_head, decode, limits, n);
    MUST_HOLD(parts.done == whole.done);
    if (!whole.done) continue;
    MUST_HOLD(parts.response.code == whole.response.code && parts.response.body == whole.response.body);
    MUST_HOLD(parts.response.status_text == whole.response.status_text && parts.left == whole.left);
    MUST_HOLD(same(parts.response.headers, whole.response.headers));
    MUST_HOLD(same(parts.response.trailers, whole.response.trailers));
  }
  return 0;
}
