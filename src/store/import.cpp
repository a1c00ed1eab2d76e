#include "canary/store/maintenance.hpp"
#include "details_codec.hpp"
#include "line_reader.hpp"
#include "opening.hpp"
#include "reading.hpp"
#include "record_codec.hpp"
#include "run_json.hpp"
#include "write_applier.hpp"

#include <algorithm>
#include <unordered_map>

namespace canary::store {
namespace {

constexpr std::size_t most_runs = 2000, most_batch_bytes = 16u << 20;
constexpr std::size_t longest_line = 256u << 20;

class importer {
 public:
  importer(database& db, const import_options& options, const progress_listener& listener)
      : db_(db), applier_(db.in), options_(options), listener_(listener) {}

  result<import_summary> run(line_reader& lines) {
    while (const auto line = lines.next()) {
      ++done_.lines;
      if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
      auto read = parse_run_line(*line);
      if (!read) return stop(read.error().message);
      add(std::move(*read));
      if (batch_.size() >= most_runs || bytes_ >= most_batch_bytes) write(lines.bytes());
    }
    if (lines.too_long()) {
      ++done_.lines;
      return stop("is longer than " + std::to_string(longest_line >> 20) + " MiB");
    }
    write(lines.bytes());
    return done_;
  }

 private:
  void add(whole_run run) {
    pending_write& write = batch_.emplace_back();
    write.what = run.record.status == run_status::running ? pending_write::kind::start : pending_write::kind::end;
    if (!is_empty(run.details)) write.details = encode_details(run.details);
    write.record = std::move(run.record);
    bytes_ += write.bytes();
  }

  /// The lines before it are imported.
  error stop(const std::string& why) {
    write(0);
    std::string message = "line " + std::to_string(done_.lines) + ": " + why;
    if (done_.lines > 1) message += "; what stands before it is imported";
    return {message};
  }

  void write(std::uint64_t read) {
    {
      lmdb::transaction txn(*db_.env, lmdb::transaction::access::write);
      std::unordered_map<run_id, pending_write::kind> seen;
      for (auto it = batch_.begin(); it != batch_.end();) {
        const auto [before, is_new] = seen.try_emplace(it->record.id, it->what);
        const bool begun_only = before->second == pending_write::kind::start && it->what == pending_write::kind::end;
        const bool there = is_new ? is_there(txn, *it) : !begun_only;
        before->second = it->what == pending_write::kind::end ? it->what : before->second;
        done_.there_already += there ? 1 : 0;
        it = there ? batch_.erase(it) : std::next(it);
      }
      applier_.apply(batch_, txn);
      txn.commit();
    }
    done_.imported += batch_.size();
    batch_.clear();
    bytes_ = 0;
    const double share =
        options_.input_bytes > 0 ? static_cast<double>(read) / static_cast<double>(options_.input_bytes) : 0;
    if (listener_) listener_({done_.imported + done_.there_already, std::min(share, 1.0)});
  }

  /// Whether the write would change nothing. A run that goes on there gets the outcome that a line has for it.
  bool is_there(const lmdb::transaction& txn, const pending_write& write) const {
    const auto bytes = txn.get(db_.in.runs, key_of(write.record.id));
    if (!bytes) return false;
    return write.what == pending_write::kind::start || !txn.get(db_.in.ongoing, key_of(write.record.id));
  }

  database& db_;
  write_applier applier_;
  const import_options& options_;
  const progress_listener& listener_;
  write_batch batch_;
  std::size_t bytes_ = 0;
  import_summary done_;
};

}  // namespace

result<import_summary> import_runs(const import_options& options,
                                   const std::function<std::size_t(char*, std::size_t)>& read,
                                   const progress_listener& listener) {
  auto db = open_database({.path = options.file, .max_size = options.max_size, .now = options.now});
  if (!db) return db.error();
  return reading::guarded(options.file, [&] {
    line_reader lines(read, longest_line);
    return importer(*db, options, listener).run(lines);
  });
}

}  // namespace canary::store
