#pragma once
// What of a recording is of no use to a canary: files that every browser fetches beside a page, and what others watch.

#include "command/import/recording.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace canary::command {

struct import_wish {
  bool all = false;          ///< nothing is left out that a canary can ask for
  bool third_party = false;  ///< what goes to other sites stays, but for its static files
};

enum class left_out : unsigned char { no, static_file, third_party, unanswered, other_protocol, preflight };

/// The part of a host's name that one owner has, by the public suffix list: 'shop.example' of 'api.shop.example'; an
/// address as it is.
std::string site_of(std::string_view host);

/// Whether the request is for an image, a style, a script, a font or the like: by what came, or else by the path's end.
bool is_static(const recorded_request& request);

/// Counts what was left out, and says so in sentences.
class left_out_count {
 public:
  void add(left_out why, const std::string& host);
  std::vector<std::string> sentences() const;

 private:
  std::size_t counts_[6] = {};
  std::map<std::string, std::size_t> third_parties_;
};

}  // namespace canary::command
