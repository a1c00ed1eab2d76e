#include "config/problem.hpp"

namespace canary::config {

configuration_problem problem_at(const std::string& file, const std::string& source, place at, std::string message) {
  std::string text = describe(file, source, at, message);
  return {file, at.line, at.column, std::move(message), std::move(text)};
}

configuration_problem problem_of(const script::verdict& v, const std::string& file, const std::string& source,
                                 const std::vector<std::shared_ptr<const script::program>>& modules) {
  if (!v.error || v.error->line <= 0) return problem_at(file, source, {}, v.cause.message);
  const place at{v.error->line, v.error->column};
  for (const auto& module : modules) {
    if (module->file == v.error->file && module->file != file) {
      return problem_at(module->file, module->source, at, v.cause.message);
    }
  }
  return problem_at(v.error->file, source, at, v.cause.message);
}

std::vector<configuration_problem> problems_of(const script::verdict& v, const std::string& file,
                                               const std::string& source) {
  std::vector<configuration_problem> out{problem_of(v, file, source)};
  for (const auto& error : v.more) {
    out.push_back(problem_at(error.file, source, {error.line, error.column}, error.message));
  }
  return out;
}

}  // namespace canary::config
