#include "command/flag_word.hpp"

#include "canary/core/nearest_name.hpp"

namespace canary::command {

bool is_flag(std::string_view word) { return word.size() > 1 && word[0] == '-'; }

flag_word split_flag(std::string_view given) {
  const std::string_view rest = given.substr(given[1] == '-' ? 2 : 1);
  const std::size_t equals = rest.find('=');
  flag_word out{std::string(given), std::string(rest.substr(0, equals)), std::nullopt};
  if (equals != rest.npos) out.value = rest.substr(equals + 1);
  return out;
}

result<std::string> take_value(const flag_word& flag, bool takes_value, std::span<const char* const> args,
                               std::size_t& at) {
  if (!takes_value && flag.value) return error{"the flag '--" + flag.name + "' takes no value"};
  const bool is_next = takes_value && !flag.value;
  if (is_next && at + 1 == args.size()) return error{"the flag '" + flag.given + "' wants a value"};
  return {boost::system::in_place_value, is_next ? args[++at] : flag.value.value_or("")};
}

error unknown_flag(const flag_word& flag, std::span<const std::string_view> there_are) {
  const auto near = nearest_name(flag.name, there_are);
  return {"there is no flag '" + flag.given + "'" +
          (near ? "; did you mean --" + std::string(*near) + "?" : "; see canaryctl --help")};
}

}  // namespace canary::command
