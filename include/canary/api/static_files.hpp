#pragma once
// The page's files, as the build has embedded them.

#include "canary/api/exchange.hpp"
#include "canary/core/embedded.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace canary::api {

struct static_file {
  std::string_view content;
  bool gzip = false;       ///< the content is compressed
  std::string_view type;   ///< Content-Type
  std::string etag;        ///< a hash of the content as embedded, without quotes
  bool immutable = false;  ///< its name holds a hash ('app-AB12CD34.js'): it never changes
};

class static_files {
 public:
  explicit static_files(std::span<const embedded::file> assets);

  /// By the name without '.gz'. Null where there is none.
  const static_file* find(std::string_view name) const;

 private:
  std::map<std::string, static_file, std::less<>> files_;
};

/// Tells versions of a content apart, and is no secret.
std::string content_hash(std::string_view content);

/// Whether 'NAME-HASH.ext' holds a bundler's hash: six or more of A-Z, 0-9 before the extension.
bool has_hash(std::string_view name);

/// The file in an encoding that the client accepts; 304 where it has it already. What has a hash in its name may be
/// kept for ever.
response serve(const static_file& file, exchange& x);

}  // namespace canary::api
