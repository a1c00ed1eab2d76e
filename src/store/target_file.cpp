#include "target_file.hpp"

#include "data_file.hpp"
#include "reading.hpp"

namespace canary::store {

result<void> may_become(const std::filesystem::path& from, const std::filesystem::path& to, bool replace) {
  std::error_code unknown;
  if (!std::filesystem::exists(to, unknown)) return {};
  if (std::filesystem::equivalent(from, to, unknown)) return error{to.string() + " is the database itself"};
  if (std::filesystem::equivalent(file_behind(from).string() + "-lock", to, unknown)) {
    return error{to.string() + " is the database's lock"};
  }
  if (!replace) return error{to.string() + " is there already; --force replaces it"};
  if (!std::filesystem::is_regular_file(to, unknown)) return error{to.string() + " is not a regular file"};
  if (const auto user = locked_by(to)) {
    return error{to.string() + " is a database in use, by process " + std::to_string(*user)};
  }
  return {};
}

}  // namespace canary::store
