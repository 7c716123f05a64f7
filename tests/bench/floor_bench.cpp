// Prints the floor, the whole pipeline on the same text, and their ratio; with --memory the memory
// that one article takes, by its size, too.
//   floor_bench [--rules DIR] [--seconds S] [--memory] [--once] [PATH...]      (default: the texts
//   of corpus/)
// CPU time of this process; floor and pipeline take turns, so that both see the same machine; the
// best of their turns counts.
#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "floor.h"
#include "solieu/extractor.h"
#include "solieu/json.h"
#include "source/inputs.h"

namespace {

using namespace solieu;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Work>
double timed(const Work& work) {
  const double begin = cpu_seconds();
  work();
  return cpu_seconds() - begin;
}

struct Totals {
  size_t figures = 0;
  size_t json_bytes = 0;
};

Totals pipeline_pass(const Extractor& extractor, const std::vector<Document>& documents,
                     std::string& json) {
  Totals out;
  for (const Document& document : documents) {
    const ArticleRecord record = extractor.extract(document);  // copies the bytes, as reading would
    json.clear();
    append_json(record, {}, json);
    out.figures += record.figures.size();
    out.json_bytes += json.size();
  }
  return out;
}

// One pass each, with names by which callgrind can be told what to count.
__attribute__((noinline)) size_t counted_floor(const std::vector<Document>& documents) {
  size_t sum = 0;
  for (const Document& document : documents) sum += floor_pass(document.bytes);
  return sum;
}
__attribute__((noinline)) size_t counted_pipeline(const Extractor& extractor,
                                                  const std::vector<Document>& documents) {
  std::string json;
  return pipeline_pass(extractor, documents, json).json_bytes;
}

// Runs everything twice: the second time the tables that texts make are there.
void run_once(const Extractor& extractor, const std::vector<Document>& documents) {
  std::string json;
  size_t sum = floor_pass(documents.front().bytes);
  sum += pipeline_pass(extractor, documents, json).json_bytes;
  sum += counted_floor(documents) + counted_pipeline(extractor, documents);
  size_t bytes = 0;
  for (const Document& document : documents) bytes += document.bytes.size();
  std::printf("%zu bytes in %zu articles, checksum %zu\n", bytes, documents.size(), sum % 1000);
}

void compare(const Extractor& extractor, const std::vector<Document>& documents, double seconds) {
  size_t bytes = 0;
  for (const Document& document : documents) bytes += document.bytes.size();
  // One measurement covers a megabyte or more.
  const size_t repeats = 1 + (size_t{1} << 20) / std::max<size_t>(bytes, 1);
  double floor = std::numeric_limits<double>::infinity();
  double pipeline = floor;
  Totals totals;
  std::string json;
  size_t sum = 0;
  const double end = cpu_seconds() + seconds;
  do {
    floor = std::min(floor, timed([&] {
                       for (size_t i = 0; i < repeats; ++i) {
                         for (const Document& document : documents)
                           sum += floor_pass(document.bytes);
                       }
                     }));
    pipeline = std::min(pipeline, timed([&] {
                          for (size_t i = 0; i < repeats; ++i) {
                            totals = pipeline_pass(extractor, documents, json);
                          }
                        }));
  } while (cpu_seconds() < end);
  const double megabytes = static_cast<double>(bytes * repeats) / 1e6;
  std::printf("text      %zu articles, %.3f MB, %zu figures, %.1f figures/KB, checksum %zu\n",
              documents.size(), static_cast<double>(bytes) / 1e6, totals.figures,
              1e3 * static_cast<double>(totals.figures) / static_cast<double>(bytes), sum % 1000);
  std::printf("floor     %.1f MB/s\n", megabytes / floor);
  std::printf("pipeline  %.1f MB/s, %.0f articles/s, JSON %.2f bytes per byte of text\n",
              megabytes / pipeline, static_cast<double>(documents.size() * repeats) / pipeline,
              static_cast<double>(totals.json_bytes) / static_cast<double>(bytes));
  std::printf("ratio     %.2f\n", pipeline / floor);
}

// A line of /proc/self/status, in KB.
long memory_kb(const char* name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name)) return std::stol(line.substr(std::strlen(name) + 1));
  }
  return 0;
}

// The sentences that hold figures, each once: text without page chrome, which may end an article.
std::vector<std::string> figure_sentences(const Extractor& extractor,
                                          const std::vector<Document>& documents) {
  std::vector<std::string> out;
  for (const Document& document : documents) {
    const ArticleRecord record = extractor.extract(document);
    for (const Figure& figure : record.figures) {
      if (out.empty() || out.back() != figure.sentence) out.emplace_back(figure.sentence);
    }
  }
  return out;
}

// How much a child's memory grows at most while it extracts one article of about `size` bytes.
long peak_growth_kb(const Extractor& extractor, const std::vector<std::string>& sentences,
                    size_t size) {
  std::fflush(stdout);
  int channel[2];
  if (pipe(channel) != 0) return -1;
  const pid_t child = fork();
  if (child == 0) {
    malloc_trim(0);                               // what loading the rules left free
    std::ofstream("/proc/self/clear_refs") << 5;  // the peak begins here
    const long before = memory_kb("VmRSS:");
    Document article;
    article.id = article.uri = "1";
    article.bytes.reserve(size + 65536);
    for (size_t i = 0; article.bytes.size() < size; ++i) {
      article.bytes.append(sentences[i % sentences.size()]).append("\n");
    }
    std::string json;
    append_json(extractor.extract(std::move(article)), {}, json);
    const long growth = memory_kb("VmHWM:") - before;
    const bool told = write(channel[1], &growth, sizeof growth) == sizeof growth;
    _exit(told ? 0 : 1);
  }
  close(channel[1]);
  long growth = -1;
  if (read(channel[0], &growth, sizeof growth) != sizeof growth) growth = -1;
  close(channel[0]);
  waitpid(child, nullptr, 0);
  return growth;
}

int run(const std::vector<std::string>& arguments) {
  ExtractorOptions options;
  options.rules = SOLIEU_SOURCE_DIR "/rules";
  double seconds = 5;
  bool memory = false;
  bool once = false;
  std::vector<std::string> paths;
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--rules" && i + 1 < arguments.size()) {
      options.rules = arguments[++i];
    } else if (arguments[i] == "--seconds" && i + 1 < arguments.size()) {
      seconds = std::stod(arguments[++i]);
    } else if (arguments[i] == "--memory") {
      memory = true;
    } else if (arguments[i] == "--once") {
      once = true;
    } else {
      paths.push_back(arguments[i]);
    }
  }
  if (paths.empty()) paths = {SOLIEU_SOURCE_DIR "/corpus/dev", SOLIEU_SOURCE_DIR "/corpus/held"};

  Inputs source(paths, "", {});
  std::vector<Document> documents;
  while (auto article = source.next()) {
    if (!*article) {
      std::fprintf(stderr, "%s\n", article->error().to_string().c_str());
      return 1;
    }
    documents.push_back(std::move((*article)->document));
  }
  if (documents.empty()) {
    std::fprintf(stderr, "no articles\n");
    return 2;
  }
  auto extractor = Extractor::load(options);
  if (!extractor) {
    std::fprintf(stderr, "%s\n", extractor.error().to_string().c_str());
    return 3;
  }
  if (once) {
    run_once(*extractor, documents);
    return 0;
  }
  const double load = timed([&] { extractor = Extractor::load(options); });
  std::printf("rules     loaded in %.0f ms\n", load * 1e3);
  compare(*extractor, documents, seconds);
  if (!memory) return 0;
  const std::vector<std::string> sentences = figure_sentences(*extractor, documents);
  if (sentences.empty()) return 0;
  for (const size_t size : {10'000, 100'000, 1'000'000, 10'000'000}) {
    const long growth = peak_growth_kb(*extractor, sentences, size);
    std::printf("memory    %8zu bytes of text: %ld KB, %.1f bytes per byte\n", size, growth,
                static_cast<double>(growth) * 1024 / static_cast<double>(size));
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) { return run({argv + 1, argv + argc}); }
