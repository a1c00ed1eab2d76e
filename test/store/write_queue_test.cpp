#include "store/write_queue.hpp"

#include "store_fixture.hpp"

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;

namespace {

using kind = pending_write::kind;

/// Named by its test: 's1' is a start, 'e1' an end.
pending_write make(const std::string& name, std::size_t bytes = 0) {
  pending_write write;
  write.what = name[0] == 's' ? kind::start : kind::end;
  write.record.test = name;
  write.details.assign(bytes, 'x');
  return write;
}

std::string names(const write_batch& batch) {
  std::string out;
  for (const pending_write& write : batch) out += write.record.test + ' ';
  return out;
}

}  // namespace

TEST_CASE("writes are taken in the order they came, no more than asked for") {
  write_queue queue(100, 1 << 20);
  for (const char* name : {"s1", "s2", "e1", "s3"}) CHECK(queue.push(make(name)).empty());
  CHECK(names(queue.take(3)) == "s1 s2 e1 ");
  CHECK(names(queue.take(3)) == "s3 ");
}

TEST_CASE("a full queue gives up the oldest start, and the oldest end once there is no start") {
  write_queue queue(3, 1 << 20);
  for (const char* name : {"e1", "s2", "s3"}) CHECK(queue.push(make(name)).empty());
  CHECK(names(queue.push(make("e4"))) == "s2 ");
  CHECK(names(queue.push(make("e5"))) == "s3 ");
  CHECK(names(queue.push(make("s6"))) == "s6 ");
  CHECK(names(queue.push(make("e7"))) == "e1 ");
  CHECK(names(queue.take(10)) == "e4 e5 e7 ");
}

TEST_CASE("a queue is bounded in bytes, too") {
  write_queue queue(1000, 10'000);
  CHECK(queue.push(make("e1", 4000)).empty());
  CHECK(queue.push(make("e2", 4000)).empty());
  CHECK(names(queue.push(make("e3", 4000))) == "e1 ");
  CHECK(names(queue.push(make("e4", 20'000))) == "e2 e3 e4 ");
  CHECK(queue.push(make("e5", 4000)).empty());
}

TEST_CASE("a batch given back comes first again, and gives up first") {
  write_queue queue(4, 1 << 20);
  for (const char* name : {"s1", "e1", "s2"}) CHECK(queue.push(make(name)).empty());
  write_batch batch = queue.take(3);
  for (const char* name : {"e2", "s3"}) CHECK(queue.push(make(name)).empty());
  CHECK(names(queue.put_back(std::move(batch))) == "s1 ");
  CHECK(names(queue.push(make("e3"))) == "s2 ");
  CHECK(names(queue.take(10)) == "e1 e2 s3 e3 ");
}

TEST_CASE("a large batch is cut where its bytes are many") {
  write_queue queue(1000, std::size_t{1} << 30);
  for (int i = 0; i < 5; ++i) CHECK(queue.push(make("e", 20u << 20)).empty());
  CHECK(queue.take(100).size() == 2);
  CHECK(queue.take(100).size() == 2);
  CHECK(queue.take(100).size() == 1);
}

TEST_CASE("a closed queue yields what it has, then nothing, and does not pause") {
  write_queue queue(100, 1 << 20);
  CHECK(!queue.pause(std::chrono::milliseconds{1}));
  CHECK(queue.push(make("s1")).empty());
  queue.close();
  CHECK(queue.pause(std::chrono::hours{1}));
  CHECK(names(queue.take(10)) == "s1 ");
  CHECK(queue.take(10).empty());
}
