// The package.json of whatever lies in node_modules, asked for the package and for a file of it: a line, and the file.

#include "config/package_entry.hpp"

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using canary::config::package_entries;
  using canary::config::package_imports;
  using canary::config::required_by;
  canary::fuzz::input in(data, size);
  const canary::fuzz::exact below(in.line());
  const canary::fuzz::exact json(in.rest());
  for (const auto by : {required_by::import, required_by::require}) {
    const auto entries = package_entries(json.text(), below.text(), by);
    MUST_HOLD(entries.size() <= 3);
    for (const auto& each : entries) {
      MUST_HOLD(!each.empty());
      // Each '*' of a path may be as long as what is asked for.
      MUST_HOLD(each.size() <= json.text().size() * (below.text().size() + 1));
    }
    MUST_HOLD(package_entries(json.text(), below.text(), by) == entries);
    for (const auto& each : package_imports(json.text(), below.text(), by)) MUST_HOLD(!each.empty());
  }
  return 0;
}
