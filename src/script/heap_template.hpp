#pragma once
// What the heaps of runs are forked from.

#include "script/heap_image.hpp"
#include "script/vm_context.hpp"

#include <string>
#include <vector>

namespace canary::script {

class heap_template {
 public:
  /// Builds it, with the bundled scripts of `preload` executed. The error says why it cannot be relied on. Throws
  /// std::bad_alloc where the system has no memory or no address ranges for it.
  static boost::system::result<heap_template, std::string> build(const std::vector<bundled_script>& bundled,
                                                                 preload_set preload);

  /// Makes the context's arena, whatever it held, a heap of its own.
  void fork(vm_context& vm) const noexcept;

  const heap_image& image() const noexcept { return image_; }

 private:
  heap_template(heap_image image, std::size_t heap_offset) : image_(std::move(image)), heap_offset_(heap_offset) {}

  /// Which blocks of the image a small script changes; `memory` is used for trying. A trial that fails tells of fewer.
  std::vector<bool> used_by_small_script(arena& memory, const std::vector<bundled_script>& bundled) const;

  heap_image image_;
  std::size_t heap_offset_;  // of the engine's context, from the arena's beginning
};

}  // namespace canary::script
