#include "intervention_codec.hpp"

#include "bytes.hpp"

namespace canary::store {
namespace {

constexpr std::uint8_t intervention_version = 1;
constexpr std::uint8_t paused_bit = 1, maintenance_bit = 2;

}  // namespace

std::string encode_intervention(const intervention& of) {
  byte_writer out;
  out.byte(intervention_version);
  out.byte(static_cast<std::uint8_t>((of.paused_since ? paused_bit : 0) | (of.maintenance ? maintenance_bit : 0)));
  if (of.paused_since) out.number(of.paused_since->time_since_epoch().count());
  if (of.maintenance) {
    out.number(of.maintenance->since.time_since_epoch().count());
    out.number(of.maintenance->until.time_since_epoch().count());
    out.text(of.maintenance->reason);
    out.text(of.maintenance->by);
  }
  out.end();
  return out.take();
}

std::optional<intervention> decode_intervention(std::string_view bytes) {
  byte_reader in(bytes);
  if (in.byte() != intervention_version) return std::nullopt;
  intervention out;
  const std::uint8_t kind = in.byte();
  if ((kind & ~(paused_bit | maintenance_bit)) != 0) return std::nullopt;
  if ((kind & paused_bit) != 0) out.paused_since = wall_time{nanoseconds{in.number()}};
  if ((kind & maintenance_bit) != 0) {
    auto& window = out.maintenance.emplace();
    window.since = wall_time{nanoseconds{in.number()}};
    window.until = wall_time{nanoseconds{in.number()}};
    window.reason = in.text();
    window.by = in.text();
  }
  if (!in.finish()) return std::nullopt;
  return out;
}

}  // namespace canary::store
