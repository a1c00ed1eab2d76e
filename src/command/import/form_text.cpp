#include "command/import/form_text.hpp"

#include "canary/core/ascii.hpp"
#include "canary/core/utf8.hpp"

#include <algorithm>

namespace canary::command {
namespace {

std::optional<std::string> decoded(std::string_view text) {
  const auto digit = [](char c) {
    c = ascii_lower(c);
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = digit(text[i + 1]), low = digit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (!valid_utf8(out)) return std::nullopt;
  return out;
}

std::string_view media_type(std::string_view type) {
  type = type.substr(0, type.find(';'));
  return type.substr(0, type.find_last_not_of(" \t") + 1);
}

// The value of `key` among 'a="b"; c=d'.
std::string parameter(std::string_view text, std::string_view key) {
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of("; \t");
    if (begin == text.npos) break;
    text.remove_prefix(begin);
    const std::size_t equals = text.find('='), next = text.find(';');
    if (equals == text.npos || next < equals) {
      text.remove_prefix(std::min(next, text.size()));
      continue;
    }
    const bool wanted = iequals(text.substr(0, equals), key);
    text.remove_prefix(equals + 1);
    std::string value;
    if (text.starts_with('"')) {
      const std::size_t end = std::min(text.find('"', 1), text.size());
      value = text.substr(1, end - 1);
      text.remove_prefix(std::min(end + 1, text.size()));
    } else {
      value = text.substr(0, text.find(';'));
      text.remove_prefix(value.size());
    }
    if (wanted) return value;
  }
  return {};
}

std::string header_within(std::string_view head, std::string_view name) {
  while (!head.empty()) {
    const std::size_t end = std::min(head.find("\r\n"), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 2, head.size()));
    const std::size_t colon = line.find(':');
    if (colon == line.npos || !iequals(line.substr(0, colon), name)) continue;
    const std::size_t begin = line.find_first_not_of(' ', colon + 1);
    return std::string(begin == line.npos ? "" : line.substr(begin));
  }
  return {};
}

// RFC 7578. Nothing where the text is no such body.
std::optional<std::vector<recorded_part>> read_parts(std::string_view text, const std::string& boundary) {
  if (boundary.empty()) return std::nullopt;
  const std::string mark = "--" + boundary;
  std::vector<recorded_part> parts;
  if (!text.starts_with(mark)) return std::nullopt;
  text.remove_prefix(mark.size());
  while (!text.starts_with("--")) {
    if (!text.starts_with("\r\n")) return std::nullopt;
    const std::size_t end = text.find("\r\n" + mark, 2), body = text.find("\r\n\r\n");
    if (end == text.npos || body == text.npos || body > end) return std::nullopt;
    const std::string_view head = text.substr(2, body - 2);
    const std::string disposition = header_within(head, "Content-Disposition");
    recorded_part part;
    part.name = parameter(disposition, "name");
    part.filename = parameter(disposition, "filename");
    part.type = header_within(head, "Content-Type");
    if (end >= body + 4) part.value = text.substr(body + 4, end - body - 4);
    if (part.name.empty()) return std::nullopt;
    parts.push_back(std::move(part));
    text.remove_prefix(end + 2 + mark.size());
  }
  return parts;
}

void drop_header(recorded_request& request, std::string_view name) {
  std::erase_if(request.headers, [&](const auto& each) { return iequals(each.first, name); });
}

}  // namespace

std::optional<net::form_fields> read_fields(std::string_view text) {
  net::form_fields fields;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    const std::size_t equals = pair.find('=');
    if (equals == pair.npos) return std::nullopt;
    auto name = decoded(pair.substr(0, equals)), value = decoded(pair.substr(equals + 1));
    if (!name || !value || name->empty() || *name == "__proto__") return std::nullopt;
    fields.emplace_back(std::move(*name), std::move(*value));
  }
  return fields;
}

std::string_view header_of(const recorded_request& request, std::string_view name) {
  for (const auto& [known, value] : request.headers) {
    if (iequals(known, name)) return value;
  }
  return {};
}

bool is_json_type(std::string_view type) {
  type = media_type(type);
  return iequals(type, "application/json") || (type.size() > 5 && iequals(type.substr(type.size() - 5), "+json"));
}

void understand_form(recorded_request& request) {
  const std::string type(header_of(request, "Content-Type"));
  if (request.has != recorded_body::text) return;
  if (iequals(media_type(type), "application/x-www-form-urlencoded")) {
    auto fields = read_fields(request.text);
    if (!fields || fields->empty()) return;
    request.form = std::move(*fields);
    request.has = recorded_body::form;
  } else if (iequals(media_type(type), "multipart/form-data")) {
    auto parts = read_parts(request.text, parameter(type, "boundary"));
    if (!parts || parts->empty()) return;
    request.parts = std::move(*parts);
    request.has = recorded_body::multipart;
  } else {
    return;
  }
  // The request's own header would go before that of `form` and `multipart`, whose boundary is another one.
  drop_header(request, "Content-Type");
  request.text.clear();
}

}  // namespace canary::command
