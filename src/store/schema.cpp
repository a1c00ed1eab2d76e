#include "schema.hpp"

#include "data_file.hpp"

#include <algorithm>

namespace canary::store {
namespace {

using lmdb::shape;

constexpr std::string_view format_name = "canaryd";

/// The version that has had `hours`, `days`, `states`, `failures` and `retries` since.
constexpr std::uint32_t first_with_counts = 3;

struct named_table {
  const char* name;
  shape kind;
  lmdb::table tables::*member;
  std::uint32_t since;    ///< version of the schema
  bool may_lack = false;  ///< files of that version were made without it, too
};

constexpr named_table named_tables[] = {
    {"meta", shape::one_value, &tables::meta, 1},
    {"names", shape::one_value, &tables::names, 1},
    {"tests", shape::one_value, &tables::tests, 1},
    {"runs", shape::one_value, &tables::runs, 1},
    {"by_test", shape::many_ids, &tables::by_test, 1},
    {"ongoing", shape::one_value, &tables::ongoing, 1},
    {"details", shape::one_value, &tables::details, 1},
    {"failures", shape::many_ids, &tables::failures, 3},
    {"retries", shape::many_ids, &tables::retries, 3},
    {"hours", shape::one_value, &tables::hours, 3},
    {"days", shape::one_value, &tables::days, 3},
    {"states", shape::one_value, &tables::states, 3},
    {"dictionaries", shape::one_value, &tables::dictionaries, 3},
    {"recent", shape::many_ids, &tables::recent, 3},
    {"interventions", shape::one_value, &tables::interventions, 3, true},
};
static_assert(std::size(named_tables) == table_count);

template <class Number>
std::string big_endian(Number number) {
  std::string out(sizeof number, '\0');
  for (auto byte = out.rbegin(); byte != out.rend(); ++byte, number = static_cast<Number>(number >> 8)) {
    *byte = static_cast<char>(number & 0xff);
  }
  return out;
}

tables make_tables(lmdb::transaction& txn, wall_time now) {
  tables made;
  for (const named_table& t : named_tables) made.*t.member = txn.make_table(t.name, t.kind);
  txn.put(made.meta, "format", format_name);
  txn.put(made.meta, "schema", key_of(schema_version));
  txn.put(made.meta, "created", big_endian(static_cast<std::uint64_t>(now.time_since_epoch().count())));
  return made;
}

}  // namespace

result<tables> open_tables(lmdb::transaction& txn, wall_time now) {
  // A process killed while it made the file may have left one without a table.
  if (txn.count(txn.root_table()) == 0) return make_tables(txn, now);

  const auto meta = txn.find_table("meta", shape::one_value);
  if (!meta || txn.get(*meta, "format") != format_name) {
    return error{
        "belongs to another program: it is an LMDB database, but not one of canaryd's; choose "
        "another --db.file, or move it away"};
  }
  const auto version = number_of(txn.get(*meta, "schema").value_or(""));
  if (!version || *version == 0) return error{std::string("is damaged: it does not tell its version") + restore_advice};
  if (*version > schema_version) {
    return error{"was made by a newer canaryd: its version is " + std::to_string(*version) +
                 ", and this canaryd reads up to " + std::to_string(schema_version) +
                 "; start the newer canaryd, or move it away, and canaryd will begin a new one"};
  }
  tables found;
  for (const named_table& t : named_tables) {
    if (t.since > *version) continue;
    const auto table = txn.find_table(t.name, t.kind);
    if (!table && t.may_lack) continue;
    if (!table) return error{"is damaged: its table '" + std::string(t.name) + "' is missing" + restore_advice};
    found.*t.member = *table;
  }
  return found;
}

std::vector<std::pair<const char*, lmdb::table>> list_tables(const tables& in) {
  std::vector<std::pair<const char*, lmdb::table>> out;
  for (const named_table& t : named_tables) {
    if (in.*t.member != 0) out.emplace_back(t.name, in.*t.member);
  }
  return out;
}

bool raise_version(lmdb::transaction& txn, tables& in) {
  for (const named_table& t : named_tables) {
    if (in.*t.member == 0) in.*t.member = txn.make_table(t.name, t.kind);
  }
  const auto had = number_of(txn.get(in.meta, "schema").value_or(""));
  if (had == schema_version) return false;
  txn.put(in.meta, "schema", key_of(schema_version));
  return had < first_with_counts;
}

std::optional<run_id> id_of(std::string_view key) {
  run_id id;
  if (key.size() != id.bytes.size()) return std::nullopt;
  std::copy(key.begin(), key.end(), id.bytes.begin());
  return id;
}

std::string key_of(std::uint32_t number) { return big_endian(number); }

std::string key_of(std::uint32_t number, std::uint8_t part) { return big_endian(number) + static_cast<char>(part); }

std::string key_of_span(std::uint32_t span, std::uint32_t number) { return big_endian(span) + big_endian(number); }

std::uint32_t hour_of(wall_time t) {
  const auto hours = std::chrono::floor<std::chrono::hours>(t.time_since_epoch()).count();
  return hours > 0 ? static_cast<std::uint32_t>(hours) : 0;
}

std::optional<std::uint32_t> number_of(std::string_view bytes) {
  if (bytes.size() != 4) return std::nullopt;
  std::uint32_t number = 0;
  for (const char c : bytes) number = number << 8 | static_cast<std::uint8_t>(c);
  return number;
}

std::optional<std::uint32_t> find_test_number(const lmdb::transaction& txn, const tables& in, std::string_view name) {
  const auto known = txn.get(in.names, name);
  return known ? number_of(*known) : std::nullopt;
}

std::uint32_t number_test(lmdb::transaction& txn, const tables& in, std::string_view name) {
  if (const auto known = find_test_number(txn, in, name)) return *known;
  const auto last = lmdb::cursor(txn, in.tests).last();
  const std::uint32_t number = last ? number_of(last->key).value_or(0) + 1 : 1;
  txn.put(in.tests, key_of(number), name);
  txn.put(in.names, name, key_of(number));
  return number;
}

}  // namespace canary::store
