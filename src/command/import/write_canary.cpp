#include "command/import/write_canary.hpp"

#include "canary/core/printable.hpp"
#include "canary/net/http_url.hpp"
#include "command/import/chosen_headers.hpp"
#include "command/import/js_value.hpp"
#include "command/import/secret_look.hpp"
#include "command/import/write_request.hpp"

#include <algorithm>
#include <map>

namespace canary::command {
namespace {

// Of one line: JavaScript ends lines at two characters of Unicode too.
std::string comment_text(std::string_view text) {
  std::string out = printable(text);
  for (const std::string_view line_end : {"\xe2\x80\xa8", "\xe2\x80\xa9"}) {
    for (std::size_t at = out.find(line_end); at != out.npos; at = out.find(line_end))
      out.replace(at, line_end.size(), " ");
  }
  return out;
}

// Wrapped at words.
std::string comment(std::string_view text, const std::string& indentation) {
  constexpr std::size_t widest = 116;
  std::string out, line = indentation + "//";
  std::string rest = comment_text(text);
  while (!rest.empty()) {
    const std::string word = rest.substr(0, rest.find(' '));
    rest.erase(0, std::min(word.size() + 1, rest.size()));
    if (line.size() + word.size() + 1 > widest && line.size() > indentation.size() + 2) {
      out += line + "\n";
      line = indentation + "//";
    }
    line += " " + word;
  }
  return out + line + "\n";
}

class writer {
 public:
  writer(const recording& of, const lifted& found) : of_(of), found_(found), in_{found.known, {}, "http", {}, false} {}

  std::string write() {
    choose_site();
    head();
    for (std::size_t first = 0; first < of_.requests.size();) {
      std::size_t end = first + 1;
      while (end < of_.requests.size() && of_.requests[end].step == of_.requests[first].step) ++end;
      step(first, end);
      first = end;
    }
    return std::move(out_);
  }

 private:
  // Requests to one place share its name, and a session what they all say.
  void choose_site() {
    std::map<std::string, std::size_t> origins;
    for (const auto& each : of_.requests) ++origins[origin_of(each)];
    const auto most = std::max_element(origins.begin(), origins.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != origins.end() && most->second > 1) in_.origin = most->first;
    if (!of_.is_session) return;
    in_.caller = "browser";
    in_.keeps_redirects = std::any_of(of_.requests.begin(), of_.requests.end(), [](const auto& each) {
      return each.status >= 300 && each.status < 400 && each.status != 304;
    });
    if (of_.requests.size() < 2) return;
    std::vector<net::form_fields> chosen;
    for (const auto& each : of_.requests) chosen.push_back(chosen_headers(each));
    for (const auto& header : chosen.front()) {
      const bool plain = header.first != "Content-Type" &&
                         found_.known.code(header.second, of_.requests.size()) == js_text(header.second);
      const bool of_all = std::all_of(chosen.begin(), chosen.end(), [&](const auto& headers) {
        return std::find(headers.begin(), headers.end(), header) != headers.end();
      });
      if (plain && of_all) in_.defaults.push_back(header);
    }
  }

  void head() {
    out_ += comment("Imported from " + found_.known.masked(of_.source) + " by canaryctl.", "");
    for (const auto& each : of_.notes) out_ += comment(found_.known.masked(each), "");
    out_ += "\n";
    const std::string before = out_;
    if (!in_.origin.empty()) out_ += "var site = " + js_text(in_.origin) + ";\n";
    if (of_.is_session) out_ += session();
    for (const auto& each : found_.taken) {
      const bool goes_on = &each != &found_.taken.front() && (&each)[-1].from.request == each.from.request;
      out_ += goes_on ? ""
                      : "\n" + comment("What " + found_.known.masked(request_text(of_.requests[each.from.request])) +
                                           " gives, and later requests send back.",
                                       "");
      out_ += "/** @type {string} */\nvar " + each.variable + ";\n";
    }
    const bool pages =
        std::any_of(found_.taken.begin(), found_.taken.end(), [](const auto& each) { return each.from.path.empty(); });
    if (pages) {
      out_ += R"(
// The text of a page between two others.
/** @param {HttpResponse} page @param {string} before @param {string} after */
function between(page, before, after) {
  var begin = page.body.indexOf(before);
  if (begin < 0) log.fail(page.url + ' has no ' + before);
  begin += before.length;
  return page.body.slice(begin, page.body.indexOf(after, begin));
}
)";
    }
    if (out_ != before) out_ += "\n";
  }

  std::string session() const {
    auto options = js_value::object();
    if (in_.keeps_redirects) options.add("redirects", js_value::expression("0"));
    if (!in_.defaults.empty()) {
      auto headers = js_value::object();
      for (const auto& [name, value] : in_.defaults) headers.add(name, js_value::expression(js_text(value)));
      options.add("headers", std::move(headers));
    }
    return "var browser = http.session(" + (options.empty() ? "" : options.code(0, 27)) + ");\n";
  }

  std::string title_of(std::size_t first) const {
    const auto& request = of_.requests[first];
    std::string title = request.step < of_.steps.size() ? of_.steps[request.step] : "";
    // Browsers call a page by its address where it has no title.
    if (title.starts_with("http://") || title.starts_with("https://")) title.clear();
    return title.empty() ? short_text(request, in_) : printable(found_.known.masked(title), 100);
  }

  void step(std::size_t first, std::size_t end) {
    if (first > 0) out_ += "\n";
    out_ += "test.step(" + js_text(title_of(first)) + ", function () {\n";
    for (std::size_t number = first; number < end; ++number) {
      const auto& request = of_.requests[number];
      if (number > first) out_ += "\n";
      for (const auto& note : request.notes) out_ += comment(found_.known.masked(note) + ".", "  ");
      const std::string assigned = number == first ? "  var response = " : "  response = ";
      out_ += assigned + call_code(request, number, in_, assigned.size()) + ";\n";
      out_ += "  check(response, " + checks(request, number) + ");\n";
      for (const auto& each : found_.taken) {
        if (each.from.request == number) out_ += "  " + each.variable + " = " + source_of(each.from) + ";\n";
      }
    }
    out_ += "});\n";
  }

  std::string checks(const recorded_request& request, std::size_t number) const {
    const std::string what = short_text(request, in_);
    auto all = js_value::object();
    const auto function = [](const std::string& body) {
      return js_value::expression("function (r) { return " + body + "; }");
    };
    if (request.status == 0) {
      const bool follows = !request.redirects || *request.redirects > 0;
      all.add(what + (follows ? " answers 2xx" : " answers 2xx or 3xx"),
              function("r.code >= 200 && r.code < " + std::string(follows ? "300" : "400")));
      return all.code(2, 18);
    }
    // A browser that has a copy asks whether it is still good; a canary has none.
    const int status = request.status == 304 ? 200 : request.status;
    all.add(what + " is " + std::to_string(status), function("r.code === " + std::to_string(status)));
    const bool redirects = request.status >= 300 && request.status < 400 && request.status != 304;
    if (redirects && is_plain_location(request.location)) {
      all.add(what + " leads to " + printable(request.location, 80),
              function("r.header('Location') === " + url_code(request.location, number, in_)));
    }
    return all.code(2, 18);
  }

  // One that is the same each time, as far as can be seen.
  bool is_plain_location(std::string_view location) const {
    if (location.empty() || location.size() > 200 || location.find_first_of("?#%@") != location.npos) return false;
    std::string_view rest = location;
    while (!rest.empty()) {
      const std::string_view piece = rest.substr(0, rest.find('/'));
      rest.remove_prefix(std::min(piece.size() + 1, rest.size()));
      if (found_.known.masked(piece) != piece || is_random_piece(piece) ||
          std::any_of(piece.begin(), piece.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        if (piece.find(':') == piece.npos) return false;  // but for a port
      }
    }
    return net::parse_http_url(location).has_value() || location.starts_with('/');
  }

  std::string source_of(const answered_value& from) const {
    if (from.path.empty()) {
      return "between(response, " + found_.known.code(from.before, from.request) + ", " + js_text(from.after) + ")";
    }
    std::string path, members;
    bool plain = true;
    for (const auto& each : from.path) {
      const auto* index = std::get_if<std::size_t>(&each);
      const std::string name = index != nullptr ? std::to_string(*index) : std::get<std::string>(each);
      plain = plain && !name.empty() && name.find_first_of(".[]") == name.npos;
      path += (path.empty() ? "" : ".") + name;
      members += "[" + (index != nullptr ? name : js_text(name)) + "]";
    }
    return plain ? "response.json(" + js_text(path) + ")" : "response.json()" + members;
  }

  const recording& of_;
  const lifted& found_;
  request_setting in_;
  std::string out_;
};

}  // namespace

std::string write_canary(const recording& of, const lifted& found) { return writer(of, found).write(); }

}  // namespace canary::command
