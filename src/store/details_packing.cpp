#include "details_packing.hpp"

#include "bytes.hpp"
#include "details_codec.hpp"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace canary::store {
namespace {

constexpr std::uint8_t packed_version = 128;

/// Raw DEFLATE with a window of 4 KiB: details are small, and what zlib clears for each run is, too.
constexpr int window_bits = -12, memory_level = 4;
constexpr std::size_t longest_dictionary = 2048;
constexpr unsigned most_misfits = 8;
constexpr std::uint8_t last_generation = 255;

/// DEFLATE makes no more of a byte.
constexpr std::uint64_t most_growth = 1032;

bool is_misfit(std::size_t packed, std::size_t encoded) { return packed > encoded / 10 * 6; }

struct dictionary {
  std::uint8_t generation = 0;  ///< 0: there is none yet
  std::string_view bytes;
};

dictionary newest_dictionary(const lmdb::transaction& txn, const tables& in, std::uint32_t test_number) {
  lmdb::cursor walk(txn, in.dictionaries);
  const auto last = walk.before(key_of(test_number, last_generation));
  if (!last || last->key.size() != 5 || !last->key.starts_with(key_of(test_number))) return {};
  return {static_cast<std::uint8_t>(last->key[4]), last->value};
}

Bytef* bytes_of(std::string_view text) { return reinterpret_cast<Bytef*>(const_cast<char*>(text.data())); }

}  // namespace

struct details_packer::deflater {
  deflater() {
    if (::deflateInit2(&stream, 1, Z_DEFLATED, window_bits, memory_level, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  ~deflater() { ::deflateEnd(&stream); }

  std::string_view deflate(std::string_view text, std::string_view dictionary) {
    ::deflateReset(&stream);
    ::deflateSetDictionary(&stream, bytes_of(dictionary), static_cast<uInt>(dictionary.size()));
    out.resize(::deflateBound(&stream, text.size()));
    stream.next_in = bytes_of(text);
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = bytes_of(out);
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, Z_FINISH);
    return std::string_view(out).substr(0, out.size() - stream.avail_out);
  }

  z_stream stream{};
  std::string out;
};

details_packer::details_packer() : deflater_(std::make_unique<deflater>()) {}
details_packer::~details_packer() = default;

std::string details_packer::pack(lmdb::transaction& txn, const tables& in, std::uint32_t test_number,
                                 std::string_view encoded) {
  dictionary known = newest_dictionary(txn, in, test_number);
  unsigned& misfits = misfits_[test_number];
  // Twice as late each time: of a test whose runs never resemble each other, dictionaries are no use.
  const unsigned patience = most_misfits << std::min<unsigned>(known.generation, 20);
  if (known.generation == 0 || (misfits >= patience && known.generation < last_generation - 1)) {
    const auto generation = static_cast<std::uint8_t>(known.generation + 1);
    txn.put(in.dictionaries, key_of(test_number, generation), encoded.substr(0, longest_dictionary));
    known = newest_dictionary(txn, in, test_number);
    misfits = 0;
  }
  byte_writer out;
  out.byte(packed_version);
  out.byte(known.generation);
  out.varint(encoded.size());
  out.text(deflater_->deflate(encoded, known.bytes));
  out.end();
  std::string packed = out.take();
  misfits = is_misfit(packed.size(), encoded.size()) ? misfits + 1 : 0;
  return packed.size() < encoded.size() ? packed : std::string(encoded);
}

std::optional<run_details> unpack_details(const lmdb::transaction& txn, const tables& in, std::uint32_t test_number,
                                          std::string_view stored) {
  byte_reader reader(stored);
  if (reader.byte() != packed_version) return decode_details(stored);
  const std::uint8_t generation = reader.byte();
  const std::uint64_t size = reader.varint();
  const std::string_view deflated = reader.text();
  if (!reader.finish() || size > deflated.size() * most_growth) return std::nullopt;
  const auto dictionary = txn.get(in.dictionaries, key_of(test_number, generation));
  if (!dictionary) return std::nullopt;

  z_stream stream{};
  if (::inflateInit2(&stream, window_bits) != Z_OK) throw std::bad_alloc();
  ::inflateSetDictionary(&stream, bytes_of(*dictionary), static_cast<uInt>(dictionary->size()));
  std::string encoded(size, '\0');
  stream.next_in = bytes_of(deflated);
  stream.avail_in = static_cast<uInt>(deflated.size());
  stream.next_out = bytes_of(encoded);
  stream.avail_out = static_cast<uInt>(encoded.size());
  const int ended = ::inflate(&stream, Z_FINISH);
  const bool whole = ended == Z_STREAM_END && stream.avail_out == 0 && stream.avail_in == 0;
  ::inflateEnd(&stream);
  return whole ? decode_details(encoded) : std::nullopt;
}

}  // namespace canary::store
