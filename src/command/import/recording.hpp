#pragma once
// Requests as somebody has made them once, whatever told of them: a line of curl or an HTTP archive.

#include "canary/net/form.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace canary::command {

/// A part of a multipart body: its content is `value`, or what is in `file`.
struct recorded_part {
  std::string name, value;
  std::string file;            ///< a path; '' for none
  std::string filename, type;  ///< what the server is told of it; '' for nothing
};

enum class recorded_body : unsigned char { none, text, form, multipart };

struct recorded_request {
  std::string method = "GET", url;
  net::form_fields headers;  ///< as they were sent, in order
  recorded_body has = recorded_body::none;
  std::string text;  ///< JSON too
  net::form_fields form;
  std::vector<recorded_part> parts;

  // What was asked of the client.
  std::string user_and_password;             ///< of basic authorization; '' for none
  std::string bearer;                        ///< '' for none
  std::string cookies;                       ///< those that were given by hand: 'a=1; b=2'
  std::optional<int> redirects;              ///< how many are followed; the client's own number where not said
  std::string timeout;                       ///< as a Go duration; '' for none
  std::optional<std::string> proxy;          ///< '' goes to the server itself
  int ip = 0;                                ///< 4 or 6; 0 is either
  net::form_fields resolve;                  ///< hosts to addresses
  bool insecure = false;                     ///< whatever the certificate is
  std::string ca_file, cert_file, key_file;  ///< PEM; '' for none
  std::string oldest_tls;                    ///< '1.3'; '' where not said

  // What was answered.
  int status = 0;        ///< 0 where it is not known
  std::string location;  ///< of a redirect, as it came
  std::string type;      ///< of the body: 'text/html; charset=utf-8'
  std::string answer;    ///< the body, where it is text
  net::form_fields cookies_set;

  std::size_t step = 0;            ///< an index of `recording::steps`
  std::vector<std::string> notes;  ///< what could not be kept of it, a sentence each
};

struct recording {
  std::string source;              ///< what it is of: 'curl', or the archive's file
  bool is_session = false;         ///< whether cookies go from one request to the next
  std::vector<std::string> steps;  ///< titles
  std::vector<recorded_request> requests;
  std::vector<std::string> notes;  ///< what is left out, a sentence each
};

}  // namespace canary::command
