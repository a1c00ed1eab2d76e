#pragma once
// The server's own certificate and key, read again when they change.

#include "canary/core/clock.hpp"
#include "canary/core/log.hpp"
#include "canary/core/result.hpp"
#include "canary/metrics/metrics.hpp"

#include <boost/asio/ssl/context.hpp>

#include <array>
#include <filesystem>
#include <memory>

namespace canary::api {

struct tls_files {
  std::filesystem::path certificate;  ///< PEM: the server's own, intermediate ones after it
  std::filesystem::path key;          ///< PEM, not encrypted
};

struct server_identity {
  std::shared_ptr<boost::asio::ssl::context> context;  ///< TLS 1.2 and later, HTTP/1.1
  wall_time not_after{};                               ///< of the first certificate
};

/// The error names the file, and says what is wrong with it.
result<server_identity> read_identity(const tls_files& files);

/// Looks at the files once a minute, and reads them where they have changed. What is no good leaves what was before,
/// and is told of in the log and by a metric, as is a certificate that has ended. Connections keep what they began
/// with.
class server_tls {
 public:
  static constexpr nanoseconds between_looks = std::chrono::minutes{1};

  /// All outlive this.
  server_tls(tls_files files, clock& time, const logger& log, metrics::metrics& counters);

  /// Reads now.
  result<void> load();

  /// Looks from now on.
  void watch();

  /// For the next connection. `load` has succeeded before.
  boost::asio::ssl::context& context() const { return *now_.context; }

 private:
  using stamps = std::array<std::filesystem::file_time_type, 2>;

  stamps written() const;
  void look();
  void warn_of_end();

  const tls_files files_;
  clock& time_;
  const logger& log_;
  metrics::metrics& counters_;
  server_identity now_;
  stamps read_at_{};
  bool told_of_end_ = false;
  std::unique_ptr<timer> next_look_;
};

}  // namespace canary::api
