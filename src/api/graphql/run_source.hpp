#pragma once
// A run as the resolvers of its fields see it: the source of TestInstance and of RunEdge.

#include "canary/api/graphql/schema.hpp"
#include "canary/core/run_record.hpp"

#include <memory>
#include <optional>

namespace canary::api::graphql {

/// Copies are the same run, and share its details.
class run_source {
 public:
  explicit run_source(run_record record);

  const run_record& record() const { return is_->record; }

  /// Null while the run goes on. Read when they are first asked for, and kept as long as the source.
  result<const run_details*> details(const call& c) const;

 private:
  struct shared {
    run_record record;
    std::optional<result<std::optional<run_details>>> details = {};  ///< empty until they have been read
  };

  std::shared_ptr<shared> is_;
};

}  // namespace canary::api::graphql
