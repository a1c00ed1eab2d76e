#include "bench/store/sqlite.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace canary::bench::sqlite {
namespace {

[[noreturn]] void fail(sqlite3* db) { throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(db)); }

}  // namespace

connection::connection(const std::filesystem::path& file) {
  constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(file.c_str(), &db_, flags, nullptr) == SQLITE_OK) return;
  const std::string why = sqlite3_errmsg(db_);
  sqlite3_close(db_);
  throw std::runtime_error("SQLite: " + why);
}

connection::~connection() { sqlite3_close(db_); }

void connection::execute(const char* sql) {
  if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(db_);
}

std::int64_t connection::last_row() const { return sqlite3_last_insert_rowid(db_); }
std::int64_t connection::changes() const { return sqlite3_changes64(db_); }

statement::statement(const connection& db, const char* sql) {
  if (sqlite3_prepare_v3(db.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) != SQLITE_OK) {
    fail(db.get());
  }
}

statement::~statement() { sqlite3_finalize(statement_); }

bool statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(sqlite3_db_handle(statement_));
  return false;
}

void statement::run() {
  while (step()) continue;
  reset();
}

void statement::reset() { sqlite3_reset(statement_); }

std::int64_t statement::number(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view statement::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

void statement::bind(int place, std::int64_t value) { sqlite3_bind_int64(statement_, place, value); }

void statement::bind(int place, std::string_view value) {
  sqlite3_bind_blob(statement_, place, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
}

}  // namespace canary::bench::sqlite
