#include "maintained.hpp"
#include "random_run.hpp"

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

TEST_CASE("odd runs that are imported are exported again, byte by byte") {
  temporary_folder folder;
  random_runs random(5);
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    const whole_run run = random.next();
    append_run_line(text, run.record, run.details);
  }
  const auto done = import_text(folder / "a.db", text).value();
  CHECK(done.lines == 3000);
  CHECK(done.imported == 3000);
  CHECK(done.there_already == 0);
  const exported first = export_all(folder / "a.db");
  CHECK(first.done.runs == 3000);
  CHECK(first.done.damaged == 0);
  CHECK(first.done.bytes == first.lines.size());
  CHECK((first.lines == text));
  CHECK(import_text(folder / "b.db", first.lines).value().imported == 3000);
  CHECK((export_all(folder / "b.db").lines == first.lines));

  SECTION("and there is nothing to find in what was imported") { CHECK(discrepancies(folder / "b.db").empty()); }
  SECTION("runs that are there already stay as they are") {
    std::string again = first.lines.substr(0, first.lines.find('\n') + 1);
    const auto second = import_text(folder / "b.db", again + again + "\n").value();
    CHECK(second.lines == 3);
    CHECK(second.imported == 0);
    CHECK(second.there_already == 2);
  }
}

TEST_CASE("an imported line that is wrong is told of by its number, and those before it are imported") {
  temporary_folder folder;
  random_runs random(6);
  std::string text;
  for (int i = 0; i < 4; ++i) {
    const whole_run run = random.next();
    append_run_line(text, run.record, run.details);
  }
  const auto done = import_text(folder / "a.db", text + "{\"id\":7}\n");
  REQUIRE(done.has_error());
  CHECK(done.error().message == "line 5: 'id' must be a text; what stands before it is imported");
  CHECK((export_all(folder / "a.db").lines == text));
  CHECK(import_text(folder / "b.db", "no").error().message == "line 1: column 2: syntax error");
  CHECK(!std::filesystem::exists(folder / "b.db"));
  CHECK(!std::filesystem::exists(folder / "b.db-lock"));
  CHECK(import_text(folder / "a.db", "no").has_error());
  CHECK((export_all(folder / "a.db").lines == text));
  // Without its newline the last line counts, too.
  text.pop_back();
  CHECK(import_text(folder / "c.db", text).value().imported == 4);
  CHECK(import_text(folder / "d.db", "").value().lines == 0);
}

TEST_CASE("an import gives an outcome to a run that went on when the file was exported before") {
  temporary_folder folder;
  run_id id = run_id::floor(noon);
  id.bytes[15] = 1;
  const run_record begun = started(id, "a", noon);
  std::string running, over;
  append_run_line(running, begun, {});
  append_run_line(over, ended(begun, run_status::passed, 5ms), {});
  CHECK(import_text(folder / "a.db", running + over).value().imported == 2);
  CHECK((export_all(folder / "a.db").lines == over));
  CHECK(discrepancies(folder / "a.db").empty());
}

TEST_CASE("an outcome may come by a later import than its run's start") {
  fixture f;
  run_id id = run_id::floor(noon);
  id.bytes[15] = 1;
  const run_record begun = started(id, "a", noon);
  std::string running, over, other;
  append_run_line(running, begun, {});
  append_run_line(over, ended(begun, run_status::passed, 5ms), {});
  append_run_line(other, ended(started(id, "b", noon), run_status::passed, 5ms), {});
  const auto& file = f.options.file;
  CHECK(import_text(file, running).value().imported == 1);
  CHECK((export_all(file).lines == running));

  SECTION("of the same test") {
    CHECK(import_text(file, running + over).value().imported == 1);
    CHECK((export_all(file).lines == over));
  }
  SECTION("and not of another") {
    random_runs random(8);
    std::string before, after;
    append_run_line(before, random.next().record, {});
    append_run_line(after, random.next().record, {});
    const auto done = import_text(file, before + other + after);
    REQUIRE(done.has_error());
    CHECK(done.error().message == "line 2: the run " + id.text() +
                                      " is there already, and goes on under another test; what stands before it is "
                                      "imported");
    CHECK(export_all(file).done.runs == 2);
    CHECK(import_text(f.folder / "new.db", running + other).error().message.find("line 2: the run ") == 0);
  }
  CHECK(discrepancies(file).empty());
}

TEST_CASE("runs that retention has removed are not put back by an import, and are summed up once") {
  fixture f;
  f.options.keep = {.passes = 24h, .failures = 48h};
  f.open();
  fill(f);
  const std::string still_running = f.start("login", noon + 60h).id.text();
  f.close();
  const std::string lines = export_all(f.options.file).lines;
  f.open(noon + 61h);
  const auto total = [&] { return f.db->summarize("login", noon - 24h, noon + 96h).value().total; };
  const auto before = total();
  bool done = false;
  f.db->remove_expired(noon + 96h, [&] { done = true; });
  f.settle();
  REQUIRE(done);
  const std::uint64_t kept = f.db->stats().runs;
  REQUIRE(kept < 60);
  f.close();
  const auto imported = import_text(f.options.file, lines).value();
  CHECK(imported.imported == 0);
  CHECK(imported.there_already == kept);
  CHECK(imported.removed == 61 - kept);
  f.open(noon + 61h);
  CHECK(f.db->stats().runs == kept);
  CHECK(total() == before);
}
