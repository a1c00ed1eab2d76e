#pragma once
// What is measured, in the order in which it is. Each file registers its rows with Google Benchmark.

#include "bench/world.hpp"

#include <benchmark/benchmark.h>

#include <functional>
#include <span>
#include <string>

namespace canary::bench {

/// How VMs are made. Each row about VMs is measured for each of these.
struct vm_kind {
  const char* name;
  config::options options;
};
std::span<const vm_kind> vm_kinds();

/// How thoroughly to measure.
struct effort {
  bool quick = false;
  int repetitions() const { return quick ? 1 : 5; }
  int seconds() const { return quick ? 1 : 4; }
};

/// Memory comes first: what other benchmarks have left would count for it or hide it.
void register_memory(const effort& how);
void register_vm(const effort& how);
void register_runs(const effort& how);
/// Runs against nginx, beside wrk's requests against the same.
void register_requests(const effort& how);

/// Registers a row whose exceptions end it with their message.
benchmark::internal::Benchmark* add(const std::string& name, std::function<void(benchmark::State&)> measure);

}  // namespace canary::bench
