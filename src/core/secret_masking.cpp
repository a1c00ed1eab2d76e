#include "canary/core/secret_masking.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

namespace canary {
namespace {

constexpr std::string_view stars = "***";
constexpr std::string_view cut_mark = "\u2026";
constexpr std::size_t shortest_piece = 8;  // of a secret: what is shorter stands in too many places by chance
constexpr std::size_t most_lines = 1000;   // of one secret: each costs a search of every text

// RFC 3986's unreserved characters stay; `space` is '+' in forms.
std::string encoded(std::string_view value, std::string_view space, std::string_view kept,
                    std::string_view digits = "0123456789ABCDEF") {
  std::string out;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       kept.find(c) != std::string_view::npos;
    if (c == ' ') {
      out += space;
    } else if (plain) {
      out += c;
    } else {
      out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return out;
}

// As encodeURIComponent writes it.
std::string as_component(std::string_view value) { return encoded(value, "%20", "-_.~!*'()"); }

std::string in_json(std::string_view value) {
  const std::string quoted = boost::json::serialize(boost::json::string(value));
  return quoted.substr(1, quoted.size() - 2);
}

// As it is, as JSON has it within quotes, as encodeURIComponent writes it, as a form does, and as a query does in which
// only what must be is encoded.
void add_forms(std::string_view value, std::vector<std::string>& to) {
  to.emplace_back(value);
  to.push_back(in_json(value));
  for (const std::string_view digits : {"0123456789ABCDEF", "0123456789abcdef"}) {
    to.push_back(encoded(value, "%20", "-_.~!*'()", digits));
    to.push_back(encoded(value, "%20", "-_.~", digits));
    to.push_back(encoded(value, "+", "-_.*", digits));
    to.push_back(encoded(value, "%20", "-_.~!$&'()*+,;=:@/?", digits));
  }
}

void add_lines(std::string_view value, std::vector<std::string>& to) {
  if (value.find('\n') == std::string_view::npos) return;
  for (std::size_t lines = 0; !value.empty() && lines < most_lines;) {
    std::string_view line = value.substr(0, value.find('\n'));
    value.remove_prefix(std::min(line.size() + 1, value.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.size() < shortest_piece) continue;
    add_forms(line, to);
    ++lines;
  }
}

bool longer_first(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() > b.size() : a < b;
}

void mask_whole(std::string& text, const std::string& secret) {
  std::size_t at = text.find(secret);
  if (at == std::string::npos) return;
  std::string out;
  std::size_t done = 0;
  for (; at != std::string::npos; at = text.find(secret, done)) {
    out.append(text, done, at - done).append(stars);
    done = at + secret.size();
  }
  text = out.append(text, done);
}

// For each length of `of`'s beginning, how long a shorter beginning of `of` it ends with (Knuth, Morris and Pratt).
std::vector<std::size_t> borders_of(std::string_view of) {
  std::vector<std::size_t> borders(of.size() + 1, 0);
  for (std::size_t i = 1, k = 0; i < of.size(); ++i) {
    while (k > 0 && of[i] != of[k]) k = borders[k];
    if (of[i] == of[k]) ++k;
    borders[i + 1] = k;
  }
  return borders;
}

// The longest beginning of the secret that stands right before a cut mark. Takes time by the text's length, however
// many marks are in it.
void mask_beginnings(std::string& text, std::string_view secret, std::string_view mark) {
  if (secret.size() <= shortest_piece || text.size() < shortest_piece) return;
  secret = secret.substr(0, std::min(secret.size() - 1, text.size()));
  const std::vector<std::size_t> borders = borders_of(secret);
  std::string out;
  std::size_t done = 0;
  std::size_t mark_at = text.find(mark);
  for (std::size_t i = 0, k = 0; mark_at != std::string::npos; ++i) {
    if (i == mark_at) {
      if (k >= shortest_piece) {
        out.append(text, done, i - k - done).append(stars);
        done = i;
        k = 0;
      }
      mark_at = text.find(mark, i + 1);
    }
    while (k > 0 && (k == secret.size() || text[i] != secret[k])) k = borders[k];
    if (text[i] == secret[k]) ++k;
  }
  if (done > 0) text = out.append(text, done);
}

std::string reversed(std::string_view text) { return {text.rbegin(), text.rend()}; }

}  // namespace

void secret_masking::add(std::string_view value) {
  if (value.size() < shortest_secret) return;
  const auto hides = [this](const std::string& text) {
    return std::binary_search(hidden_.begin(), hidden_.end(), text, longer_first);
  };
  // Both, for it may be what another one is encoded as.
  if (hides(std::string(value)) && hides(as_component(value))) return;
  add_forms(value, hidden_);
  add_lines(value, hidden_);
  std::sort(hidden_.begin(), hidden_.end(), longer_first);
  hidden_.erase(std::unique(hidden_.begin(), hidden_.end()), hidden_.end());
}

void secret_masking::mask(std::string& text) const {
  const bool cut = text.find(cut_mark) != std::string::npos;
  for (const std::string& each : hidden_) {
    mask_whole(text, each);
    if (!cut) continue;
    mask_beginnings(text, each, cut_mark);
    std::string backwards = reversed(text);
    mask_beginnings(backwards, reversed(each), reversed(cut_mark));
    text = reversed(backwards);
  }
}

}  // namespace canary
