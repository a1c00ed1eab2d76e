#pragma once
// Takes out of a recording what must not stand in a canary's source, and what came from the server.

#include "command/import/answers.hpp"
#include "command/import/known_values.hpp"
#include "command/import/recording.hpp"

#include <string>
#include <vector>

namespace canary::command {

struct lifted_secret {
  std::string name;   ///< as secrets.get wants it
  std::string value;  ///< never shown; '' where it is a file's content, which is not read
  std::string of;     ///< where it was: "the form field 'password' of POST https://shop.example/login"
};

struct taken_value {
  std::string variable;
  answered_value from;
};

struct lifted {
  known_values known;
  std::vector<lifted_secret> secrets;
  std::vector<taken_value> taken;
};

/// Looks at all that requests send, in their order. Their cookies are reduced to those that no answer has set, and the
/// Authorization header becomes `user_and_password` or `bearer` where it is one of these.
lifted lift(recording& of);

/// 'POST https://shop.example/login': without query and credentials.
std::string request_text(const recorded_request& request);

/// 'shop' of 'https://www.shop.example': what names of its secrets begin with.
std::string short_site(const recorded_request& request);

}  // namespace canary::command
