#pragma once
// Finds and compiles all that scripts require, before anything of them is executed.

#include "canary/config/loader.hpp"
#include "canary/config/script_compiler.hpp"
#include "config/module_resolver.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace canary::config {

/// For one load: a file that several scripts require is read and compiled once.
class module_loader {
 public:
  /// `compiler` outlives it.
  module_loader(const std::filesystem::path& work_dir, script_compiler& compiler)
      : resolver_(work_dir), compiler_(compiler) {}

  /// Gives `main` the modules that it and they require by literals. `file` is the one that its text is of, whose folder
  /// names are relative to; '' for a text of no file. What is wrong with it or with them, each told at its place; a
  /// name that leads nowhere is wrong in the author's own files, and in those of packages only once it is required.
  std::vector<configuration_problem> complete(script::program& main, const std::filesystem::path& file);

  /// The same for the same modules, whatever else is in the script: '' where it has none.
  static std::string digest(const script::program& main);

 private:
  struct loaded {
    std::shared_ptr<script::program> code;  ///< null where it cannot be compiled
    std::vector<configuration_problem> problems;
  };
  loaded& load(const std::string& path);
  loaded read(const std::string& path);
  std::vector<configuration_problem> find_names(script::program& code);

  module_resolver resolver_;
  script_compiler& compiler_;
  std::map<std::string, loaded> loaded_;  // by path
};

}  // namespace canary::config
