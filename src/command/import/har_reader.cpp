#include "command/import/har_reader.hpp"

#include "canary/core/ascii.hpp"
#include "canary/core/printable.hpp"
#include "canary/core/utf8.hpp"
#include "canary/net/http_url.hpp"
#include "command/import/base64.hpp"
#include "command/import/form_text.hpp"
#include "command/import/har_value.hpp"
#include "command/import/text_place.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/stream_parser.hpp>

#include <algorithm>

namespace canary::command {
namespace {

constexpr std::size_t most_entries = 20'000, most_requests = 1000;

net::form_fields pairs_of(const har_value& list) {
  net::form_fields out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const har_value each = list.element(i);
    out.emplace_back(each.at("name").text(), each["value"].text());
  }
  return out;
}

// The body where it is text: binary ones are of no use in a canary's source.
std::optional<std::string> content_of(const har_value& content, const char* encoding) {
  const har_value text = content["text"];
  if (!text) return std::string();
  std::string body = text.text();
  if (content[encoding].text() == "base64") {
    auto decoded = from_base64(body);
    if (!decoded) text.refuse("this is no Base64");
    body = std::move(*decoded);
  }
  if (!valid_utf8(body)) return std::nullopt;
  return body;
}

void read_body(recorded_request& to, const har_value& data) {
  if (!data) return;
  auto text = content_of(data, "encoding");
  if (!text) {
    to.notes.push_back("its body is no text, and left out");
    return;
  }
  const std::string type = data["mimeType"].text();
  if (header_of(to, "Content-Type").empty() && !type.empty()) to.headers.emplace_back("Content-Type", type);
  const har_value params = data["params"];
  if (text->empty() && params.size() > 0) {
    const bool multipart = type.starts_with("multipart/");
    for (std::size_t i = 0; i < params.size(); ++i) {
      const har_value each = params.element(i);
      const std::string name = each.at("name").text(), filename = each["fileName"].text();
      if (multipart) {
        to.parts.push_back({name, each["value"].text(), "", filename, each["contentType"].text()});
      } else {
        to.form.emplace_back(name, each["value"].text());
      }
    }
    to.has = multipart ? recorded_body::multipart : recorded_body::form;
    std::erase_if(to.headers, [](const auto& each) { return iequals(each.first, "Content-Type"); });
  } else if (!text->empty()) {
    to.has = recorded_body::text;
    to.text = std::move(*text);
    understand_form(to);
  }
  for (const auto& part : to.parts) {
    if (!part.filename.empty() && part.value.empty()) {
      to.notes.push_back("the archive does not have what is in the file " + printable(part.filename, 80) +
                         ": name one below the work directory with file: 'PATH' in the place of data");
    }
  }
}

recorded_request request_of(const har_value& entry) {
  const har_value asked = entry.at("request"), answered = entry.at("response");
  recorded_request out;
  out.method = asked.at("method").text();
  out.url = asked.at("url").text();
  const bool named = !out.method.empty() && std::all_of(out.method.begin(), out.method.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  if (!named) asked.at("method").refuse("a method such as GET is wanted, and not '" + printable(out.method, 80) + "'");
  for (auto& header : pairs_of(asked["headers"])) {
    if (iequals(header.first, "Cookie")) {
      out.cookies = header.second;
    } else {
      out.headers.push_back(std::move(header));
    }
  }
  if (out.cookies.empty()) {
    for (const auto& [name, value] : pairs_of(asked["cookies"]))
      out.cookies += (out.cookies.empty() ? "" : "; ") + name + "=" + value;
  }
  read_body(out, asked["postData"]);
  out.status = static_cast<int>(answered["status"].number());
  if (out.status < 0 || out.status > 999) answered.at("status").refuse("a status code is wanted");
  for (const auto& [name, value] : pairs_of(answered["headers"])) {
    if (iequals(name, "Location")) out.location = value;
    // Browsers put several Set-Cookie headers into one, a line each.
    if (iequals(name, "Set-Cookie")) {
      std::string_view rest = value;
      while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const std::size_t equals = line.find('=');
        if (equals != line.npos)
          out.cookies_set.emplace_back(line.substr(0, equals), line.substr(equals + 1, line.find(';') - equals - 1));
      }
    }
  }
  for (auto& each : pairs_of(answered["cookies"])) out.cookies_set.push_back(std::move(each));
  if (out.location.empty()) out.location = answered["redirectURL"].text();
  if (const har_value content = answered["content"]) {
    out.type = content["mimeType"].text();
    out.answer = content_of(content, "encoding").value_or("");
  }
  return out;
}

left_out reason(const recorded_request& request, const std::string& site, const std::string& host,
                const import_wish& wish) {
  if (request.status == 0) return left_out::unanswered;
  if (request.status == 101) return left_out::other_protocol;
  if (wish.all) return left_out::no;
  if (request.method == "OPTIONS" && !header_of(request, "Access-Control-Request-Method").empty())
    return left_out::preflight;
  const bool other = !site.empty() && site_of(host) != site;
  if (other && !wish.third_party) return left_out::third_party;
  return is_static(request) ? left_out::static_file : left_out::no;
}

struct read_entry {
  recorded_request request;
  std::string page, host;
};

bool is_page(const recorded_request& request) { return request.type.starts_with("text/html"); }

// The site that the recording is of: that of its first page, or of its first request.
std::string main_site(const std::vector<read_entry>& entries) {
  for (const auto& each : entries) {
    if (!each.host.empty() && (is_page(each.request) || (each.request.status >= 300 && each.request.status < 400)))
      return site_of(each.host);
  }
  for (const auto& each : entries) {
    if (!each.host.empty()) return site_of(each.host);
  }
  return {};
}

// Steps in the order in which their pages were first asked for. Where the archive has no pages, a page of HTML that
// comes by GET begins one, and so does a redirect to it, and a form that is sent.
void make_steps(recording& out, std::vector<read_entry>& entries, const net::form_fields& titles) {
  std::vector<std::string> pages;
  bool goes_on = false;  // a redirect leads to what comes next
  for (auto& each : entries) {
    if (titles.empty()) {
      const bool redirects = each.request.status >= 300 && each.request.status < 400 && !each.request.location.empty();
      if (out.steps.empty() || ((is_page(each.request) || redirects) && !goes_on)) out.steps.push_back({});
      goes_on = redirects;
      each.request.step = out.steps.size() - 1;
      continue;
    }
    const auto known = std::find(pages.begin(), pages.end(), each.page);
    each.request.step = static_cast<std::size_t>(known - pages.begin());
    if (known != pages.end()) continue;
    pages.push_back(each.page);
    const auto title = std::find_if(titles.begin(), titles.end(), [&](const auto& t) { return t.first == each.page; });
    out.steps.push_back(title == titles.end() ? "" : title->second);
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.request.step < b.request.step; });
}

recording read_log(const har_value& log, const std::string& file, const import_wish& wish) {
  recording out;
  out.source = file;
  const har_value list = log.at("entries");
  if (list.size() > most_entries) list.refuse("there are more than 20,000 entries");
  std::vector<read_entry> entries;
  left_out_count omitted;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const har_value entry = list.element(i);
    read_entry read{request_of(entry), entry["pageref"].text(), {}};
    const std::string& url = read.request.url;
    if (!url.starts_with("http://") && !url.starts_with("https://")) {
      if (url.find(':') == url.npos)
        entry.at("request").at("url").refuse("an absolute URL is wanted, and not '" + printable(url, 200) + "'");
      omitted.add(left_out::other_protocol, {});
      continue;
    }
    const auto parsed = net::parse_http_url(url);
    if (!parsed) entry.at("request").at("url").refuse(parsed.error().message);
    read.host = parsed->host;
    entries.push_back(std::move(read));
  }
  const std::string site = main_site(entries);
  std::erase_if(entries, [&](const read_entry& each) {
    const left_out why = reason(each.request, site, each.host, wish);
    if (why != left_out::no) omitted.add(why, each.host);
    return why != left_out::no;
  });
  out.notes = omitted.sentences();
  if (entries.empty()) {
    std::string said;
    for (const auto& each : out.notes) said += " " + each;
    list.refuse("there is no request here that a canary could make" + (said.empty() ? "" : ":" + said));
  }
  if (entries.size() > most_requests) {
    list.refuse(std::to_string(entries.size()) + " requests are too many for one canary, which may make 1,000");
  }
  net::form_fields titles;
  const har_value pages = log["pages"];
  for (std::size_t i = 0; i < pages.size(); ++i)
    titles.emplace_back(pages.element(i).at("id").text(), pages.element(i)["title"].text());
  make_steps(out, entries, titles);
  for (auto& each : entries) out.requests.push_back(std::move(each.request));
  out.is_session = out.requests.size() > 1;
  return out;
}

}  // namespace

result<recording> read_har(std::string_view text, const std::string& file, const import_wish& wish) {
  if (text.size() > largest_archive) return error{file + " is larger than 128 MiB"};
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  boost::system::error_code failed;
  boost::json::parse_options options;
  options.max_depth = 64;
  options.allow_invalid_utf8 = false;
  boost::json::stream_parser parser({}, options);
  const std::size_t read = parser.write_some(text.data(), text.size(), failed);
  if (!failed && text.find_first_not_of(" \t\r\n", read) != text.npos) failed = boost::json::error::extra_data;
  if (!failed) parser.finish(failed);
  if (failed) {
    return error{file + ":" + place_text(text, read) + ": this is no HTTP archive: " + failed.message() +
                 " in its JSON"};
  }
  const boost::json::value document = parser.release();
  try {
    return read_log(har_value(document).at("log"), file, wish);
  } catch (const har_mistake& mistake) {
    const std::string path = path_text(mistake.path());
    return error{file + ":" + place_text(text, find_value(text, mistake.path())) + ": " +
                 (path.empty() ? "" : printable(path, 200) + ": ") + mistake.what()};
  }
}

}  // namespace canary::command
