#include "canary/api/json_text.hpp"

namespace canary::api {

void append_json(body& out, const boost::json::value& value, const pause_point& between) {
  unsigned count = 0;
  canary::append_json(
      [&]() -> std::string& {
        if (++count % 64 == 0) between();
        return out.tail();
      },
      value);
}

}  // namespace canary::api
