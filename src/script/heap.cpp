#include "script/heap.hpp"

#include "script/bundled.hpp"
#include "script/heap_memory.hpp"
#include "script/heap_template.hpp"
#include "script/plain_heap.hpp"

#include <array>
#include <future>
#include <optional>
#include <random>

namespace canary::script {
namespace {

constexpr std::size_t least_arena = 1u << 20;

std::mt19937_64 seeded() {
  std::random_device device;
  std::array<std::random_device::result_type, 16> words;
  for (auto& word : words) word = device();
  std::seed_seq sequence(words.begin(), words.end());
  return std::mt19937_64(sequence);
}

class heaps final : public heap_source {
 public:
  explicit heaps(bool fork) : bundled_(compile_bundled_scripts()) {
    bundled_.reserve(bundled_.size() + 1);  // heaps that are in use know its place
    if (fork) {
      build_templates();
    } else {
      report_.why_not = "--run.fork is off";
    }
  }

  heap_lease take(vm_scope scope, std::uint64_t memory_limit, preload_set preload) override {
    const heap_template* from = nullptr;
    if ((preload & newer_library) != 0) {
      prepare(preload, [] {});
      if (scope == vm_scope::run && modern_) from = &*modern_;
    } else if (scope == vm_scope::run && !templates_.empty()) {
      from = &templates_[preload % templates_.size()];
    }
    if (from != nullptr && from->image().size() + least_arena / 4 > memory_limit) throw std::bad_alloc{};
    // A small script's own needs, beside the heap itself.
    const std::size_t warm_bytes = (from != nullptr ? from->image().size() : 128u << 10) + (128u << 10);
    std::unique_ptr<arena> memory = pool_.take(memory_limit, warm_bytes);
    auto context = std::make_unique<vm_context>(*memory, bundled_, memory_limit);
    heap_lease lease(pool_, std::move(memory), warm_bytes, std::move(context),
                     from != nullptr ? &from->image() : nullptr);
    vm_context& vm = lease.context();
    if (from != nullptr) {
      from->fork(vm);
    } else {
      vm.memory.reset();
      build_heap(vm, memory_functions(&vm));
      furnish_heap(vm, scope);
    }
    engine::set_random(vm.heap, random_(), random_() | 1);
    return lease;
  }

  void prepare(preload_set preload, const std::function<void()>& meanwhile) override {
    if ((preload & newer_library) == 0 || knows_newer_library_) return;
    auto building = std::async(std::launch::async, build_modern, bundled_, !templates_.empty());
    while (building.wait_for(std::chrono::milliseconds{1}) != std::future_status::ready) meanwhile();
    modern_parts parts = building.get();
    if (knows_newer_library_) return;  // somebody else waited, too
    knows_newer_library_ = true;
    bundled_.push_back(std::move(parts.library));
    modern_ = std::move(parts.from);
    report_.modern_why_not = std::move(parts.why_not);
  }

  fork_report report() const override { return report_; }

 private:
  // One for each set of bundled scripts: a run copies no more than what its script mentions.
  void build_templates() {
    try {
      for (preload_set preload = 0; preload <= every_preload; ++preload) {
        auto built = heap_template::build(bundled_, preload);
        if (!built) {
          report_ = {built.error()};
          templates_.clear();
          return;
        }
        if (built->image().size() > least_arena / 2) {
          report_ = {"the template is larger than the smallest memory limit allows"};
          templates_.clear();
          return;
        }
        templates_.push_back(std::move(*built));
      }
      report_ = {"", templates_.front().image().size(), templates_.front().image().addresses()};
    } catch (const std::bad_alloc&) {
      report_ = {"the system has no two address ranges that are a multiple of 4 GiB apart, or no memory for them"};
      templates_.clear();
    }
  }

  // What takes long is done on a thread of its own, and touches nothing of ours.
  struct modern_parts {
    bundled_script library;
    std::optional<heap_template> from;  // none where its scripts' heaps are built
    std::string why_not = {};
  };
  static modern_parts build_modern(std::vector<bundled_script> bundled, bool fork) {
    modern_parts parts{compile_newer_library(), {}};
    if (!fork) {
      parts.why_not = "those of others are not";
      return parts;
    }
    bundled.push_back(parts.library);
    try {
      auto built = heap_template::build(bundled, modern_preload);
      if (built) {
        parts.from.emplace(std::move(*built));
      } else {
        parts.why_not = built.error();
      }
    } catch (const std::bad_alloc&) {
      parts.why_not = "no memory for two address ranges that are a multiple of 4 GiB apart";
    }
    return parts;
  }

  std::vector<bundled_script> bundled_;
  bool knows_newer_library_ = false;
  std::optional<heap_template> modern_;
  arena_pool pool_;
  std::vector<heap_template> templates_;  // by preload_set; none where heaps are built
  fork_report report_;
  std::mt19937_64 random_ = seeded();
};

}  // namespace

vm_context& context_of(duk_context* ctx) {
  duk_memory_functions functions;
  duk_get_memory_functions(ctx, &functions);
  return *static_cast<vm_context*>(functions.udata);
}

heap_lease::heap_lease(arena_pool& pool, std::unique_ptr<arena> memory, std::size_t warm_bytes,
                       std::unique_ptr<vm_context> context, const heap_image* forked_from)
    : pool_(pool),
      memory_(std::move(memory)),
      warm_bytes_(warm_bytes),
      context_(std::move(context)),
      forked_from_(forked_from) {}

void heap_lease::rest() {
  if (forked_from_ != nullptr && away_.empty()) away_ = forked_from_->drop_unchanged(*memory_);
}

void heap_lease::wake() noexcept {
  if (away_.empty()) return;
  forked_from_->restore(*memory_, away_);
  away_ = {};
}

// The heap is not taken apart: all that it is lies in the arena, and goes with what is in there.
heap_lease::~heap_lease() {
  context_.reset();
  if (memory_) pool_.give_back(std::move(memory_), warm_bytes_);
}

std::unique_ptr<heap_source> create_heap_source(bool fork) { return std::make_unique<heaps>(fork); }

}  // namespace canary::script
