#include "command/import/curl_command.hpp"

#include "canary/core/ascii.hpp"
#include "canary/core/nearest_name.hpp"
#include "canary/core/printable.hpp"
#include "canary/core/utf8.hpp"
#include "canary/net/http_url.hpp"
#include "command/import/chosen_headers.hpp"
#include "command/import/curl_globs.hpp"
#include "command/import/curl_options.hpp"
#include "command/import/form_text.hpp"
#include "command/import/shell_words.hpp"

#include <algorithm>
#include <set>

namespace canary::command {
namespace {

constexpr std::size_t most_requests = 1000;
constexpr std::string_view next_order = "next";

bool has_header(const recorded_request& request, std::string_view name) {
  return std::any_of(request.headers.begin(), request.headers.end(),
                     [&](const auto& each) { return iequals(each.first, name); });
}

error unknown(const std::string& word, std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& each : curl_options()) names.push_back(each.name);
  const auto near = nearest_name(name, names);
  return {"curl's option '" + printable(word, 80) + "' is not understood" +
          (near && name.size() > 1 ? "; did you mean --" + std::string(*near) + "?"
                                   : "; a canary may do without it: take it away")};
}

result<void> obey(curl_order& order, const curl_option& option, const std::string& shown, const std::string& value) {
  switch (option.fate) {
    case curl_fate::applied:
      return option.apply == nullptr ? result<void>() : option.apply(order, value);
    case curl_fate::noted:
      order.request.notes.push_back(printable(shown + (value.empty() ? "" : " " + value), 80) +
                                    " is left out: " + std::string(option.about));
      if (option.name == "location-trusted") order.follows = true;
      return {};
    case curl_fate::refused:
      return error{"curl's option " + printable(shown, 80) + ": " + std::string(option.about)};
    case curl_fate::dropped:
      break;
  }
  return {};
}

// Words after 'curl'. Letters may stand together, and the value of the last one with them: -sSXPOST. --next begins
// another order.
result<std::vector<curl_order>> read_options(const std::vector<std::string>& words) {
  std::vector<curl_order> orders(1);
  bool options_over = false;
  const auto value_of = [&](std::size_t& at, const std::string& shown) -> result<std::string> {
    if (at + 1 == words.size()) return error{"curl's option " + shown + " wants a value"};
    return {boost::system::in_place_value, words[++at]};
  };
  for (std::size_t at = 1; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (options_over || word.size() < 2 || word[0] != '-') {
      orders.back().urls.push_back(word);
      continue;
    }
    if (word == "--") {
      options_over = true;
      continue;
    }
    if (word[1] == '-') {
      const std::string name = word.substr(2);
      const curl_option* option = find_curl_option(name);
      if (option == nullptr && name.starts_with("no-")) {
        option = find_curl_option(name.substr(3));
        // Switched off is what a canary has it anyway, unless it would have been taken in.
        if (option != nullptr && option->fate != curl_fate::refused && !option->takes_value) continue;
        option = nullptr;
      }
      if (option == nullptr) return unknown(word, name);
      std::string value;
      if (option->takes_value) {
        auto next = value_of(at, word);
        if (!next) return next.error();
        value = std::move(*next);
      }
      if (const auto obeyed = obey(orders.back(), *option, word, value); !obeyed) return obeyed.error();
      if (option->name == next_order) orders.emplace_back();
      continue;
    }
    for (std::size_t letter = 1; letter < word.size(); ++letter) {
      const std::string shown = std::string("-") + word[letter];
      const curl_option* option = find_curl_option(word[letter]);
      if (option == nullptr) return unknown(shown, shown.substr(1));
      std::string value;
      const bool takes = option->takes_value;
      if (takes) {
        auto next = letter + 1 < word.size()
                        ? result<std::string>(boost::system::in_place_value, word.substr(letter + 1))
                        : value_of(at, shown);
        if (!next) return next.error();
        value = std::move(*next);
      }
      if (const auto obeyed = obey(orders.back(), *option, shown, value); !obeyed) return obeyed.error();
      if (option->name == next_order) orders.emplace_back();
      if (takes) break;
    }
  }
  return orders;
}

void decide_body(curl_order& order) {
  recorded_request& request = order.request;
  if (!request.parts.empty()) {
    request.has = recorded_body::multipart;
  } else if (order.has_data && !order.as_query) {
    if (order.is_json) {
      if (!has_header(request, "Content-Type")) request.headers.emplace_back("Content-Type", "application/json");
      if (!has_header(request, "Accept")) request.headers.emplace_back("Accept", "application/json");
    }
    request.has = recorded_body::text;
    request.text = order.data;
    if (order.no_content_type && !order.is_json) {
      request.notes.push_back("-H Content-Type: is left out: a canary says of each body what it is");
    } else if (!has_header(request, "Content-Type")) {
      request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    }
  }
  request.method = !order.method.empty()                ? order.method
                   : order.only_head                    ? "HEAD"
                   : request.has != recorded_body::none ? "POST"
                                                        : "GET";
  request.redirects = order.follows ? order.most_redirects : std::optional(0);
}

result<void> check_order(const curl_order& order) {
  if (order.urls.empty()) return error{"the curl command has no URL"};
  if (!order.request.parts.empty() && order.has_data) return error{"-F and -d are two bodies, and a request has one"};
  if (order.only_head && !order.as_query && (order.has_data || !order.request.parts.empty())) {
    return error{"-I and a body are two kinds of request; with -G data is a query, and -X HEAD sends a body"};
  }
  if (order.request.parts.empty() == false && order.as_query) return error{"-G makes no query of -F"};
  if (!order.request.bearer.empty() && !order.request.user_and_password.empty()) {
    return error{"-u and --oauth2-bearer are two credentials, and a request has one"};
  }
  const bool named = std::all_of(order.method.begin(), order.method.end(),
                                 [](char c) { return c > ' ' && c < 0x7f && c != '"' && c != '('; });
  if (!named) return error{"-X takes a method such as PUT, not '" + printable(order.method, 80) + "'"};
  return {};
}

// One as it was written is several where curl expands it.
result<void> add_urls(recording& to, const curl_order& order, const std::string& written) {
  const auto urls = order.plain_urls ? result<std::vector<std::string>>(std::vector{written})
                                     : expand_curl_globs(written, most_requests);
  if (!urls) return urls.error();
  for (std::string url : *urls) {
    if (url.find("://") == url.npos) url = "http://" + url;
    if (order.as_query && order.has_data) url = net::with_query(url, order.data);
    if (const auto good = net::parse_http_url(url); !good) return good.error();
    if (to.requests.size() == most_requests) return error{"there are more than 1,000 requests"};
    recorded_request request = order.request;
    request.url = url;
    request.step = to.steps.size();
    understand_form(request);
    to.steps.push_back({});
    to.requests.push_back(std::move(request));
  }
  return {};
}

result<void> add_requests(recording& to, const std::vector<std::string>& words) {
  const std::string program = words.front().substr(words.front().rfind('/') + 1);
  if (program != "curl" && program != "curl.exe") {
    return error{"a curl command is wanted, and not '" + printable(words.front(), 80) + "'"};
  }
  for (const auto& word : words) {
    if (!valid_utf8(word))
      return error{"'" + printable(word, 80) + "' has bytes that are no UTF-8 text: a canary's source is text"};
  }
  auto orders = read_options(words);
  if (!orders) return orders.error();
  for (auto& order : *orders) {
    if (const auto good = check_order(order); !good) return good;
    decide_body(order);
    if (order.keeps_cookies) to.is_session = true;
    for (const auto& url : order.urls) {
      if (const auto added = add_urls(to, order, url); !added) return added;
    }
  }
  return {};
}

// One sentence for all: what browsers copy has a dozen of them in each request.
void note_headers(recording& to) {
  std::set<std::string> names;
  for (const auto& request : to.requests) {
    for (auto& name : left_out_headers(request)) names.insert(printable(name, 80));
  }
  if (names.empty()) return;
  std::string note = "Headers that browsers add by themselves are left out: ";
  for (const auto& name : names) note += (name == *names.begin() ? "" : ", ") + name;
  to.notes.push_back(note + ".");
}

}  // namespace

result<recording> read_curl_commands(std::string_view text) {
  const auto commands = split_shell_commands(text);
  if (!commands) return commands.error();
  if (commands->empty()) return error{"there is no curl command"};
  recording out;
  out.source = "curl";
  for (const auto& words : *commands) {
    if (const auto added = add_requests(out, words); !added) return added.error();
  }
  note_headers(out);
  return out;
}

}  // namespace canary::command
