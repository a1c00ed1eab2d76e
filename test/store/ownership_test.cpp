#include "maintained.hpp"

#include <sys/stat.h>
#include <unistd.h>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

TEST_CASE("what is made beside a database belongs to whom the database belongs to") {
  fixture f;
  f.open();
  f.end(f.start("a", noon), run_status::passed);
  f.close();
  const auto file = f.options.file;
  const std::filesystem::path lock = file.string() + "-lock";
  const bool is_root = ::geteuid() == 0;  // only root gives files away
  const auto give = [&](const std::filesystem::path& path, mode_t mode) {
    if (is_root) REQUIRE(::chown(path.c_str(), 4711, 4712) == 0);
    REQUIRE(::chmod(path.c_str(), mode) == 0);
  };
  const auto belongs = [&](const std::filesystem::path& path, mode_t mode) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CAPTURE(path.string(), status.st_mode, status.st_uid, status.st_gid);
    CHECK((status.st_mode & 07777) == mode);
    if (is_root) CHECK((status.st_uid == 4711 && status.st_gid == 4712));
  };
  give(file, 0600);
  give(lock, 0606);
  SECTION("the lock of a file that is compacted") {
    REQUIRE(compact_database(file, {}).has_value());
    belongs(file, 0600);
    belongs(lock, 0606);
  }
  SECTION("a backup") {
    REQUIRE(copy_database(file, f.folder / "backup.db", {}, {}).has_value());
    belongs(f.folder / "backup.db", 0600);
  }
  SECTION("a lock that was missing") {
    std::filesystem::remove(lock);
    SECTION("when figures were asked for") { REQUIRE(read_statistics(file).has_value()); }
    SECTION("when it was imported to") { REQUIRE(import_text(file, "").has_value()); }
    SECTION("when it was compacted") { REQUIRE(compact_database(file, {}).has_value()); }
    belongs(lock, 0600);
  }
}
