#pragma once
// SQLite as objects that clean up after themselves.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace canary::bench::sqlite {

/// One connection, for one thread. Whatever fails throws std::runtime_error.
class connection {
 public:
  explicit connection(const std::filesystem::path& file);
  ~connection();
  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;

  /// One or more statements, without results.
  void execute(const char* sql);
  std::int64_t last_row() const;
  std::int64_t changes() const;

  sqlite3* get() const { return db_; }

 private:
  sqlite3* db_ = nullptr;
};

/// A prepared statement. Columns and parameters are counted from where they stand, from 0.
class statement {
 public:
  statement(const connection& db, const char* sql);
  ~statement();
  statement(const statement&) = delete;
  statement& operator=(const statement&) = delete;

  /// The parameters of the next run of it. Views must hold until then.
  template <class... Values>
  statement& with(const Values&... values) {
    reset();
    int place = 0;
    (bind(++place, values), ...);
    return *this;
  }

  /// Whether there is a row, or another one.
  bool step();
  /// To its end; then it may be used again.
  void run();
  void reset();

  std::int64_t number(int column) const;
  std::string_view bytes(int column) const;

 private:
  void bind(int place, std::int64_t value);
  void bind(int place, std::string_view value);

  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace canary::bench::sqlite
