#pragma once
// curl's options, and what becomes of each in a canary.

#include "canary/core/result.hpp"
#include "command/import/recording.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace canary::command {

/// What a command line of curl says, option after option.
struct curl_order {
  recorded_request request;  ///< without URL, method and body, which are decided at the end
  std::vector<std::string> urls;
  std::string method;  ///< of -X; '' where curl chooses
  std::string data;    ///< of all -d and the like, joined by '&'
  bool has_data = false, has_file_data = false;
  bool as_query = false, only_head = false, is_json = false;
  bool follows = false, keeps_cookies = false;
  bool plain_urls = false;       ///< -g: braces and brackets mean themselves
  bool no_content_type = false;  ///< -H 'Content-Type:' takes curl's own away
  std::optional<int> most_redirects;
};

enum class curl_fate : unsigned char {
  applied,  ///< `apply` takes it in
  dropped,  ///< it changes what curl prints or stores, and no request
  noted,    ///< it is left out, and a comment says so: `about`
  refused   ///< nothing is written without it: `about` says what to do
};

struct curl_option {
  std::string_view name;  ///< without dashes
  char letter;            ///< its short form; ' ' where it has none
  bool takes_value;
  curl_fate fate = curl_fate::dropped;
  result<void> (*apply)(curl_order&, const std::string& value) = nullptr;
  std::string_view about = {};
};

std::span<const curl_option> curl_options();

/// Either is nullptr where there is none. `name`: without dashes and a leading 'no-'.
const curl_option* find_curl_option(std::string_view name);
const curl_option* find_curl_option(char letter);

}  // namespace canary::command
