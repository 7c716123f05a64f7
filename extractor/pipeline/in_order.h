// Three stages over chunks of work: read one after the other, work on many at once, write in the
// order of reading. The only user of oneTBB.
#pragma once

#include <memory>
#include <utility>

// TBB asks for C++17 execution policies unless told otherwise.
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

namespace solieu {

// read: () -> std::unique_ptr<Chunk>, null at the end. work, write: (Chunk&) -> void. None may
// throw. `jobs` threads, 0 for one a core; at most two chunks a thread are under way, so a slow
// writer holds up the reader.
template <class Read, class Work, class Write>
void in_order(unsigned jobs, const Read& read, const Work& work, const Write& write) {
  using Chunk = decltype(read());
  const int threads = jobs == 0 ? tbb::info::default_concurrency() : static_cast<int>(jobs);
  const auto count = static_cast<size_t>(threads);
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, count);
  tbb::task_arena arena(threads);
  arena.execute([&] {
    tbb::parallel_pipeline(
        count * 2, tbb::make_filter<void, Chunk>(tbb::filter_mode::serial_in_order,
                                                 [&](tbb::flow_control& control) {
                                                   Chunk chunk = read();
                                                   if (!chunk) control.stop();
                                                   return chunk;
                                                 }) &
                       tbb::make_filter<Chunk, Chunk>(tbb::filter_mode::parallel,
                                                      [&](Chunk chunk) {
                                                        work(*chunk);
                                                        return chunk;
                                                      }) &
                       tbb::make_filter<Chunk, void>(tbb::filter_mode::serial_in_order,
                                                     [&](const Chunk& chunk) { write(*chunk); }));
  });
}

}  // namespace solieu
