#include "store/details_packing.hpp"

#include "store/details_codec.hpp"
#include "store_fixture.hpp"

#include <random>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

/// What a canary of three lines leaves.
run_details three_lines(int i) {
  const wall_time at = noon + i * 1s + nanoseconds{i * 7'919'113 % 1'000'000'000};
  run_details details;
  details.logs = {{at, log_level::info, "GET https://shop-7.example/api/cart?items=3", {}},
                  {at + 31ms, log_level::info, "answered", {{"code", 200}, {"ms", 30.125 + i}}},
                  {at + 32ms, log_level::info, "3 items in the cart", {}}};
  return details;
}

struct packing {
  fixture f;
  lmdb::environment env{f.options.file, 64 << 20, table_count};
  lmdb::transaction txn{env, lmdb::transaction::access::write};
  tables in = open_tables(txn, noon).value();
  details_packer packer;

  std::string pack(std::uint32_t test, const run_details& details) {
    return packer.pack(txn, in, test, encode_details(details));
  }
  /// As it was encoded; '' where it cannot be read.
  std::string unpack(std::uint32_t test, std::string_view stored) const {
    const auto details = unpack_details(txn, in, test, stored);
    return details ? encode_details(*details) : "";
  }
};

}  // namespace

TEST_CASE("details come back as they were, from a third of the bytes where runs resemble each other") {
  packing p;
  std::size_t packed = 0, encoded = 0;
  for (int i = 0; i < 200; ++i) {
    const run_details details = three_lines(i);
    const std::string stored = p.pack(7, details);
    packed += stored.size();
    encoded += encode_details(details).size();
    REQUIRE(p.unpack(7, stored) == encode_details(details));
  }
  CAPTURE(packed, encoded);
  CHECK(packed * 3 < encoded);
  CHECK(p.txn.count(p.in.dictionaries) == 1);
}

TEST_CASE("what does not get smaller is stored as it is") {
  packing p;
  p.pack(1, three_lines(0));
  const auto encoded = encode_details(noise(300, 1));
  CHECK(p.packer.pack(p.txn, p.in, 1, encoded) == encoded);
  CHECK(p.unpack(1, encoded) == encoded);
}

TEST_CASE("a test whose runs have changed gets another dictionary, and old runs keep theirs") {
  packing p;
  const std::string old = p.pack(3, three_lines(1));
  run_details changed;
  for (int i = 0; i < 5; ++i) {
    changed.logs.push_back({noon, log_level::warn, "step " + std::to_string(i) + " of the new login is done", {}});
  }
  changed.logs.push_back(
      {noon, log_level::info, "https://accounts.example/session/9f8e7d6c5b4a39281706f5e4d3c2b1a0", {}});
  const std::size_t before = p.pack(3, noise(300, 9)).size();
  CHECK(before >= encode_details(noise(300, 9)).size());
  std::size_t last = 0;
  for (int i = 0; i < 30; ++i) last = p.pack(3, noise(300, 100)).size();
  CHECK(last < 100);  // noise, but always the same
  CHECK(p.txn.count(p.in.dictionaries) == 2);
  CHECK(p.unpack(3, old) == encode_details(three_lines(1)));
  CHECK(p.unpack(3, p.pack(3, noise(300, 100))) == encode_details(noise(300, 100)));
}

TEST_CASE("tests do not share dictionaries, and long details have a short one") {
  packing p;
  run_details large;
  for (int i = 0; i < 500; ++i) large.logs.push_back({noon, log_level::info, "line " + std::to_string(i), {}});
  const std::string stored = p.pack(1, large);
  p.pack(2, three_lines(0));
  CHECK(p.txn.count(p.in.dictionaries) == 2);
  CHECK(lmdb::cursor(p.txn, p.in.dictionaries).first()->value.size() == 2048);
  CHECK(p.unpack(1, stored) == encode_details(large));
  CHECK(p.unpack(2, stored).empty());
}

TEST_CASE("damaged packed details are refused, and take no more memory than they could fill") {
  packing p;
  p.pack(5, three_lines(0));
  const std::string whole = p.pack(5, three_lines(1));
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK(p.unpack(5, whole.substr(0, size)).empty());
  CHECK(p.unpack(5, whole + '\0').empty());
  CHECK(p.unpack(6, whole).empty());  // has no dictionary
  std::mt19937 random(11);
  for (int i = 0; i < 50'000; ++i) {
    std::string bad = whole;
    bad[random() % bad.size()] = static_cast<char>(random());
    static_cast<void>(unpack_details(p.txn, p.in, 5, bad));
  }
  CHECK(p.unpack(5, std::string("\x80\x01\xff\xff\xff\xff\x7f\x01\x00\xe5", 10)).empty());
}
