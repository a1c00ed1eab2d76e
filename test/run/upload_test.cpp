#include "run/upload.hpp"

#include "support/catch.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

using namespace canary;
namespace fs = std::filesystem;

namespace {

// A folder with files, and one beside it that is none of anybody's business.
struct upload_folder {
  upload_folder() {
    std::string pattern = (fs::temp_directory_path() / "canary-upload-XXXXXX").string();
    root = ::mkdtemp(pattern.data());
    fs::create_directories(root / "work" / "deep");
    fs::create_directories(root / "secret");
    write("work/small.txt", "small");
    write("work/deep/er.txt", "deeper");
    write("work/big.bin", std::string(1'000'000, 'x'));
    write("secret/key", "secret");
    fs::create_symlink("deep/er.txt", root / "work" / "inside");
    fs::create_symlink("../secret/key", root / "work" / "outside");
    fs::create_symlink(root / "secret", root / "work" / "absolute");
    fs::create_symlink("loop", root / "work" / "loop");
    ::mkfifo((root / "work" / "pipe").c_str(), 0600);
  }
  ~upload_folder() { fs::remove_all(root); }

  void write(const std::string& name, const std::string& text) const { std::ofstream(root / name) << text; }

  failure append(
      const std::string& path, std::string& to,
      const std::function<failure()>& pause = [] { return failure{}; }) const {
    return run::append_upload(root / "work", path, to, pause);
  }

  fs::path root;
};

}  // namespace

TEST_CASE("a file of the work directory is appended") {
  const upload_folder f;
  for (const auto& [path, text] : {std::pair<std::string, std::string>{"small.txt", "small"},
                                   {"./deep/../deep/er.txt", "deeper"},
                                   {"inside", "deeper"}}) {
    CAPTURE(path);
    std::string to = "before ";
    CHECK(f.append(path, to) == failure{});
    CHECK(to == "before " + text);
  }
}

TEST_CASE("a file that lies elsewhere, or is none, is refused, and nothing of it is read") {
  const upload_folder f;
  struct row {
    std::string path, why;
  };
  const row rows[] = {
      {"../secret/key", "it does not lie in the work directory"},
      {"deep/../../secret/key", "it does not lie in the work directory"},
      {"outside", "it does not lie in the work directory"},
      {"absolute/key", "it does not lie in the work directory"},
      {(f.root / "work" / "small.txt").string(), "it does not lie in the work directory"},
      {"/etc/passwd", "it does not lie in the work directory"},
      {"absent", "it is not there (paths are relative to --work.dir)"},
      {"", "it is not there (paths are relative to --work.dir)"},
      {"loop", "Too many levels of symbolic links"},
      {"deep", "it is not a regular file"},
      {"pipe", "it is not a regular file"},
      {std::string("small.txt\0x", 11), "its name holds a zero byte"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.path);
    std::string to = "before";
    CHECK(f.append(row.path, to) ==
          failure{failure_class::script, "the file '" + row.path + "' cannot be sent: " + row.why});
    CHECK(to == "before");
  }
}

TEST_CASE("a large file is read in pieces, and the reading ends with the run") {
  const upload_folder f;
  std::string to;
  int pauses = 0;
  CHECK(f.append("big.bin", to, [&] { return ++pauses, failure{}; }) == failure{});
  CHECK(to.size() == 1'000'000);
  CHECK(pauses >= 7);
  const failure over{failure_class::timeout, "over"};
  pauses = 0;
  CHECK(f.append("big.bin", to, [&] { return ++pauses == 2 ? over : failure{}; }) == over);
  CHECK(pauses == 2);
}

TEST_CASE("what is sent is bounded") {
  const upload_folder f;
  fs::resize_file(f.root / "work" / "big.bin", run::upload_limit + 1);  // sparse: it takes no room
  std::string to;
  const failure limit{failure_class::limit, "the file 'big.bin' makes the request's body larger than 64 MiB"};
  CHECK(f.append("big.bin", to) == limit);
  fs::resize_file(f.root / "work" / "big.bin", 10);
  to.assign(run::upload_limit - 9, 'x');
  CHECK(f.append("big.bin", to) == limit);
}
