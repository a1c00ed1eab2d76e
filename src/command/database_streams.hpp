#pragma once
// The streams that `canaryctl db export` writes and `import` reads.

#include "canary/core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace canary::command {

class descriptor {
 public:
  static descriptor standard_output();
  /// '-' is standard input.
  static result<descriptor> to_read(const std::filesystem::path& file);

  descriptor(descriptor&& other) noexcept;
  descriptor& operator=(descriptor&&) = delete;
  ~descriptor();

  /// False where it cannot be written; then `trouble()` says why, or nothing where its reader has gone.
  bool write(std::string_view bytes);
  /// 0 at the end, and where it cannot be read.
  std::size_t read(char* to, std::size_t size);

  const std::optional<error>& trouble() const { return trouble_; }
  std::uint64_t size() const;  ///< of a file; 0 of anything else

 private:
  descriptor(int number, bool owned) : number_(number), owned_(owned) {}
  bool wait(short what) const;

  int number_;
  bool owned_;
  std::optional<error> trouble_;
};

}  // namespace canary::command
