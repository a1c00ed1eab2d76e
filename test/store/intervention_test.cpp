// What operators have said of tests is kept.
#include "maintained.hpp"
#include "store/intervention_codec.hpp"
#include "store/lmdb.hpp"

#include "store/schema.hpp"
#include "table_check.hpp"

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

using all_said = std::map<std::string, intervention>;

const intervention paused{.paused_since = noon - 3ns, .maintenance = std::nullopt};
const intervention upgraded{
    .paused_since = std::nullopt,
    .maintenance = maintenance_window{noon, noon + 2h + 3ns, "the \"shop\" moves \xC3\xA4\n", "deploy"}};
const intervention both{.paused_since = noon, .maintenance = maintenance_window{noon, noon + 1h, ""}};

/// Durable when it returns.
void keep(fixture& f, const std::string& test, const intervention& said) {
  std::optional<result<void>> kept;
  f.db->keep_intervention(test, said, [&](const result<void>& how) { kept = how; });
  f.settle();
  REQUIRE(kept);
  REQUIRE(*kept);
}

}  // namespace

TEST_CASE("what an operator says of a test is there when the database is opened again") {
  fixture f;
  f.open();
  keep(f, "never run", paused);
  f.start("home page", noon);
  keep(f, "home page", paused);
  keep(f, "home page", upgraded);
  keep(f, "other", both);
  const all_said said{{"home page", upgraded}, {"never run", paused}, {"other", both}};
  CHECK(f.db->list_interventions().value() == said);
  f.close();
  f.open(noon + 1h);
  CHECK(f.db->list_interventions().value() == said);
  keep(f, "never run", {});
  keep(f, "home page", {});
  keep(f, "nobody", {});
  CHECK(f.db->list_interventions().value() == all_said{{"other", both}});
  f.close();
  CHECK(discrepancies(f.options.file).empty());
  CHECK(disagreements(f.options.file) == std::vector<std::string>{});
}

TEST_CASE("of what is said in one batch the last counts, beside runs of the same test") {
  fixture f;
  f.open();
  int kept = 0;
  const auto count = [&](const result<void>& how) { kept += how ? 1 : 0; };
  for (int i = 0; i < 100; ++i) {
    const auto run = started(f.ids.next(noon), "t", noon);
    f.db->start_run(run, count);
    f.db->keep_intervention("t", i % 2 == 0 ? paused : i == 99 ? upgraded : intervention{}, count);
    f.db->end_run(ended(run, run_status::passed, 1ms), {}, count);
  }
  f.settle();
  CHECK(kept == 300);
  CHECK(f.db->list_interventions().value() == all_said{{"t", upgraded}});
  CHECK(f.db->stats().runs == 100);
}

TEST_CASE("a test's name that cannot be a key is refused") {
  fixture f;
  f.open();
  for (const std::string& name : {std::string(), std::string(501, 'x')}) {
    std::string why;
    f.db->keep_intervention(name, paused, [&](const result<void>& how) { why = how ? "" : how.error().message; });
    f.settle();
    CHECK(why.find("1 to 500 bytes") != std::string::npos);
  }
  CHECK(f.db->list_interventions().value().empty());
}

TEST_CASE("a file made before there were interventions gets their table when it is opened") {
  fixture f, other;
  other.open();
  f.open();
  f.end(f.start("t", noon), run_status::passed);
  f.close();
  other.close();
  // The same tables and entries, without that one.
  {
    lmdb::environment from(f.options.file, 1 << 30, table_count);
    const auto bare = other.folder / "bare.db";
    lmdb::environment to(bare, 1 << 30, table_count);
    lmdb::transaction read(from, lmdb::transaction::access::read), write(to, lmdb::transaction::access::write);
    const tables in = open_tables(read, noon).value();
    for (const auto& [name, table] : list_tables(in)) {
      if (table == in.interventions) continue;
      const bool ids = table == in.by_test || table == in.recent || table == in.failures || table == in.retries;
      const auto made = write.make_table(name, ids ? lmdb::shape::many_ids : lmdb::shape::one_value);
      lmdb::cursor walk(read, table);
      for (auto at = walk.first(); at; at = walk.next()) {
        if (ids) {
          write.add_id(made, at->key, at->value);
        } else {
          write.put(made, at->key, at->value);
        }
      }
    }
    write.commit();
    CHECK(discrepancies(bare).empty());
    other.options.file = bare;
  }
  other.open();
  CHECK(other.db->list_interventions().value().empty());
  keep(other, "t", paused);
  CHECK(other.db->list_runs({.test = "t"}).value().runs.size() == 1);
  CHECK(other.db->find_standing("t").value()->passed == 1);  // nothing is counted a second time
  other.close();
  CHECK(discrepancies(other.options.file).empty());
}

TEST_CASE("an intervention reads back as it was written, and nothing else does") {
  for (const intervention& each : {intervention{}, paused, upgraded, both}) {
    const std::string bytes = encode_intervention(each);
    CHECK(decode_intervention(bytes) == each);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      CHECK_FALSE(decode_intervention(bytes.substr(0, size)));
      CHECK_FALSE(decode_intervention(bytes.substr(0, size) + std::string(bytes.size() - size, '\0')));
    }
    CHECK_FALSE(decode_intervention(bytes + "x"));
  }
  CHECK_FALSE(decode_intervention({"\x02\x01\xe5", 3}));  // of a version to come
  CHECK_FALSE(decode_intervention({"\x01\x04\xe5", 3}));
}
