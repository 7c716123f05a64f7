// Three stages over chunks of work: read one after the other, work on many at once, write in the
// order of reading. The only user of oneTBB.
#pragma once

#include <memory>
#include <utility>

#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

namespace solieu {

// TBB's library is not built with ThreadSanitizer, which so cannot see that one stage comes before
// the next; it is told here. `baton` is any address that both sides know.
inline void hand_over([[maybe_unused]] void* baton) {
#ifdef __SANITIZE_THREAD__
  __tsan_release(baton);
#endif
}
inline void take_over([[maybe_unused]] void* baton) {
#ifdef __SANITIZE_THREAD__
  __tsan_acquire(baton);
#endif
}

// read: () -> std::unique_ptr<Chunk>, null at the end. work, write: (Chunk&) -> void. None may
// throw. `jobs` threads, 0 for one a core; at most two chunks a thread are under way, so a slow
// writer holds up the reader.
template <class Read, class Work, class Write>
void in_order(unsigned jobs, const Read& read, const Work& work, const Write& write) {
  // TBB carries plain pointers: each chunk is owned by the stage that has it.
  using Chunk = typename decltype(read())::element_type;
  const int threads = jobs == 0 ? tbb::info::default_concurrency() : static_cast<int>(jobs);
  const auto count = static_cast<size_t>(threads);
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, count);
  tbb::task_arena arena(threads);
  char reading = 0;
  char writing = 0;
  const auto read_next = [&](tbb::flow_control& control) {
    take_over(&reading);
    Chunk* const chunk = read().release();
    if (chunk != nullptr) {
      hand_over(chunk);
    } else {
      control.stop();
    }
    hand_over(&reading);
    return chunk;
  };
  const auto work_on = [&](Chunk* chunk) {
    take_over(chunk);
    work(*chunk);
    hand_over(chunk);
    return chunk;
  };
  const auto write_out = [&](Chunk* chunk) {
    take_over(chunk);
    take_over(&writing);
    write(*std::unique_ptr<Chunk>(chunk));
    hand_over(&writing);
  };
  hand_over(&reading);
  hand_over(&writing);
  arena.execute([&] {
    using tbb::filter_mode;
    tbb::parallel_pipeline(
        count * 2, tbb::make_filter<void, Chunk*>(filter_mode::serial_in_order, read_next) &
                       tbb::make_filter<Chunk*, Chunk*>(filter_mode::parallel, work_on) &
                       tbb::make_filter<Chunk*, void>(filter_mode::serial_in_order, write_out));
  });
  take_over(&reading);
  take_over(&writing);
}

}  // namespace solieu
