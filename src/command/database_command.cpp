#include "command/database_command.hpp"

#include "canary/command/exit_code.hpp"
#include "canary/core/json_text.hpp"
#include "command/child.hpp"
#include "command/database_streams.hpp"
#include "command/database_text.hpp"
#include "command/progress_bar.hpp"
#include "command/quantities.hpp"

#include <boost/asio/io_context.hpp>

#include <csignal>
#include <cstdio>
#include <cstring>

namespace canary::command {
namespace {

namespace json = boost::json;

void complain(const std::string& what) { std::fprintf(stderr, "canaryctl: %s\n", what.c_str()); }

void print(const std::string& text, std::FILE* to = stdout) { std::fwrite(text.data(), 1, text.size(), to); }

class database_command {
 public:
  explicit database_command(const database_options& options)
      : options_(options), time_(create_real_clock(loop_.get_executor())) {}

  int run();

 private:
  int stat();
  int verify();
  int export_runs();
  int import_runs();
  int copy();

  int failed(const error& why) const {
    complain(why.message);
    return no_resource;
  }
  store::progress_listener showing(progress_bar& bar) const {
    return [&bar](const store::progress& at) { bar.show(at); };
  }
  double seconds(const progress_bar& bar) const { return std::chrono::duration<double>(bar.elapsed()).count(); }
  void tell(const std::string& text, json::object facts, const progress_bar& bar, std::FILE* to = stdout) const {
    facts["seconds"] = seconds(bar);
    print(options_.json ? json_text(facts) + "\n" : text + "\n", to);
  }

  const database_options& options_;
  boost::asio::io_context loop_{1};
  std::unique_ptr<clock> time_;
};

int database_command::stat() {
  const auto known = store::read_statistics(options_.file);
  if (!known) return failed(known.error());
  print(options_.json ? json_text(statistics_json(*known)) + "\n" : statistics_text(*known));
  return success;
}

int database_command::verify() {
  progress_bar bar(*time_, "entries");
  const auto done = store::verify_database(
      options_.file,
      [&](const store::discrepancy& each) {
        bar.clear();
        print((options_.json ? json_text(discrepancy_json(each)) : discrepancy_text(each)) + "\n");
      },
      showing(bar));
  bar.clear();
  if (!done) return failed(done.error());
  const std::string counts = with_commas(done->runs) + " runs and " + with_commas(done->entries) + " entries: ";
  tell(counts + (done->discrepancies == 0 ? "all is well" : with_commas(done->discrepancies) + " discrepancies"),
       {{"runs", done->runs}, {"entries", done->entries}, {"discrepancies", done->discrepancies}}, bar);
  return done->discrepancies == 0 ? success : test_failed;
}

int database_command::export_runs() {
  const bool in_between = options_.other == "-";
  descriptor out = descriptor::standard_output();
  progress_bar bar(*time_, "runs");
  const auto done =
      in_between
          ? store::export_runs(
                options_.file, options_.filter, [&](std::string_view lines) { return out.write(lines); }, showing(bar))
          : store::export_to_file(options_.file, options_.other, options_.force, options_.filter, showing(bar));
  bar.clear();
  if (!done) return failed(done.error());
  if (out.trouble()) return failed(*out.trouble());
  if (done->stopped) return success;
  // Where the lines go to standard output, what is told of them does not.
  if (done->damaged > 0) complain(with_commas(done->damaged) + " damaged runs are left out; see `canaryctl db verify`");
  if (!in_between || options_.json) {
    tell(with_commas(done->runs) + " runs exported, " + readable_bytes(done->bytes),
         {{"runs", done->runs}, {"bytes", done->bytes}, {"damaged", done->damaged}}, bar, in_between ? stderr : stdout);
  }
  return done->damaged == 0 ? success : test_failed;
}

int database_command::import_runs() {
  auto in = descriptor::to_read(options_.other);
  if (!in) return failed(in.error());
  progress_bar bar(*time_, "runs");
  const auto done = store::import_runs(
      {options_.file, options_.max_size, time_->wall(), in->size()},
      [&](char* to, std::size_t size) { return in->read(to, size); }, showing(bar));
  bar.clear();
  if (!done) return failed(done.error());
  if (in->trouble()) return failed(*in->trouble());
  tell(with_commas(done->imported) + " runs imported" +
           (done->there_already > 0 ? ", " + with_commas(done->there_already) + " were there already" : "") +
           (done->removed > 0 ? ", " + with_commas(done->removed) + " of a time that retention has removed left out"
                              : ""),
       {{"lines", done->lines},
        {"imported", done->imported},
        {"there_already", done->there_already},
        {"removed", done->removed}},
       bar);
  return success;
}

int database_command::copy() {
  progress_bar bar(*time_, "bytes");
  const bool in_place = options_.what == database_task::compact;
  const auto done = in_place ? store::compact_database(options_.file, showing(bar))
                             : store::copy_database(options_.file, options_.other,
                                                    {options_.compact_copy, options_.force}, showing(bar));
  bar.clear();
  if (!done) {
    complain(done.error().message);
    if (in_place && done.error().message.find("in use") != std::string::npos) {
      // The file does not say where its daemon listens.
      complain(
          "that daemon does it, where its address is given, which its log has: canaryctl db compact --url "
          "http://HOST:PORT");
    }
    return no_resource;
  }
  tell(with_commas(done->runs) + " runs, " + readable_bytes(done->bytes_before) + " became " +
           readable_bytes(done->bytes_after),
       {{"runs", done->runs}, {"bytes_before", done->bytes_before}, {"bytes_after", done->bytes_after}}, bar);
  return success;
}

int database_command::run() {
  switch (options_.what) {
    case database_task::stat:
      return stat();
    case database_task::verify:
      return verify();
    case database_task::export_runs:
      return export_runs();
    case database_task::import_runs:
      return import_runs();
    case database_task::compact:
    case database_task::backup:
      break;
  }
  return copy();
}

}  // namespace

int run_database_command(const database_options& options) {
  std::signal(SIGPIPE, SIG_IGN);
  if (!options.url.empty()) return compact_by_daemon(options);
  return in_child([&] { return database_command(options).run(); },
                  [&](int signal) -> int {
                    std::error_code ignored;
                    const bool exports = options.what == database_task::export_runs && options.other != "-";
                    if (exports || options.what == database_task::compact || options.what == database_task::backup) {
                      const auto& target = options.what == database_task::compact ? options.file : options.other;
                      std::filesystem::remove(store::unfinished_copy(target), ignored);
                      std::filesystem::remove(store::unfinished_copy(target).string() + "-lock", ignored);
                    }
                    if (signal == SIGINT || signal == SIGTERM || signal == SIGKILL) {
                      complain("interrupted");
                      return stopped_early;
                    }
                    complain("the database file " + options.file.string() +
                             " is damaged: reading it ended with signal " + std::to_string(signal) + " (" +
                             ::strsignal(signal) + "); restore it from a copy");
                    return options.what == database_task::verify ? test_failed : no_resource;
                  });
}

}  // namespace canary::command
