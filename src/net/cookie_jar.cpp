#include "canary/net/cookie_jar.hpp"

#include "canary/net/redirect.hpp"

#include <boost/asio/ip/address.hpp>

#include <libpsl.h>

#include <algorithm>

namespace canary::net {
namespace {

bool is_address(const std::string& host) {
  boost::system::error_code failed;
  boost::asio::ip::make_address(host, failed);
  return !failed;
}

// The list that libpsl was built with: a constant. Where it was built without, every name of one label is a suffix.
bool is_public_suffix(const std::string& domain) {
  const psl_ctx_t* list = psl_builtin();
  if (list == nullptr) return domain.find('.') == domain.npos;
  return psl_is_public_suffix2(list, domain.c_str(), PSL_TYPE_ANY) == 1;
}

std::string_view path_of(const http_url& url) {
  const std::string_view target = url.target;
  return target.substr(0, target.find('?'));
}

// RFC 6265, 5.1.4.
std::string_view default_path(std::string_view path) {
  const auto last = path.rfind('/');
  return last == 0 || last == path.npos ? "/" : path.substr(0, last);
}

bool path_matches(std::string_view path, std::string_view of) {
  if (!path.starts_with(of)) return false;
  return path.size() == of.size() || of.back() == '/' || path[of.size()] == '/';
}

// RFC 6265, 5.1.3.
bool domain_matches(const std::string& host, const std::string& domain) {
  return host == domain || (is_same_or_subdomain(host, domain) && !is_address(host));
}

bool expired(const cookie& c, wall_time now) { return c.expires && *c.expires <= now; }

}  // namespace

void cookie_jar::store(const http_url& from, std::string_view set_cookie, wall_time now) {
  auto read = parse_set_cookie(set_cookie, now);
  if (!read) return;
  entry made{std::move(*read), false, 0};
  cookie& c = made.kept;
  // Two beginnings of a name are promises that hold only where they are kept (RFC 6265bis, 4.1.3).
  if (c.secure && !from.secure) return;
  if (c.name.starts_with("__Secure-") && !c.secure) return;
  if (c.name.starts_with("__Host-") && (!c.secure || !c.domain.empty() || c.path != "/")) return;

  if (!c.domain.empty() && is_public_suffix(c.domain)) {
    if (c.domain != from.host) return;
    c.domain.clear();
  }
  if (!c.domain.empty() && !domain_matches(from.host, c.domain)) return;
  made.host_only = c.domain.empty();
  if (made.host_only) c.domain = from.host;
  if (c.path.empty()) c.path = default_path(path_of(from));

  const auto same = std::find_if(entries_.begin(), entries_.end(), [&](const entry& e) {
    return e.kept.name == c.name && e.kept.domain == c.domain && e.kept.path == c.path;
  });
  made.created = same != entries_.end() ? same->created : next_++;
  if (same != entries_.end()) entries_.erase(same);
  if (expired(c, now)) return;
  make_room(c.domain, now);
  entries_.push_back(std::move(made));
}

void cookie_jar::make_room(const std::string& domain, wall_time now) {
  const auto of_domain = [&](const entry& e) { return e.kept.domain == domain; };
  const auto older = [](const entry& a, const entry& b) { return a.created < b.created; };
  const auto full = [&] {
    return entries_.size() >= most ||
           static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), of_domain)) >= most_of_a_domain;
  };
  if (!full()) return;
  std::erase_if(entries_, [now](const entry& e) { return expired(e.kept, now); });
  if (!full()) return;
  // The oldest of the domain where it has too many, else the oldest of all.
  if (entries_.size() < most) {
    auto oldest = entries_.end();
    for (auto it = entries_.begin(); it != entries_.end(); ++it) {
      if (of_domain(*it) && (oldest == entries_.end() || older(*it, *oldest))) oldest = it;
    }
    entries_.erase(oldest);
  } else {
    entries_.erase(std::min_element(entries_.begin(), entries_.end(), older));
  }
}

std::vector<cookie> cookie_jar::cookies_for(const http_url& to, wall_time now) {
  std::erase_if(entries_, [now](const entry& e) { return expired(e.kept, now); });
  std::vector<const entry*> chosen;
  for (const entry& e : entries_) {
    if (e.host_only ? to.host != e.kept.domain : !domain_matches(to.host, e.kept.domain)) continue;
    if (!path_matches(path_of(to), e.kept.path) || (e.kept.secure && !to.secure)) continue;
    chosen.push_back(&e);
  }
  std::sort(chosen.begin(), chosen.end(), [](const entry* a, const entry* b) {
    const std::size_t of_a = a->kept.path.size(), of_b = b->kept.path.size();
    return of_a != of_b ? of_a > of_b : a->created < b->created;
  });
  std::vector<cookie> cookies;
  for (const entry* e : chosen) cookies.push_back(e->kept);
  return cookies;
}

std::string cookie_jar::header_for(const http_url& to, wall_time now) {
  std::string header;
  for (const cookie& c : cookies_for(to, now)) {
    if (!header.empty()) header += "; ";
    header.append(c.name).append("=").append(c.value);
  }
  return header;
}

}  // namespace canary::net
