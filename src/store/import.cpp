#include "canary/store/maintenance.hpp"
#include "details_codec.hpp"
#include "line_reader.hpp"
#include "opening.hpp"
#include "reading.hpp"
#include "record_codec.hpp"
#include "retention_marks.hpp"
#include "run_json.hpp"
#include "write_applier.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

namespace canary::store {
namespace {

constexpr std::size_t most_runs = 2000, most_batch_bytes = 16u << 20;
constexpr std::size_t longest_line = 256u << 20;

class importer {
 public:
  importer(database& db, const import_options& options, const progress_listener& listener)
      : db_(db), applier_(db.in), options_(options), listener_(listener) {}

  const import_summary& done() const { return done_; }

  result<import_summary> run(line_reader& lines) {
    while (const auto line = lines.next()) {
      ++done_.lines;
      if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
      auto read = parse_run_line(*line);
      if (!read) return stop(read.error().message);
      add(std::move(*read));
      if (batch_.size() < most_runs && bytes_ < most_batch_bytes) continue;
      if (auto wrong = write(lines.bytes())) return *wrong;
    }
    if (lines.too_long()) {
      ++done_.lines;
      return stop("is longer than " + std::to_string(longest_line >> 20) + " MiB");
    }
    if (auto wrong = write(lines.bytes())) return *wrong;
    return done_;
  }

 private:
  /// What becomes of a line's run.
  enum class fate : unsigned char { is_stored, is_there, was_removed, is_of_another_test };

  struct met {
    pending_write::kind what;
    std::string test;
  };

  void add(whole_run run) {
    pending_write& write = batch_.emplace_back();
    write.what = run.record.status == run_status::running ? pending_write::kind::start : pending_write::kind::end;
    if (!is_empty(run.details)) write.details = encode_details(run.details);
    write.record = std::move(run.record);
    bytes_ += write.bytes();
    lines_.push_back(done_.lines);
  }

  /// The lines before it are imported.
  error stop(const std::string& why) {
    if (auto before = write(0)) return *before;
    return wrong_line(done_.lines, why);
  }

  static error wrong_line(std::uint64_t line, const std::string& why) {
    std::string message = "line " + std::to_string(line) + ": " + why;
    if (line > 1) message += "; what stands before it is imported";
    return {message};
  }

  /// The error tells of the first line that contradicts what is stored; those before it are imported.
  std::optional<error> write(std::uint64_t read) {
    std::optional<error> wrong;
    {
      lmdb::transaction txn(*db_.env, lmdb::transaction::access::write);
      wrong = choose(txn);
      applier_.apply(batch_, txn);
      txn.commit();
    }
    done_.imported += batch_.size();
    batch_.clear();
    lines_.clear();
    bytes_ = 0;
    const double share =
        options_.input_bytes > 0 ? static_cast<double>(read) / static_cast<double>(options_.input_bytes) : 0;
    if (listener_) listener_({done_.imported + done_.there_already + done_.removed, std::min(share, 1.0)});
    return wrong;
  }

  /// Leaves in the batch what is to be stored.
  std::optional<error> choose(const lmdb::transaction& txn) {
    const retention_marks marks = read_marks(txn, db_.in);
    std::unordered_map<run_id, met> seen;
    auto line = lines_.begin();
    for (auto it = batch_.begin(); it != batch_.end(); ++line) {
      fate what = fate_of(*it, txn, marks);
      const auto [before, is_new] = seen.try_emplace(it->record.id, met{it->what, it->record.test});
      if (!is_new && what == fate::is_stored) what = fate_after(before->second, *it);
      if (what == fate::is_of_another_test) {
        const std::string why = "the run " + it->record.id.text() + " is there already, and goes on under another test";
        batch_.erase(it, batch_.end());
        return wrong_line(*line, why);
      }
      if (it->what == pending_write::kind::end) before->second.what = it->what;
      done_.there_already += what == fate::is_there ? 1 : 0;
      done_.removed += what == fate::was_removed ? 1 : 0;
      it = what == fate::is_stored ? std::next(it) : batch_.erase(it);
    }
    return std::nullopt;
  }

  /// Of a run that an earlier line of the batch tells of, too.
  static fate fate_after(const met& before, const pending_write& write) {
    if (before.what == pending_write::kind::end || write.what == pending_write::kind::start) return fate::is_there;
    return before.test == write.record.test ? fate::is_stored : fate::is_of_another_test;
  }

  /// A run that goes on there gets the outcome that a line has for it.
  fate fate_of(const pending_write& write, const lmdb::transaction& txn, const retention_marks& marks) const {
    const std::string_view key = key_of(write.record.id);
    const auto bytes = txn.get(db_.in.runs, key);
    if (!bytes) return is_removed(write.record, marks) ? fate::was_removed : fate::is_stored;
    if (write.what == pending_write::kind::start || !txn.get(db_.in.ongoing, key)) return fate::is_there;
    const auto run = decode_record(write.record.id, *bytes);
    const bool same = run && txn.get(db_.in.tests, key_of(run->test_number)) == write.record.test;
    return same ? fate::is_stored : fate::is_of_another_test;
  }

  /// Summaries tell of such a run still: were it put back, they would count it again. Of one that was running when it
  /// was exported nobody knows how it ended.
  static bool is_removed(const run_record& record, const retention_marks& marks) {
    if (record.status == run_status::running) return record.id < std::max(marks.passes, marks.failures);
    return record.id < (ages_as_pass(record.status) ? marks.passes : marks.failures);
  }

  database& db_;
  write_applier applier_;
  const import_options& options_;
  const progress_listener& listener_;
  write_batch batch_;
  std::vector<std::uint64_t> lines_;  ///< of the batch's writes
  std::size_t bytes_ = 0;
  import_summary done_;
};

}  // namespace

result<import_summary> import_runs(const import_options& options,
                                   const std::function<std::size_t(char*, std::size_t)>& read,
                                   const progress_listener& listener) {
  const auto file = file_behind(options.file);
  std::error_code unknown;
  const bool is_new = !std::filesystem::exists(file, unknown);
  auto db = open_database({.path = file, .max_size = options.max_size, .now = options.now, .ends_unfinished = false});
  if (!db) return db.error();
  bool imported = false;
  auto done = reading::guarded(file, [&] {
    line_reader lines(read, longest_line);
    importer all(*db, options, listener);
    auto summary = all.run(lines);
    imported = all.done().imported > 0;
    return summary;
  });
  if (!done && !imported && is_new) {
    // A database that holds nothing would be in the way of a second try, and of who looks for one.
    db->env.reset();
    std::filesystem::remove(file, unknown);
    std::filesystem::remove(file.string() + "-lock", unknown);
  }
  return done;
}

}  // namespace canary::store
