#include "canary/store/maintenance.hpp"
#include "data_file.hpp"
#include "reading.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace canary::store {
namespace {

std::uint64_t ids_of(const lmdb::transaction& txn, lmdb::table table, const std::string& key) {
  lmdb::cursor at(txn, table);
  const auto found = at.at_or_after(key);
  return found && found->key == key ? at.ids() : 0;
}

std::vector<table_statistics> read_tables(const reading& from, std::uint64_t pages, std::uint64_t page_bytes) {
  const lmdb::transaction& txn = from.txn();
  std::vector<table_statistics> out;
  std::uint64_t ids = 0;
  pages -= std::min(pages, txn.figures(lmdb::transaction::free_pages).pages + 2);
  for (const auto& [name, table] : list_tables(from.in())) {
    const lmdb::table_figures figures = txn.figures(table);
    out.push_back({name, figures.entries, figures.pages * page_bytes, figures.depth});
    pages -= std::min(pages, figures.pages);
    if (from.holds_ids(table)) ids += figures.entries;
  }
  // What a key's ids fill beyond one page, LMDB does not count with the table.
  const auto tables_there = list_tables(from.in());
  for (std::size_t i = 0; i < out.size(); ++i) {
    table_statistics& each = out[i];
    if (from.holds_ids(tables_there[i].second) && ids > 0) {
      each.bytes += static_cast<std::uint64_t>(static_cast<double>(pages) * static_cast<double>(each.entries) /
                                               static_cast<double>(ids)) *
                    page_bytes;
    }
  }
  return out;
}

void read_outcomes(const lmdb::transaction& txn, const tables& in, file_statistics& out) {
  out.runs = txn.count(in.runs);
  out.running = txn.count(in.ongoing);
  out.failed = ids_of(txn, in.failures, key_of(all_tests, any_failure));
  std::uint64_t with_class = 0;
  for (std::uint8_t kind = 1; kind <= part_of(failure_class::interrupted); ++kind) {
    const std::uint64_t count = ids_of(txn, in.failures, key_of(all_tests, kind));
    if (count > 0) out.failures.emplace(static_cast<failure_class>(kind), count);
    with_class += count;
  }
  // Each interrupted run is of the class interrupted, and each failed one of one class.
  out.interrupted = with_class - std::min(with_class, out.failed);
  out.skipped = ids_of(txn, in.failures, key_of(all_tests, skipped_runs));
  out.passed = out.runs - std::min(out.runs, out.running + out.failed + out.interrupted + out.skipped);
}

file_statistics read_all(reading& from, const std::filesystem::path& file) {
  file_statistics out;
  const lmdb::transaction& txn = from.txn();
  const tables& in = from.in();
  out.file = file;
  std::error_code unknown;
  out.file_bytes = std::filesystem::file_size(file, unknown);
  const lmdb::extent size = from.env().size();
  out.page_bytes = size.page_size;
  out.free_pages = txn.free_bytes() / size.page_size;
  out.used_pages = size.pages - std::min(size.pages, out.free_pages);
  if (const auto limit = data_file::inspect(file)) out.map_bytes = *limit;
  out.schema = from.schema();
  if (const auto created = txn.get(in.meta, "created"); created && created->size() == 8) {
    std::uint64_t ns = 0;
    for (const char c : *created) ns = ns << 8 | static_cast<std::uint8_t>(c);
    out.created = wall_time{nanoseconds{static_cast<std::int64_t>(ns)}};
  }
  out.daemon = locked_by(file);
  out.tables = read_tables(from, out.used_pages, out.page_bytes);
  out.tests = txn.count(in.tests);
  read_outcomes(txn, in, out);
  {
    lmdb::cursor walk(txn, in.runs);
    const auto first = walk.first();
    if (const auto id = first ? id_of(first->key) : std::nullopt) out.oldest = id->time();
    const auto last = walk.last();
    if (const auto id = last ? id_of(last->key) : std::nullopt) out.newest = id->time();
  }
  if (out.runs > 0) {
    out.bytes_per_run =
        static_cast<double>(out.used_pages) * static_cast<double>(out.page_bytes) / static_cast<double>(out.runs);
  }
  const std::uint64_t newest = txn.number();
  for (const lmdb::reader& each : from.env().readers()) {
    if (each.process == ::getpid()) continue;
    reader_statistics reader{each.process, std::nullopt};
    if (each.snapshot) reader.behind = newest - std::min(newest, *each.snapshot);
    out.readers.push_back(reader);
  }
  return out;
}

}  // namespace

result<file_statistics> read_statistics(const std::filesystem::path& file) {
  auto opened = reading::open(file);
  if (!opened) return opened.error();
  if (const auto current = (*opened)->require_current(file); !current) return current.error();
  return reading::guarded(file, [&] { return result<file_statistics>(read_all(**opened, file)); });
}

}  // namespace canary::store
