// Three stages over chunks of work: read one after the other, work on many at once, write in the
// order of reading. The only user of oneTBB.
#pragma once

#include <atomic>
#include <cstddef>
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

inline constexpr size_t kBytesUnderWay = size_t{16} << 20;
inline constexpr size_t kBytesForThread = size_t{1} << 20;

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

// read: () -> std::unique_ptr<Chunk>, null at the end. size: (const Chunk&) -> size_t, the bytes of
// a chunk as it was read. work, write: (Chunk&) -> void. None may throw. `jobs` threads, 0 for one
// a core; at most two chunks a thread are under way, so a slow writer holds up the reader. Where
// chunks are large nothing more is read before all that was read is written.
template <class Read, class Size, class Work, class Write>
void in_order(unsigned jobs, const Read& read, const Size& size, const Work& work,
              const Write& write) {
  using Chunk = typename decltype(read())::element_type;
  struct Load {
    std::unique_ptr<Chunk> chunk;
    size_t bytes;
  };
  const int threads = jobs == 0 ? tbb::info::default_concurrency() : static_cast<int>(jobs);
  const auto count = static_cast<size_t>(threads);
  const size_t most_bytes = kBytesUnderWay + count * kBytesForThread;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, count);
  tbb::task_arena arena(threads);
  char reading = 0;
  char writing = 0;
  bool ended = false;
  std::atomic<size_t> under_way = 0;
  // TBB carries plain pointers: each load is owned by the stage that has it.
  const auto read_next = [&](tbb::flow_control& control) -> Load* {
    take_over(&reading);
    Load* load = nullptr;
    if (under_way < most_bytes) {
      if (auto chunk = read()) {
        load = new Load{std::move(chunk), 0};
        load->bytes = size(*load->chunk);
        under_way += load->bytes;
        hand_over(load);
      } else {
        ended = true;
      }
    }
    if (load == nullptr) control.stop();
    hand_over(&reading);
    return load;
  };
  const auto work_on = [&](Load* load) {
    take_over(load);
    work(*load->chunk);
    hand_over(load);
    return load;
  };
  const auto write_out = [&](Load* load) {
    take_over(load);
    take_over(&writing);
    const std::unique_ptr<Load> owned(load);
    write(*load->chunk);
    under_way -= load->bytes;
    hand_over(&writing);
  };
  hand_over(&reading);
  hand_over(&writing);
  arena.execute([&] {
    using tbb::filter_mode;
    while (!ended) {
      tbb::parallel_pipeline(
          count * 2, tbb::make_filter<void, Load*>(filter_mode::serial_in_order, read_next) &
                         tbb::make_filter<Load*, Load*>(filter_mode::parallel, work_on) &
                         tbb::make_filter<Load*, void>(filter_mode::serial_in_order, write_out));
      take_over(&reading);
      take_over(&writing);
    }
  });
}

}  // namespace solieu
