#include "canary/api/server_tls.hpp"

#include "canary/core/small_file.hpp"

#include <boost/asio/buffer.hpp>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <ctime>

namespace canary::api {
namespace {

namespace ssl = boost::asio::ssl;
using boost::system::error_code;

constexpr std::uint64_t largest_file = 1u << 20;

// Protocols as a client lists them: a byte of length before each (RFC 7301, 3.1). One that has no HTTP/1.1 to offer may
// try it all the same.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* length, const unsigned char* offered,
                    unsigned offered_length, void*) {
  static constexpr unsigned char ours[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
  unsigned char* found = nullptr;
  if (SSL_select_next_proto(&found, length, ours, sizeof ours, offered, offered_length) != OPENSSL_NPN_NEGOTIATED) {
    return SSL_TLSEXT_ERR_NOACK;
  }
  *chosen = found;
  return SSL_TLSEXT_ERR_OK;
}

wall_time end_of(const X509* certificate) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &parts) != 1) return {};
  return wall_time{std::chrono::seconds{::timegm(&parts)}};
}

error wrong(const std::filesystem::path& file, const std::string& what, const error_code& why) {
  return error{file.string() + what + ": " + why.message()};
}

}  // namespace

result<server_identity> read_identity(const tls_files& files) {
  const auto certificate = read_small_file(files.certificate, largest_file);
  const auto key = read_small_file(files.key, largest_file);
  if (!certificate) return certificate.error();
  if (!key) return key.error();
  server_identity out{std::make_shared<ssl::context>(ssl::context::tls_server), {}};
  auto& context = *out.context;
  SSL_CTX* const native = context.native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_alpn_select_cb(native, choose_protocol, nullptr);
  // OpenSSL would ask for it at the terminal.
  context.set_password_callback([](std::size_t, ssl::context::password_purpose) { return std::string(); });
  error_code failed;
  context.use_certificate_chain(boost::asio::buffer(*certificate), failed);
  if (failed) return wrong(files.certificate, " holds no certificates as PEM", failed);
  context.use_private_key(boost::asio::buffer(*key), ssl::context::pem, failed);
  if (failed && ERR_GET_REASON(static_cast<unsigned long>(failed.value())) == X509_R_KEY_VALUES_MISMATCH) {
    return wrong(files.key, " is not the key of " + files.certificate.string(), failed);
  }
  if (failed) return wrong(files.key, " holds no private key as PEM, or an encrypted one", failed);
  if (SSL_CTX_check_private_key(native) != 1) {
    ERR_clear_error();
    return error{files.key.string() + " is not the key of " + files.certificate.string()};
  }
  out.not_after = end_of(SSL_CTX_get0_certificate(native));
  return out;
}

server_tls::server_tls(tls_files files, clock& time, const logger& log, metrics::metrics& counters)
    : files_(std::move(files)), time_(time), log_(log), counters_(counters), next_look_(time.make_timer()) {}

result<void> server_tls::load() {
  // Before the files are read: what is written meanwhile is read at the next look.
  read_at_ = written();
  auto read = read_identity(files_);
  counters_.web_certificate(read.has_value(), read ? read->not_after : now_.not_after);
  if (!read) return read.error();
  now_ = std::move(*read);
  told_of_end_ = false;
  warn_of_end();
  std::error_code ignored;
  using std::filesystem::perms;
  if ((std::filesystem::status(files_.key, ignored).permissions() & perms::others_read) != perms{}) {
    log_.warn("every user of this machine may read the server's key; chmod o= is right",
              {{"file", files_.key.string()}});
  }
  return {};
}

void server_tls::watch() {
  next_look_->start(time_.mono() + between_looks, [this] { look(); });
}

server_tls::stamps server_tls::written() const {
  std::error_code ignored;
  return {std::filesystem::last_write_time(files_.certificate, ignored),
          std::filesystem::last_write_time(files_.key, ignored)};
}

void server_tls::look() {
  watch();
  if (written() == read_at_) return warn_of_end();
  if (const auto loaded = load(); !loaded) {
    log_.error("the server's certificate cannot be read, the one before stays: " + loaded.error().message);
  } else {
    log_.info("the server's certificate was read again", {{"not_after", format_rfc3339(now_.not_after)}});
  }
}

void server_tls::warn_of_end() {
  if (told_of_end_ || time_.wall() < now_.not_after) return;
  told_of_end_ = true;
  log_.warn("the server's certificate has ended",
            {{"file", files_.certificate.string()}, {"not_after", format_rfc3339(now_.not_after)}});
}

}  // namespace canary::api
