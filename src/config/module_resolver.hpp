#pragma once
// From the name that a file requires to the file that is meant, as Node finds it, and never outside of a folder.

#include "canary/script/program.hpp"
#include "config/package_entry.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace canary::config {

class module_resolver {
 public:
  /// What is required lies in `work_dir`, which need not be there.
  explicit module_resolver(const std::filesystem::path& work_dir);

  /// Where `name`, which is none built in, leads to from `folder`, a path within the work directory. Paths are relative
  /// to that, in one spelling: that of the file itself where links lead to it. Asks the file system once for each.
  const script::required_name& resolve(const std::string& folder, const std::string& name, required_by by);

  /// A file's path within the work directory, in that spelling; none where it is elsewhere, or not there.
  std::optional<std::string> path_of(const std::filesystem::path& file) const;

  /// The folder that such a path is in: '.' for the work directory itself.
  static std::string folder_of(const std::string& path);

  const std::filesystem::path& work_dir() const noexcept { return root_; }

 private:
  script::required_name find(const std::string& folder, const std::string& name, required_by by) const;
  std::optional<script::required_name> find_package(const std::string& folder, const std::string& name,
                                                    required_by by) const;
  script::required_name find_inside(const std::string& folder, const std::string& name, required_by by) const;
  std::optional<script::required_name> find_at(const std::filesystem::path& place, bool only_folder,
                                               required_by by) const;
  std::optional<script::required_name> find_file(const std::filesystem::path& place) const;
  std::optional<script::required_name> find_folder(const std::filesystem::path& place, required_by by) const;
  std::string description_in(const std::filesystem::path& folder) const;
  std::optional<script::required_name> take(const std::filesystem::path& place) const;

  std::filesystem::path root_;
  std::map<std::tuple<std::string, std::string, required_by>, script::required_name> found_;
};

}  // namespace canary::config
