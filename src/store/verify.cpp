#include "verify.hpp"

#include "canary/store/maintenance.hpp"
#include "data_file.hpp"
#include "inspection.hpp"

namespace canary::store {
namespace {

/// Whether the pages hold together, before LMDB follows them. Of a file in use they change meanwhile; there the daemon
/// would have met what is wrong.
result<void> look_at_pages(const std::filesystem::path& path) {
  if (const auto known = data_file::inspect(path); !known) return known.error();
  const auto file = data_file::open(path, data_file::making::never);
  if (!file) return {};
  const finding found = inspect(file->descriptor(), file->size(), {});
  if (found.what == finding::kind::cut_off) return file->cut_off();
  if (found.what == finding::kind::damaged) {
    return file_error(path, "is damaged (" + found.where + "); restore it from a copy");
  }
  return {};
}

}  // namespace

result<verification> verify_database(const std::filesystem::path& file,
                                     const std::function<void(const discrepancy&)>& found,
                                     const progress_listener& listener) {
  if (auto pages = look_at_pages(file); !pages) return pages.error();
  auto opened = reading::open(file);
  if (!opened) return opened.error();
  return reading::guarded(file, [&]() -> result<verification> {
    if (const auto current = (*opened)->require_current(file); !current) return current.error();
    verifier work(**opened, found, listener);
    work.verify_runs();
    work.verify_ids();
    work.verify_names();
    work.verify_rollups();
    work.verify_standings();
    work.verify_interventions();
    return work.done();
  });
}

verifier::verifier(reading& from, const std::function<void(const discrepancy&)>& found,
                   const progress_listener& listener)
    : from_(from), found_(found), listener_(listener) {
  for (const auto& [name, table] : list_tables(from.in())) all_ += from.txn().count(table);
}

void verifier::walk(lmdb::table table, const std::function<void(const lmdb::entry&)>& check) {
  const lmdb::shape shape = from_.holds_ids(table) ? lmdb::shape::many_ids : lmdb::shape::one_value;
  constexpr std::uint64_t most_steps = 5000;
  std::uint64_t begun = from_.txn().steps();
  walk_in_slices(
      from_, table, shape, "",
      [&](const lmdb::entry& at) {
        check(at);
        ++done_.entries;
        return from_.txn().steps() - begun > most_steps ? step::end_slice : step::on;
      },
      [&] {
        begun = from_.txn().steps();
        for (const discrepancy& each : reports_) found_(each);
        reports_.clear();
        const double share = all_ > 0 ? static_cast<double>(done_.entries) / static_cast<double>(all_) : 1;
        if (listener_) listener_({done_.entries, std::min(share, 1.0)});
        return true;
      });
}

void verifier::report(const char* table, std::string key, std::string what, mended_by remedy) {
  ++done_.discrepancies;
  const char* const how =
      remedy == mended_by::rebuilding
          ? "`canaryctl db export`, and `import` into a new file, make it anew from the runs"
          : "a backup may have it; `canaryctl db export`, and `import` into a new file, leave it out";
  reports_.push_back({table, std::move(key), std::move(what), how});
}

std::optional<stored_run> verifier::run_at(std::string_view key) const {
  const auto id = id_of(key);
  const auto bytes = id ? txn().get(in().runs, key) : std::nullopt;
  if (bytes) from_.touched(*bytes);
  return bytes ? decode_record(*id, *bytes) : std::nullopt;
}

std::string verifier::test_name(std::uint32_t number) const {
  if (number == all_tests) return "all tests";
  const auto name = txn().get(in().tests, key_of(number));
  return name ? "'" + std::string(*name) + "'" : "number " + std::to_string(number);
}

std::string hex_key(std::string_view key) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const char c : key) {
    out += digits[static_cast<std::uint8_t>(c) >> 4];
    out += digits[static_cast<std::uint8_t>(c) & 15];
  }
  return out;
}

std::string run_key(std::string_view key) {
  const auto id = id_of(key);
  return id ? id->text() : hex_key(key);
}

}  // namespace canary::store
