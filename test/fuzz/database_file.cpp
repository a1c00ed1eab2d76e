// A database file of ours with damage anywhere: what passes for whole, LMDB reads to its end without ending the
// process.

#include "fuzz/fuzz.hpp"
#include "store/data_file.hpp"
#include "store/inspection.hpp"
#include "store/lmdb.hpp"
#include "support/temporary_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

namespace {

namespace lmdb = canary::store::lmdb;
constexpr std::uint64_t room = 1u << 20;

// A small file with all that there is: inner pages, large values, many ids of a key, free pages.
struct stage {
  stage() {
    lmdb::environment env(path(), room, 4);
    for (int round = 0; round < 2; ++round) {
      lmdb::transaction txn(env, lmdb::transaction::access::write);
      const auto values = txn.make_table("values", lmdb::shape::one_value);
      const auto ids = txn.make_table("ids", lmdb::shape::many_ids);
      for (int i = 0; i < 120; ++i) {
        const std::string key = "key " + std::to_string(1000 + i);
        txn.put(values, key, std::string(i % 40 == 0 ? 5000 : 60, 'v'));
        txn.add_id(ids, i % 2 == 0 ? "many" : key, key + "12345678");
        if (round == 1 && i % 3 == 0) txn.remove(values, key);
      }
      txn.commit();
    }
    std::ifstream in(path(), std::ios::binary);
    whole = {std::istreambuf_iterator<char>(in), {}};
  }

  std::filesystem::path path() const { return folder.path() / "db"; }

  canary::testing::temporary_folder folder;
  std::string whole;
};

std::size_t walk(const lmdb::transaction& txn, lmdb::table t) {
  lmdb::cursor at(txn, t);
  std::size_t bytes = 0;
  for (auto entry = at.first(); entry; entry = at.next()) {
    for (const char c : entry->value) bytes += c != 0;
    bytes += entry->key.size();
  }
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const stage on;
  canary::fuzz::input in(data, size);
  std::string file = on.whole;
  const bool untouched = in.empty();
  while (!in.empty()) {
    // A byte of a page, most of the time of its beginning.
    const auto kind = in.byte();
    const auto page = in.byte() % (file.size() / 4096) * 4096u;
    const auto place = kind % 4 == 0 ? in.number(2) % 4096 : in.byte();
    file[page + place] = static_cast<char>(in.byte());
  }
  const int descriptor = ::open(on.path().c_str(), O_WRONLY | O_CLOEXEC);
  MUST_HOLD(::pwrite(descriptor, file.data(), file.size(), 0) == static_cast<ssize_t>(file.size()));
  ::close(descriptor);

  auto opened = canary::store::data_file::open(on.path());
  MUST_HOLD(!untouched || opened);
  if (!opened || opened->lacking() > 0) return 0;
  const auto found = canary::store::inspect(opened->descriptor(), opened->size(), {});
  MUST_HOLD(!untouched || found.what == canary::store::finding::kind::whole);
  if (found.what != canary::store::finding::kind::whole) return 0;
  try {
    lmdb::environment env(on.path(), room, 4);
    lmdb::transaction txn(env, lmdb::transaction::access::read);
    static_cast<void>(walk(txn, lmdb::transaction::free_pages));
    if (const auto t = txn.find_table("values", lmdb::shape::one_value)) static_cast<void>(walk(txn, *t));
    if (const auto t = txn.find_table("ids", lmdb::shape::many_ids)) static_cast<void>(walk(txn, *t));
  } catch (const lmdb::fault&) {
    // It has said so.
  }
  return 0;
}
